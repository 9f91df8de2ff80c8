import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACETS, type Offer, type OffersQuery } from '../contract/index.ts';
import { Places } from '../places/places.ts';
import { openEngine, type EmbeddedEngine } from '../search/embedded/engine.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { type Database, openDatabase } from '../shared/database.ts';
import { answerOffers, answerOffersAsJson } from './answer.ts';
import type { BoardDefinition } from './board.ts';
import { compileTerritory } from './territory.ts';

const NOW_MS = Date.parse('2026-11-22T12:00:00Z');
const [OMER, ARQUES] = ['62765', '62040'] as const;
const DEFINITION: BoardDefinition = {
  id: 'town',
  name: 'Town',
  territory: { name: 'Town', communes: [OMER, ARQUES], epcis: [] },
  nearby: 0,
  radius: { steps: [0, 2, 5, 10], default: 2 },
  languages: ['fr'],
  partners: ['alpha', 'beta'],
  remote: false,
  theme: {},
  demonstration: false,
};

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-answer-'));
let places: Places;
let db: Database;
let engine: EmbeddedEngine;

beforeAll(async () => {
  places = await Places.load();
  db = openDatabase(join(folder, 'index.db'));
  const at = (insee: string) => places.locate({ insee });
  const offers: Partial<Offer>[] = [
    {
      ...{ id: 'nurse', title: 'Infirmier', places: [at(OMER), at(ARQUES), at('59350')] },
      ...{ contract: { kind: 'cdi' }, hours: { time: 'full' }, schedule: ['nuit'], experience: '2 ans' },
      ...{ pay: { comparable: 2400 }, remote: 'partial', openToDisabled: true },
      ...{
        trade: { code: 'J1506', label: 'Soins infirmiers' },
        sector: { code: '86.10Z', label: 'Hôpitaux' },
      },
      employer: { name: 'Centre Hospitalier' },
      postings: ['alpha', 'beta', 'hidden'].map((partner) => ({ partner, link: 'https://a.example/1' })),
    },
    { id: 'cook', title: 'Cuisinier', places: [at(ARQUES)], employer: { name: 'CENTRE HOSPITALIER' } },
    { id: 'clerk', title: 'Secrétaire', places: [at(OMER)], employer: { name: 'Centre  Hospitalier' } },
  ];
  await openWriter({ db }).publish(({ put }) =>
    offers.forEach((offer) =>
      put({
        ...{ id: '', title: '', description: [], places: [], contract: { kind: 'unstated' } },
        postedAt: '2026-11-12T10:00:00.000Z',
        postings: [{ partner: 'alpha', link: 'https://alpha.example/1' }],
        ...offer,
      }),
    ),
  );
  engine = openEngine({ file: join(folder, 'index.db') });
});

afterAll(async () => {
  await engine.close();
  db.close();
  rmSync(folder, { recursive: true });
});

function setup() {
  const board = compileTerritory(DEFINITION, places);
  const answering = { engine, places, now: () => NOW_MS };
  return {
    ask: (query: OffersQuery) => answerOffers(answering, board, query),
    askAsJson: async (query: OffersQuery) =>
      JSON.parse((await answerOffersAsJson(answering, board, query)).toString()),
  };
}

describe('a search', () => {
  it.each<[keyof OffersQuery, string]>([
    ['contract', 'cdi,stage'],
    ['nature', 'unstated'],
    ['hours', 'full'],
    ['schedule', 'night,weekend'],
    ['experience', 'under-3'],
    ['pay', '2000-2500'],
    ['remote', 'partial'],
    ['trade', 'J1506'],
    ['sector', '86.10Z'],
    ['commune', '62765,59350'],
    ['employer', 'centre-hospitalier'],
    ['partner', 'beta'],
    ['disabled', 'open'],
  ])('is narrowed by %s', async (parameter, value) => {
    const { ask } = setup();

    const { offers, total } = await ask({ [parameter]: value });

    const all = { nature: 3, employer: 3, commune: 2 } as Record<string, number>;
    expect(total).toBe(all[parameter] ?? 1);
    expect(offers.map(({ id }) => id)).toContain('nurse');
  });

  it('finds nothing by values that no offer has', async () => {
    const { ask } = setup();

    for (const query of [
      { trade: 'Z9999' },
      { commune: '59350' },
      { partner: 'hidden' },
      { employer: 'x,y' },
    ]) {
      expect((await ask(query)).total, JSON.stringify(query)).toBe(0);
    }
  });

  it('counts every facet, with words for what has no list', async () => {
    const { ask, askAsJson } = setup();
    const query = { facets: FACETS.join(','), employer: 'nobody' };

    const { facets } = await ask(query);

    expect(Object.keys(facets!)).toEqual([...FACETS]);
    expect(facets).toMatchObject({
      contract: expect.arrayContaining([{ value: 'cdi', total: 0 }]),
      employer: [
        { value: 'centre-hospitalier', total: 3, label: 'Centre Hospitalier' },
        { value: 'nobody', total: 0 },
        { value: 'unstated', total: 0 },
      ],
    });
    expect((await ask({ facets: 'commune,partner,trade,trade' })).facets).toEqual({
      commune: [
        { value: ARQUES, total: 2, label: 'Arques' },
        { value: OMER, total: 2, label: 'Saint-Omer' },
        { value: 'unstated', total: 0 },
      ],
      partner: [
        { value: 'alpha', total: 3 },
        { value: 'beta', total: 1 },
      ],
      trade: [
        { value: 'J1506', total: 1, label: 'Soins infirmiers' },
        { value: 'unstated', total: 2 },
      ],
    });
    expect((await askAsJson(query)).facets).toEqual(JSON.parse(JSON.stringify(facets)));
  });
});

describe('what an empty search could loosen', () => {
  it('is each single criterion that keeps it from finding, the most first', async () => {
    const { ask } = setup();

    const { loosen } = await ask({ q: 'infirmier', hours: 'part', commune: '59350', pay: '2000-2500' });

    expect(loosen).toEqual([]);
    expect((await ask({ q: 'infirmier', hours: 'part', pay: '2000-2500' })).loosen).toEqual([
      { criterion: 'hours', total: 1 },
    ]);
    expect((await ask({ remote: 'full' })).loosen).toEqual([{ criterion: 'remote', total: 3 }]);
    expect((await ask({ employer: 'centre-hospitalier', commune: '59350' })).loosen).toEqual([
      { criterion: 'commune', total: 3 },
    ]);
  });

  it('is the next wider date and radius that find something', async () => {
    const { ask } = setup();

    expect((await ask({ since: 1 })).loosen).toEqual([{ criterion: 'since', to: 14, total: 3 }]);
    expect((await ask({ q: 'cuisinier', place: OMER })).loosen).toEqual([
      { criterion: 'q', total: 2 },
      { criterion: 'radius', to: 5, total: 1 },
      { criterion: 'place', total: 1 },
    ]);
  });
});
