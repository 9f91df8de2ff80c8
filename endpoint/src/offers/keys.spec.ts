import { describe, expect, it } from 'vitest';
import { canonicalLink, groupingKeys } from './keys.ts';
import type { Posting } from './posting.ts';

const WORDS = Array.from({ length: 80 }, (_, index) => `mot${index}`).join(' ');

function posting(change: Partial<Posting> = {}): Posting {
  return {
    key: 'a:1',
    partner: 'a',
    link: 'https://a.example/1',
    title: 'Infirmier (H/F)',
    description: [{ kind: 'p', runs: [{ text: WORDS }] }],
    places: [],
    contract: { kind: 'cdi' },
    postedAt: '2026-11-20T08:00:00.000Z',
    ...change,
  };
}

const textKey = (change: Partial<Posting>) =>
  groupingKeys(posting(change)).find((key) => key.startsWith('text'));

describe('canonicalLink', () => {
  it.each([
    ['https://a.example/o/1?utm_source=x&id=3', 'a.example/o/1?id=3'],
    ['http://a.example/o/1/#apply', 'a.example/o/1'],
    ['https://a.example/o?b=2&a=1', 'a.example/o?a=1&b=2'],
  ])('makes %s into %s', (link, canonical) => {
    expect(canonicalLink(link)).toBe(canonical);
  });
});

describe('groupingKeys', () => {
  it('gives one text key whatever the case, the accents and the gender mark', () => {
    expect(textKey({ title: 'INFIRMIER F/H' })).toBe(textKey({}));
  });

  it('gives one link key to one title under one link, tracking and gender mark aside', () => {
    const linkKey = (change: Partial<Posting>) => groupingKeys(posting(change))[0];

    expect(linkKey({ title: 'Infirmier', link: 'https://a.example/1?utm_source=x' })).toBe(linkKey({}));
    expect(linkKey({ title: 'Jardinier' })).not.toBe(linkKey({}));
  });

  it('leaves the employer’s name out of the text', () => {
    const text = (start: string) => [{ kind: 'p' as const, runs: [{ text: `${start} ${WORDS}` }] }];

    expect(textKey({ employer: { name: 'Verrerie Dune' }, description: text('Verrerie Dune') })).toBe(
      textKey({}),
    );
  });

  it('does not mind what stands after the sixtieth word', () => {
    const longer = [{ kind: 'p' as const, runs: [{ text: `${WORDS} Postulez sur notre site.` }] }];

    expect(textKey({ description: longer })).toBe(textKey({}));
  });

  it('tells titles apart, and says nothing of a short text', () => {
    expect(textKey({ title: 'Aide-soignant (H/F)' })).not.toBe(textKey({}));
    expect(textKey({ description: [{ kind: 'p', runs: [{ text: 'Poste à pourvoir.' }] }] })).toBeUndefined();
  });
});
