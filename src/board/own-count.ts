import type { Client } from '../client/client.ts';
import { getCount } from '../client/count.ts';
import type { OffersAnswer } from '../client/sanity.ts';
import { createSearch, type PageSearch } from './search.ts';
import type { Board, Criteria } from './state.ts';

export interface CounterOptions {
  /** Id of the board. */
  readonly board: string;
  readonly client: Client;
  readonly criteria?: Criteria;
  readonly isOnline?: () => boolean;
}

/** A private search that only counts: one small request, no list. Asks nothing before `start`. */
export function createCounter({ criteria, ...options }: CounterOptions): PageSearch {
  const offers: Client['offers'] = async (board, query, ...rest) => {
    const { total, freshness, theme } = await getCount(options.client, board, query, ...rest);
    return {
      total,
      offers: [] as OffersAnswer['offers'],
      board: { freshness, theme } as Board,
    } as OffersAnswer;
  };
  return createSearch({
    ...options,
    name: '',
    criteria: { ...criteria, page: undefined },
    source: { offers },
  });
}
