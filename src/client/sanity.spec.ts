import { describe, expect, it } from 'vitest';
import { saneCount } from './count.ts';
import { httpUrl, saneBoard, saneOffers } from './sanity.ts';
import { sanePlaces, saneSuggestions } from './suggested.ts';

const card = {
  id: 'o1',
  title: 'Infirmier (H/F)',
  employer: { name: 'Centre hospitalier' },
  contract: { kind: 'cdd', nature: 'insertion', months: 6 },
  hours: { time: 'full', weekly: 35 },
  pay: { text: '12 € brut', min: 12, period: 'hour', comparable: 1820 },
  remote: 'partial',
  language: 'nl-BE',
  postedAt: '2026-11-20T08:00:00Z',
  place: { name: 'Saint-Omer', insee: '62765', point: [50.75, 2.25], precision: 'commune' },
  distance: 3.2,
  communes: 2,
  partners: ['mairie'],
};
const board = {
  id: 'saint-omer',
  name: 'Emploi',
  territory: { approximate: true },
  radius: { steps: [5, 10], default: 10 },
  partners: [{ id: 'mairie', name: 'Mairie', site: 'https://mairie.example/' }],
  freshness: { generation: 3, refreshedAt: '2026-11-22T06:00:00Z' },
  theme: { 'color-primary': '#005a9c' },
  page: 'https://emploi.example/saint-omer',
};
const answer = {
  ...{ generation: 3, total: 1, page: 1, pages: 1, sort: 'newest', offers: [card], board },
  place: { asked: 'saint omer', found: true, name: 'Saint-Omer' },
  facets: { contract: [{ value: 'cdd', total: 1 }], since: [] },
  loosen: [{ criterion: 'radius', to: 20, total: 4 }],
};

function cardOf(change: Record<string, unknown>) {
  return saneOffers({ ...answer, offers: [{ ...card, ...change }] })?.offers[0];
}

describe('a sound answer', () => {
  it('stays what it is', () => {
    expect(saneOffers(answer)).toMatchObject(answer);
  });

  it('loses what no element shows', () => {
    const sane = saneOffers({ ...answer, cut: true, board: { ...board, languages: ['fr'] } });

    expect(sane).not.toHaveProperty('cut');
    expect(sane?.board).not.toHaveProperty('languages');
  });
});

describe('a damaged offer', () => {
  it.each(['id', 'title', 'postedAt'])('without %s is skipped and the others are shown', (key) => {
    const sane = saneOffers({ ...answer, offers: [{ ...card, [key]: null }, card, null, 'x', []] });

    expect(sane?.offers).toHaveLength(1);
  });

  it('is shown with what is there', () => {
    const shown = cardOf({
      employer: { name: 7 },
      contract: null,
      pay: 'x',
      place: {},
      distance: 'near',
      partners: null,
    });

    expect(shown).toMatchObject({ id: 'o1', contract: { kind: 'unstated' }, partners: [] });
    expect(shown?.employer ?? shown?.pay ?? shown?.place ?? shown?.distance).toBeUndefined();
  });

  it('of a newer version keeps to words that are known', () => {
    expect(cardOf({ contract: { kind: 'cdx', nature: 'new' }, remote: 'moon' })).toMatchObject({
      contract: { kind: 'unstated', nature: undefined },
      remote: undefined,
    });
  });

  it('has no text longer than a card can show, and no language that Intl throws at', () => {
    const shown = cardOf({ title: 'x'.repeat(1e6), language: 'fr_FR!' });

    expect(shown?.title).toHaveLength(500);
    expect(shown?.language).toBeUndefined();
  });
});

describe('an answer that is none', () => {
  it.each([null, undefined, 7, 'offers', [], {}, { offers: {} }, { offers: null }])(
    '%j is no list',
    (raw) => {
      expect(saneOffers(raw)).toBeUndefined();
    },
  );

  it('gives no board, count, suggestion or place', () => {
    expect(saneBoard({ id: 'x' })).toBeUndefined();
    expect(saneCount({ total: '3' })).toBeUndefined();
    expect(saneSuggestions({ suggestions: [{}, null] })).toEqual([]);
    expect(sanePlaces({ places: 'x' })).toEqual([]);
  });
});

describe('a link', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://partner.fr@evil.example/',
    '/x',
    '',
    null,
    {},
  ])('%j is none', (link) => {
    expect(httpUrl(link)).toBeUndefined();
  });

  it('to http or https passes', () => {
    expect(httpUrl('https://mairie.example/a?b')).toBe('https://mairie.example/a?b');
    expect(saneBoard({ ...board, page: 'javascript:x' })?.page).toBe('');
  });
});

describe('10,000 damaged answers', () => {
  it('throw nothing and keep every promise of the types', () => {
    const random = seeded(20_261_122);
    for (let round = 0; round < 10_000; round++) {
      const sane = saneOffers(damaged(answer, random));
      for (const offer of sane?.offers ?? []) {
        for (const text of [offer.id, offer.title, offer.contract.kind]) expect(typeof text).toBe('string');
        expect(Date.parse(offer.postedAt)).not.toBeNaN();
        expect(Array.isArray(offer.partners)).toBe(true);
      }
      if (sane) expect(Number.isFinite(sane.total + sane.pages)).toBe(true);
      for (const { name } of sane?.board?.partners ?? []) expect(typeof name).toBe('string');
    }
  });
});

const STRANGE: unknown[] = [
  null,
  undefined,
  '',
  'x',
  '<img src=x onerror=1>',
  -1,
  1e309,
  NaN,
  true,
  [],
  {},
  [null],
  { toString: 1 },
];

/** The value with some of its fields missing, of another type, or joined by unknown ones. */
function damaged(value: unknown, random: () => number): unknown {
  if (random() < 0.04) return STRANGE[Math.floor(random() * STRANGE.length)];
  if (Array.isArray(value)) return value.map((item) => damaged(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, field]) => [key, damaged(field, random)]);
  if (random() < 0.1) entries.push(['addedLater', STRANGE]);
  return Object.fromEntries(entries.filter(() => random() > 0.03));
}

/** mulberry32: the same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
