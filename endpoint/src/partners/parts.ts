import type { Verdict } from './judge.ts';
import type { Partner } from './partner.ts';

/** A publication takes over no more gathered postings than this, since what it changes has to fit into memory. */
const MOST_POSTINGS = 50_000;

/**
 * The verdicts in parts that are published one after the other, in their order: a first gathering is many, a refresh
 * in everyday life one, and so is one without any. A feed is never parted.
 */
export function partsOf(verdicts: ReadonlyMap<Partner, Verdict>): Map<Partner, Verdict>[] {
  const parts = [new Map<Partner, Verdict>()];
  let postings = 0;
  for (const [partner, verdict] of verdicts) {
    const { accepted } = verdict.state;
    if (postings > 0 && postings + accepted > MOST_POSTINGS) {
      parts.push(new Map());
      postings = 0;
    }
    parts.at(-1)!.set(partner, verdict);
    postings += accepted;
  }
  return parts;
}
