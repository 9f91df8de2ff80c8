import type { Database } from '../shared/database.ts';
import { NewKeys } from './new-keys.ts';

/** Of a key that many postings share only so many are looked at, the oldest. */
const MOST_OF_A_KEY = 32;
/** A posting is compared with so many others, those that share most keys with it. */
const MOST_CANDIDATES = 16;
/** Postings with places in several départements have more keys; they are met by the first. */
const KEYS_A_QUERY = 20;
/** So many keys are written at once. */
const KEYS_A_STATEMENT = 2000;
/** Keys of a publication wait in memory until they are so many, some 40 MB. */
const MOST_NEW_KEYS = 400_000;

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
  readonly #posting;
  readonly #leave;
  /** Keys of this publication; they are written when they are many and at its end, see {@link settle}. */
  readonly #new = new NewKeys();
  readonly #mostNew: number;

  /** @param mostNew how many keys wait in memory to be written */
  constructor(db: Database, mostNew = MOST_NEW_KEYS) {
    this.#mostNew = mostNew;
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
      `INSERT OR IGNORE INTO fingerprint_key (grouping, number)
       SELECT value ->> 0, value ->> 1 FROM json_each(?)`,
    );
    this.#leave = db.prepare(
      'DELETE FROM fingerprint_key WHERE number = ? AND grouping IN (SELECT value FROM json_each(?))',
    );
    this.#posting = db.prepare<{ posting: string }>('SELECT posting FROM fingerprint WHERE number = ?');
    const oldest = `SELECT * FROM (SELECT number FROM fingerprint_key WHERE grouping = ? ORDER BY number LIMIT ${MOST_OF_A_KEY})`;
    // One row: libsql keeps some memory of every reading of several until a publication is over.
    this.#met = db.prepare<{ list: string }>(
      `SELECT json_group_array(json_array(number, shared)) AS list FROM (
         SELECT number, count(*) AS shared FROM (${Array(KEYS_A_QUERY).fill(oldest).join(' UNION ALL ')}) GROUP BY number
       )`,
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
    this.#new.add(keys, inserted.lastInsertRowid);
    if (this.#new.size > this.#mostNew) this.settle();
    return known?.offer;
  }

  /**
   * Writes the keys that {@link put} has noted. In their order they touch each page of the file once, where one after
   * the other they would touch as many pages as there are keys. Call it at the end of a publication, in its transaction.
   */
  settle(): void {
    for (const pairs of this.#new.drain(KEYS_A_STATEMENT)) this.#meet.run(JSON.stringify(pairs));
  }

  /** Forgets the keys of a publication that was thrown away. */
  forget(): void {
    this.#new.clear();
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
    const some = keys.slice(0, KEYS_A_QUERY);
    const asked: (number | null)[] = [...some];
    while (asked.length < KEYS_A_QUERY) asked.push(null);
    const met = new Map(JSON.parse(this.#met.get(...asked)!.list) as [number: number, shared: number][]);
    for (const key of some) {
      for (const number of this.#new.numbers(key, MOST_OF_A_KEY)) met.set(number, (met.get(number) ?? 0) + 1);
    }
    return [...met]
      .toSorted(([a, sharedByA], [b, sharedByB]) => sharedByB - sharedByA || a - b)
      .slice(0, MOST_CANDIDATES + 1)
      .map(([number]) => this.#posting.get(number)!.posting)
      .filter((posting) => posting !== except)
      .slice(0, MOST_CANDIDATES);
  }

  #remove({ number, keys }: { number: number; keys: Uint8Array }): void {
    const removed = [...new Float64Array(keys.slice().buffer)];
    if (!this.#new.remove(removed, number)) this.#leave.run(number, JSON.stringify(removed));
    this.#delete.run(number);
  }
}
