import type { Database, Statement } from '../../shared/database.ts';
import { FEWEST_OFFERS, isCorrectable, spellingsOf } from '../typos.ts';
import type { Term } from '../words/analyse.ts';
import type { Columns } from './message.ts';
import { parseRows } from './rowlist.ts';
import { Vocabulary } from './vocabulary.ts';

/** Words whose offers are counted in one walk: one bit each. */
const COUNTED_AT_ONCE = 32;

/** Finds what a mistyped word was meant to be. */
export class Typos {
  readonly #vocabulary: Vocabulary;
  readonly #labels: Statement<{ rows: string | null }>;
  readonly #written: Statement<{ written: string }>;

  constructor(db: Database) {
    this.#vocabulary = new Vocabulary(db);
    this.#labels = db.prepare(
      "SELECT group_concat(label, ',') AS rows FROM search_word_label WHERE word = ?",
    );
    this.#written = db.prepare('SELECT written FROM search_word WHERE word = ?');
  }

  /**
   * The word that a resident meant, as it is shown; nothing where none is near.
   *
   * @param rows of the board
   * @param elsewhere offers of the whole index that carry the word as it was typed: a target must have more of them
   */
  meant(term: Term, rows: Uint32Array, columns: Columns, elsewhere: number): string | undefined {
    if (!isCorrectable(term)) return undefined;
    const typed = spellingsOf(term);
    return (
      this.#best(this.#vocabulary.near(typed, 'same'), rows, columns, elsewhere) ??
      this.#best(this.#vocabulary.near(typed, 'other'), rows, columns, elsewhere)
    );
  }

  /** The most frequent of the nearest words that are frequent enough, as it is shown. */
  #best(
    near: ReadonlyMap<number, number>,
    rows: Uint32Array,
    columns: Columns,
    elsewhere: number,
  ): string | undefined {
    for (const rank of [...new Set(near.values())].sort()) {
      const words = [...near.keys()].filter((word) => near.get(word) === rank);
      const totals = this.#totals(words, rows, columns);
      const most = Math.max(...totals);
      if (most < FEWEST_OFFERS || most <= elsewhere) continue;
      const best = words.filter((_, index) => totals[index] === most);
      return best.map((word) => this.#written.get(word)!.written).sort()[0];
    }
    return undefined;
  }

  /** How many offers carry each word in their title, their trade or their employer's name. */
  #totals(words: readonly number[], rows: Uint32Array, columns: Columns): number[] {
    const totals: number[] = [];
    for (let first = 0; first < words.length; first += COUNTED_AT_ONCE) {
      const lists = words
        .slice(first, first + COUNTED_AT_ONCE)
        .map((word) => parseRows(this.#labels.get(word)?.rows));
      totals.push(...totalsOf(lists, rows, columns));
    }
    return totals;
  }
}

function totalsOf(lists: readonly Uint32Array[], rows: Uint32Array, columns: Columns): number[] {
  const { title, trade, employer } = columns;
  let last = 0;
  for (const labels of lists) for (const label of labels) last = Math.max(last, label);
  const carried = new Uint32Array(last + 1);
  lists.forEach((labels, word) => {
    for (const label of labels) carried[label]! |= 1 << word;
  });
  const totals = lists.map(() => 0);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    let words = carried[title[row]!]! | carried[trade[row]!]! | carried[employer[row]!]!;
    for (; words !== 0; words &= words - 1) totals[31 - Math.clz32(words & -words)]!++;
  }
  return totals;
}
