import type { Client } from '../client/client.ts';
import { failed } from './failure.ts';
import type { Criteria, Failure } from './state.ts';

/** What a counter shows. */
export interface CountState {
  readonly status: 'before' | 'loading' | 'answers' | 'failed' | 'offline';
  /** Kept while loading and after a failure. */
  readonly total?: number;
  /** When partners were last asked, ISO 8601. */
  readonly refreshedAt?: string;
  /** The board's theme, known from the first answer on. */
  readonly theme?: Readonly<Record<string, string>>;
  readonly failure?: Failure;
}

export interface CounterOptions {
  /** Id of the board. */
  readonly board: string;
  readonly client: Client;
  readonly criteria?: Criteria;
  readonly isOnline?: () => boolean;
}

/** A private search that only counts: one small request, no list. Asks nothing before `start`. */
export class Counter {
  readonly #options: CounterOptions;
  readonly #listener: (state: CountState) => void;
  #state: CountState = { status: 'before' };

  constructor(options: CounterOptions, listener: (state: CountState) => void) {
    this.#options = options;
    this.#listener = listener;
  }

  get state(): CountState {
    return this.#state;
  }

  /** Asks for the first time; later calls do nothing. */
  start(): void {
    if (this.#state.status === 'before') void this.#load();
  }

  /** Asks again if the last request failed for want of a network. */
  networkBack(): void {
    if (this.#state.status === 'offline' || this.#state.failure?.kind === 'network') void this.#load();
  }

  async #load(): Promise<void> {
    const { client, board, criteria = {}, isOnline } = this.#options;
    const { q, place, radius, contract, commune, since } = criteria;
    this.#set({ ...this.#state, status: 'loading', failure: undefined });
    try {
      const query = { q, place, radius, contract, commune, since };
      const { total, freshness, theme } = await client.count(board, query, new AbortController().signal);
      this.#set({ status: 'answers', total, refreshedAt: freshness.refreshedAt, theme });
    } catch (error) {
      this.#set({ ...this.#state, ...failed(error, isOnline) });
    }
  }

  #set(state: CountState): void {
    this.#state = state;
    this.#listener(state);
  }
}
