import type { Database, Statement } from '../../shared/database.ts';
import type { Term } from '../words/analyse.ts';
import { EVERYWHERE, type Cell } from './cells.ts';
import { parseRows } from './rowlist.ts';

/** How well an offer matches all words: 1 in its title, 2 in title and trade, 3 anywhere; 0 not at all. */
export type Tiers = Uint8Array;

type Matching = Statement<{ rows: string | null }>;

/** A full-text expression for the words of one cell. */
type InCell = (cell: Cell) => string;

/** Each cell costs every row that is read a comparison, each statement some 20 µs. */
const CELLS_AT_ONCE = 8;

/** Finds rows by words in the full-text tables. */
export class Words {
  readonly #names: Matching;
  readonly #texts: Matching;
  readonly #labels: Matching;

  constructor(db: Database) {
    const match = (table: string) =>
      db.prepare<{ rows: string | null }>(
        `SELECT group_concat(rowid, ',') AS rows FROM ${table} WHERE ${table} MATCH ?`,
      );
    this.#names = match('search_names');
    this.#texts = match('search_texts');
    this.#labels = match('search_labels');
  }

  /** The tier of every row in these cells; with `ranked` false only whether it matches. Nothing where no row does. */
  tiers(terms: readonly Term[], cells: readonly Cell[], rows: number, ranked: boolean): Tiers | undefined {
    const tiers = new Uint8Array(rows);
    if (!this.#anywhere(terms, cells, tiers)) return undefined;
    if (ranked) {
      const inName = (columns: string) => (cell: Cell) =>
        all(terms, (term) => inColumns(columns, term, cell));
      mark(tiers, this.#find(this.#names, cells, inName('title trade')), 2);
      mark(tiers, this.#find(this.#names, cells, inName('title')), 1);
    }
    return tiers;
  }

  /** Whether a word, or what it begins, finds one of these rows, all of which lie in these cells. */
  finds(term: Term, cells: readonly Cell[], rows: Uint32Array, last: number): boolean {
    return findsAny(rows, this.tiers([term], cells, last, false));
  }

  /** Rows of the whole index that carry a whole word in title, trade or employer. */
  named({ tokens, name }: Term): Uint32Array {
    return this.#find(this.#names, [EVERYWHERE], (cell) => inName({ tokens, name }, cell))[0]!;
  }

  /** Numbers of the labels that carry every word, in a title or in an employer's name. */
  labels(terms: readonly Term[]): Uint32Array {
    return parseRows(this.#labels.get(beginningAnywhere(terms) ?? inOneLabel(terms))?.rows);
  }

  /**
   * Marks what matches and says whether anything does. A whole word may stand anywhere; the beginning of one only in
   * title, trade and employer, whose table is small.
   */
  #anywhere(terms: readonly Term[], cells: readonly Cell[], tiers: Tiers): boolean {
    const whole = this.#find(this.#texts, cells, (cell) => all(terms, (term) => inText(term, cell)));
    mark(tiers, whole, 3);
    const last = terms.at(-1)!;
    const begun = last.starts ? this.#find(this.#names, cells, (cell) => inName(last, cell)) : [];
    const others = terms.slice(0, -1);
    if (others.length === 0) mark(tiers, begun, 3);
    if (others.length === 0 || !hasRows(begun)) return hasRows(whole) || hasRows(begun);
    const rest = new Uint8Array(tiers.length);
    mark(
      rest,
      this.#find(this.#texts, cells, (cell) => all(others, (term) => inText(term, cell))),
      1,
    );
    let isMarked = hasRows(whole);
    for (const rows of begun) {
      for (const row of rows) {
        if (rest[row] !== 1) continue;
        tiers[row] = 3;
        isMarked = true;
      }
    }
    return isMarked;
  }

  /** An offer in several cells has all of its words in each, so that no expression need reach over two. */
  #find(statement: Matching, cells: readonly Cell[], expression: InCell): Uint32Array[] {
    const found: Uint32Array[] = [];
    for (let first = 0; first < cells.length; first += CELLS_AT_ONCE) {
      const some = cells.slice(first, first + CELLS_AT_ONCE);
      const query = some.map((cell) => `(${expression(cell)})`).join(' OR ');
      found.push(parseRows(statement.get(query)?.rows));
    }
    return found;
  }
}

/** Whether one of these rows has a tier. */
export function findsAny(rows: Uint32Array, tiers: Tiers | undefined): boolean {
  if (!tiers) return false;
  for (let index = 0; index < rows.length; index++) if (tiers[rows[index]!] !== 0) return true;
  return false;
}

const hasRows = (lists: readonly Uint32Array[]) => lists.some(({ length }) => length > 0);

/** Rows that were written after the columns are beyond the end of the array, where writing has no effect. */
function mark(tiers: Tiers, lists: readonly Uint32Array[], tier: number): void {
  for (const rows of lists) for (let index = 0; index < rows.length; index++) tiers[rows[index]!] = tier;
}

function all(terms: readonly Term[], expression: (term: Term) => string): string {
  return terms.map((term) => `(${expression(term)})`).join(' AND ');
}

/** Tokens hold letters and digits only; quoted, none of them is an operator. */
const exact = (token: string) => `"${token}"`;
const begins = (token: string) => `"${token}"*`;

function inText(term: Term, cell: Cell): string {
  return [...term.tokens, `=${term.name}`].map((token) => exact(cell + token)).join(' OR ');
}

function inName(term: Term, cell: Cell): string {
  return `(${inColumns('title trade', term, cell)}) OR (${inEmployer(term, cell)})`;
}

/** Labels are indexed without a cell. */
function inColumns(columns: string, term: Term, cell: Cell = ''): string {
  const words = term.tokens.map((token) => exact(cell + token));
  if (term.starts) words.push(begins(cell + term.starts.token));
  return `{${columns}} : (${words.join(' OR ')})`;
}

/** Titles have finished tokens, employers words as they are written. */
function inOneLabel(terms: readonly Term[]): string {
  const titles = all(terms, (term) => inColumns('title', term));
  const employers = all(terms, (term) => inEmployer(term));
  return `(${titles}) OR (${employers})`;
}

/** Two letters begin the words of a sixth of a country's labels: where it is one search, it is made once. */
function beginningAnywhere([first, ...others]: readonly Term[]): string | undefined {
  const { tokens, starts } = first!;
  const isOne = others.length === 0 && starts?.token === starts?.name;
  return starts && isOne && tokens.every((token) => token.startsWith(starts.token))
    ? begins(starts.token)
    : undefined;
}

function inEmployer({ name, starts }: Term, cell: Cell = ''): string {
  return `{employer} : ${starts ? begins(cell + starts.name) : exact(cell + name)}`;
}
