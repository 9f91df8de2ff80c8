import type { Client } from '../client/client.ts';
import type { CounterOptions } from './own-count.ts';
import { UNSTATED } from './criteria.ts';
import { createSearch, type PageSearch } from './search.ts';
import type { Criteria, Facets } from './state.ts';

/** What a barometer ranks. */
export const RANKED = ['trade', 'sector'] as const;
export type Ranked = (typeof RANKED)[number];

/** A trade or a sector that recruits. */
export interface Rank {
  readonly label: string;
  /** The values of its facet: partners that give no code have one of their own for the same label. */
  readonly values: readonly string[];
  readonly total: number;
}

export interface Ranking {
  /** The most frequent first. */
  readonly ranks: readonly Rank[];
  /** Offers that say nothing of it. */
  readonly unstated: number;
}

/** Ranks that are shown of trades and of sectors. */
const SHOWN = 8;

/**
 * A private search that only counts trades and sectors: one request, no list. They do not narrow it themselves, so
 * that a part stays a part of the same whole while a resident chooses. Asks nothing before `start` or `restore`.
 */
export function createBarometer({ criteria = {}, ...options }: CounterOptions): PageSearch {
  const offers: Client['offers'] = (board, query, ...rest) =>
    options.client.offers(board, { ...query, limit: 1 }, ...rest);
  return createSearch({
    ...options,
    name: '',
    criteria: rankedBy(criteria),
    facets: RANKED,
    source: { offers },
  });
}

/** What a barometer asks of a search: all that narrows it but trades and sectors. */
export function rankedBy(criteria: Criteria): Criteria {
  return { ...criteria, trade: undefined, sector: undefined, sort: undefined, page: undefined };
}

/** The most frequent values of a facet; those of one label are one. */
export function rankingOf(facet: Facets[Ranked] = []): Ranking {
  const ranks = new Map<string, Rank>();
  let unstated = 0;
  for (const { value, total, label = value } of facet) {
    const key = label.toLowerCase();
    const known = ranks.get(key);
    if (value === UNSTATED) unstated = total;
    else if (known) {
      ranks.set(key, { ...known, values: [...known.values, value], total: known.total + total });
    } else if (total) ranks.set(key, { label, values: [value], total });
  }
  return { ranks: [...ranks.values()].sort((a, b) => b.total - a.total).slice(0, SHOWN), unstated };
}
