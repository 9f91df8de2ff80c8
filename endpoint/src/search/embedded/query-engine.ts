import type { Offer } from '../../contract/index.ts';
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
} from '../engine.ts';
import type { SerialisedResult, ServingEngine } from '../serving.ts';
import type { PublishedMessage } from './message.ts';
import { type PoolOptions, QueryPool } from './query-pool.ts';
import type { Asker } from './query-question.ts';
import { shows } from './scopes.ts';

/** The asking side of the embedded engine, in threads of its own. */
export interface ThreadedEngine extends ServingEngine {
  /** Switches to a generation that the writer published; resolves with it, which the writer is to be told then. */
  adopt(message: PublishedMessage): Promise<number>;
  /** Whether all threads answer. */
  readonly isReady: boolean;
}

/** Starts the threads; they answer as soon as each has opened the file. */
export function openThreadedEngine(options: PoolOptions): ThreadedEngine {
  return new Threaded(new QueryPool(options));
}

class Threaded implements ThreadedEngine {
  readonly #pool: QueryPool;
  readonly #asker?: Asker;

  constructor(pool: QueryPool, asker?: Asker) {
    this.#pool = pool;
    this.#asker = asker;
  }

  get isReady(): boolean {
    return this.#pool.isReady;
  }

  adopt(message: PublishedMessage): Promise<number> {
    return this.#pool.adopt(message);
  }

  during(signal: AbortSignal): ServingEngine {
    return new Threaded(this.#pool, { signal, deadline: this.#pool.deadline() });
  }

  async search(scope: Scope, request: SearchRequest): Promise<SearchResult> {
    const { json } = await this.searchAsJson(scope, request);
    return JSON.parse(new TextDecoder().decode(json)) as SearchResult;
  }

  searchAsJson(scope: Scope, request: SearchRequest): Promise<SerialisedResult> {
    return this.#pool.ask({ kind: 'search', request }, scope, this.#asker);
  }

  count(scope: Scope, filters: Filters): Promise<CountResult> {
    return this.#pool.ask({ kind: 'count', filters }, scope, this.#asker);
  }

  map(scope: Scope, filters: Filters, areas?: Areas): Promise<MapResult> {
    return this.#pool.ask({ kind: 'map', filters, areas }, scope, this.#asker);
  }

  suggest(scope: Scope, typed: string, limit: number): Promise<EngineSuggestion[]> {
    return this.#pool.ask({ kind: 'suggest', typed, limit }, scope, this.#asker);
  }

  offer(id: string): Promise<Offer | undefined> {
    return this.#pool.ask({ kind: 'offer', id }, undefined, this.#asker);
  }

  shows(scope: Scope, offer: Offer): boolean {
    return shows(scope, offer);
  }

  state(): EngineState {
    const { generation, publishedAt, columns } = this.#pool.published;
    return { generation, publishedAt: publishedAt || undefined, offers: columns.order.length };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
