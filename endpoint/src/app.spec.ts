import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from './app.ts';
import { describeBoard } from './boards/board.ts';
import { loadConfiguration } from './boards/configuration.ts';
import type { Offer } from './contract/index.ts';
import { ClickLog } from './offers/clicks.ts';
import { openDurable } from './offers/durable.ts';
import { Identities } from './offers/identities.ts';
import { Places } from './places/places.ts';
import { openThreadedEngine } from './search/embedded/query-engine.ts';
import { startFromSource } from './search/embedded/started-thread.ts';
import { openWriter } from './search/embedded/writer.ts';
import type { Services } from './services.ts';
import { openDatabase } from './shared/database.ts';

/** A thread begins slowly on a busy machine. */
const START = { timeout: 60_000 };
const NOW = Date.parse('2026-11-22T12:00:00Z');
const BOARD = `
id: pays
name: L’emploi en Pays de Saint-Omer
territory: { name: le Pays de Saint-Omer, epcis: [200069037] }
nearby: 20
theme: { color-primary: '#12596a' }
`;
const PARTNER = `
id: tableau
name: Le Grand Tableau
site: https://tableau.example/
hosts: [tableau.example]
tag: { utm_source: town-jobs }
feed: { address: 'https://tableau.example/feed.xml', mapping: indeed }
`;

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-app-'));
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
    for (let n = 1; n <= 45; n++) put(offer(n, places));
  });
  const durable = openDurable(join(folder, 'town-jobs.db'));
  const identities = new Identities(durable);
  const gone = identities.mint('Infirmier de nuit');
  identities.assign(gone.id, 'tableau:gone', new Uint8Array());
  identities.close(gone.id, NOW);
  identities.merge('younger0id', 'offer00001');
  closedId = gone.id;
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
    former: (id) => identities.former(id),
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
    durable.close();
  };
}, START.timeout);

afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

let closedId: string;

function offer(n: number, places: Places): Offer {
  const id = `offer${String(n).padStart(5, '0')}`;
  const trade = n % 3 === 0 ? 'Boulanger' : n % 3 === 1 ? 'Infirmier' : 'Cariste';
  return {
    id,
    title: `${trade} (H/F)`,
    contract: { kind: n % 2 ? 'cdi' : 'interim' },
    postedAt: new Date(NOW - n * 3_600_000 * 12).toISOString(),
    description: [{ kind: 'p', runs: [{ text: `Le texte <b> de l’offre ${n}.` }] }],
    places: [
      places.locate({
        name: n % 5 === 0 ? 'Arques' : 'Saint-Omer',
        postcode: n % 5 === 0 ? '62510' : '62500',
      }),
    ],
    postings: [{ partner: 'tableau', reference: String(n), link: `https://tableau.example/o/${n}?a=1` }],
  };
}

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('GET /v1/boards/{board}', () => {
  it('describes the board with its communes, partners and page', async () => {
    const board = (await get('/v1/boards/pays')).json();

    expect(board).toMatchObject({
      id: 'pays',
      territory: { name: 'le Pays de Saint-Omer', nearby: 20 },
      partners: [{ id: 'tableau', name: 'Le Grand Tableau' }],
      theme: { 'color-primary': '#12596a' },
      page: 'https://emploi.example/pays',
    });
    expect(board.territory.communes).toContainEqual({ insee: '62765', name: 'Saint-Omer' });
  });

  it('answers an unknown board with 404, what to check, and no other board’s name', async () => {
    const response = await get('/v1/boards/nowhere');

    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json().detail).toMatch(/"nowhere".*board attribute/);
    expect(response.body).not.toContain('pays');
  });
});

