import { deepStrictEqual } from 'node:assert/strict';
import type { CompiledBoard } from '../../endpoint/src/boards/board.ts';
import { Oracle } from '../../endpoint/src/search/conformance/oracle.ts';
import type { Random } from '../../endpoint/src/search/conformance/random.ts';
import { openEngine } from '../../endpoint/src/search/embedded/engine.ts';
import type { BuiltIndex } from './built-index.ts';
import type { Corpus } from './corpus.ts';
import { print } from './measuring.ts';
import { makeSearch, SEARCHES, typed } from './queries.ts';

/** A linear scan keeps all offers in memory and walks them for every number. */
export const MOST_TO_CHECK = 3000;
const ASKED_OF_EACH_KIND = 4;

/**
 * Holds the engine's answers to those of the linear scan, for some questions of each kind.
 *
 * @throws with both answers where they differ
 */
export async function checkAnswers(
  index: BuiltIndex,
  corpus: Corpus,
  size: number,
  boards: readonly CompiledBoard[],
  random: Random,
): Promise<void> {
  const engine = openEngine({ file: index.file });
  const offers = Array.from({ length: size }, (_, number) => corpus.offer(number));
  const oracle = new Oracle(offers, engine.state());
  let compared = 0;
  const compare = async (asked: unknown, answer: Promise<unknown>, expected: Promise<unknown>) => {
    deepStrictEqual(plain(await answer), plain(await expected), JSON.stringify(asked));
    compared++;
  };
  for (const board of boards) {
    const { scope } = board;
    const asking = { random, corpus, board };
    for (const make of Object.values(SEARCHES)) {
      for (let asked = 0; asked < ASKED_OF_EACH_KIND; asked++) {
        const request = makeSearch(make, asking);
        await compare(request, engine.search(scope, request), oracle.search(scope, request));
        await compare(request, engine.count(scope, request), oracle.count(scope, request));
        await compare(request, engine.map(scope, request), oracle.map(scope, request));
        const words = typed(asking);
        await compare(words, engine.suggest(scope, words, 8), oracle.suggest(scope, words, 8));
      }
    }
  }
  await engine.close();
  print(`${compared} answers are those of the linear scan.`);
}

/** As it travels: keys without a value are no keys. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
