/** Holds actions so far apart that a resident who types or clicks fast costs at most one request in this time. */
export const REQUEST_INTERVAL_MS = 200;

/** Runs the last of several actions, no sooner after the one before than the interval. */
export class Throttle {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;

  /** Runs `action` now or when the interval is over, in place of one that still waits. */
  schedule(action: () => void): void {
    clearTimeout(this.#timer);
    const wait = this.#last + REQUEST_INTERVAL_MS - performance.now();
    if (wait <= 0) this.#run(action);
    else this.#timer = setTimeout(() => this.#run(action), wait);
  }

  #run(action: () => void): void {
    this.#last = performance.now();
    action();
  }
}
