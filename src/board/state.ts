import type { components } from '../client/api.gen.ts';
import type { Choice } from '../client/choices.ts';
import type { Board, UnderstoodPlace } from '../client/sanity.ts';
import type { Facet } from './criteria.ts';

export type { Board, UnderstoodPlace };

export type OfferCard = components['schemas']['OfferCard'];
export type Facets = components['schemas']['Facets'];
export type Loosening = components['schemas']['Loosening'];
export type Suggestion = components['schemas']['Suggestion'];
export type PlaceSuggestion = components['schemas']['PlaceSuggestion'];
export type Sort = 'relevance' | 'newest' | 'nearest';

/**
 * What a search asks for. An absent key is no criterion. Choices are words of a closed list, or values as the facet of
 * that name gives them (INSEE codes, ids of partners).
 */
export interface Criteria extends Partial<Record<Choice, string[]>> {
  q?: string;
  /** INSEE code, postcode, département, name, or "latitude,longitude". */
  place?: string;
  /** Kilometres. */
  radius?: number;
  /** Days. */
  since?: number;
  sort?: Sort;
  /** The last page that is shown, from 1: the list holds all pages up to it. */
  page?: number;
}

/** Why nothing came. */
export interface Failure {
  /** `refused`: the endpoint understood and said no (4xx); `busy`: 429 or 503; `slow`: no whole answer in 8 s. */
  kind: 'slow' | 'network' | 'server' | 'busy' | 'refused' | 'garbled';
  /** The endpoint's own sentence, where it gave one. */
  detail?: string;
  /** From when on asking again makes sense, ms since the epoch. */
  retryAt?: number;
}

/** What a resident can meet. `loading` keeps the last answer in `offers`. */
export type Status = 'before' | 'loading' | 'answers' | 'none' | 'failed' | 'offline';

export interface SearchState {
  readonly status: Status;
  readonly criteria: Criteria;
  /** Known from the first answer on. */
  readonly board?: Board;
  readonly total?: number;
  readonly offers: readonly OfferCard[];
  readonly pages: number;
  readonly sort?: Sort;
  readonly place?: UnderstoodPlace;
  readonly radius?: number;
  /** Words that found nothing here, and what was searched instead. */
  readonly corrected?: readonly { from: string; to: string }[];
  readonly facets?: Facets;
  readonly loosen: readonly Loosening[];
  readonly generation?: number;
  readonly failure?: Failure;
  /** Counts answers: rises by one with each, so that an equal answer can be told from none. */
  readonly answer: number;
  /** Index of the first offer that "see more" added last; elements move the focus there. */
  readonly addedFrom?: number;
}

/** One search of a page, shared by every element of its name. Knows no DOM. */
export interface Search {
  readonly name: string;
  readonly state: SearchState;
  /** The criteria that a webmaster fixed: shown, not changeable. */
  readonly locked: ReadonlySet<keyof Criteria>;
  /** Calls back after every change of state; returns the way to stop it. */
  subscribe(listener: (state: SearchState) => void): () => void;
  /** Changes criteria and asks; `undefined` in a key drops that criterion. Page returns to 1 unless it is given. */
  ask(change: Partial<Criteria>): void;
  /** Counts the values of these facets, too, from now on; where a list is there already, asks for its. */
  countFacets(facets: readonly Facet[]): void;
  /** Asks for the next page and appends it. */
  more(): void;
  /** Asks again after a failure. */
  retry(): void;
  /** Words that continue what was typed; rejects with AbortError when the signal says so, [] on failure. */
  suggest(typed: string, signal: AbortSignal): Promise<Suggestion[]>;
  places(typed: string, signal: AbortSignal): Promise<PlaceSuggestion[]>;
  /** The address of an offer's way to the partner. */
  link(offer: OfferCard): string;
}
