import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommuneRow, EpciRow } from './rows.ts';
import { GeoSource, type SourceOptions } from './source.ts';
import { answer, type Fault } from './stand-in/answer.ts';

const COMMUNE: CommuneRow = {
  code: '62765',
  nom: 'Saint-Omer',
  codeDepartement: '62',
  codesPostaux: ['62500'],
  codeEpci: '200069037',
  population: 14_382,
  centre: { type: 'Point', coordinates: [2.2616, 50.7461] },
};
const BODY = JSON.stringify([COMMUNE]);

let server: Server;
let faults: (Fault | undefined)[];
let asked: number;
let rests: number[];
beforeEach(async () => {
  faults = [];
  asked = 0;
  rests = [];
  server = createServer((_request, response) => answer(response, faults[asked++] ?? {}, BODY));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const always = (fault: Fault) => Array.from({ length: 9 }, () => fault);

function list(change: Partial<SourceOptions> = {}) {
  const source = new GeoSource({
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    allowedHosts: new Set(['127.0.0.1']),
    perSecond: 10_000,
    rest: async (ms) => rests.push(ms),
    ...change,
  });
  return source.list('/communes', CommuneRow, 'communes of 62');
}

it('gives rows as they are documented', async () => {
  expect(await list()).toEqual([COMMUNE]);
});

describe('a busy service', () => {
  it('is asked again, not before it wants to be', async () => {
    faults = [{ status: 429, headers: { 'retry-after': '7' } }, { status: 503 }, { cutAfter: 10 }];

    expect(await list()).toEqual([COMMUNE]);
    expect(rests).toEqual([7_000, 4_000, 8_000]);
  });

  it('may name the end of the rest by its date', async () => {
    const at = new Date(Date.now() + 60_000).toUTCString();
    faults = [{ status: 503, headers: { 'retry-after': at } }];

    await list();

    expect(rests[0]).toBeGreaterThan(30_000);
    expect(rests[0]).toBeLessThanOrEqual(60_000);
  });

  it.each<[Fault, RegExp, number]>([
    [{ status: 500 }, /has a fault of its own \(500\)/, 4],
    [{ status: 429, headers: { 'retry-after': '3600' } }, /asked too often/, 1],
    [{ status: 404 }, /404/, 1],
    [{ status: 301, headers: { location: 'http://127.0.0.2/' } }, /not a public address/, 4],
  ])('that answers %j is left alone at last', async (fault, sentence, attempts) => {
    faults = always(fault);

    await expect(list()).rejects.toThrow(sentence);
    expect(asked).toBe(attempts);
  });
});

describe('refuses', () => {
  const row = (change: object) => JSON.stringify([COMMUNE, { ...COMMUNE, ...change }]);

  it.each<[string, string, RegExp]>([
    ['a list that is cut', BODY.slice(0, -9), /communes of 62 is no JSON/],
    ['a page of HTML', '<html>', /no JSON/],
    ['an object', '{}', /no list/],
    ['null', 'null', /no list/],
    ['a row that is none', '[3]', /row 1 is wrong/],
    ['a number for a name', row({ nom: 3 }), /communes of 62.*: nom of row 2 is wrong/],
    ['a code that is none', row({ code: 'x' }), /code of row 2/],
    ['a postcode as a number', row({ codesPostaux: [62_500] }), /codesPostaux.0 of row 2/],
    ['a population below nothing', row({ population: -1 }), /population of row 2/],
    [
      'a centre of words',
      row({ centre: { type: 'Point', coordinates: ['a', 'b'] } }),
      /centre.coordinates.0/,
    ],
    ['a centre off the earth', row({ centre: { type: 'Point', coordinates: [200, 2] } }), /centre/],
    ['an outline for a centre', row({ centre: { type: 'Polygon', coordinates: [[]] } }), /centre/],
  ])('%s', async (_what, body, sentence) => {
    faults = always({ body });

    await expect(list()).rejects.toThrow(sentence);
    expect(asked).toBe(1);
  });

  it('a service that stops in the middle of an answer', async () => {
    faults = always({ stalls: true });

    await expect(list({ timeouts: { idle: 20 } })).rejects.toThrow(/stopped sending/);
  });

  it('a service that drips', async () => {
    faults = always({ drips: true });

    await expect(list({ timeouts: { total: 100 } })).rejects.toThrow(/had not sent/);
  });

  it('an answer that grows too large', async () => {
    await expect(list({ maxBytes: 100 })).rejects.toThrow(/larger than/);
  });

  it('a service of this machine’s network that nobody allowed', async () => {
    await expect(list({ allowedHosts: new Set() })).rejects.toThrow(/not a public address/);
    expect(asked).toBe(0);
  });
});

it('takes an intercommunality by its code and name', async () => {
  faults = [{ body: '[{"nom":"CA du Pays de Saint-Omer","code":"200069037","_score":1}]' }];
  const { port } = server.address() as AddressInfo;
  const source = new GeoSource({
    address: `http://127.0.0.1:${port}`,
    allowedHosts: new Set(['127.0.0.1']),
  });

  expect(await source.list('/epcis', EpciRow, 'intercommunalities')).toMatchObject([{ code: '200069037' }]);
});
