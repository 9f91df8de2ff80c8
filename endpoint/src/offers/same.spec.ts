import { describe, expect, it } from 'vitest';
import { groupingKeys } from './keys.ts';
import { HELD_OUT, postingsOf, TUNED } from './pairs/index.ts';
import { profileOf } from './profile.ts';
import { compare } from './same.ts';

const pairs = [...TUNED, ...HELD_OUT].flatMap(({ ad, pairs }) => pairs.map((pair) => ({ ad, pair })));

/** Whether a pair is found as one job: its postings meet under a key, and the rule says so. */
function isFound({ ad, pair }: (typeof pairs)[number]): boolean {
  const [one, another] = postingsOf(ad, pair);
  const keys = new Set(groupingKeys(another));
  if (!groupingKeys(one).some((key) => keys.has(key))) return false;
  return compare(profileOf(one), profileOf(another)).link !== undefined;
}

describe('compare', () => {
  const found = pairs.filter(isFound);

  it('is held against at least 300 labelled pairs, a third of them held out', () => {
    const heldOut = HELD_OUT.reduce((sum, { pairs }) => sum + pairs.length, 0);

    expect(pairs.length).toBeGreaterThanOrEqual(300);
    expect(heldOut / pairs.length).toBeGreaterThan(0.3);
  });

  it('is right in 99 of 100 pairs that it takes for one job', () => {
    const wrong = found.filter(({ pair }) => !pair.same).map(({ ad, pair }) => `${ad.title}: ${pair.why}`);

    expect(wrong.length / found.length, wrong.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it('finds nine of ten pairs that are one job', () => {
    const missed = pairs.filter((pair) => pair.pair.same && !found.includes(pair));
    const same = pairs.filter(({ pair }) => pair.same).length;

    expect(
      missed.length / same,
      missed.map(({ ad, pair }) => `${ad.title}: ${pair.why}`).join('\n'),
    ).toBeLessThan(0.1);
  });

  it('says the same of two postings whichever comes first', () => {
    for (const { ad, pair } of pairs) {
      const [one, another] = postingsOf(ad, pair).map(profileOf) as [
        ReturnType<typeof profileOf>,
        ReturnType<typeof profileOf>,
      ];

      expect(compare(another, one), `${ad.title}: ${pair.why}`).toEqual(compare(one, another));
    }
  });
});