describe('GET …/offers', () => {
  it('finds the masculine for the feminine, with an exact total, pages and facets', async () => {
    const answer = (
      await get('/v1/boards/pays/offers?q=infirmi%C3%A8re&limit=4&facets=contract,since')
    ).json();

    expect(answer).toMatchObject({ total: 15, page: 1, pages: 4, sort: 'relevance' });
    expect(answer.offers).toHaveLength(4);
    expect(answer.offers[0]).toMatchObject({
      title: 'Infirmier (H/F)',
      partners: ['tableau'],
      place: { name: 'Saint-Omer' },
    });
    expect(answer.offers[0]).not.toHaveProperty('description');
    const contracts = new Map(
      answer.facets.contract.map((value: { value: string; total: number }) => [value.value, value.total]),
    );
    expect((contracts.get('cdi')! as number) + (contracts.get('interim') as number)).toBe(15);
  });

  it('understands a place by its name and measures from it', async () => {
    const answer = (await get('/v1/boards/pays/offers?place=st+omer&radius=1')).json();

    expect(answer.place).toMatchObject({ asked: 'st omer', found: true, name: 'Saint-Omer', insee: '62765' });
    expect(answer.radius).toBe(1);
    expect(answer.total).toBe(36);
    expect(answer.offers[0].distance).toBe(0);
  });

  it('says that a place is unknown and shows the whole territory', async () => {
    const answer = (await get('/v1/boards/pays/offers?place=Xyzzy')).json();

    expect(answer.place).toEqual({ asked: 'Xyzzy', found: false });
    expect(answer.total).toBe(45);
  });

  it('names what to loosen where nothing was found, with the count that it gives', async () => {
    const answer = (await get('/v1/boards/pays/offers?q=boulanger&contract=stage')).json();

    expect(answer.total).toBe(0);
    expect(answer.loosen).toEqual([{ criterion: 'contract', total: 15 }]);
  });

  it('widens the radius to the next step that finds something', async () => {
    const answer = (await get('/v1/boards/pays/offers?place=62014&radius=5')).json();

    expect(answer.loosen).toEqual([
      { criterion: 'radius', to: 20, total: 45 },
      { criterion: 'place', total: 45 },
    ]);
  });

  it('says which word was taken for a typo, for total, facets and what to loosen alike', async () => {
    const found = (await get('/v1/boards/pays/offers?q=Infrimiere&facets=contract')).json();
    const none = (await get('/v1/boards/pays/offers?q=Infrimiere&contract=stage')).json();
    const count = (await get('/v1/boards/pays/count?q=Infrimiere')).json();

    const corrected = [{ from: 'Infrimiere', to: 'infirmier' }];
    expect(found).toMatchObject({ total: 15, corrected });
    expect(found.facets.contract[0]).toEqual({ value: 'cdi', total: 8 });
    expect(none).toMatchObject({ total: 0, corrected });
    expect(none.loosen).toContainEqual({ criterion: 'contract', total: 15 });
    expect(count).toMatchObject({ total: 15, corrected });
  });

  it('leaves a typo as it is where exact words are asked for', async () => {
    const answer = (await get('/v1/boards/pays/offers?q=Infrimiere&exact=1')).json();
    const count = (await get('/v1/boards/pays/count?q=Infrimiere&exact=1')).json();

    expect(answer).toMatchObject({ total: 0, loosen: [{ criterion: 'q', total: 45 }] });
    expect(answer).not.toHaveProperty('corrected');
    expect(count.total).toBe(0);
  });

  it('sends the board along when asked', async () => {
    expect((await get('/v1/boards/pays/offers?include=board&limit=1')).json().board.id).toBe('pays');
  });

  it.each([
    ['radius=abc', 'radius', /must be one number/],
    ['radius=1000', 'radius', /100/],
    ['radius=Infinity', 'radius', /within reason/],
    ['since=1e400', 'since', /within reason/],
    ['page=0', 'page', /1/],
    ['page=51', 'page', /first 1000 offers/],
    ['contract=cdi,xyz', 'contract', /cdi, cdd, interim/],
    ['hours=half', 'hours', /full, part, unstated/],
    ['commune=arques', 'commune', /codes of communes/],
    ['commune=62765,6', 'commune', /codes of communes/],
    ['trade=a%20b', 'trade', /values as the facet/],
    ['employer=a,,b', 'employer', /values as the facet/],
    ['partner=' + 'a'.repeat(81), 'partner', /values as the facet/],
    ['facets=words', 'facets', /employer, partner, since/],
    ['exact=yes', 'exact', /1/],
    ['sort=random', 'sort', /relevance, newest, nearest/],
    ['bogus=1', 'bogus', /not known here/],
    ['q=a&q=b', 'q', /one string/],
  ])('refuses %s, naming the parameter', async (query, parameter, sentence) => {
    const response = await get(`/v1/boards/pays/offers?${query}`);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      status: 400,
      parameter,
      detail: expect.stringMatching(sentence),
    });
  });

  it('survives any words', async () => {
    const words = ['"*^-NEAR(', '🦊', '\u0000', 'ا ب ت', ','.repeat(900), "l'", '()', 'AND OR NOT'];
    for (const q of [...words.map(encodeURIComponent), '%ED%A0%80', '%']) {
      const response = await get(`/v1/boards/pays/offers?q=${q}`);
      expect(response.statusCode, q).toBe(200);
    }
  });

  it('answers 304 to who has it already, and anew on another day', async () => {
    const { headers } = await get('/v1/boards/pays/offers');

    const again = await get('/v1/boards/pays/offers', { 'if-none-match': String(headers.etag) });

    expect(again.statusCode).toBe(304);
    expect(again.headers.vary).toContain('accept-encoding');
    expect(headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=30');
  });
});

