import { CRITERIA } from './choices.ts';
import { queryString, type Client, type OffersQuery } from './client.ts';
import { corrected, freshness, number, shape, theme, type CountAnswer } from './sanity.ts';

export type CountQuery = Omit<OffersQuery, 'sort' | 'page' | 'limit' | 'facets' | 'include'>;

/** What narrows a search: all criteria but order and page. */
const NARROWING = CRITERIA.slice(0, -2);

/** A number with its freshness; undefined where there is no number. */
export const saneCount = shape<CountAnswer>({ total: number, corrected, freshness, theme }, 'total');

/** How many offers match what narrows the query, and how fresh the board is. `fresh` passes over a kept answer. */
export async function getCount(
  client: Client,
  board: string,
  query: CountQuery,
  signal: AbortSignal,
  fresh = false,
): Promise<CountAnswer> {
  return client.get(board, `/count${queryString(query, NARROWING)}`, saneCount, signal, fresh);
}
