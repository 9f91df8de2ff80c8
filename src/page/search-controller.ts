import type { ReactiveControllerHost } from 'lit';
import type { Search, SearchState } from '../board/state.ts';
import { Membership } from './membership.ts';
import { isComplete, openSearch, type OpenSearch } from './open-search.ts';
import { prefixOf, type ElementSettings } from './settings.ts';

export type { ElementSettings } from './settings.ts';

/**
 * Joins an element to the page's search of its name and asks it to render on each change.
 * Name: own `search` attribute, else the nearest `<town-jobs>`'s, else `default`.
 * Board: own `board`, else the nearest `<town-jobs>`'s, else the script tag's `data-board`, else that of any other
 * element of the same search.
 */
export class SearchController extends Membership {
  #opened: OpenSearch | undefined;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    super(host, ['search', 'board', 'endpoint']);
  }

  /** The search; undefined while the element is not joined, or where board or endpoint are missing: show the link. */
  get search(): Search | undefined {
    return this.#opened?.search;
  }

  /** The search's state; undefined where there is no search: show the link. */
  get state(): SearchState | undefined {
    return this.#opened?.search.state;
  }

  /** What its parameters begin with in the address of the page; undefined where it leaves the address alone. */
  get prefix(): string | undefined {
    return this.#opened?.isInAddress ? prefixOf(this.settings.name) : undefined;
  }

  /** Remembers in this history entry that the resident leaves for an offer, so that Back can return to its card. */
  follow(offer: string): void {
    this.#opened?.follow(offer);
  }

  /**
   * Id of the offer to bring into view and focus: set when the resident came back without the back/forward cache.
   * Answers once; calls before the list is there get undefined.
   */
  takeFollowed(): string | undefined {
    return this.#opened?.takeFollowed();
  }

  protected join(settings: ElementSettings): void {
    const opened = isComplete(settings) ? openSearch(settings) : undefined;
    if (this.#leave && opened === this.#opened) return;

    this.leave();
    this.#opened = opened;
    this.host.requestUpdate();
    this.#leave = opened?.join(() => this.host.requestUpdate());
  }

  /** The search stays known, so that an element which is out of the document for a moment keeps what it shows. */
  protected leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}
