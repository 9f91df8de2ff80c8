import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saneGone, saneOffer } from './offer.ts';

const OFFER = {
  id: 'o1',
  title: 'Cariste',
  contract: { kind: 'cdi' },
  postedAt: '2026-11-20T08:00:00Z',
  description: [
    { kind: 'heading', runs: [{ text: 'Le poste' }] },
    { kind: 'p', runs: [{ text: 'Au ' }, { text: 'quai', mark: 'strong' }] },
    { kind: 'ul', items: [[{ text: 'charger' }], [{ text: 'ranger', mark: 'em' }]] },
  ],
  places: [
    { name: 'Arques', precision: 'commune' },
    { name: 'Lumbres', precision: 'commune' },
  ],
  schedule: ['matin'],
  experience: '2 ans',
  licences: ['B'],
  openToDisabled: true,
  openings: 3,
  updatedAt: '2026-11-21T08:00:00Z',
  expiresAt: '2026-12-20T08:00:00Z',
  postings: [{ partner: 'tableau', link: 'https://tableau.example/1' }, { partner: 'ardoise' }],
};

describe('an offer in full', () => {
  it('is what its card shows, of its first place, and all else that it states', () => {
    expect(saneOffer(OFFER)).toMatchObject({
      title: 'Cariste',
      place: { name: 'Arques', precision: 'commune' },
      communes: 2,
      partners: ['tableau', 'ardoise'],
      places: ['Arques', 'Lumbres'],
      schedule: ['matin'],
      experience: '2 ans',
      licences: ['B'],
      openToDisabled: true,
      adaptedEmployer: false,
      openings: 3,
      expiresAt: '2026-12-20T08:00:00Z',
    });
  });

  it('keeps of a description the blocks that hold a text, and of a text its known marks', () => {
    const description = [
      ...OFFER.description,
      { kind: 'script', runs: [{ text: 'alert(1)' }] },
      { kind: 'p', runs: [{ text: '' }, { text: 5 }, null] },
      { kind: 'p', items: [[{ text: 'no paragraph' }]] },
      { kind: 'ol', items: [[], 'x', [{ text: 'one', mark: 'blink' }]] },
    ];

    const blocks = saneOffer({ ...OFFER, description })!.description;

    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'p', 'ul', 'ol']);
    expect(blocks[1]!.runs).toEqual([{ text: 'Au ' }, { text: 'quai', mark: 'strong' }]);
    expect(blocks[3]!.items).toEqual([[{ text: 'one' }]]);
  });

  it('names only partners that an address can name', () => {
    const postings = [{ partner: 'tab\ud800leau' }, { partner: 'board:saint-omer' }, { partner: 5 }, null];

    expect(saneOffer({ ...OFFER, postings })!.partners).toEqual(['board:saint-omer']);
  });

  it('is none without an id, a title or a day', () => {
    for (const key of ['id', 'title', 'postedAt']) {
      expect(saneOffer({ ...OFFER, [key]: null }), key).toBeUndefined();
    }
    for (const raw of [null, undefined, 5, 'x', [], [OFFER]]) expect(saneOffer(raw)).toBeUndefined();
  });

  it('is fit to be shown whatever came, in 2,000 broken answers', () => {
    const broken = fc.record(
      Object.fromEntries(
        Object.keys(OFFER).map((key) => [key, fc.oneof(fc.jsonValue(), fc.constant(OFFER[key as 'id']))]),
      ),
      { requiredKeys: [] },
    );
    const isText = (value: unknown) => typeof value === 'string' && value !== '';
    let shown = 0;
    fc.assert(
      fc.property(broken, (raw) => {
        const offer = saneOffer({ ...raw, id: 'o1', title: 'Cariste', postedAt: OFFER.postedAt })!;
        shown++;
        const texts = [...offer.places, ...offer.schedule, ...offer.licences, ...offer.partners];
        const runs = offer.description.flatMap((block) => [...block.runs, ...block.items.flat()]);
        const days = [offer.updatedAt, offer.expiresAt].filter((day) => day !== undefined);
        return (
          texts.every(isText) &&
          runs.every(({ text }) => isText(text)) &&
          days.every((day) => Date.parse(day) > 0 || Date.parse(day) <= 0) &&
          (offer.openings === undefined || offer.openings >= 1)
        );
      }),
      { numRuns: 2000, seed: 5 },
    );
    expect(shown).toBe(2000);
  });
});

describe('an offer that is gone', () => {
  it('is told with its title, its day and similar ones', () => {
    const card = { id: 'o2', title: 'Agent de quai', postedAt: '2026-11-20T08:00:00Z' };
    const problem = {
      status: 410,
      offer: 'Cariste',
      closedAt: '2026-11-21T08:00:00Z',
      similar: [card, null, {}, { ...card, id: 'o\ud800' }],
    };

    const gone = saneGone(problem)!;

    expect([gone.title, gone.closedAt]).toEqual(['Cariste', '2026-11-21T08:00:00Z']);
    expect(gone.similar.map(({ id }) => id)).toEqual(['o2']);
  });

  it('may be one that nobody remembers', () => {
    expect(saneGone({ status: 404, detail: 'The board shows no offer "x".' })).toEqual({ similar: [] });
  });

  it('is not what other refusals are about', () => {
    for (const problem of [undefined, null, 'gone', { status: 400 }, { status: '410' }, { status: 500 }]) {
      expect(saneGone(problem)).toBeUndefined();
    }
  });
});
