import type { Scope } from '../engine.ts';
import { Unanswered } from '../serving.ts';
import type { Query } from './query-messages.ts';

const BUSY = 'The endpoint has more searches than it can answer now: ask again in a moment.';
const SLOW = 'The search took too long and was given up: ask for fewer words, or again in a moment.';
const GONE = 'Nobody waits for the answer any more.';

/** Who asks, and until when. */
export interface Asker {
  /** Aborts when nobody waits any more. */
  signal?: AbortSignal;
  /** The latest time for an answer, on the clock of `performance.now()`. */
  deadline: number;
}

/** A question on its way: it is settled once, by an answer, an error, its deadline, or its asker who leaves early. */
export class Question {
  readonly query: Query;
  readonly scope?: Scope;
  /** Whether a thread was lost over it already. */
  isAgain = false;
  readonly #resolve: (answer: unknown) => void;
  readonly #reject: (error: Error) => void;
  readonly #signal?: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  #state: 'waiting' | 'running' | 'settled' = 'waiting';

  constructor(
    { query, scope, asker }: { query: Query; scope?: Scope; asker: Asker },
    resolve: (answer: unknown) => void,
    reject: (error: Error) => void,
  ) {
    this.query = query;
    this.scope = scope;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#signal = asker.signal;
    this.#timer = setTimeout(() => {
      // An answer that came while this thread had other things to do is taken before the time is up.
      setImmediate(() => this.reject(new Unanswered(this.#state === 'waiting' ? BUSY : SLOW)));
    }, asker.deadline - performance.now());
    this.#signal?.addEventListener('abort', this.#leave);
    if (this.#signal?.aborted) this.#leave();
  }

  get isSettled(): boolean {
    return this.#state === 'settled';
  }

  /** A thread has taken it: from here on it runs to its end. */
  begin(): void {
    if (this.#state === 'waiting') this.#state = 'running';
  }

  resolve(answer: unknown): void {
    if (this.#settle()) this.#resolve(answer);
  }

  reject(error: Error): void {
    if (this.#settle()) this.#reject(error);
  }

  #leave = () => {
    if (this.#state === 'waiting') this.reject(new Unanswered(GONE));
  };

  #settle(): boolean {
    if (this.#state === 'settled') return false;
    this.#state = 'settled';
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#leave);
    return true;
  }
}
