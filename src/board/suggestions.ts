import type { Client } from '../client/client.ts';
import { sanePlaces, saneSuggestions } from '../client/suggested.ts';
import type { PlaceSuggestion, Suggestion } from './state.ts';

/** The longest text that the endpoint continues. */
const MAX_TYPED = 100;

/**
 * What the boxes of a search suggest; loaded when a box wants it. A failure suggests nothing: suggestions are a help, never an obstacle.
 */
export class Suggestions {
  readonly #client: Client;
  readonly #board: string;
  readonly #intervalMs: number;
  #lastMs = -Infinity;

  /** @param intervalMs What lies between two requests at the least. */
  constructor(client: Client, board: string, intervalMs: number) {
    this.#client = client;
    this.#board = board;
    this.#intervalMs = intervalMs;
  }

  /** Words that continue `typed`; rejects with the signal's reason when it aborts. */
  words(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
    return this.#ask('suggest', typed, saneSuggestions, signal);
  }

  /** Communes that `typed` may mean; rejects with the signal's reason when it aborts. */
  places(typed: string, signal: AbortSignal): Promise<PlaceSuggestion[]> {
    return this.#ask('places', typed, sanePlaces, signal);
  }

  async #ask<T>(
    route: string,
    typed: string,
    read: (raw: unknown) => T[],
    signal: AbortSignal,
  ): Promise<T[]> {
    const q = typed.trim().slice(0, MAX_TYPED);
    if (!q) return [];
    await this.#turn(signal);
    try {
      return await this.#client.get(this.#board, `/${route}?${new URLSearchParams({ q })}`, read, signal);
    } catch {
      signal.throwIfAborted();
      return [];
    }
  }

  /** Waits until a request may leave: at once after a pause, else when the interval since the last one is over. */
  async #turn(signal: AbortSignal): Promise<void> {
    const wait = this.#lastMs + this.#intervalMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    signal.throwIfAborted();
    this.#lastMs = performance.now();
  }
}