describe('GET …/count, …/suggest, …/places', () => {
  it('counts', async () => {
    const answer = (await get('/v1/boards/pays/count?q=cariste')).json();

    expect(answer).toEqual({
      total: 15,
      freshness: { generation: 1, refreshedAt: '2026-11-22T12:00:00.000Z' },
      theme: { 'color-primary': '#12596a' },
    });
  });

  it('suggests titles with their counts, and places of the territory first', async () => {
    const { suggestions } = (await get('/v1/boards/pays/suggest?q=inf')).json();
    const { places } = (await get('/v1/boards/pays/places?q=arq')).json();

    expect(suggestions[0]).toEqual({ text: 'Infirmier', kind: 'title', total: 15 });
    expect(places[0]).toMatchObject({ place: '62040', name: 'Arques', member: true });
  });
});

describe('GET …/map', () => {
  it('counts a search by commune', async () => {
    const all = (await get('/v1/boards/pays/map')).json();
    const some = (await get('/v1/boards/pays/map?q=Infrimiere&contract=cdi')).json();

    expect(all).toEqual({
      generation: 1,
      level: 'commune',
      communes: [
        ['62040', 9],
        ['62765', 36],
      ],
      places: [
        { name: 'Arques', point: [expect.closeTo(50.74, 1), expect.closeTo(2.31, 1)] },
        { name: 'Saint-Omer', point: [expect.closeTo(50.75, 1), expect.closeTo(2.26, 1)] },
      ],
      unplaced: 0,
      outside: 0,
    });
    expect(some.corrected).toEqual([{ from: 'Infrimiere', to: 'infirmier' }]);
    expect(some.communes.flat()).toEqual(['62040', expect.any(Number), '62765', expect.any(Number)]);
    expect(some.communes[0][1] + some.communes[1][1]).toBe(8);
  });

  it('says how it understood the place, and counts only what the radius finds', async () => {
    const answer = (await get('/v1/boards/pays/map?place=arques&radius=1')).json();

    expect(answer.place).toMatchObject({ found: true, name: 'Arques' });
    expect(answer.communes).toEqual([['62040', 9]]);
  });

  it('refuses what is no criterion', async () => {
    expect((await get('/v1/boards/pays/map?page=2')).json()).toMatchObject({
      status: 400,
      parameter: 'page',
    });
    expect((await get('/v1/boards/nowhere/map')).statusCode).toBe(404);
  });
});

