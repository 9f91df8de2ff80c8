import { expect, it } from 'vitest';
import type { Verdict } from './judge.ts';
import type { Partner } from './partner.ts';
import { partsOf } from './parts.ts';

/** The numbers of postings in each part. */
function parts(...accepted: number[]): number[][] {
  const verdicts = accepted.map((count, index) => [
    { id: `partner-${index}` } as Partner,
    { state: { accepted: count } } as Verdict,
  ]) as [Partner, Verdict][];
  return partsOf(new Map(verdicts)).map((part) => [...part.values()].map(({ state }) => state.accepted));
}

it('publishes what is not very much as one', () => {
  expect(parts(2500, 0, 40_000)).toEqual([[2500, 0, 40_000]]);
  expect(parts()).toEqual([[]]);
});

it('publishes very much in parts, each feed whole and in its turn', () => {
  expect(parts(30_000, 20_000, 1, 200_000, 7, 49_993)).toEqual([
    [30_000, 20_000],
    [1],
    [200_000],
    [7, 49_993],
  ]);
});
