import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { keptPath } from '../kept.ts';
import { Places } from '../places.ts';
import { type StandIn, startStandIn } from './stand-in/server.ts';
import { type PlacesUpdate, updatePlaces } from './update.ts';

/** Reads all communes of France several times. */
const TIMEOUT_MS = 60_000;

let folder: string;
let service: StandIn;
beforeAll(async () => (service = await startStandIn()), TIMEOUT_MS);
afterAll(() => service.close());
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'town-jobs-places-'))));
afterEach(() => {
  service.fault = undefined;
  service.asked.length = 0;
  rmSync(folder, { recursive: true });
});

function update(change: Partial<PlacesUpdate> = {}) {
  return updatePlaces({
    dataFolder: folder,
    address: service.address,
    allowedHosts: new Set(['127.0.0.1']),
    perSecond: 10_000,
    territories: () => [],
    ...change,
  });
}

it(
  'gives every commune its exact place, and territories their outline',
  { timeout: TIMEOUT_MS },
  async () => {
    const steps: number[] = [];
    const members = new Set(['62765', '62040', '62525']);
    const village = {
      code: '62999',
      nom: 'Neuve',
      codesPostaux: ['62500'],
      codeEpci: '200069037',
      centre: { type: 'Point' as const, coordinates: [2.3, 50.7] },
    };
    service.communes.get('62')!.push(village);
    let known: readonly string[] = [];

    const taken = await update({
      territories(places) {
        known = places.epci('200069037')!.members;
        return [members, new Set([...members, '99999'])];
      },
      onProgress: (done, total) => steps.push(done / total),
    });
    service.communes.get('62')!.pop();
    const places = await Places.load(folder);

    expect(taken).toEqual({ communes: 34_970, epcis: service.epcis, outlines: 1, approximate: 0 });
    const row = service.communes.get('62')!.find(({ code }) => code === '62765')!;
    const [longitude, latitude] = row.centre!.coordinates;
    expect(places.commune('62765')).toMatchObject({
      point: [latitude, longitude],
      precision: 'commune',
      epci: '200069037',
    });
    expect(known).toContain('62999');
    expect(places.outline(members)!.type).toBe('MultiPolygon');
    expect(readdirSync(folder).sort()).toEqual(['places.json', 'points.json']);

    const outlines = service.asked.filter((path) => path.includes('contour'));
    expect(outlines).toEqual(['/communes?codeDepartement=62&fields=code,contour&format=json']);
    expect(service.asked).toHaveLength(1 + 109 + 1);
    expect(service.mostAtOnce).toBeLessThanOrEqual(3);
    expect(steps).toHaveLength(service.asked.length);
    expect(steps.at(-1)).toBe(1);
  },
);

it('changes nothing where one département is missing', { timeout: TIMEOUT_MS }, async () => {
  writeFileSync(keptPath(folder), '{"form":0}');
  service.fault = (path) => (path.includes('codeDepartement=03&') ? { body: '[]' } : undefined);

  await expect(update()).rejects.toThrow('Not one commune of département 03 came.');

  expect(readFileSync(keptPath(folder), 'utf8')).toBe('{"form":0}');
  expect(readdirSync(folder)).toEqual(['places.json']);
  expect(service.asked.length).toBeLessThan(12);
});

it('changes nothing where the outlines do not come', { timeout: TIMEOUT_MS }, async () => {
  service.fault = (path) => (path.includes('contour') ? { status: 404 } : undefined);

  await expect(update({ territories: () => [new Set(['62765'])] })).rejects.toThrow(/404/);
  expect(readdirSync(folder)).not.toContain('places.json');
});
