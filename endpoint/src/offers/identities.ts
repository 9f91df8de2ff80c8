import { randomBytes } from 'node:crypto';
import type { Database } from '../shared/database.ts';
import { Denylist } from './denylist.ts';

/** What is known of an offer that the index does not show. */
export type FormerOffer = { kind: 'alias'; of: string } | { kind: 'closed'; title: string; closedAt: number };

/** An offer's id and its age: the smaller `minted`, the older. */
export interface Identity {
  id: string;
  minted: number;
}

/** The offer of a posting, and what was remembered of the posting when it joined it. */
export interface KnownPosting extends Identity {
  /** See `stampOf`; `null` where an older version of the software did not note it. */
  stamp: Uint8Array | null;
}

/** Crockford's base 32 in lower case: no letter that is read as another. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 10;

/**
 * Who is who: which offer a posting belongs to, for ever. Ids are minted once; where two offers turn out to be
 * one, the older id stays and the younger becomes its alias.
 */
export class Identities {
  /** The postings that were taken down. */
  readonly denied: Denylist;
  readonly #db: Database;
  readonly #known;
  readonly #minted;
  readonly #mint;
  readonly #open;
  readonly #assign;
  readonly #move;
  readonly #release;
  readonly #realias;
  readonly #alias;
  readonly #close;
  readonly #aliasOf;
  readonly #find;
  readonly #offer;
  readonly #postings;
  readonly #aliases;
  readonly #closedBefore;
  readonly #forget;

  constructor(db: Database) {
    this.#db = db;
    this.denied = new Denylist(db);
    this.#known = db.prepare(
      'SELECT offer.id, offer.minted, stamp FROM identity JOIN offer ON offer.id = identity.offer WHERE posting = ?',
    );
    this.#minted = db.prepare<{ minted: number }>('SELECT minted FROM offer WHERE id = ?');
    this.#mint = db.prepare('INSERT INTO offer (id, title) VALUES (?, ?)');
    this.#open = db.prepare(
      'UPDATE offer SET title = ?1, closed_at = NULL WHERE id = ?2 AND (title <> ?1 OR closed_at IS NOT NULL)',
    );
    this.#assign = db.prepare(
      `INSERT INTO identity (posting, offer, stamp) VALUES (?, ?, ?)
       ON CONFLICT (posting) DO UPDATE SET offer = excluded.offer, stamp = excluded.stamp
       WHERE offer <> excluded.offer OR stamp IS NOT excluded.stamp`,
    );
    this.#move = db.prepare('UPDATE identity SET offer = ? WHERE offer = ?');
    this.#release = db.prepare('DELETE FROM identity WHERE offer = ? AND posting <> ?');
    this.#realias = db.prepare('UPDATE alias SET offer = ? WHERE offer = ?');
    this.#alias = db.prepare('INSERT OR REPLACE INTO alias (id, offer) VALUES (?, ?)');
    this.#close = db.prepare('UPDATE offer SET closed_at = ? WHERE id = ? AND closed_at IS NULL');
    this.#aliasOf = db.prepare<{ offer: string }>('SELECT offer FROM alias WHERE id = ?');
    this.#find = db.prepare<{ id: string; title: string }>(
      'SELECT id, title FROM offer WHERE id = coalesce((SELECT offer FROM alias WHERE id = ?1), ?1)',
    );
    this.#offer = db.prepare<{ title: string; closedAt: number | null }>(
      'SELECT title, closed_at AS closedAt FROM offer WHERE id = ?',
    );
    // One row each: libsql keeps some memory of every reading of several until a publication is over.
    this.#postings = db.prepare<{ list: string }>(
      'SELECT json_group_array(posting) AS list FROM identity WHERE offer = ?',
    );
    this.#aliases = db.prepare<{ list: string }>(
      'SELECT json_group_array(id) AS list FROM alias WHERE offer = ?',
    );
    this.#closedBefore = db.prepare<{ id: string }>('SELECT id FROM offer WHERE closed_at < ?');
    this.#forget = [
      'DELETE FROM identity WHERE offer = ?',
      'DELETE FROM alias WHERE offer = ?',
      'DELETE FROM offer WHERE id = ?',
    ].map((sql) => db.prepare(sql));
  }

  /** Runs synchronous changes as one commit. */
  batch<T>(fn: () => T): T {
    return this.#db.transaction(fn);
  }

  /** The offers that these postings belonged to so far, each once. */
  of(postings: readonly string[]): Identity[] {
    const found = new Map<string, Identity>();
    for (const posting of postings) {
      const known = this.known(posting);
      if (known) found.set(known.id, { id: known.id, minted: known.minted });
    }
    return [...found.values()];
  }

  /** Which offer a posting belonged to so far. */
  known(posting: string): KnownPosting | undefined {
    return this.#known.get(posting) as unknown as KnownPosting | undefined;
  }

  /** The age of an id: the smaller, the older. */
  minted(id: string): number {
    return this.#minted.get(id)!.minted;
  }

  /** All postings that are or were this offer. */
  postings(id: string): string[] {
    return JSON.parse(this.#postings.get(id)!.list) as string[];
  }

  /** The ids that were merged into this one. */
  aliases(id: string): string[] {
    return JSON.parse(this.#aliases.get(id)!.list) as string[];
  }

  /** A new id. */
  mint(title: string): Identity {
    const id = [...randomBytes(ID_LENGTH)].map((byte) => ALPHABET[byte & 31]).join('');
    return { id, minted: this.#mint.run(id, title).lastInsertRowid };
  }

  /** Notes that a posting is this offer, and by what it can be told later whether it changed. */
  assign(id: string, posting: string, stamp: Uint8Array): void {
    this.#assign.run(posting, id, stamp);
  }

  /** Forgets the postings that were this offer, all but one. */
  release(id: string, kept: string): void {
    this.#release.run(id, kept);
  }

  /** Notes that the offer is open. */
  open(id: string, title: string): void {
    this.#open.run(title, id);
  }

  /** Notes that the offer was merged into another: its postings are that one for ever, and its id leads there. */
  merge(id: string, into: string): void {
    this.#move.run(into, id);
    this.#realias.run(into, id);
    this.#alias.run(id, into);
  }

  /**
   * Notes that the offer is gone; it keeps its id and reopens under it.
   *
   * @returns whether it was open until now
   */
  close(id: string, at: number): boolean {
    return this.#close.run(at, id).changes > 0;
  }

  /** The offer of an id, or the one that it was merged into, open or closed. */
  find(id: string): { id: string; title: string } | undefined {
    return this.#find.get(id);
  }

  /**
   * Forgets the offers that closed before an instant, with their postings and the aliases that lead to them.
   *
   * @param stands whether a posting is shown all the same: a publication that was cut off may have closed it here alone
   */
  forget(before: number, stands: (posting: string) => boolean): void {
    for (const { id } of this.#closedBefore.all(before)) {
      if (this.postings(id).some(stands)) continue;
      for (const statement of this.#forget) statement.run(id);
    }
  }

  /** What became of an id that the index does not show; `undefined` where it was never minted here. */
  former(id: string): FormerOffer | undefined {
    const alias = this.#aliasOf.get(id);
    if (alias) return { kind: 'alias', of: alias.offer };
    const offer = this.#offer.get(id);
    if (!offer || offer.closedAt === null) return undefined;
    return { kind: 'closed', title: offer.title, closedAt: offer.closedAt };
  }
}
