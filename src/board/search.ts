import type { Client } from '../client/client.ts';
import type { OffersAnswer } from '../client/sanity.ts';
import { mergeCriteria, sameCriteria, type Criterion, type Facet } from './criteria.ts';
import { failed } from './failure.ts';
import { append, getFacets, getList, getNextPage, type Asking } from './list.ts';
import type { Criteria, OfferCard, PlaceSuggestion, Search, SearchState, Suggestion } from './state.ts';
import type { Suggestions } from './suggestions.ts';
import { REQUEST_INTERVAL_MS, Throttle } from './throttle.ts';

export interface SearchOptions {
  readonly name: string;
  /** Id of the board. */
  readonly board: string;
  readonly client: Client;
  /** Who gives the offers; the client, without it. */
  readonly source?: Pick<Client, 'offers'>;
  /** What is asked first. */
  readonly criteria?: Criteria;
  /** Criteria that cannot be changed, with their value; a key that is there but undefined is fixed to "any". */
  readonly locked?: Criteria;
  /** What is counted by value from the first answer on. */
  readonly facets?: Iterable<Facet>;
  /** Says whether the device has a network, so that a failure can be told from being offline. */
  readonly isOnline?: () => boolean;
  /** Told of criteria that belong into the address of the page; `isMore` where they name one page more of the list. */
  readonly onAddress?: (criteria: Criteria, isMore: boolean) => void;
}

/** A search with the levers that only the page may pull. */
export interface PageSearch extends Search {
  /** Asks for the first time; later calls do nothing. */
  start(): void;
  /** Returns to criteria of an earlier address; asks only for what is not there. */
  restore(criteria: Criteria): void;
  /** Asks again if the last request failed for want of a network. */
  networkBack(): void;
}

/** Makes the one search of a board and a name. It asks nothing before `start` or `ask`. */
export function createSearch(options: SearchOptions): PageSearch {
  return new BoardSearch(options);
}

class BoardSearch implements PageSearch {
  readonly name: string;
  readonly locked: ReadonlySet<keyof Criteria>;
  readonly #options: SearchOptions;
  readonly #locked: Criteria;
  readonly #throttle = new Throttle();
  readonly #facets: Set<Facet>;
  readonly #listeners = new Set<(state: SearchState) => void>();
  #state: SearchState;
  #suggestions: Suggestions | undefined;
  #request = new AbortController();
  /** What the list in the state answers, and how many pages of it are there. */
  #listed: Criteria | undefined;
  #pagesThere = 0;

  constructor(options: SearchOptions) {
    const { name, criteria = {}, locked = {}, facets } = options;
    this.name = name;
    this.locked = new Set(Object.keys(locked) as Criterion[]);
    this.#facets = new Set(facets);
    this.#options = options;
    this.#locked = locked;
    this.#state = {
      status: 'before',
      criteria: mergeCriteria(criteria, locked),
      offers: [],
      pages: 0,
      loosen: [],
      answer: 0,
    };
  }

  get state(): SearchState {
    return this.#state;
  }

  subscribe(listener: (state: SearchState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#state.status === 'before') this.#ask();
  }

  ask(change: Partial<Criteria>): void {
    const { criteria } = this.#state;
    this.#askFor(mergeCriteria(criteria, { page: undefined, ...change }, this.#locked), false);
  }

  more(): void {
    if (this.#state.status === 'loading' || this.#pagesThere >= this.#state.pages) return;
    this.#askFor({ ...this.#state.criteria, page: this.#pagesThere + 1 }, true);
  }

  retry(): void {
    this.#ask(true);
  }

  restore(asked: Criteria): void {
    const criteria = mergeCriteria(asked, this.#locked);
    const isNew = !sameCriteria(criteria, this.#state.criteria);
    // Told of in either case: the address names more than criteria.
    this.#set({ criteria });
    if (isNew) this.#ask();
  }

  networkBack(): void {
    const { status, failure } = this.#state;
    if (status === 'offline' || (status === 'failed' && failure?.kind === 'network')) this.retry();
  }

  countFacets(facets: readonly Facet[]): void {
    const { size } = this.#facets;
    for (const facet of facets) this.#facets.add(facet);
    if (this.#facets.size === size) return;
    const { status } = this.#state;
    if (status === 'loading') this.#ask();
    else if (status === 'answers' || status === 'none') void this.#loadFacets(this.#request.signal);
  }

  async suggest(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
    return (await this.#suggesting()).words(typed, signal);
  }

  async places(typed: string, signal: AbortSignal): Promise<PlaceSuggestion[]> {
    return (await this.#suggesting()).places(typed, signal);
  }

  link(offer: OfferCard): string {
    return this.#options.client.link(this.#options.board, offer.id);
  }

  async #suggesting(): Promise<Suggestions> {
    const { Suggestions } = await import('./suggestions.ts');
    return (this.#suggestions ??= new Suggestions(
      this.#options.client,
      this.#options.board,
      REQUEST_INTERVAL_MS,
    ));
  }

  #set(change: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }

  #askFor(criteria: Criteria, isMore: boolean): void {
    this.#set({ criteria });
    this.#options.onAddress?.(criteria, isMore);
    this.#ask();
  }

  /** Gives up what is asked, shows that something is coming, and asks. */
  #ask(fresh = false): void {
    this.#request.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    this.#set({ status: 'loading', failure: undefined, addedFrom: undefined });
    this.#throttle.schedule(() => void this.#load(signal, fresh));
  }

  async #load(signal: AbortSignal, fresh: boolean): Promise<void> {
    const { criteria } = this.#state;
    const asking = this.#asking(signal, fresh);
    const isNextPage =
      this.#listed && sameCriteria(criteria, this.#listed, 'page') && criteria.page === this.#pagesThere + 1;
    try {
      const answer = await (isNextPage ? getNextPage(asking, criteria) : getList(asking, criteria));
      if (signal.aborted) return;
      this.#listed = criteria;
      this.#pagesThere = criteria.page ?? 1;
      this.#set(isNextPage ? this.#added(answer) : this.#replaced(answer));
    } catch (error) {
      if (!signal.aborted) this.#set(failed(error, this.#options.isOnline));
    }
  }

  async #loadFacets(signal: AbortSignal): Promise<void> {
    try {
      const facets = await getFacets(this.#asking(signal), this.#state.criteria);
      if (!signal.aborted) this.#set({ facets });
    } catch {}
  }

  #asking(signal: AbortSignal, fresh = false): Asking {
    const { client, board, source = client } = this.#options;
    return { source, board, signal, fresh, withBoard: !this.#state.board, facets: this.#facets };
  }

  #replaced(answer: OffersAnswer): Partial<SearchState> {
    return {
      ...answer,
      status: answer.total > 0 ? 'answers' : 'none',
      answer: this.#state.answer + 1,
      board: answer.board ?? this.#state.board,
      loosen: answer.loosen ?? [],
    };
  }

  #added({ total, pages, offers, generation }: OffersAnswer): Partial<SearchState> {
    const { offers: before, answer } = this.#state;
    return {
      status: 'answers',
      answer: answer + 1,
      offers: append(before, offers),
      addedFrom: before.length,
      total,
      pages,
      generation,
    };
  }
}
