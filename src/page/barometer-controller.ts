import type { ReactiveControllerHost } from 'lit';
import { createBarometer, rankedBy } from '../board/barometer.ts';
import { CRITERIA } from '../board/criteria.ts';
import type { PageSearch } from '../board/search.ts';
import type { Search, SearchState } from '../board/state.ts';
import { queryString } from '../client/client.ts';
import { isOnItsOwn } from './count-controller.ts';
import { Membership } from './membership.ts';
import { isOnline, onNetworkBack } from './network.ts';
import { clientOf, isComplete, openSearch, type CompleteSettings, type OpenSearch } from './open-search.ts';
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
  #leave: (() => void) | undefined;

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
    this.#joined = undefined;
    if (!isComplete(settings)) this.#counting = undefined;
    else if (isOnItsOwn(this.host, settings)) this.#count(settings);
    else this.#follow(settings);
    this.host.requestUpdate();
  }

  protected leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  #count(settings: CompleteSettings): void {
    const counting = this.#open(settings, ownCriteria(this.host));
    this.#leave = this.#listen(counting);
    counting.start();
  }

  #follow(settings: CompleteSettings): void {
    const opened = (this.#joined = openSearch(settings));
    const { search } = opened;
    const counting = this.#open(settings, search.state.criteria);
    const follow = () => {
      const { status, criteria, generation = 0 } = search.state;
      if (status === 'answers' || status === 'none') {
        counting.restore(rankedBy(criteria));
        counting.start();
        if (generation > (counting.state.generation ?? generation)) counting.retry();
      }
      this.host.requestUpdate();
    };
    const stop = this.#listen(counting);
    const leave = opened.join(follow);
    this.#leave = () => {
      stop();
      leave();
    };
    follow();
  }

  /** The numbers stay while an element is moved, and where its settings come to the same. */
  #open({ board, endpoint, name }: CompleteSettings, criteria: SearchState['criteria']): PageSearch {
    const own = this.#joined ? name : queryString(criteria);
    const counted = `${endpoint} ${board} ${Boolean(this.#joined)} ${own}`;
    if (!this.#counting || this.#counted !== counted) {
      this.#counting = createBarometer({ board, client: clientOf(endpoint), criteria, isOnline });
      this.#counted = counted;
    }
    return this.#counting;
  }

  #listen(counting: PageSearch): () => void {
    const unsubscribe = counting.subscribe(() => this.host.requestUpdate());
    const stop = onNetworkBack(() => counting.networkBack());
    return () => {
      unsubscribe();
      stop();
    };
  }
}
