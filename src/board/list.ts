import type { Client, OffersQuery } from '../client/client.ts';
import type { OffersAnswer } from '../client/sanity.ts';
import { MAX_PAGE, PAGE_SIZE, type Facet } from './criteria.ts';
import type { Criteria } from './state.ts';

/** What only an answer can name: its facets are asked for where a search is narrowed by it. */
const NAMED = ['trade', 'sector', 'commune', 'employer'] as const;
/** The most offers that the endpoint gives at once. */
const MAX_LIMIT = 100;

/** Where to ask, and whether an answer that is kept here will do. */
export interface Asking {
  readonly source: Pick<Client, 'offers'>;
  readonly board: string;
  readonly signal: AbortSignal;
  readonly fresh?: boolean;
  readonly withBoard?: boolean;
  /** What is to be counted by value. */
  readonly facets: ReadonlySet<Facet>;
}

/**
 * Gets a list from its first offer to the end of page `criteria.page`, in one request where 100 offers suffice.
 * `pages` of the answer counts pages of 20, whatever was asked at once.
 */
export async function getList(asking: Asking, criteria: Criteria): Promise<OffersAnswer> {
  const wanted = (criteria.page ?? 1) * PAGE_SIZE;
  const limit = Math.min(wanted, MAX_LIMIT);
  const first = await getPage(asking, criteria, 1, limit, true);

  let offers = first.offers;
  for (let page = 2; offers.length < wanted && (page - 1) * limit < Math.min(wanted, first.total); page++) {
    const next = await getPage(asking, criteria, page, limit, false);
    offers = append(offers, next.offers);
  }
  const pages = Math.min(Math.ceil(first.total / PAGE_SIZE), MAX_PAGE);
  return { ...first, offers: offers.slice(0, wanted), pages };
}

/** Gets page `criteria.page` alone. */
export async function getNextPage(asking: Asking, criteria: Criteria): Promise<OffersAnswer> {
  return getPage(asking, criteria, criteria.page ?? 1, PAGE_SIZE, false);
}

/** Gets the facets alone. */
export async function getFacets(asking: Asking, criteria: Criteria): Promise<OffersAnswer['facets']> {
  const { facets } = await getPage(asking, { ...criteria, sort: undefined }, 1, 1, true);
  return facets;
}

/** Adds offers at the end but for those that are there: between two pages the index may have moved on. */
export function append<T extends { id: string }>(list: readonly T[], more: readonly T[]): T[] {
  const known = list.map(({ id }) => id);
  return [...list, ...more.filter(({ id }) => !known.includes(id))];
}

function getPage(
  { source, board, signal, fresh, withBoard, facets }: Asking,
  criteria: Criteria,
  page: number,
  limit: number,
  isFirst: boolean,
): Promise<OffersAnswer> {
  const query: OffersQuery = {
    ...criteria,
    page: page > 1 ? page : undefined,
    limit: limit === PAGE_SIZE ? undefined : limit,
    facets: isFirst ? [...new Set([...facets, ...NAMED.filter((facet) => criteria[facet])])] : undefined,
    include: isFirst && withBoard ? ['board'] : undefined,
  };
  return source.offers(board, query, signal, fresh);
}
