import type { ReactiveControllerHost } from 'lit';
import { countOf, createCounter, type CountState } from '../board/counter.ts';
import { CRITERIA } from '../board/criteria.ts';
import type { PageSearch } from '../board/search.ts';
import { queryString } from '../client/client.ts';
import { Membership } from './membership.ts';
import { isOnline, onNetworkBack } from './network.ts';
import { clientOf, isComplete, openSearch, type CompleteSettings, type OpenSearch } from './open-search.ts';
import { ownCriteria } from './presets.ts';
import { COUNTER, ELEMENTS, settingsOf, type ElementSettings } from './settings.ts';

export type { CountState } from '../board/counter.ts';

/**
 * Gives a counter its number. With criteria of its own (`q place radius contract since` attributes), or alone on a
 * page, it asks `…/count`, which is cheap; else it follows the total of the page's search of its name.
 */
export class CountController extends Membership {
  #joined: OpenSearch | undefined;
  #counter: PageSearch | undefined;
  #counted = '';
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    super(host, ['search', 'board', 'endpoint', ...CRITERIA]);
  }

  /** Undefined where board or endpoint are missing: show the link. */
  get state(): CountState | undefined {
    const search = this.#joined?.search ?? this.#counter;
    return search && countOf(search.state);
  }

  /** BCP 47 tag of the nearest `lang`. */
  get lang(): string {
    return this.settings.lang;
  }

  protected join(settings: ElementSettings): void {
    const isReady = isComplete(settings);
    const opened = isReady && !isOnItsOwn(this.host, settings) ? openSearch(settings) : undefined;
    if (this.#leave && opened && opened === this.#joined) return;

    this.leave();
    this.#joined = opened;
    if (opened) this.#leave = opened.join(() => this.host.requestUpdate());
    else if (isReady) this.#leave = this.#count(settings);
    else this.#counter = undefined;
    this.host.requestUpdate();
  }

  protected leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  #count({ board, endpoint }: CompleteSettings): () => void {
    const criteria = ownCriteria(this.host);
    const counted = `${endpoint} ${board} ${queryString(criteria)}`;
    if (!this.#counter || this.#counted !== counted) {
      this.#counter = createCounter({ board, client: clientOf(endpoint), criteria, isOnline });
      this.#counted = counted;
    }
    const counter = this.#counter;
    const unsubscribe = counter.subscribe(() => this.host.requestUpdate());
    const stop = onNetworkBack(() => counter.networkBack());
    counter.start();
    return () => {
      unsubscribe();
      stop();
    };
  }
}

/** A counter counts for itself where it has criteria, or where no other element shares its search. */
export function isOnItsOwn(host: Element, { name, board }: CompleteSettings): boolean {
  if (Object.keys(ownCriteria(host)).length > 0) return true;
  for (const element of document.querySelectorAll(ELEMENTS)) {
    if (element.localName === COUNTER) continue;
    const other = settingsOf(element);
    if (other.name === name && other.board === board) return false;
  }
  return true;
}
