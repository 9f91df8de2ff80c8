import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { type BoardDefinition, describeBoard } from '../boards/board.ts';
import { compileTerritory } from '../boards/territory.ts';
import type { Board, MultiPolygon } from '../contract/index.ts';
import { FORM, keptPath, type KeptPlaces, outlineKey } from '../places/kept.ts';
import { Places } from '../places/places.ts';
import type { Services } from '../services.ts';

/** All communes of France are read, twice. */
const START_MS = 60_000;
const MEMBERS = ['62765', '62040'];
const DEFINITION: BoardDefinition = {
  id: 'pays',
  name: 'Pays',
  territory: { name: 'le Pays', communes: [...MEMBERS, '62525'], epcis: [] },
  nearby: 0,
  radius: { steps: [10], default: 10 },
  languages: ['fr'],
  remote: false,
  theme: {},
  demonstration: false,
};
const OUTLINE: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [2.2, 50.7],
        [2.3, 50.7],
        [2.3, 50.8],
        [2.2, 50.7],
      ],
    ],
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-outline-'));
let rough: Places;
let exact: Places;
beforeAll(async () => {
  rough = await Places.load(folder);
  const { communes } = DEFINITION.territory;
  const kept: KeptPlaces = {
    form: FORM,
    takenAt: '2026-11-23T10:00:00.000Z',
    communes: communes.map((code) => {
      const { name, postcodes, population } = rough.commune(code)!;
      return { code, name, department: '62', postcodes: [...postcodes], population, centre: [50.7, 2.2] };
    }),
    epcis: [],
    outlines: { [outlineKey(communes)]: OUTLINE },
  };
  writeFileSync(keptPath(folder), JSON.stringify(kept));
  exact = await Places.load(folder);
}, START_MS);
afterAll(() => rmSync(folder, { recursive: true }));

/** What the endpoint says of the board by these places, and what it sends along with a search. */
async function setup(places: Places, definition = DEFINITION) {
  const board = compileTerritory(definition, places);
  const describing = {
    places,
    partners: new Map(),
    freshness: { generation: 1 },
    origin: 'https://e.example',
  };
  const services = {
    boards: new Map([['pays', board]]),
    places,
    partners: new Map(),
    version: '1',
    freshness: () => ({ generation: 1 }),
    describe: () => describeBoard(board, describing),
    now: () => 0,
  } as unknown as Services;
  const app = await createApp(services);
  const answer = await app.inject({ url: '/v1/boards/pays' });
  await app.close();
  return { answer, described: answer.json<Board>(), sentAlong: services.describe(board) };
}

it('gives the outline of a territory to who asks for the board, and never along with a search', async () => {
  const { answer, described, sentAlong } = await setup(exact);

  expect(answer.statusCode).toBe(200);
  expect(described.territory.outline).toEqual(OUTLINE);
  expect(described.territory.outlineSource).toBe('Contours : IGN, geo.api.gouv.fr, novembre 2026');
  expect(described.territory.approximate).toBeUndefined();
  expect(sentAlong.territory).not.toHaveProperty('outline');
});

it('has no outline of another territory', async () => {
  const { described } = await setup(exact, {
    ...DEFINITION,
    territory: { ...DEFINITION.territory, communes: MEMBERS },
  });

  expect(described.territory).not.toHaveProperty('outline');
});

it('says that communes stand about where they lie as long as nobody knows better', async () => {
  const territory = { ...DEFINITION.territory, epcis: ['200069037'] };
  const { described } = await setup(rough, { ...DEFINITION, territory });

  expect(described.territory.approximate).toBe(true);
  expect(described.territory).not.toHaveProperty('outline');
});

it('is another answer once places were updated', async () => {
  const before = await setup(rough);
  const after = await setup(exact);

  expect(after.answer.headers.etag).not.toBe(before.answer.headers.etag);
});
