import type { Criteria, SearchState } from '../board/state.ts';
import { addressed, type AddressRules } from './address.ts';
import { changeHistory, noteHere, withNote } from './note.ts';
import { writeAddress } from './written-address.ts';

/**
 * Keeps one search in the address of the page. Foreign parameters, the hash and `history.state` stay as they are.
 * It is loaded once somebody asks for something else, goes back, or comes back.
 */
export class AddressKeeper {
  readonly #rules: AddressRules;
  readonly #restore: (criteria: Criteria) => void;
  #written: Criteria;
  /** The query that the search last knew. */
  #known: string;
  #followed: string | undefined;

  /**
   * @param known The query that the search began with
   * @param restore Called with the criteria of an address that the resident went back or forward to.
   */
  constructor(rules: AddressRules, known: string, restore: (criteria: Criteria) => void) {
    this.#rules = rules;
    this.#known = known;
    this.#restore = restore;
    this.#written = addressed(rules);
    const note = cameBack() ? noteHere() : undefined;
    this.#followed = note?.search === rules.prefix ? note.offer : undefined;
  }

  /** Another search adds an entry to the history; "see more" and the same search change the one that is there. */
  write(criteria: Criteria, isMore: boolean): void {
    const isNew = !isMore && this.#queryOf(criteria) !== this.#queryOf(this.#written);
    const href = this.#href(criteria);
    if (isNew) changeHistory(() => history.pushState(withNote(), '', href));
    else if (href !== location.href) changeHistory(() => history.replaceState(history.state, '', href));
    this.#written = criteria;
    this.#known = location.search;
  }

  /** Restores what the address names, where it changed since it was last looked at or written. */
  look(): void {
    if (this.#known === location.search) return;
    this.#known = location.search;
    this.#written = addressed(this.#rules);
    this.#restore(this.#written);
  }

  /** The offer of these that was followed from this entry, where the page was loaded by Back; told once. */
  takeFollowed(offers: SearchState['offers']): string | undefined {
    const offer = this.#followed;
    this.#followed = undefined;
    if (offer) changeHistory(() => history.replaceState(withNote(), ''));
    for (const { id } of offers) {
      if (id === offer) return id;
    }
    return undefined;
  }

  #queryOf(criteria: Criteria): string {
    return writeAddress(location.search, this.#rules, criteria);
  }

  #href(criteria: Criteria): string {
    return location.href.replace(/[?#].*$/s, '') + this.#queryOf(criteria) + location.hash;
  }
}

function cameBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward';
}
