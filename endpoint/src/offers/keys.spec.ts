import { describe, expect, it } from 'vitest';
import { groupingKeys } from './keys.ts';
import { canonicalLink } from './links.ts';
import type { Posting } from './posting.ts';
import { profileOf } from './profile.ts';
import { changeBetween, stampOf } from './stamp.ts';

const WORDS = Array.from({ length: 80 }, (_, index) => `mot${index}`).join(' ');

function posting(change: Partial<Posting> = {}): Posting {
  return {
    key: 'a:1',
    partner: 'a',
    link: 'https://a.example/1',
    title: 'Infirmier (H/F)',
    description: described(WORDS),
    places: [{ insee: '62765', name: 'Saint-Omer', department: '62', precision: 'commune' }],
    contract: { kind: 'cdi' },
    postedAt: '2026-11-20T08:00:00.000Z',
    ...change,
  };
}

function described(text: string): Posting['description'] {
  return [{ kind: 'p', runs: [{ text }] }];
}

/** How many keys the posting shares with one that differs from it, the link left aside. */
function shared(change: Partial<Posting>, first: Partial<Posting> = {}): number {
  const [one, another] = [
    groupingKeys(posting(first)),
    groupingKeys(posting({ link: 'https://b.example/2', ...change })),
  ];
  return one.filter((key) => another.includes(key)).length;
}

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
  const all = groupingKeys(posting()).length - 1;

  it('gives one text its keys whatever the case, the accents and the mark of sex', () => {
    expect(shared({ title: 'INFIRMIÈRE F/H' })).toBe(all);
  });

  it('gives one key to one title under one page, tracking and mark of sex aside', () => {
    const page = (change: Partial<Posting>) => groupingKeys(posting(change))[0];

    expect(page({ title: 'Infirmier', link: 'https://a.example/1?utm_source=x' })).toBe(page({}));
    expect(page({ title: 'Jardinier' })).not.toBe(page({}));
  });

  it('leaves the names of employer and place out of the text', () => {
    const employer = { name: 'Verrerie Dune' };

    expect(
      shared({ employer, description: described(`Verrerie Dune ${WORDS} à Saint-Omer`) }),
    ).toBeGreaterThan(5);
    expect(shared({ description: described(`${WORDS} Saint-Omer`) })).toBe(all);
  });

  it('keeps a key in common with a copy that is cut, and with one that begins otherwise', () => {
    const cut = WORDS.split(' ').slice(0, 35).join(' ');

    expect(shared({ description: described(cut) })).toBeGreaterThan(0);
    expect(
      shared({ description: described(`Nouvelle annonce près de chez vous. ${WORDS}`) }),
    ).toBeGreaterThan(0);
  });

  it('shares nothing with another text, and says nothing of a short one', () => {
    const other = Array.from({ length: 80 }, (_, index) => `autre${index}`).join(' ');

    expect(shared({ description: described(other) })).toBe(0);
    expect(groupingKeys(posting({ description: described('Poste à pourvoir.') }))).toHaveLength(1);
  });

  it('meets the reference that an aggregator keeps with its own letters before it', () => {
    const nothing = { description: [] };

    expect(shared({ ...nothing, reference: 'AGG-O0622609' }, { ...nothing, reference: 'O0622609' })).toBe(1);
    expect(shared({ ...nothing, reference: '2002' }, { ...nothing, reference: '2002' })).toBe(0);
  });
});

describe('changeBetween', () => {
  const stamp = (change: Partial<Posting>) => stampOf(profileOf(posting(change)));

  it.each<[string, Partial<Posting>]>([
    ['none', { link: 'https://a.example/2' }],
    ['words', { description: described(WORDS.replace('mot40', 'rayon')) }],
    ['facts', { contract: { kind: 'cdd' } }],
    ['text', { description: described(WORDS.replaceAll('mot', 'autre')) }],
  ])('says "%s"', (verdict, change) => {
    expect(changeBetween(stamp({}), stamp(change))).toBe(verdict);
  });
});
