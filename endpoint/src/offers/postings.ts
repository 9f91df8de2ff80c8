import { dirname } from 'node:path';
import type { Database } from '../shared/database.ts';
import { type Bar, Bars } from './bars.ts';
import { Fingerprints } from './fingerprints.ts';
import type { Posting } from './posting.ts';

/** What changed in the postings of a publication, by their keys. */
export interface Changes {
  /** They came or changed, or may be shown again. */
  put: string[];
  gone: string[];
  /** They stand, and a rule lets nobody see them any more. */
  barred?: string[];
}

/** How many staged postings are written in one go. */
const BATCH = 500;

/**
 * The postings as partners sent them, in the index file. A refresh first stages what it gathers, so that nothing
 * is seen of a feed before the publication, and a feed of any size needs no memory. What is staged stands in a file
 * of its own that SQLite throws away with the connection: it needs no log. Both tables have row numbers, since SQLite
 * keeps rows as long as postings a third as large and far faster there than in a table by key.
 */
export class Postings {
  /** By what the postings are grouped. */
  readonly fingerprints: Fingerprints;
  /** Which of them nobody is shown. */
  readonly bars: Bars;
  readonly #db: Database;
  readonly #stage;
  readonly #json;
  readonly #remove;
  #batch: { posting: Posting; bar?: Bar }[] = [];

  constructor(db: Database) {
    this.#db = db;
    keepTemporaryFiles(db);
    db.exec(
      `CREATE TABLE IF NOT EXISTS posting (
         key TEXT PRIMARY KEY, partner TEXT NOT NULL, expires INTEGER, json TEXT NOT NULL
       );
       CREATE INDEX IF NOT EXISTS posting_partner ON posting (partner);
       CREATE INDEX IF NOT EXISTS posting_expires ON posting (expires) WHERE expires IS NOT NULL;
       DROP TABLE IF EXISTS staged;
       CREATE TEMP TABLE staged (
         key TEXT PRIMARY KEY, partner TEXT NOT NULL, expires INTEGER, json TEXT NOT NULL, reason TEXT, sample TEXT
       );
       CREATE INDEX temp.staged_partner ON staged (partner);`,
    );
    this.#stage = db.prepare(
      'INSERT OR IGNORE INTO staged (key, partner, expires, json, reason, sample) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#json = db.prepare<{ json: string }>('SELECT json FROM posting WHERE key = ?');
    this.#remove = db.prepare('DELETE FROM posting WHERE key = ?');
    this.fingerprints = new Fingerprints(db);
    this.bars = new Bars(db);
  }

