import type { Database } from '../shared/database.ts';

/** Of a key that many postings share only so many are looked at, the oldest. */
const MOST_OF_A_KEY = 32;
/** A posting is compared with so many others, those that share most keys with it. */
const MOST_CANDIDATES = 24;

/**
 * By what the postings that stand are grouped, in the index file: each with the offer that shows it and the keys under
 * which it meets others. A posting takes some 400 bytes here.
 */
export class Fingerprints {
  readonly #find;
  readonly #insert;
  readonly #move;
  readonly #delete;
  readonly #meet;
  readonly #met;
  readonly #leave;

  constructor(db: Database) {
    db.exec(
      `CREATE TABLE IF NOT EXISTS fingerprint (
         number INTEGER PRIMARY KEY, posting TEXT NOT NULL UNIQUE, offer TEXT NOT NULL, keys BLOB NOT NULL
       );
       CREATE TABLE IF NOT EXISTS fingerprint_key (
         grouping INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (grouping, number)
       ) WITHOUT ROWID;`,
    );
    this.#find = db.prepare<{ number: number; offer: string; keys: Uint8Array }>(
      'SELECT number, offer, keys FROM fingerprint WHERE posting = ?',
    );
    this.#insert = db.prepare('INSERT INTO fingerprint (posting, offer, keys) VALUES (?, ?, ?)');
    this.#move = db.prepare('UPDATE fingerprint SET offer = ? WHERE posting = ? AND offer <> ?1');
    this.#delete = db.prepare('DELETE FROM fingerprint WHERE number = ?');
    this.#meet = db.prepare(
      'INSERT OR IGNORE INTO fingerprint_key (grouping, number) SELECT value, ? FROM json_each(?)',
    );
    this.#leave = db.prepare(
      'DELETE FROM fingerprint_key WHERE number = ? AND grouping IN (SELECT value FROM json_each(?))',
    );
    this.#met = db.prepare<{ posting: string }>(
      `SELECT posting FROM fingerprint_key JOIN fingerprint USING (number)
       WHERE grouping = ? ORDER BY number LIMIT ${MOST_OF_A_KEY}`,
    );
  }

  /** Whether a posting stands: one that a publication has just put does so only after {@link put}. */
  has(posting: string): boolean {
    return this.#find.get(posting) !== undefined;
  }

  /** The offer that shows a posting. */
  offerOf(posting: string): string | undefined {
    return this.#find.get(posting)?.offer;
  }

  /** Notes the offer of a posting and its keys. */
  put(posting: string, offer: string, keys: readonly number[]): void {
    const packed = new Uint8Array(Float64Array.from(keys).buffer);
    const known = this.#find.get(posting);
    if (known && Buffer.compare(known.keys, packed) === 0) {
      this.#move.run(offer, posting);
      return;
    }
    if (known) this.#remove(known);
    const number = this.#insert.run(posting, offer, packed).lastInsertRowid;
    this.#meet.run(number, JSON.stringify(keys));
  }

  /** Notes that another offer shows a posting now. */
  move(posting: string, offer: string): void {
    this.#move.run(offer, posting);
  }

  remove(posting: string): void {
    const known = this.#find.get(posting);
    if (known) this.#remove(known);
  }

  /** The postings that share keys, those that share most of them first, and the older before the newer. */
  meeting(keys: readonly number[], except: string): string[] {
    const shared = new Map<string, number>();
    for (const key of keys) {
      for (const { posting } of this.#met.all(key)) {
        if (posting !== except) shared.set(posting, (shared.get(posting) ?? 0) + 1);
      }
    }
    return [...shared]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_CANDIDATES)
      .map(([posting]) => posting);
  }

  #remove({ number, keys }: { number: number; keys: Uint8Array }): void {
    this.#leave.run(number, JSON.stringify([...new Float64Array(keys.slice().buffer)]));
    this.#delete.run(number);
  }
}
