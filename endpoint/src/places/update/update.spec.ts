import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptPath } from '../kept.ts';
import { Places } from '../places.ts';
import { type StandIn, startStandIn } from './stand-in/server.ts';
import { type PlacesUpdate, updatePlaces } from './update.ts';

const TIMEOUT_MS = 60_000;

let folder: string;
let service: StandIn;
let rests: number[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'town-jobs-places-'));
  service = await startStandIn();
  rests = [];
});
afterEach(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

function update(change: Partial<PlacesUpdate> = {}) {
  return updatePlaces({
    dataFolder: folder,
    address: service.address,
    allowedHosts: new Set(['127.0.0.1']),
    perSecond: 10_000,
    territories: () => [],
    rest: async (ms) => rests.push(ms),
    ...change,
  });
}

const OF_62 = (path: string) => path.includes('codeDepartement=62&');

describe('a whole answer', { timeout: TIMEOUT_MS }, () => {
  it('gives every commune its exact place, and territories their outline', async () => {
    const steps: number[] = [];
    const members = new Set(['62765', '62040', '62525']);

    const taken = await update({
      territories: () => [members],
      onProgress: (done, total) => steps.push(done / total),
    });
    const places = await Places.load(folder);

    expect(taken).toMatchObject({ communes: 34_969, outlines: 1, approximate: 0 });
    const row = service.communes.get('62')!.find(({ code }) => code === '62765')!;
    const [longitude, latitude] = row.centre!.coordinates;
    expect(places.commune('62765')).toMatchObject({
      point: [latitude, longitude],
      precision: 'commune',
      epci: '200069037',
    });
    expect(places.locate({ insee: '62765' })).toMatchObject({ precision: 'commune' });
    expect(places.outline(members)!.type).toBe('MultiPolygon');
    expect(readdirSync(folder).sort()).toEqual(['places.json', 'points.json']);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });

  it('is asked for by département, three at a time, outlines only where a board lies', async () => {
    await update({ territories: () => [new Set(['62765'])] });

    const outlines = service.asked.filter((path) => path.includes('contour'));
    expect(outlines).toEqual(['/communes?codeDepartement=62&fields=code,contour&format=json']);
    expect(service.asked).toHaveLength(1 + 109 + 1);
    expect(service.mostAtOnce).toBeLessThanOrEqual(3);
  });

  it('draws no outline where that of one commune is not known', async () => {
    const taken = await update({ territories: () => [new Set(['62765', '99999'])] });

    expect(taken.outlines).toBe(0);
  });

  it('knows the territories by the communes that just came', async () => {
    service.communes.get('62')!.push({
      code: '62999',
      nom: 'Neuve',
      codesPostaux: ['62500'],
      codeEpci: '200069037',
      centre: { type: 'Point', coordinates: [2.3, 50.7] },
    });

    await update({
      territories(places) {
        expect(places.epci('200069037')!.members).toContain('62999');
        return [];
      },
    });
  });
});

describe('a busy service', { timeout: TIMEOUT_MS }, () => {
  it('is asked again, not before it wants to be', async () => {
    service.fault = (path, before) => {
      if (!OF_62(path)) return undefined;
      return [{ status: 429, headers: { 'retry-after': '7' } }, { status: 503 }, { cutAfter: 100 }][before];
    };

    expect(await update()).toMatchObject({ communes: 34_969 });
    expect(rests).toEqual([7_000, 4_000, 8_000]);
  });

  it.each([
    [{ status: 500 }, /has a fault of its own \(500\)/, 4],
    [{ status: 429, headers: { 'retry-after': '3600' } }, /asked too often/, 1],
    [{ status: 404 }, /no feed at this address|404/, 1],
  ])('that answers %j is left alone at last', async (fault, sentence, attempts) => {
    service.fault = (path) => (OF_62(path) ? fault : undefined);

    await expect(update()).rejects.toThrow(sentence);
    expect(service.asked.filter(OF_62)).toHaveLength(attempts);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what cannot be true changes nothing', { timeout: TIMEOUT_MS }, () => {
  const first = (change: object) => (service: StandIn) =>
    Object.assign(service.communes.get('62')![0]!, change);

  it.each<[string, (service: StandIn) => void, RegExp]>([
    [
      'a list that is cut',
      (s) => (s.fault = (p) => (OF_62(p) ? { body: '[{"nom":"A' } : undefined)),
      /no JSON/,
    ],
    ['a page of HTML', (s) => (s.fault = (p) => (OF_62(p) ? { body: '<html>' } : undefined)), /no JSON/],
    ['an object', (s) => (s.fault = (p) => (OF_62(p) ? { body: '{}' } : undefined)), /no list/],
    ['a number for a name', first({ nom: 3 }), /communes of 62.*nom of row 1/],
    ['a code that is none', first({ code: 'x' }), /code of row 1/],
    ['a centre without numbers', first({ centre: { type: 'Point', coordinates: ['a', 'b'] } }), /centre/],
    [
      'a centre elsewhere',
      first({ centre: { type: 'Point', coordinates: [50.7, 2.2] } }),
      /where France is not/,
    ],
    ['a commune of another département', first({ codeDepartement: '59' }), /lies elsewhere/],
    ['a commune twice', (s) => s.communes.get('62')!.push(s.communes.get('62')![0]!), /came twice/],
    ['no commune at all', (s) => s.communes.set('62', []), /Not one commune of département 62/],
    ['one in fifty missing', (s) => thin(s, 50), /Of 34969 communes only 34\d\d\d came/],
    ['a quarter missing', (s) => thin(s, 4), /France has more than 34000/],
    ['half without a centre', (s) => bare(s), /with their centre/],
    [
      'intercommunalities without a name',
      (s) => (s.fault = (p) => (p.startsWith('/epcis') ? { body: '[{"code":"200069037"}]' } : undefined)),
      /intercommunalities/,
    ],
  ])('%s', async (_what, spoil, sentence) => {
    writeFileSync(keptPath(folder), '{"form":0}');
    spoil(service);

    await expect(update()).rejects.toThrow(sentence);

    expect(readFileSync(keptPath(folder), 'utf8')).toBe('{"form":0}');
    expect(readdirSync(folder)).toEqual(['places.json']);
  });

  it('a service that stops in the middle of an answer', async () => {
    service.fault = (path) => (OF_62(path) ? { stalls: true } : undefined);

    await expect(update({ timeouts: { idle: 50 } })).rejects.toThrow(/stopped sending/);
  });

  it('an answer without end', async () => {
    await expect(update({ maxBytes: 10_000 })).rejects.toThrow(/larger than 10 KB/);
  });

  it('a service of this machine’s network that nobody allowed', async () => {
    await expect(update({ allowedHosts: new Set() })).rejects.toThrow(/not a public address/);
    expect(service.asked).toEqual([]);
  });

  it('a data folder that cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');

    await expect(update({ dataFolder: join(folder, 'file') })).rejects.toThrow();
  });
});

function thin({ communes }: StandIn, nth: number): void {
  for (const [code, rows] of communes) {
    communes.set(
      code,
      rows.filter((_, n) => n % nth !== 1),
    );
  }
}

function bare({ communes }: StandIn): void {
  for (const rows of communes.values()) for (const [n, row] of rows.entries()) if (n % 2) delete row.centre;
}
