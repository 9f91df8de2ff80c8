import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Search, SearchState } from '../board/state.ts';

/** What an element learns about the page it stands on. */
export interface ElementSettings {
  /** Name of the search that the element belongs to. */
  readonly name: string;
  /** Id of the board; absent where nobody on the page names one. */
  readonly board?: string;
  /** Address of the endpoint without a final slash; absent where a bundled copy was given none. */
  readonly endpoint?: string;
  /** BCP 47 tag of the nearest `lang`, for dates, numbers and distances. */
  readonly lang: string;
}

/**
 * Joins an element to the page's search of its name and asks it to render on each change.
 * Name: own `search` attribute, else the nearest `<town-jobs>`'s, else `default`.
 * Board: own `board`, else the nearest `<town-jobs>`'s, else the script tag's `data-board`, else that of any other
 * element of the same search.
 */
export class SearchController implements ReactiveController {
  constructor(host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** The search; undefined while the element is not joined, or where board or endpoint are missing: show the link. */
  get search(): Search | undefined {
    return undefined;
  }

  /** The search's state; undefined where there is no search: show the link. */
  get state(): SearchState | undefined {
    return undefined;
  }

  get settings(): ElementSettings {
    return { name: 'default', lang: 'fr' };
  }

  /** Remembers in this history entry that the resident leaves for an offer, so that Back can return to its card. */
  follow(_offerId: string): void {}

  /**
   * Id of the offer to bring into view and focus: set when the resident came back without the back/forward cache.
   * Answers once; later calls, and calls before the list is there, get undefined.
   */
  takeFollowed(): string | undefined {
    return undefined;
  }

  hostConnected(): void {}

  hostDisconnected(): void {}
}
