import type { Client } from '../client/client.ts';
import type { PlaceSuggestion, Suggestion } from './state.ts';
import { REQUEST_INTERVAL_MS } from './throttle.ts';

/** The longest text that the endpoint continues. */
const MAX_TYPED = 100;

/** What the boxes of a search suggest. A failure suggests nothing: suggestions are a help, never an obstacle. */
export class Suggestions {
  readonly #client: Client;
  readonly #board: string;
  #lastMs = -Infinity;

  constructor(client: Client, board: string) {
    this.#client = client;
    this.#board = board;
  }

  /** Words that continue `typed`; rejects with the signal's reason when it aborts. */
  words(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
    return this.#ask(typed, signal, (q) => this.#client.suggest(this.#board, q, signal));
  }

  /** Communes that `typed` may mean; rejects with the signal's reason when it aborts. */
  places(typed: string, signal: AbortSignal): Promise<PlaceSuggestion[]> {
    return this.#ask(typed, signal, (q) => this.#client.places(this.#board, q, signal));
  }

  async #ask<T>(typed: string, signal: AbortSignal, ask: (q: string) => Promise<T[]>): Promise<T[]> {
    const q = typed.trim().slice(0, MAX_TYPED);
    if (!q) return [];
    await this.#turn(signal);
    try {
      return await ask(q);
    } catch {
      signal.throwIfAborted();
      return [];
    }
  }

  /** Waits until a request may leave: at once after a pause, else when the interval since the last one is over. */
  async #turn(signal: AbortSignal): Promise<void> {
    const wait = this.#lastMs + REQUEST_INTERVAL_MS - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    signal.throwIfAborted();
    this.#lastMs = performance.now();
  }
}
