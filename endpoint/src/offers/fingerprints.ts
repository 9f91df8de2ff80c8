import type { Database } from '../shared/database.ts';

/** Of a key that many postings share only so many are looked at, the oldest. */
const MOST_OF_A_KEY = 32;
/** A posting is compared with so many others, those that share most keys with it. */
const MOST_CANDIDATES = 16;
/** Postings with places in several départements have more keys; they are met by the first. */
const KEYS_A_QUERY = 20;

/**
 * By what the postings that stand are grouped, in the index file: each with the offer that shows it and the keys under
 * which it meets others. A posting takes some 400 bytes here.
 */
export class Fingerprints {
  readonly #find;
  readonly #offer;
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
    this.#offer = db.prepare<{ offer: string }>('SELECT offer FROM fingerprint WHERE posting = ?');
    this.#insert = db.prepare('INSERT OR IGNORE INTO fingerprint (posting, offer, keys) VALUES (?, ?, ?)');
    this.#move = db.prepare('UPDATE fingerprint SET offer = ? WHERE posting = ? AND offer <> ?1');
    this.#delete = db.prepare('DELETE FROM fingerprint WHERE number = ?');
    this.#meet = db.prepare(
      'INSERT OR IGNORE INTO fingerprint_key (grouping, number) SELECT value, ? FROM json_each(?)',
    );
    this.#leave = db.prepare(
      'DELETE FROM fingerprint_key WHERE number = ? AND grouping IN (SELECT value FROM json_each(?))',
    );
    const oldest = `SELECT * FROM (SELECT number FROM fingerprint_key WHERE grouping = ? ORDER BY number LIMIT ${MOST_OF_A_KEY})`;
    this.#met = db.prepare<{ posting: string }>(
      `SELECT posting FROM (
         SELECT number, count(*) AS shared FROM (${Array(KEYS_A_QUERY).fill(oldest).join(' UNION ALL ')})
         GROUP BY number ORDER BY shared DESC, number LIMIT ${MOST_CANDIDATES + 1}
       ) JOIN fingerprint USING (number) ORDER BY shared DESC, number`,
    );
  }

  /** Whether a posting stands: one that a publication has just put does so only after {@link put}. */
  has(posting: string): boolean {
    return this.#offer.get(posting) !== undefined;
  }

  /** The offer that shows a posting. */
  offerOf(posting: string): string | undefined {
    return this.#offer.get(posting)?.offer;
  }

  /**
   * Notes the offer of a posting and its keys.
   *
   * @returns the offer that showed it until now
   */
  put(posting: string, offer: string, keys: readonly number[]): string | undefined {
    const packed = new Uint8Array(Float64Array.from(keys).buffer);
    let inserted = this.#insert.run(posting, offer, packed);
    let known;
    if (inserted.changes === 0) {
      known = this.#find.get(posting)!;
      if (Buffer.compare(known.keys, packed) === 0) {
        this.#move.run(offer, posting);
        return known.offer;
      }
      this.#remove(known);
      inserted = this.#insert.run(posting, offer, packed);
    }
    this.#meet.run(inserted.lastInsertRowid, JSON.stringify(keys));
    return known?.offer;
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
    const asked: (number | null)[] = keys.slice(0, KEYS_A_QUERY);
    while (asked.length < KEYS_A_QUERY) asked.push(null);
    const met = this.#met.all(...asked).map(({ posting }) => posting);
    return met.filter((posting) => posting !== except).slice(0, MOST_CANDIDATES);
  }

  #remove({ number, keys }: { number: number; keys: Uint8Array }): void {
    this.#leave.run(number, JSON.stringify([...new Float64Array(keys.slice().buffer)]));
    this.#delete.run(number);
  }
}
