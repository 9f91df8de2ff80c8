import MiniSearch from 'minisearch';
import { fold } from '../../endpoint/src/search/words/fold.ts';
import type { Comparator, FlatOffer } from './comparator.ts';
import type { Corpus } from './corpus.ts';
import { flatOffers } from './flat-offers.ts';
import { megabytes, printFigure, timed } from './measuring.ts';

/** More offers than this do not fit into the memory of one process together with their words. */
export const MOST_FOR_MINISEARCH = 50_000;

/** MiniSearch, the inverted index in memory that JavaScript projects reach for. */
export async function miniSearch(corpus: Corpus, size: number): Promise<Comparator> {
  const before = process.memoryUsage().rss;
  const index = new MiniSearch<FlatOffer>({
    idField: 'row',
    fields: ['title', 'trade', 'employer', 'text'],
    storeFields: ['title', 'contract', 'insee'],
    processTerm: fold,
  });
  const { ms } = await timed(() => {
    for (const offer of flatOffers(corpus, size)) index.add(offer);
  });
  printFigure('MiniSearch: ingest', ms / 1000, 's', ` · ${Math.round((size / ms) * 1000)} offers/s`);
  printFigure('MiniSearch: memory', megabytes(process.memoryUsage().rss - before), 'MB');

  const search: Comparator['words'] = (words, { scope }) =>
    index.search(words, {
      combineWith: 'AND',
      boost: { title: 8, trade: 4, employer: 4 },
      filter: ({ insee }) => scope.communes.has(insee as string),
    });
  return {
    name: 'MiniSearch',
    words: search,
    contracts(words, board) {
      const totals = new Map<string, number>();
      for (const { contract } of search(words, board) as { contract: string }[]) {
        totals.set(contract, (totals.get(contract) ?? 0) + 1);
      }
      return totals;
    },
  };
}
