import { expect, it } from 'vitest';
import { parseCriterion, SORTS } from '../board/criteria.ts';
import { ADVICE } from './advice.ts';

it('names every value that a criterion can have, and the ends of its range', () => {
  expect(ADVICE.badCriterion('hours', 'x', 'full, part')).toContain('can be full, part.');
  expect(ADVICE.badCriterion('sort', 'x', '')).toContain(`can be ${SORTS.join(', ')}.`);
  for (const key of ['radius', 'since'] as const) {
    const [from, to] = /(\d+) to (\d+)/
      .exec(ADVICE.badCriterion(key, 'x', ''))!
      .slice(1)
      .map(Number) as [number, number];
    const read = [from - 1, from, to, to + 1].map((number) => parseCriterion(key, String(number)));

    expect(read, key).toEqual([undefined, from, to, undefined]);
  }
});