describe('GET …/offers/{id}', () => {
  it('gives one offer in full, never from a cache', async () => {
    const response = await get('/v1/boards/pays/offers/offer00001');

    expect(response.json()).toMatchObject({ id: 'offer00001', description: [{ kind: 'p' }] });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('answers 410 with similar ones once it is closed', async () => {
    const response = await get(`/v1/boards/pays/offers/${closedId}`);

    expect(response.statusCode).toBe(410);
    expect(response.json()).toMatchObject({
      offer: 'Infirmier de nuit',
      closedAt: '2026-11-22T12:00:00.000Z',
    });
    expect(response.json().similar[0].title).toBe('Infirmier (H/F)');
  });

  it('leads from an id that was merged to the one that stayed', async () => {
    const response = await get('/v1/boards/pays/offers/younger0id');

    expect(response.statusCode).toBe(308);
    expect(response.headers.location).toBe('/v1/boards/pays/offers/offer00001');
  });

  it('answers 404 to an id that was never minted', async () => {
    expect((await get('/v1/boards/pays/offers/xxxxxxxxxx')).statusCode).toBe(404);
  });
});

describe('GET /{board}/go/{id}', () => {
  it('leads to the partner with its tag and counts the click', async () => {
    const response = await get('/pays/go/offer00002');

    expect(response.statusCode).toBe(302);
    expect(response.headers.location).toBe('https://tableau.example/o/2?a=1&utm_source=town-jobs');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(clicks.drain()).toEqual([{ day: '2026-11-22', board: 'pays', partner: 'tableau', total: 1 }]);
  });

  it('does not count HEAD and loading ahead', async () => {
    await app.inject({ method: 'HEAD', url: '/pays/go/offer00002' });
    await get('/pays/go/offer00002', { 'sec-purpose': 'prefetch;prerender' });

    expect(clicks.drain()).toEqual([]);
  });

  it('says in French that an offer is gone', async () => {
    const response = await get(`/pays/go/${closedId}`);

    expect(response.statusCode).toBe(410);
    expect(response.body).toContain('Cette offre n’est plus en ligne');
  });

  it('takes no address from a parameter', async () => {
    const response = await get('/pays/go/offer00002?partner=https://evil.example');

    expect(response.headers.location).toMatch(/^https:\/\/tableau\.example\//);
  });
});

describe('GET /{board}', () => {
  it('shows list and form without JavaScript in at most 25 kB', async () => {
    const response = await get('/pays?q=infirmier&place=&radius=20&contract=&since=');

    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('15 offres d’emploi');
    expect(response.body).toContain('href="/pays/go/offer00001"');
    expect(response.body).not.toContain('<script');
    expect(Buffer.byteLength((await get('/pays')).body)).toBeLessThan(25_000);
  });

  it('keeps the query over its pages', async () => {
    expect((await get('/pays?q=infirmier&limit=5')).body).toContain(
      '/pays?q&#61;infirmier&#38;limit&#61;5&#38;page&#61;2',
    );
  });

  it('says what it took for a typo, and leads to the exact words', async () => {
    const { body } = await get('/pays?q=Infrimiere+%22carsite&contract=cdi');
    const text = body.replaceAll('&#160;', ' ').replaceAll('\u00a0', ' ');
    const exact = await get('/pays?q=Infrimiere+%22carsite&contract=cdi&exact=1');

    expect(text).toContain(
      'Résultats pour « infirmier » et « cariste » au lieu de « Infrimiere » et « carsite »',
    );
    expect(text).toMatch(/<a href="([^"]+)">chercher exactement « Infrimiere » et « carsite »<\/a>/);
    expect(body).toContain('contract&#61;cdi&#38;exact&#61;1');
    expect(exact.body).not.toContain('au lieu de');
  });

  it('escapes what a resident typed', async () => {
    const { body } = await get(`/pays?q=${encodeURIComponent('"><script>alert(1)</script>')}`);

    expect(body).not.toContain('<script');
  });

  it('does not mind what others add to its address', async () => {
    const response = await get('/pays?q=infirmier&fbclid=x&utm_source=lettre&constructor=1');

    expect(response.statusCode).toBe(200);
    expect(response.body).not.toContain('fbclid');
  });

  it('answers an unknown board and a bad value with a page in French', async () => {
    const unknown = await get('/nowhere');
    const bad = await get('/pays?radius=abc');

    expect([unknown.statusCode, bad.statusCode]).toEqual([404, 400]);
    expect(unknown.body).toContain('Page introuvable');
    expect(bad.body).toContain('« radius »');
  });
});

describe('the rest', () => {
  it('is alive and ready', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'alive' });
    expect((await get('/readyz')).json()).toEqual({ status: 'ready', generation: 1, offers: 45 });
  });

  it('lets any page ask, without credentials', async () => {
    const response = await get('/v1/boards/pays/count', { origin: 'https://town.example' });

    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('says that the elements are not served where no folder is given', async () => {
    const response = await get('/town-jobs.js');

    expect(response.statusCode).toBe(404);
    expect(response.json().detail).toContain('not served here');
  });
});