  /**
   * Lays a posting aside for the next publication; the first of a key stays.
   *
   * @param bar the rule that lets nobody see it
   */
  stage(posting: Posting, bar?: Bar): void {
    this.#batch.push({ posting, bar });
    if (this.#batch.length >= BATCH) this.flush();
  }

  /** Writes what is still in memory. */
  flush(): void {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length === 0) return;
    this.#db.transaction(() => {
      for (const { posting, bar } of batch) {
        if (posting.undated) posting.postedAt = this.#firstSeen(posting);
        const expires = posting.expiresAt ? Date.parse(posting.expiresAt) : null;
        const json = JSON.stringify(posting);
        const { key, partner } = posting;
        this.#stage.run(key, partner, expires, json, bar?.reason ?? null, bar?.sample ?? null);
      }
    });
  }

  /** Takes the log of the file over into it, so that it does not grow from one publication to the next. */
  checkpoint(): void {
    this.#db.exec('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** Forgets what a partner's broken-off gathering staged. */
  unstage(partner: string): void {
    this.flush();
    this.#db.prepare('DELETE FROM staged WHERE partner = ?').run(partner);
  }

  /** How many postings of a partner stand. */
  count(partner: string): number {
    return this.#db
      .prepare<{ n: number }>('SELECT count(*) AS n FROM posting WHERE partner = ?')
      .get(partner)!.n;
  }

  /** How many of them are not barred. */
  shown(partner: string): number {
    const { n } = this.#db
      .prepare<{ n: number }>('SELECT count(*) AS n FROM barred WHERE partner = ?')
      .get(partner)!;
    return this.count(partner) - n;
  }

  /** The keys of a partner's postings. */
  of(partner: string): string[] {
    return this.#keys('SELECT key FROM posting WHERE partner = ?', partner);
  }

  /**
   * Takes over a partner's staged postings; only a complete gathering withdraws those that were not in it.
   * Call it inside the publication's transaction, after {@link flush}.
   */
  apply(partner: string, complete: boolean): Required<Changes> {
    const changed = this.#db
      .prepare<{ key: string; reason: string | null; sample: string }>(
        `SELECT staged.key, staged.reason, staged.sample FROM staged
         LEFT JOIN posting ON posting.key = staged.key LEFT JOIN barred ON barred.key = staged.key
         WHERE staged.partner = ? AND (posting.json IS NOT staged.json OR barred.reason IS NOT staged.reason)`,
      )
      .all(partner);
    const gone = complete
      ? this.#keys(
          `SELECT key FROM posting WHERE partner = ? AND key NOT IN (SELECT key FROM staged WHERE partner = ?)`,
          partner,
          partner,
        )
      : [];
    const replace = this.#db.prepare(
      'INSERT OR REPLACE INTO posting (key, partner, expires, json) SELECT key, partner, expires, json FROM staged WHERE key = ?',
    );
    const put: string[] = [];
    const barred: string[] = [];
    for (const { key, reason, sample } of changed) {
      replace.run(key);
      if (reason === null) {
        put.push(key);
        this.bars.lift(key);
      } else {
        barred.push(key);
        this.bars.put(key, partner, { reason, sample });
      }
    }
    this.#db.prepare('DELETE FROM staged WHERE partner = ?').run(partner);
    return { put, gone, barred };
  }

  /**
   * Judges a partner's postings by other rules than before. Call it inside the publication's transaction.
   *
   * @param barOf the rule that lets nobody see a posting; nothing where it may be shown
   */
  judge(partner: string, barOf: (posting: Posting) => Bar | undefined): Required<Changes> {
    const put: string[] = [];
    const barred = new Map<string, Bar>();
    const standing = this.#db.prepare<{ key: string; json: string; reason: string | null }>(
      `SELECT posting.key, json, reason FROM posting LEFT JOIN barred ON barred.key = posting.key
       WHERE posting.partner = ?`,
    );
    for (const { key, json, reason } of standing.iterate(partner)) {
      const bar = barOf(JSON.parse(json) as Posting);
      if (!bar && reason !== null) put.push(key);
      if (bar && bar.reason !== reason) barred.set(key, bar);
    }
    for (const key of put) this.bars.lift(key);
    for (const [key, bar] of barred) this.bars.put(key, partner, bar);
    return { put, gone: [], barred: [...barred.keys()] };
  }

  /** The postings whose partner said that they end by then. */
  expired(now: number): string[] {
    return this.#keys('SELECT key FROM posting WHERE expires <= ?', now);
  }

  /** A partner's postings that were published by then. */
  publishedUntil(partner: string, until: number): string[] {
    return this.#keys(
      `SELECT key FROM posting WHERE partner = ? AND json ->> '$.postedAt' <= ?`,
      partner,
      new Date(until).toISOString(),
    );
  }

  /** The postings of partners that are not in the list any more. */
  orphans(partners: readonly string[]): string[] {
    return this.#keys(
      'SELECT key FROM posting WHERE partner NOT IN (SELECT value FROM json_each(?))',
      JSON.stringify(partners),
    );
  }

  /** Takes postings out; their groups are to be looked at again. */
  remove(keys: readonly string[]): void {
    for (const key of keys) {
      this.#remove.run(key);
      this.bars.lift(key);
      this.fingerprints.remove(key);
    }
  }

  get(key: string): Posting | undefined {
    const row = this.#json.get(key);
    return row && (JSON.parse(row.json) as Posting);
  }

  /** A posting without a date keeps the instant at which it was first seen. */
  #firstSeen({ key, postedAt }: Posting): string {
    const known = this.get(key);
    return known?.undated ? known.postedAt : postedAt;
  }

  #keys(sql: string, ...params: (string | number)[]): string[] {
    return this.#db
      .prepare<{ key: string }>(sql)
      .all(...params)
      .map((row) => row.key);
  }
}

/** Has temporary tables stand on the disk beside the database: libsql would hold them in memory. */
function keepTemporaryFiles(db: Database): void {
  db.exec('PRAGMA temp_store = FILE');
  const { file } = db.prepare<{ file: string }>('PRAGMA database_list').get()!;
  if (file) db.exec(`PRAGMA temp_store_directory = '${dirname(file).replaceAll("'", "''")}'`);
}
