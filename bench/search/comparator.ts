import type { CompiledBoard } from '../../endpoint/src/boards/board.ts';
import type { Corpus } from './corpus.ts';
import { printHead, printTimes, measured } from './measuring.ts';
import { titleWord, type Asking } from './queries.ts';
import type { Random } from '../../endpoint/src/search/conformance/random.ts';

const QUERIES = 100;

/** Another way to search the same offers: each question is answered with a total and the first 20 offers. */
export interface Comparator {
  name: string;
  /** Offers of the board that carry all words, best first by the comparator's own ranking. */
  words(words: string, board: CompiledBoard): unknown;
  /** Offers of the board within so many kilometres of a point; absent where it knows no places. */
  radius?(point: readonly [number, number], km: number, board: CompiledBoard): unknown;
  /** How many offers of the board carry all words, by contract; absent where it cannot count groups. */
  contracts?(words: string, board: CompiledBoard): unknown;
}

/** What of an offer comparators are given: its first place alone. */
export interface FlatOffer {
  row: number;
  title: string;
  trade: string;
  employer: string;
  text: string;
  contract: string;
  insee: string;
  latitude: number | null;
  longitude: number | null;
  day: number;
}

/** Asks a comparator what the engine was asked, as far as it can. */
export async function measureComparator(
  comparator: Comparator,
  corpus: Corpus,
  boards: readonly CompiledBoard[],
  random: Random,
): Promise<void> {
  for (const board of boards) {
    const asking: Asking = { random, corpus, board };
    const [commonest, second, third] = corpus.vocabulary.words;
    const measure = async (name: string, ask: () => unknown) =>
      printTimes(name, await measured(QUERIES, ask));
    printHead(`${comparator.name}, ${board.definition.id}`);
    await measure('a word of titles', () => comparator.words(titleWord(asking), board));
    await measure('a word of texts', () => comparator.words(corpus.vocabulary.word(random), board));
    await measure('the commonest word', () => comparator.words(commonest!, board));
    await measure('three words', () => comparator.words(`${second} ${third} ${titleWord(asking)}`, board));
    if (comparator.radius) {
      await measure('radius 20 km', () => comparator.radius!(board.scope.centre, 20, board));
    }
    if (comparator.contracts) {
      await measure('a word, contracts counted', () => comparator.contracts!(titleWord(asking), board));
    }
  }
}
