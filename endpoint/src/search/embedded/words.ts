import type { Database, Statement } from '../../shared/database.ts';
import type { Term } from '../words/analyse.ts';
import { parseRows } from './rowlist.ts';

/** How well an offer matches all words: 1 in its title, 2 in title and trade, 3 anywhere; 0 not at all. */
export type Tiers = Uint8Array;

/** Finds rows by words in the full-text tables. */
export class Words {
  readonly #names: Statement<{ rows: string | null }>;
  readonly #texts: Statement<{ rows: string | null }>;
  readonly #labels: Statement<{ rows: string | null }>;

  constructor(db: Database) {
    const match = (table: string) =>
      db.prepare<{ rows: string | null }>(
        `SELECT group_concat(rowid, ',') AS rows FROM ${table} WHERE ${table} MATCH ?`,
      );
    this.#names = match('search_names');
    this.#texts = match('search_texts');
    this.#labels = match('search_labels');
  }

  /** The tier of every row; with `ranked` false only whether it matches. */
  tiers(terms: readonly Term[], rows: number, ranked: boolean): Tiers {
    const tiers = new Uint8Array(rows);
    this.#anywhere(terms, tiers);
    if (ranked) {
      mark(
        tiers,
        this.#find(
          this.#names,
          all(terms, (term) => inColumns('title trade', term)),
        ),
        2,
      );
      mark(
        tiers,
        this.#find(
          this.#names,
          all(terms, (term) => inColumns('title', term)),
        ),
        1,
      );
    }
    return tiers;
  }

  /** Whether a word, or what it begins, finds one of these rows. */
  finds(term: Term, rows: Uint32Array, last: number): boolean {
    const tiers = this.tiers([term], last, false);
    return rows.some((row) => tiers[row] !== 0);
  }

  /** Rows that carry a whole word in title, trade or employer. */
  named({ tokens, name }: Term): Uint32Array {
    const term = { tokens, name };
    return this.#find(this.#names, `(${inColumns('title trade', term)}) OR (${inEmployer(term)})`);
  }

  /** Numbers of the labels that carry every word, in a title or in an employer's name. */
  labels(terms: readonly Term[]): Uint32Array {
    const titles = all(terms, (term) => inColumns('title', term));
    const employers = all(terms, (term) => inEmployer(term));
    return this.#find(this.#labels, `(${titles}) OR (${employers})`);
  }

  /**
   * A whole word may stand anywhere; the beginning of one only in title, trade and employer, whose table is small.
   */
  #anywhere(terms: readonly Term[], tiers: Tiers): void {
    mark(tiers, this.#find(this.#texts, all(terms, inText)), 3);
    const last = terms.at(-1)!;
    if (!last.starts) return;
    const begun = this.#find(this.#names, `(${inColumns('title trade', last)}) OR (${inEmployer(last)})`);
    const others = terms.slice(0, -1);
    if (others.length === 0) return mark(tiers, begun, 3);
    const rest = new Uint8Array(tiers.length);
    mark(rest, this.#find(this.#texts, all(others, inText)), 1);
    for (const row of begun) if (rest[row] === 1) tiers[row] = 3;
  }

  #find(statement: Statement<{ rows: string | null }>, query: string): Uint32Array {
    return parseRows(statement.get(query)?.rows);
  }
}

/** Rows that were written after the columns are beyond the end of the array, where writing has no effect. */
function mark(tiers: Tiers, rows: Uint32Array, tier: number): void {
  for (const row of rows) tiers[row] = tier;
}

function all(terms: readonly Term[], expression: (term: Term) => string): string {
  return terms.map((term) => `(${expression(term)})`).join(' AND ');
}

/** Tokens hold letters and digits only; quoted, none of them is an operator. */
const exact = (token: string) => `"${token}"`;
const begins = (token: string) => `"${token}"*`;

function inText(term: Term): string {
  return [...term.tokens, `=${term.name}`].map(exact).join(' OR ');
}

function inColumns(columns: string, term: Term): string {
  const words = term.tokens.map(exact);
  if (term.starts) words.push(begins(term.starts.token));
  return `{${columns}} : (${words.join(' OR ')})`;
}

function inEmployer(term: Term): string {
  return `{employer} : ${term.starts ? begins(term.starts.name) : exact(term.name)}`;
}
