import type { Database } from '../shared/database.ts';

/** Why a posting that stands is shown to nobody. */
export interface Bar {
  /** The rule, in a few words. */
  reason: string;
  /** By what the operator finds the posting. */
  sample: string;
}

/** How many postings are barred for which reason, with a few samples each. */
export interface BarCounts {
  [reason: string]: { count: number; samples: string[] };
}

/**
 * The postings that stand and that a rule lets nobody see, in the index file: they are kept, so that a rule that
 * changes brings them back without asking their partner.
 */
export class Bars {
  readonly #put;
  readonly #lift;
  readonly #counts;
  readonly #samples;
  readonly #revision;
  readonly #settle;

  constructor(db: Database) {
    db.exec(
      `CREATE TABLE IF NOT EXISTS barred (
         key TEXT PRIMARY KEY, partner TEXT NOT NULL, reason TEXT NOT NULL, sample TEXT NOT NULL
       ) WITHOUT ROWID;
       CREATE INDEX IF NOT EXISTS barred_partner ON barred (partner, reason);
       CREATE TABLE IF NOT EXISTS ruling (partner TEXT PRIMARY KEY, revision TEXT NOT NULL) WITHOUT ROWID;`,
    );
    this.#put = db.prepare(
      'INSERT OR REPLACE INTO barred (key, partner, reason, sample) VALUES (?, ?, ?, ?)',
    );
    this.#lift = db.prepare('DELETE FROM barred WHERE key = ?');
    this.#counts = db.prepare<{ reason: string; count: number }>(
      'SELECT reason, count(*) AS count FROM barred WHERE partner = ? GROUP BY reason',
    );
    this.#samples = db.prepare<{ sample: string }>(
      'SELECT sample FROM barred WHERE partner = ? AND reason = ? LIMIT ?',
    );
    this.#revision = db.prepare<{ revision: string }>('SELECT revision FROM ruling WHERE partner = ?');
    this.#settle = db.prepare('INSERT OR REPLACE INTO ruling (partner, revision) VALUES (?, ?)');
  }

  put(key: string, partner: string, { reason, sample }: Bar): void {
    this.#put.run(key, partner, reason, sample);
  }

  lift(key: string): void {
    this.#lift.run(key);
  }

  /** How many of a partner's postings are barred, with at most so many samples for each reason. */
  counts(partner: string, mostSamples: number): BarCounts {
    const counts: BarCounts = {};
    for (const { reason, count } of this.#counts.all(partner)) {
      const samples = this.#samples.all(partner, reason, mostSamples).map(({ sample }) => sample);
      counts[reason] = { count, samples };
    }
    return counts;
  }

  /** By which rules all of a partner's postings were judged; empty where by none. */
  revision(partner: string): string {
    return this.#revision.get(partner)?.revision ?? '';
  }

  /** Notes that all of a partner's postings were judged by these rules. */
  settle(partner: string, revision: string): void {
    if (this.revision(partner) !== revision) this.#settle.run(partner, revision);
  }
}
