import { unlessAborted } from '../shared/unless-aborted.ts';
import type { RequestError } from './http.ts';

/** How long an answer is good without asking: with the endpoint's own caching, a withdrawal is seen in two minutes. */
const KEPT_MS = 30_000;
const MAX_KEPT = 30;

type Get = (url: string, signal: AbortSignal, fresh: boolean) => Promise<unknown>;

interface Flight {
  answer: Promise<unknown>;
  waiting: number;
  controller: AbortController;
}

interface Kept {
  answer: unknown;
  until: number;
}

/**
 * Makes equal requests in flight one, and keeps answers until they are old or a newer generation of offers shows up.
 * A shared request is given up only when everybody who waits for it has given up. After an answer that names a time
 * for asking again, nothing is sent before that time: the same refusal comes at once.
 */
export class Sharing {
  readonly #get: Get;
  readonly #flights = new Map<string, Flight>();
  readonly #kept = new Map<string, Kept>();
  #generation = 0;
  #busy: RequestError | undefined;

  constructor(get: Get) {
    this.#get = get;
  }

  /**
   * The answer of `url`; `fresh` passes over one that is kept, here or by the browser. Rejects with the signal's
   * reason when it aborts.
   */
  async get(url: string, signal: AbortSignal, fresh = false): Promise<unknown> {
    signal.throwIfAborted();
    const kept = this.#kept.get(url);
    if (!fresh && kept && kept.until > Date.now()) return kept.answer;
    if ((this.#busy?.retryAt ?? 0) > Date.now()) throw this.#busy;

    const flight = this.#flights.get(url) ?? this.#depart(url, fresh);
    flight.waiting++;
    try {
      return await unlessAborted(signal, flight.answer);
    } finally {
      if (--flight.waiting === 0) this.#land(url, flight);
    }
  }

  #depart(url: string, fresh: boolean): Flight {
    const controller = new AbortController();
    const flight = { answer: this.#fly(url, controller.signal, fresh), waiting: 0, controller };
    this.#flights.set(url, flight);
    return flight;
  }

  async #fly(url: string, signal: AbortSignal, fresh: boolean): Promise<unknown> {
    try {
      const answer = await this.#get(url, signal, fresh);
      this.#keep(url, answer);
      return answer;
    } catch (error) {
      if ((error as RequestError).retryAt) this.#busy = error as RequestError;
      throw error;
    }
  }

  #land(url: string, flight: Flight): void {
    flight.controller.abort();
    if (this.#flights.get(url) === flight) this.#flights.delete(url);
  }

  #keep(url: string, answer: unknown): void {
    const generation = generationOf(answer);
    if (generation > this.#generation) {
      this.#generation = generation;
      this.#kept.clear();
    }
    if (generation && generation < this.#generation) return;

    this.#kept.delete(url);
    this.#kept.set(url, { answer, until: Date.now() + KEPT_MS });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
  }
}

/** The generation that an answer names, of offers or of a count; 0 where it names none. */
function generationOf(answer: unknown): number {
  const named = answer as { generation?: unknown; freshness?: { generation?: unknown } } | null;
  const generation = named?.generation ?? named?.freshness?.generation;
  return typeof generation === 'number' ? generation : 0;
}
