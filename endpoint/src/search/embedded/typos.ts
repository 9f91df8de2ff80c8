import type { Database, Statement } from '../../shared/database.ts';
import { FEWEST_OFFERS, isCorrectable, spellingsOf } from '../typos.ts';
import type { Term } from '../words/analyse.ts';
import type { Columns } from './message.ts';
import { parseRows } from './rowlist.ts';
import { Vocabulary } from './vocabulary.ts';

/** Words whose offers are counted in one walk: one bit each. */
const COUNTED_AT_ONCE = 32;

/** What typos are corrected on. */
interface Board {
  rows: Uint32Array;
  /** Offers by the number of a label. */
  labels: Uint32Array;
}

/** A word that may have been meant. */
interface Candidate {
  word: number;
  /** Of titles, trades and employers that have it. */
  labels: Uint32Array;
  /** No more offers than this carry it: one that has it in title and trade is counted twice. */
  most: number;
}

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
   * @param elsewhere offers of the whole index that carry the word as it was typed: a target must have more of them
   */
  meant(term: Term, board: Board, columns: Columns, elsewhere: number): string | undefined {
    if (!isCorrectable(term)) return undefined;
    const typed = spellingsOf(term);
    const fewest = Math.max(FEWEST_OFFERS, elsewhere + 1);
    return (
      this.#best(this.#vocabulary.near(typed, 'same'), board, columns, fewest) ??
      this.#best(this.#vocabulary.near(typed, 'other'), board, columns, fewest)
    );
  }

  /** The most frequent of the nearest words that are frequent enough, as it is shown. */
  #best(
    near: ReadonlyMap<number, number>,
    board: Board,
    columns: Columns,
    fewest: number,
  ): string | undefined {
    for (const rank of [...new Set(near.values())].sort()) {
      const words = [...near.keys()].filter((word) => near.get(word) === rank);
      const best = mostFrequent(this.#candidates(words, board, fewest), board, columns, fewest);
      if (best.length > 0) return best.map((word) => this.#written.get(word)!.written).sort()[0];
    }
    return undefined;
  }

  /** Those of the words that may be frequent enough, by how many offers carry their labels at most. */
  #candidates(words: readonly number[], { labels: totals }: Board, fewest: number): Candidate[] {
    const candidates: Candidate[] = [];
    for (const word of words) {
      const labels = parseRows(this.#labels.get(word)?.rows);
      let most = 0;
      for (const label of labels) most += totals[label] ?? 0;
      if (most >= fewest) candidates.push({ word, labels, most });
    }
    return candidates.sort((a, b) => b.most - a.most);
  }
}

/** The words with the most offers; what cannot have more than the best so far is not counted. */
function mostFrequent(
  candidates: readonly Candidate[],
  { rows }: Board,
  columns: Columns,
  fewest: number,
): number[] {
  let best: number[] = [];
  let least = fewest;
  for (let first = 0; first < candidates.length; first += COUNTED_AT_ONCE) {
    const some = candidates.slice(first, first + COUNTED_AT_ONCE).filter(({ most }) => most >= least);
    if (some.length === 0) break;
    const totals = totalsOf(
      some.map(({ labels }) => labels),
      rows,
      columns,
    );
    totals.forEach((total, index) => {
      if (total < least) return;
      if (total > least) best = [];
      least = total;
      best.push(some[index]!.word);
    });
  }
  return best;
}

/** How many offers carry each word in their title, their trade or their employer's name. */
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
