import type { Random } from '../../endpoint/src/search/conformance/random.ts';
import { openEngine } from '../../endpoint/src/search/embedded/engine.ts';
import type { CompiledBoard } from '../../endpoint/src/boards/board.ts';
import type { BuiltIndex } from './built-index.ts';
import type { Corpus } from './corpus.ts';
import { megabytes, printFigure, printHead, printTimes, timed, measured } from './measuring.ts';
import { makeSearch, SEARCHES, titleWord, typed, type Asking } from './queries.ts';

const QUERIES = 300;

/** Measures the engine alone, without HTTP, one query at a time. */
export async function measureInProcess(
  index: BuiltIndex,
  corpus: Corpus,
  boards: readonly CompiledBoard[],
  random: Random,
): Promise<void> {
  const before = process.memoryUsage().rss;
  const { ms, result: engine } = await timed(() => openEngine({ file: index.file }));
  printFigure('start of the engine', ms, 'ms');

  for (const board of boards) {
    const { scope } = board;
    const asking: Asking = { random, corpus, board };
    const first = await timed(() => engine.count(scope, {}));
    printHead(`${board.definition.id}: ${first.result.total} offers`);
    printTimes('its very first question', { times: [first.ms] });
    for (const [name, make] of Object.entries(SEARCHES)) {
      printTimes(name, await measured(QUERIES, () => engine.search(scope, makeSearch(make, asking))));
    }
    printTimes('count', await measured(QUERIES, () => engine.count(scope, { q: titleWord(asking) })));
    printTimes('map', await measured(QUERIES, () => engine.map(scope, { q: titleWord(asking) })));
    printTimes('map of all', await measured(QUERIES, () => engine.map(scope, {})));
    printTimes('suggest', await measured(QUERIES, () => engine.suggest(scope, typed(asking), 8)));
    printTimes('places', await measured(QUERIES, () => suggestPlaces(asking)));
  }
  const { rss } = process.memoryUsage();
  printFigure('memory', megabytes(rss), 'MB', ` · ${megabytes(rss - before).toFixed(0)} MB more than before`);
  await engine.close();
}

function suggestPlaces({ random, corpus, board }: Asking): unknown {
  const { communes, departments } = board.scope;
  const typedName = corpus.commune(random).name.slice(0, 1 + random.int(6));
  return corpus.places.suggest(typedName, { members: board.members, inReach: communes, departments }, 8);
}
