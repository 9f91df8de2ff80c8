import { expect, it } from 'vitest';
import type { Verdict } from './judge.ts';
import type { Partner } from './partner.ts';
import { type Part, Parts } from './parts.ts';

/** How many changed postings each part has, of feeds with so many. */
function parts(...changed: number[]): number[][] {
  const parts = new Parts();
  const counts = new Map<Partner, number>();
  const all: Part[] = [];
  for (const [index, count] of changed.entries()) {
    const partner = { id: `partner-${index}` } as Partner;
    counts.set(partner, count);
    const full = parts.add(partner, {} as Verdict, count);
    if (full) all.push(full);
  }
  return [...all, parts.rest()].map((part) => [...part.keys()].map((partner) => counts.get(partner)!));
}

it('publishes what is not very much as one', () => {
  expect(parts(2500, 0, 20_000)).toEqual([[2500, 0, 20_000]]);
  expect(parts()).toEqual([[]]);
});

it('publishes very much in parts, each feed whole and in its turn', () => {
  expect(parts(15_000, 10_000, 1, 200_000, 0, 7, 24_993)).toEqual([
    [15_000, 10_000],
    [1],
    [200_000, 0],
    [7, 24_993],
  ]);
});
