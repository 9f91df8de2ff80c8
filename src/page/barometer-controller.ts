import type { ReactiveControllerHost } from 'lit';
import { createBarometer, rankedBy } from '../board/barometer.ts';
import { CRITERIA } from '../board/criteria.ts';
import type { PageSearch } from '../board/search.ts';
import type { Search, SearchState } from '../board/state.ts';
import { queryString } from '../client/client.ts';
import { isOnItsOwn } from './count-controller.ts';
import { Membership } from './membership.ts';
import { isOnline, onNetworkBack } from './network.ts';
import { clientOf, isComplete, openSearch, type OpenSearch } from './open-search.ts';
import { ownCriteria } from './presets.ts';
import type { ElementSettings } from './settings.ts';

/**
 * Gives a barometer its numbers. With criteria of its own, or alone on a page, it counts for them; else it follows
 * the page's search of its name, after the list has come.
 */
export class BarometerController extends Membership {
  #joined: OpenSearch | undefined;
  #counting: PageSearch | undefined;
  #counted = '';
  #stops: readonly (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    super(host, ['search', 'board', 'endpoint', ...CRITERIA]);
  }

  /** Undefined where board or endpoint are missing: show the link. */
  get state(): SearchState | undefined {
    return this.#counting?.state;
  }

  /** The search of the page that it follows; undefined where it counts for itself. */
  get search(): Search | undefined {
    return this.#joined?.search;
  }

  /** Asks again after a failure. */
  retry(): void {
    this.#counting?.retry();
  }

  protected join(settings: ElementSettings): void {
    this.leave();
    const update = () => this.host.requestUpdate();
    update();
    const isReady = isComplete(settings);
    const opened = isReady && !isOnItsOwn(this.host, settings) ? openSearch(settings) : undefined;
    this.#joined = opened;
    if (!isReady) {
      this.#counting = undefined;
      return;
    }

    const { board, endpoint, name } = settings;
    const own = ownCriteria(this.host);
    // The numbers stay while the element is moved.
    const counted = [endpoint, board, opened && name, queryString(own)].join(' ');
    if (this.#counted !== counted) this.#counting = undefined;
    this.#counted = counted;
    const counting = (this.#counting ??= createBarometer({
      board,
      client: clientOf(endpoint),
      criteria: own,
      isOnline,
    }));
    const follow = () => {
      const { status, criteria, generation = 0 } = opened!.search.state;
      if (status === 'answers' || status === 'none') {
        counting.restore(rankedBy(criteria));
        counting.start();
        if (generation > counting.state.generation!) counting.retry();
      }
      update();
    };
    this.#stops = [counting.subscribe(update), onNetworkBack(() => counting.networkBack())];
    if (opened) {
      this.#stops = [...this.#stops, opened.join(follow)];
      follow();
    } else {
      counting.start();
    }
  }

  protected leave(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
