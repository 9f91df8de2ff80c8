import type { Verdict } from './judge.ts';
import type { Partner } from './partner.ts';

/** A publication takes over no more changed postings than this, since what it changes has to fit into memory. */
const MOST_CHANGED = 25_000;

/** Verdicts that are published together. */
export type Part = Map<Partner, Verdict>;

/**
 * Collects verdicts into parts that are published one after the other, in their order: a first gathering is many, a
 * refresh in everyday life one. A feed is never parted.
 */
export class Parts {
  readonly #mostChanged: number;
  #part: Part = new Map();
  #changed = 0;

  /** @param mostChanged how many changed postings one part has at most; a single feed may have more */
  constructor(mostChanged = MOST_CHANGED) {
    this.#mostChanged = mostChanged;
  }

  /**
   * Adds a partner's verdict.
   *
   * @param changed how many of its postings it changes
   * @returns what is to be published before, where both are too much for one
   */
  add(partner: Partner, verdict: Verdict, changed: number): Part | undefined {
    const isTooMuch = this.#changed > 0 && changed > 0 && this.#changed + changed > this.#mostChanged;
    const full = isTooMuch ? this.rest() : undefined;
    this.#part.set(partner, verdict);
    this.#changed += changed;
    return full;
  }

  /** Gives what was collected since the last part, and begins anew. */
  rest(): Part {
    const part = this.#part;
    this.#part = new Map();
    this.#changed = 0;
    return part;
  }
}
