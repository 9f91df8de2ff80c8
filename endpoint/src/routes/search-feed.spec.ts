import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../app.ts';
import { describeBoard } from '../boards/board.ts';
import { loadConfiguration } from '../boards/configuration.ts';
import type { Offer } from '../contract/index.ts';
import { ClickLog } from '../offers/clicks.ts';
import { Places } from '../places/places.ts';
import { openThreadedEngine } from '../search/embedded/query-engine.ts';
import { startFromSource } from '../search/embedded/started-thread.ts';
import { openWriter } from '../search/embedded/writer.ts';
import type { Services } from '../services.ts';
import { openDatabase } from '../shared/database.ts';

const START = { timeout: 60_000 };
const NOW = Date.parse('2026-11-22T12:00:00Z');
const BOARD = `
id: pays
name: L’emploi en Pays de Saint-Omer
territory: { name: le Pays de Saint-Omer, epcis: [200069037] }
`;
const PARTNER = `
id: tableau
name: Le Grand Tableau
site: https://tableau.example/
hosts: [tableau.example]
licence: { attribution: 'Données : Tableau.' }
feed: { address: 'https://tableau.example/feed.xml', mapping: indeed }
`;

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-flux-'));
const clicks = new ClickLog();
let app: FastifyInstance;
let close: () => Promise<void>;

