import type { Database } from '../shared/database.ts';

/** Why postings were taken down, and when. */
export interface Denial {
  /** Id of the offer that they were. */
  offer: string;
  why?: string;
  /** ms since the epoch. */
  at: number;
}

/**
 * The postings that nobody is shown although their partners send them: offers that were taken down. They are known by
 * their keys, so that no refresh and no rebuilt index brings them back.
 */
export class Denylist {
  readonly #has;
  readonly #add;
  readonly #join;
  readonly #lift;
  readonly #offers;

  constructor(db: Database) {
    this.#has = db.prepare('SELECT 1 FROM denied WHERE posting = ?');
    this.#add = db.prepare('INSERT OR IGNORE INTO denied (posting, offer, why, at) VALUES (?, ?, ?, ?)');
    this.#join = db.prepare(
      'INSERT OR IGNORE INTO denied (posting, offer, why, at) SELECT ?, offer, why, at FROM denied WHERE posting = ?',
    );
    this.#lift = db.prepare('DELETE FROM denied WHERE offer = ?');
    this.#offers = db.prepare<{ offer: string }>('SELECT DISTINCT offer FROM denied');
  }

  has(posting: string): boolean {
    return this.#has.get(posting) !== undefined;
  }

  add(postings: readonly string[], { offer, why, at }: Denial): void {
    for (const posting of postings) this.#add.run(posting, offer, why ?? null, at);
  }

  /** Denies postings that turned out to be the same job as a denied one. */
  join(postings: readonly string[], denied: string): void {
    for (const posting of postings) this.#join.run(posting, denied);
  }

  /** Lets postings be shown again that were taken down as one of these offers. */
  lift(offers: readonly string[]): void {
    for (const offer of offers) this.#lift.run(offer);
  }

  /** Ids of the offers that were taken down. */
  offers(): string[] {
    return this.#offers.all().map(({ offer }) => offer);
  }
}
