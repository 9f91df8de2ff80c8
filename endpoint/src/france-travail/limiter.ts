import { setTimeout as pause } from 'node:timers/promises';

/** Lets so many requests a second begin, evenly spaced; whoever asks waits for its turn. */
export class Limiter {
  readonly #spacingMs: number;
  #nextAt = 0;
  #heldUntil = 0;

  constructor(perSecond: number) {
    if (!(perSecond > 0)) throw new RangeError(`perSecond must be above 0, not ${perSecond}.`);
    this.#spacingMs = 1000 / perSecond;
  }

  /**
   * Waits until the next request may begin.
   * @throws the reason of `signal` once it is aborted
   */
  async turn(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const now = performance.now();
      const at = Math.max(now, this.#nextAt, this.#heldUntil);
      this.#nextAt = at + this.#spacingMs;
      if (at > now) await pause(at - now, undefined, { signal });
      // A refusal that came while this one waited holds it, too.
      if (performance.now() >= this.#heldUntil) return;
    }
  }

  /** Lets nothing begin for so long: the service asked for a rest. */
  hold(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, performance.now() + ms);
  }
}
