import type { Client } from '../client/client.ts';
import type { OffersAnswer } from '../client/sanity.ts';
import { createSearch, type PageSearch } from './search.ts';
import type { Board, Criteria, Failure, SearchState } from './state.ts';

/** What a counter shows. */
export interface CountState {
  readonly status: 'before' | 'loading' | 'answers' | 'failed' | 'offline';
  /** Kept while loading and after a failure. */
  readonly total?: number;
  /** When partners were last asked, ISO 8601. */
  readonly refreshedAt?: string;
  /** The board's theme, known from the first answer on. */
  readonly theme?: Readonly<Record<string, string>>;
  readonly failure?: Failure;
}

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
    const { total, freshness, theme } = await options.client.count(board, query, ...rest);
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

/** What a counter shows of a search, its own or that of the page. */
export function countOf({ status, total, board, failure }: SearchState): CountState {
  const refreshedAt = board?.freshness.refreshedAt;
  return { status: status === 'none' ? 'answers' : status, total, refreshedAt, theme: board?.theme, failure };
}
