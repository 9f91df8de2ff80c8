import { describe, expect, it } from 'vitest';
import { mergeCriteria, parseCriterion, sameCriteria } from './criteria.ts';

describe('a criterion', () => {
  it('is read in any spelling that makes sense', () => {
    expect(parseCriterion('contract', 'cdd, cdi intérim x')).toEqual(['cdd', 'cdi']);
    expect(parseCriterion('pay', 'unstated,2000-2500')).toEqual(['unstated', '2000-2500']);
    expect(parseCriterion('employer', 'mairie-d-arques, unstated')).toEqual(['mairie-d-arques', 'unstated']);
    expect(parseCriterion('commune', '62765, 2a004,2A004 1 62765')).toEqual(['62765', '2A004']);
    expect(parseCriterion('radius', ' 0 ')).toBe(0);
    expect(parseCriterion('q', '  aide  ')).toBe('aide');
    expect(parseCriterion('sort', 'newest')).toBe('newest');
  });

  it.each([
    ['radius', '-1'],
    ['radius', '101'],
    ['radius', 'Infinity'],
    ['since', '0'],
    ['since', '1.5'],
    ['page', '51'],
    ['sort', 'toString'],
    ['contract', 'constructor'],
    ['hours', 'partiel'],
    ['trade', 'k1304/k1305'],
    ['commune', 'Arques'],
    ['q', '   '],
  ] as const)('%s="%s" is none', (key, text) => {
    expect(parseCriterion(key, text)).toBeUndefined();
  });
});

it('a choice ends where the endpoint would refuse it', () => {
  const codes = Array.from({ length: 400 }, (_, index) => String(10_000 + index));

  const read = parseCriterion('commune', codes.join(','))!;

  expect(read).toHaveLength(166);
  expect(read.join(',').length).toBeLessThanOrEqual(1000);
});

describe('layers', () => {
  it('lie over one another, and can take away', () => {
    expect(
      mergeCriteria({ q: 'a', radius: 5 }, { q: undefined, since: 7 }, { radius: 10, contract: [] }),
    ).toEqual({
      radius: 10,
      since: 7,
    });
  });

  it('are the same whatever the order of contracts and a first page', () => {
    expect(sameCriteria({ contract: ['cdi', 'cdd'], page: 1 }, { contract: ['cdd', 'cdi'] })).toBe(true);
    expect(sameCriteria({ q: 'a' }, {})).toBe(false);
    expect(sameCriteria({ q: 'a', page: 3 }, { q: 'a' }, 'page')).toBe(true);
  });
});
