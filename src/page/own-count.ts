import { createCounter } from '../board/own-count.ts';
import type { PageSearch } from '../board/search.ts';
import { queryString } from '../client/client.ts';
import { isOnline, onNetworkBack } from './network.ts';
import { clientOf, type CompleteSettings } from './open-search.ts';
import { ownCriteria } from './presets.ts';

/** What a counter asks for itself. */
export interface OwnCount {
  readonly search: PageSearch;
  /** What it counts, as text. */
  readonly counted: string;
  leave(): void;
}

/**
 * Asks what a counter counts, and calls it back on each change. It is loaded where a counter counts for itself.
 *
 * @param last What it asked before: it goes on where it counts the same.
 */
export function countFor(
  counter: Element,
  { board, endpoint }: CompleteSettings,
  onChange: () => void,
  last?: OwnCount,
): OwnCount {
  const criteria = ownCriteria(counter);
  const counted = `${endpoint} ${board} ${queryString(criteria)}`;
  const search =
    last?.counted === counted
      ? last.search
      : createCounter({ board, client: clientOf(endpoint), criteria, isOnline });
  const unsubscribe = search.subscribe(onChange);
  const stop = onNetworkBack(() => search.networkBack());
  search.start();
  return {
    search,
    counted,
    leave() {
      unsubscribe();
      stop();
    },
  };
}
