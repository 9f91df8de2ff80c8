import type { Criteria, SearchState } from '../board/state.ts';
import { addressed, type AddressRules } from './address.ts';
import { changeHistory, noteHere, withNote } from './note.ts';
import { writeAddress } from './written-address.ts';

/** Typing and "see more" replace the entry of the history, committing adds one. */
export type AddressIntent = 'type' | 'more' | 'commit';

/**
 * Keeps one search in the address of the page. Foreign parameters, the hash and `history.state` stay as they are.
 * It is loaded once somebody asks for something else, goes back, or comes back.
 */
export class AddressKeeper {
  readonly #rules: AddressRules;
  readonly #restore: (criteria: Criteria) => void;
  /** What the entry held before the resident began to type: where Back is to lead. */
  #settled: Criteria;
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
    this.#settled = this.#written = addressed(rules);
    const note = cameBack() ? noteHere() : undefined;
    this.#followed = note?.search === rules.prefix ? note.offer : undefined;
  }

  write(criteria: Criteria, intent: AddressIntent): void {
    if (intent === 'commit' && this.#queryOf(criteria) !== this.#queryOf(this.#settled)) {
      this.#replace(this.#settled);
      this.#push(criteria);
    } else {
      this.#replace(criteria);
    }
    this.#written = criteria;
    if (intent !== 'type') this.#settled = criteria;
    this.#known = location.search;
  }

  /** Restores what the address names, where it changed since it was last looked at or written. */
  look(): void {
    if (this.#known === location.search) return;
    this.#known = location.search;
    this.#settled = this.#written = addressed(this.#rules);
    this.#restore(this.#written);
  }

  /** What stands in the entry is settled: the resident leaves it for an offer. */
  settle(): void {
    this.#settled = this.#written;
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

  #replace(criteria: Criteria): void {
    const href = this.#href(criteria);
    if (href !== location.href) changeHistory(() => history.replaceState(history.state, '', href));
  }

  #push(criteria: Criteria): void {
    changeHistory(() => history.pushState(withNote(), '', this.#href(criteria)));
  }
}

function cameBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward';
}
