import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MultiPolygon } from '../contract/index.ts';
import { FORM, keptPath, type KeptPlaces, outlineKey } from './kept.ts';
import { Places } from './places.ts';

const OUTLINE: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [2, 50],
        [3, 50],
        [3, 51],
        [2, 50],
      ],
    ],
  ],
};
const KEPT: KeptPlaces = {
  form: FORM,
  takenAt: '2026-11-23T10:00:00.000Z',
  communes: [
    {
      code: '62765',
      name: 'Saint-Omer-le-Neuf',
      department: '62',
      epci: '999999999',
      postcodes: ['62500', '62501'],
      population: 20_000,
      centre: [50.7461, 2.2616],
    },
    {
      code: '62999',
      name: 'Ville-Nouvelle',
      department: '62',
      postcodes: ['62999'],
      population: 3,
      centre: [50.7, 2.3],
    },
  ],
  epcis: [{ code: '999999999', name: 'CC Nouvelle' }],
  outlines: { [outlineKey(['62765', '62999'])]: OUTLINE },
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(`${tmpdir()}/town-jobs-kept-`)));
afterEach(() => rmSync(folder, { recursive: true }));

it('takes the place of the packages’ data where it says something, and of nothing else', async () => {
  writeFileSync(keptPath(folder), JSON.stringify(KEPT));

  const places = await Places.load(folder);

  expect(places.commune('62765')).toMatchObject({
    name: 'Saint-Omer-le-Neuf',
    epci: '999999999',
    postcodes: ['62500', '62501'],
    population: 20_000,
    point: [50.7461, 2.2616],
    precision: 'commune',
  });
  expect(places.epci('999999999')).toMatchObject({ name: 'CC Nouvelle', members: ['62765'] });
  expect(places.commune('62040')).toMatchObject({ name: 'Arques', epci: '200069037' });
  expect(places.epci('200069037')!.members).toContain('62040');
  expect(places.understand('62999')).toEqual({ insee: '62999' });
  expect(places.revision).toBe(KEPT.takenAt);
});

it('gives the outline of a territory by its communes in any order', async () => {
  writeFileSync(keptPath(folder), JSON.stringify(KEPT));

  const places = await Places.load(folder);

  expect(places.outline(new Set(['62999', '62765']))).toEqual(OUTLINE);
  expect(places.outline(new Set(['62765']))).toBeUndefined();
});

it.each(['', '{', 'null', '{"form":0}', '[]'])(
  'leaves the packages’ data where the file is %j',
  async (text) => {
    writeFileSync(keptPath(folder), text);

    const places = await Places.load(folder);

    expect(places.commune('62765')!.name).toBe('Saint-Omer');
    expect(places.revision).toBe('');
  },
);
