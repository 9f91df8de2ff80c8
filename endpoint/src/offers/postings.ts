import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Database } from '../shared/database.ts';
import { type Bar, Bars } from './bars.ts';
import { Fingerprints } from './fingerprints.ts';
import type { Marks } from './marks.ts';
import type { Posting } from './posting.ts';
import { readStaged, type Standing } from './staged.ts';

/** What changed in the postings of a publication, by their keys. */
export interface Changes {
  /** They came or changed, or may be shown again. */
  put: string[];
  gone: string[];
  /** They stand, and a rule lets nobody see them any more. */
  barred?: string[];
}

/** So many marks are kept, some 50 MB; those of further postings are worked out again. */
const MOST_MARKS = 30_000;

/**
 * The postings as partners sent them, in the index file. A refresh first stages what it gathers, so that nothing
 * is seen of a feed before the publication: in a file for each partner, see `StagingFile`. The table has row
 * numbers, since SQLite keeps rows as long as postings a third as large and far faster there than in a table by key.
 */
export class Postings {
  /** By what the postings are grouped. */
  readonly fingerprints: Fingerprints;
  /** Which of them nobody is shown. */
  readonly bars: Bars;
  /** Finds a posting that stands. */
  readonly standing: (key: string) => Standing | undefined;
  readonly #db: Database;
  readonly #folder: string;
  readonly #json;
  readonly #put;
  readonly #remove;
  /** Of the postings that this publication puts. */
  readonly #marks = new Map<string, Marks>();

  constructor(db: Database) {
    this.#db = db;
    this.#folder = emptyFolder(db);
    db.exec(
      `CREATE TABLE IF NOT EXISTS posting (
         key TEXT PRIMARY KEY, partner TEXT NOT NULL, expires INTEGER, json TEXT NOT NULL
       );
       CREATE INDEX IF NOT EXISTS posting_partner ON posting (partner);
       CREATE INDEX IF NOT EXISTS posting_expires ON posting (expires) WHERE expires IS NOT NULL;`,
    );
    this.fingerprints = new Fingerprints(db);
    this.bars = new Bars(db);
    this.standing = standingIn(db);
    this.#json = db.prepare<{ json: string }>('SELECT json FROM posting WHERE key = ?');
    this.#put = db.prepare(
      'INSERT OR REPLACE INTO posting (key, partner, expires, json) VALUES (?, ?, ?, ?)',
    );
    this.#remove = db.prepare('DELETE FROM posting WHERE key = ?');
  }

  /** The file in which a partner's postings are laid aside, for `StagingFile`. */
  stagedAt(partner: string): string {
    // A colon is no sign that every system lets stand in a name.
    return join(this.#folder, `${partner.replace(':', '~')}.lines`);
  }

  /** Takes the log of the file over into it, so that it does not grow from one publication to the next. */
  checkpoint(): void {
    this.#db.exec('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** Forgets what was staged of a partner. */
  unstage(partner: string): void {
    rmSync(this.stagedAt(partner), { force: true });
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
   * Call it inside the publication's transaction.
   */
  apply(partner: string, complete: boolean): Required<Changes> {
    const path = this.stagedAt(partner);
    const seen = new Set<string>();
    const put: string[] = [];
    const barred: string[] = [];
    for (const staged of existsSync(path) ? readStaged(path) : []) {
      const { key } = staged;
      if (seen.has(key)) continue;
      seen.add(key);
      if (staged.posting === undefined) continue;
      this.#put.run(key, partner, staged.expires, staged.posting);
      if (staged.bar) {
        barred.push(key);
        this.bars.put(key, partner, staged.bar);
      } else {
        put.push(key);
        this.bars.lift(key);
        if (staged.marks && this.#marks.size < MOST_MARKS) this.#marks.set(key, staged.marks);
      }
    }
    const gone = complete ? this.of(partner).filter((key) => !seen.has(key)) : [];
    this.unstage(partner);
    return { put, gone, barred };
  }

  /** By what the group of a posting is looked for, where it was worked out when the posting was staged. */
  marks(key: string): Marks | undefined {
    return this.#marks.get(key);
  }

  /** Writes what a publication noted of groups. Call it at its end, in its transaction. */
  settle(): void {
    this.fingerprints.settle();
    this.#marks.clear();
  }

  /** Forgets what a publication noted that was thrown away. */
  forget(): void {
    this.fingerprints.forget();
    this.#marks.clear();
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

  /**
   * The postings of partners that are not in the list any more.
   *
   * @param kept what the ids of partners begin with that need not be in it
   */
  orphans(partners: readonly string[], kept: string): string[] {
    // From partner to partner in their index, since there may be a million postings.
    return this.#keys(
      `WITH RECURSIVE of (partner) AS (
         SELECT min(partner) FROM posting
         UNION ALL
         SELECT (SELECT min(partner) FROM posting WHERE partner > of.partner) FROM of WHERE partner IS NOT NULL
       )
       SELECT key FROM posting WHERE partner IN (
         SELECT partner FROM of
         WHERE partner NOT IN (SELECT value FROM json_each(?1)) AND substr(partner, 1, length(?2)) <> ?2
       )`,
      JSON.stringify(partners),
      kept,
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

  #keys(sql: string, ...params: (string | number)[]): string[] {
    return this.#db
      .prepare<{ key: string }>(sql)
      .all(...params)
      .map((row) => row.key);
  }
}

/** Finds the postings that stand, and whether anybody is shown them. */
export function standingIn(db: Database): (key: string) => Standing | undefined {
  const find = db.prepare<{ json: string; reason: string | null }>(
    'SELECT json, reason FROM posting LEFT JOIN barred ON barred.key = posting.key WHERE posting.key = ?',
  );
  return (key) => find.get(key);
}

/** The folder beside the index in which postings are laid aside, without what a killed process left there. */
function emptyFolder(db: Database): string {
  const { file } = db.prepare<{ file: string }>('PRAGMA database_list').get()!;
  if (!file) return mkdtempSync(join(tmpdir(), 'town-jobs-staged-'));
  const folder = join(dirname(file), 'staged');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}
