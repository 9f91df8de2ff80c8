import type { ReactiveControllerHost } from 'lit';
import { countOf, type CountState } from '../board/counter.ts';
import { CRITERIA } from '../board/criteria.ts';
import { Membership } from './membership.ts';
import { isComplete, openSearch, type CompleteSettings, type OpenSearch } from './open-search.ts';
import type { countFor, OwnCount } from './own-count.ts';
import { ownCriteria } from './presets.ts';
import { COUNTER, ELEMENTS, settingsOf, type ElementSettings } from './settings.ts';

export type { CountState } from '../board/counter.ts';

/**
 * Gives a counter its number. With criteria of its own (`q place radius contract since` attributes), or alone on a
 * page, it asks `…/count`, which is cheap; else it follows the total of the page's search of its name.
 */
export class CountController extends Membership {
  #joined: OpenSearch | undefined;
  #own: OwnCount | undefined;
  #countFor: typeof countFor | undefined;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    super(host, ['search', 'board', 'endpoint', ...CRITERIA]);
  }

  /** Undefined where board or endpoint are missing: show the link. */
  get state(): CountState | undefined {
    const search = (this.#joined ?? this.#own)?.search;
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
    if (opened) this.#leave = opened.join(this.#onChange);
    else if (isReady) this.#countAlone(settings);
    else this.#own = undefined;
    this.host.requestUpdate();
  }

  protected leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  #onChange = (): void => this.host.requestUpdate();

  #countAlone(settings: CompleteSettings): void {
    if (this.#countFor) {
      this.#own = this.#countFor(this.host, settings, this.#onChange, this.#own);
      this.#leave = this.#own.leave;
      return;
    }
    import('./own-count.ts').then(
      ({ countFor }) => {
        this.#countFor = countFor;
        this.rejoin();
      },
      // The link inside the counter remains.
      () => {},
    );
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
