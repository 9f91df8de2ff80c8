import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Offer, OfferPlace } from '../contract/index.ts';
import { Places } from '../places/places.ts';
import { openEngine, type EmbeddedEngine } from '../search/embedded/engine.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { type Database, openDatabase } from '../shared/database.ts';
import type { BoardDefinition } from './board.ts';
import { answerMap } from './map.ts';
import { compileTerritory } from './territory.ts';

/** Two communes of one intercommunality, one of another in the same département, and an island in none. */
const [OMER, ARQUES, ARRAS, BREHAT] = ['62765', '62040', '62041', '22016'] as const;
const DEFINITION: BoardDefinition = {
  id: 'town',
  name: 'Town',
  territory: { name: 'Town', communes: [OMER, ARQUES, ARRAS, BREHAT], epcis: [] },
  nearby: 0,
  radius: { steps: [10], default: 10 },
  languages: ['fr'],
  remote: true,
  theme: {},
  demonstration: false,
};

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-map-'));
let places: Places;
let db: Database;
let engine: EmbeddedEngine;

beforeAll(async () => {
  places = await Places.load();
  db = openDatabase(join(folder, 'index.db'));
  const at = (insee: string): OfferPlace => ({ insee, name: insee, precision: 'commune' });
  const offers: Pick<Offer, 'places' | 'remote'>[] = [
    { places: [at(OMER), at(ARQUES), at(ARRAS)] },
    { places: [at(OMER), at('59350')] },
    { places: [at(BREHAT)] },
    { places: [{ name: 'Pas-de-Calais', department: '62', precision: 'department' }] },
    { places: [at('59350')], remote: 'full' },
    { places: [], remote: 'full' },
  ];
  await openWriter({ db }).publish(({ put }) =>
    offers.forEach((offer, id) =>
      put({
        id: `offer${id}`,
        title: 'Vendeur',
        description: [],
        contract: { kind: 'cdi' },
        postedAt: '2026-11-20T10:00:00.000Z',
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

const answer = (most?: number) =>
  answerMap({ engine, places, now: () => 0 }, compileTerritory(DEFINITION, places), {}, most);

describe('answerMap', () => {
  it('counts an offer once in each of its communes, those of the département alone and elsewhere apart', async () => {
    expect(await answer()).toMatchObject({
      level: 'commune',
      communes: [
        [BREHAT, 1],
        [ARQUES, 1],
        [ARRAS, 1],
        [OMER, 2],
      ],
      unplaced: 1,
      outside: 2,
    });
  });

  it('names each commune and says where it lies, in the order of the counts', async () => {
    const { communes, places: named } = await answer();

    expect(named.map(({ name }) => name)).toEqual(['Île-de-Bréhat', 'Arques', 'Arras', 'Saint-Omer']);
    for (const [index, [insee]] of communes.entries()) {
      const point = places.commune(insee)!.point?.map((degrees) => expect.closeTo(degrees, 2));
      expect(named[index]!.point).toEqual(point);
    }
    expect(named[0]!.point).toBeUndefined();
  });

  it('puts larger areas where their largest commune is', async () => {
    const { places: named } = await answer(2);
    const [latitude, longitude] = places.commune(ARRAS)!.point!;

    expect(named.map(({ name }) => name)).toEqual(["Côtes-d'Armor", 'Pas-de-Calais']);
    expect(named[1]!.point).toEqual([expect.closeTo(latitude!, 2), expect.closeTo(longitude!, 2)]);
  });

  it('goes to intercommunalities where communes are too many; an island stands for itself', async () => {
    expect(await answer(3)).toMatchObject({
      level: 'epci',
      communes: [
        ['200033579', 1],
        ['200069037', 2],
        [BREHAT, 1],
      ],
      unplaced: 1,
      outside: 2,
    });
  });

  it('goes to départements where those are too many', async () => {
    expect(await answer(2)).toMatchObject({
      level: 'department',
      communes: [
        ['22', 1],
        ['62', 2],
      ],
    });
  });
});
