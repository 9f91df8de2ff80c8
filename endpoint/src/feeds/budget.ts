import { FeedError } from './error.ts';
import { BASE_WORK_MS, WORK_MS_PER_POSTING } from './limits.ts';

/** Starts to measure; what it gives back tells the ms of work since then. */
export type Stopwatch = () => () => number;

/**
 * How much work one feed may make. Only the time in which its text is decoded, parsed and mapped counts, never the
 * time in which a slow network is waited for, so that the cap punishes a hostile text and no distant partner.
 */
export class WorkBudget {
  readonly #stopwatch: Stopwatch;
  #left: number;

  /** @param ms what a feed may take that gives no posting */
  constructor(ms = BASE_WORK_MS, stopwatch = processorTime) {
    this.#left = ms;
    this.#stopwatch = stopwatch;
  }

  /** Does a piece of work and counts what it took. */
  run<T>(work: () => T): T {
    const took = this.#stopwatch();
    try {
      return work();
    } finally {
      this.#left -= took();
    }
  }

  /** Adds what a posting may take: a large feed with many postings is no attack. */
  grant(): void {
    this.#left += WORK_MS_PER_POSTING;
  }

  /** @throws {FeedError} once the feed has made more work than it may */
  check(): void {
    if (this.#left < 0)
      throw new FeedError('The feed makes more work than its offers are worth; the rest of it is refused.');
  }
}

/** To ask for the time of the process costs more than to map a small record: it is done this often, and for long work. */
const CPU_EVERY_MS = 20;
const LONG_MS = 2;
let cpu = process.cpuUsage();
let cpuAt = performance.now();

/**
 * The clock goes on while other programs have the processor, and the time of the process counts its other threads:
 * the smaller of the two comes closest to what the work took.
 */
function processorTime(): () => number {
  const began = performance.now();
  if (began - cpuAt > CPU_EVERY_MS) {
    cpu = process.cpuUsage();
    cpuAt = began;
  }
  return () => {
    const passed = performance.now() - began;
    if (passed < LONG_MS) return passed;
    const { user, system } = process.cpuUsage(cpu);
    return Math.min(passed, (user + system) / 1000);
  };
}
