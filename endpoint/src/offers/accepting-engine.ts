import type { Offer, OfferCard } from '../contract/index.ts';
import { makeCard, storedCard } from '../search/embedded/cards.ts';
import type {
  Areas,
  CountResult,
  EngineState,
  EngineSuggestion,
  Filters,
  MapResult,
  Scope,
  SearchRequest,
  SearchResult,
} from '../search/engine.ts';
import type { SerialisedResult, ServingEngine } from '../search/serving.ts';
import type { AcceptedOffers } from './accepted.ts';

/**
 * An engine whose cards say what a board's own partners say, see {@link AcceptedOffers}. What is found, counted and
 * sorted stays as it is, on every board: by the words of the posting that leads of all, and by what all of them state.
 */
export class AcceptingEngine implements ServingEngine {
  readonly #engine: ServingEngine;
  readonly #accepted: Pick<AcceptedOffers, 'of'>;

  constructor(engine: ServingEngine, accepted: Pick<AcceptedOffers, 'of'>) {
    this.#engine = engine;
    this.#accepted = accepted;
  }

  async search(scope: Scope, request: SearchRequest): Promise<SearchResult> {
    const result = await this.#engine.search(scope, request);
    if (!scope.partners) return result;
    return { ...result, offers: result.offers.map((card) => this.#card(card, scope, request)) };
  }

  async searchAsJson(scope: Scope, request: SearchRequest): Promise<SerialisedResult> {
    if (!scope.partners) return this.#engine.searchAsJson(scope, request);
    const result = await this.search(scope, request);
    const json = new TextEncoder().encode(JSON.stringify(result));
    return { generation: result.generation, total: result.total, json };
  }

  during(request: AbortSignal): ServingEngine {
    return new AcceptingEngine(this.#engine.during(request), this.#accepted);
  }

  count(scope: Scope, filters: Filters): Promise<CountResult> {
    return this.#engine.count(scope, filters);
  }

  map(scope: Scope, filters: Filters, areas?: Areas): Promise<MapResult> {
    return this.#engine.map(scope, filters, areas);
  }

  suggest(scope: Scope, typed: string, limit: number): Promise<EngineSuggestion[]> {
    return this.#engine.suggest(scope, typed, limit);
  }

  offer(id: string): Promise<Offer | undefined> {
    return this.#engine.offer(id);
  }

  shows(scope: Scope, offer: Offer): boolean {
    return this.#engine.shows(scope, offer);
  }

  state(): EngineState {
    return this.#engine.state();
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  #card(card: OfferCard, scope: Scope, { around, distanceFrom }: SearchRequest): OfferCard {
    const offer = this.#accepted.of(card.id, scope);
    return offer ? makeCard(storedCard(offer), scope, around, around?.point ?? distanceFrom) : card;
  }
}