beforeAll(async () => {
  for (const [path, text] of [
    ['boards/pays.yaml', BOARD],
    ['partners/tableau.yaml', PARTNER],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const places = await Places.load(folder);
  const { boards, partners } = loadConfiguration(folder, {}, places);
  const db = openDatabase(join(folder, 'index.db'));
  const writer = openWriter({ db });
  await writer.publish(({ put }) => {
    for (let n = 1; n <= 60; n++) put(offer(n, places));
  });
  const engine = openThreadedEngine({
    file: join(folder, 'index.db'),
    published: writer.current(),
    threads: 1,
    start: startFromSource,
  });
  await vi.waitUntil(() => engine.isReady, START);
  const services: Services = {
    boards,
    partners,
    places,
    engine,
    clicks,
    former: () => undefined,
    freshness: () => ({ generation: engine.state().generation, refreshedAt: new Date(NOW).toISOString() }),
    describe: (board) =>
      describeBoard(board, {
        partners,
        places,
        freshness: services.freshness(board),
        origin: services.origin,
      }),
    origin: 'https://emploi.example',
    version: '1.0.0',
    ready: () => true,
    now: () => NOW,
  };
  app = await createApp(services);
  close = async () => {
    await app.close();
    await engine.close();
    db.close();
  };
}, START.timeout);

afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** Engines order a day's offers by id: the second newest would come first. */
const idOf = (n: number) => `offer${String(n === 2 ? 0 : n).padStart(5, '0')}`;

/** The smaller n, the newer; each third is a nurse's, each fifth in Arques. */
function offer(n: number, places: Places): Offer {
  const posted = NOW - n * 3_600_000;
  return {
    id: idOf(n),
    title: n % 3 === 0 ? `Infirmier ${n} ]]> <b> 👩🏽‍🚒${n === 60 ? ' soigner' : ''}` : `Boulanger ${n}`,
    contract: { kind: n % 2 ? 'cdi' : 'interim' },
    ...(n === 9 && { employer: { name: 'Clinique & fils' }, pay: { min: 2000, period: 'month' } }),
    postedAt: new Date(posted).toISOString(),
    ...(n === 30 && { updatedAt: new Date(NOW - 60_000).toISOString() }),
    description: [
      { kind: 'p', runs: [{ text: `${n === 5 ? 'Infirmier. ' : ''}Soigner ${'très '.repeat(100)}bien.` }] },
    ],
    places: [
      n % 5 === 0
        ? places.locate({ name: 'Arques', postcode: '62510' })
        : places.locate({ name: 'Saint-Omer', postcode: '62500' }),
    ],
    postings: [{ partner: 'tableau', reference: String(n), link: `https://tableau.example/o/${n}` }],
  };
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe.each([
  ['rss', 'application/rss+xml; charset=utf-8'],
  ['atom', 'application/atom+xml; charset=utf-8'],
  ['json', 'application/feed+json; charset=utf-8'],
])('GET /{board}/flux.%s', (format, type) => {
  it('is sent as what it is, for a minute, and not again while nothing changed', async () => {
    const first = await get(`/pays/flux.${format}?q=infirmier`);
    const { etag, ...headers } = first.headers;
    const again = await get(`/pays/flux.${format}?q=infirmier`, { 'if-none-match': String(etag) });

    expect(first.statusCode).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toContain('max-age=60');
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('takes the criteria of a search and refuses what a search refuses, in the same words', async () => {
    for (const query of ['contract=cdi,bogus', 'radius=1e400', 'colour=red', 'since=0', 'commune=x']) {
      const feed = await get(`/pays/flux.${format}?${query}`);
      const search = await get(`/v1/boards/pays/count?${query}`);

      expect(feed.statusCode, query).toBe(400);
      expect(feed.json(), query).toEqual(search.json());
    }
    expect((await get(`/pays/flux.${format}?q=&place=&contract=`)).statusCode).toBe(200);
  });

  it('is unknown on a board that is unknown', async () => {
    const refused = await get(`/nulle-part/flux.${format}`);

    expect(refused.statusCode).toBe(404);
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });
});

it('RSS gives the newest fifty, each with what residents ask first', async () => {
  const feed = parseRssFeed((await get('/pays/flux.rss')).body);

  expect(feed.title).toBe('Offres d’emploi – L’emploi en Pays de Saint-Omer');
  expect(feed.copyright).toBe('Données : Tableau.');
  expect(feed.items!.map(({ guid }) => guid!.value)).toEqual(
    Array.from({ length: 50 }, (_, n) => idOf(n + 1)),
  );
  const nurse = feed.items![8]!;
  expect(nurse.title).toBe('Infirmier 9 ]]> <b> 👩🏽‍🚒');
  expect(nurse.link).toBe(`https://emploi.example/pays/offres/${idOf(9)}`);
  expect(nurse.dc!.creators).toEqual(['Clinique & fils']);
  expect(nurse.description).toMatch(
    /^<p>Clinique &#38; fils – Saint-Omer \(62\)<\/p><p>CDI · 2\s000\s€ par mois<\/p><p>Soigner très/u,
  );
  expect(nurse.description).toMatch(/très…<\/p><p>Sur Le Grand Tableau<\/p>$/);
  expect(nurse.description!.length).toBeLessThan(500);
});

it('the feed of a search finds what the search finds, says it in words and where it stands', async () => {
  const query = 'q=infirmier&place=Arques&radius=0';
  const feed = parseAtomFeed((await get(`/pays/flux.atom?${query}`)).body);
  const search = (await get(`/v1/boards/pays/offers?${query}&sort=newest&limit=50`)).json();

  expect(feed.entries!.map(({ id }) => id!.split('/').at(-1))).toEqual(
    search.offers.map(({ id }: { id: string }) => id),
  );
  expect(feed.title!.value).toBe('Offres d’emploi : infirmier, à Arques – L’emploi en Pays de Saint-Omer');
  expect(feed.links).toMatchObject([
    { rel: 'alternate', href: `https://emploi.example/pays?${query}` },
    { rel: 'self', href: `https://emploi.example/pays/flux.atom?${query}` },
  ]);
  expect(feed.entries!.map(({ id }) => id!.split('/').at(-1))).toEqual([5, 15, 30, 45, 60].map(idOf));
});

it('is cut after the newest fifty, however well an older one fits', async () => {
  const feed = parseJsonFeed((await get('/pays/flux.json?q=soigner')).body);

  expect(feed.items!.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, n) => idOf(n + 1)));
});

it('is as old as its newest change, which need not be its newest offer', async () => {
  const feed = parseAtomFeed((await get('/pays/flux.atom')).body);

  expect(feed.updated).toBe(new Date(NOW - 60_000).toISOString());
  expect(feed.entries![29]).toMatchObject({
    published: new Date(NOW - 30 * 3_600_000).toISOString(),
    updated: new Date(NOW - 60_000).toISOString(),
  });
});

it('names the values of open filters as residents know them, and is whole where nothing is found', async () => {
  const feed = parseJsonFeed((await get('/pays/flux.json?commune=62040&q=plombier')).body);

  expect(feed.title).toContain('plombier, Arques');
  expect(feed.items ?? []).toEqual([]);
});

it('links lead to pages and count no click, however often a reader loads them', async () => {
  const feed = parseJsonFeed((await get('/pays/flux.json')).body);
  const { pathname } = new URL(feed.items![0]!.url!);

  expect((await get(pathname)).statusCode).toBe(200);
  expect(clicks.drain()).toEqual([]);
});

it('the page of a search names its feeds to feed readers and to residents', async () => {
  const { body } = await get('/pays?q=infirmier&contract=&sort=nearest&page=1');
  const heads = [...body.matchAll(/<link rel="alternate" type="([^"]+)"[^>]* href="([^"]+)">/g)];

  expect(heads.map(([, type]) => type)).toEqual([
    'application/rss+xml',
    'application/atom+xml',
    'application/feed+json',
  ]);
  for (const [, , href] of heads) {
    const path = href!.replaceAll('&#61;', '=');
    expect(path).toMatch(/^\/pays\/flux\.\w+\?q=infirmier$/);
    expect((await get(path)).statusCode).toBe(200);
    expect(body).toContain(`<a href="${href}">`);
  }
});
