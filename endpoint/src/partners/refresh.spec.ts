import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sentOffer, sentOffers } from '../france-travail/stand-in/offers.ts';
import { KEYS, startStandIn } from '../france-travail/stand-in/server.ts';
import { openDurable } from '../offers/durable.ts';
import { Identities } from '../offers/identities.ts';
import { Postings } from '../offers/postings.ts';
import type { Posting } from '../offers/posting.ts';
import { publishOffers } from '../offers/publish.ts';
import { layAside } from '../offers/under-test.ts';
import type { Places } from '../places/places.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { openDatabase } from '../shared/database.ts';
import { loadMappings } from './mappings.ts';
import type { Partner } from './partner.ts';
import { refresh, type RefreshRequest } from './refresh.ts';
import { Sources } from './sources.ts';
import { readingHere } from './under-test.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-22T12:00:00Z');
const ends: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  for (const end of ends.splice(0).toReversed()) end();
});

/** A data folder of its own, ready for refreshes of these partners. */
function open(partners: Partner[]) {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-refresh-'));
  const db = openDatabase(join(folder, 'index.db'));
  const durable = openDurable(join(folder, 'town-jobs.db'));
  ends.push(
    () => rmSync(folder, { recursive: true }),
    () => db.close(),
    () => durable.close(),
  );
  const places = {
    locate: () => ({ insee: '62765', name: 'Arques', precision: 'commune' }),
    commune: () => ({ department: '62' }),
  } as unknown as Places;
  const reach = { communes: new Set(['62765']), departments: new Set(['62']) };
  return {
    ...readingHere(places, reach, new Postings(db)),
    mappings: loadMappings(partners, folder),
    identities: new Identities(durable),
    sources: new Sources(durable),
    writer: openWriter({ db }),
  };
}

/** A partner that answers 304 to who has its feed already, with jobs of so many days ago. */
async function setup(ages: number[]) {
  const job = (age: number, index: number) =>
    `<job><title>Cariste</title><referencenumber>${index}</referencenumber>
      <date>${new Date(NOW - age * DAY_MS).toUTCString()}</date><city>Arques</city>
      <url>http://jobs.example/${index}</url><description>Un poste numéro ${index}.</description></job>`;
  const feed = { ages, broken: false };
  const server = createServer((request, response) => {
    if (feed.broken) return response.writeHead(500).end();
    const etag = `"${feed.ages.length}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    response.setHeader('content-type', 'text/xml; charset=utf-8');
    return response.end(`<source>${feed.ages.map(job).join('')}</source>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const partner: Partner = {
    id: 'tableau',
    name: 'Le Grand Tableau',
    site: 'https://jobs.example/',
    hosts: ['jobs.example'],
    licence: { mayForward: false },
    tag: {},
    rank: 100,
    own: false,
    feed: {
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      mapping: 'indeed',
      every: '0 5 * * *',
    },
  };
  const deps = open([partner]);
  const ask = (change: Partial<Partner> = {}, request: RefreshRequest = {}) =>
    refresh({ ...deps, partners: new Map([['tableau', { ...partner, ...change }]]) }, request);
  return { ask, partner, feed, deps };
}

/** France Travail with so many offers of the territory, and a way to look at it at an hour from now. */
async function setupFranceTravail(count: number) {
  const service = await startStandIn({ offers: sentOffers(count, NOW) });
  vi.stubEnv('FRANCE_TRAVAIL_CLIENT_ID', KEYS.FRANCE_TRAVAIL_CLIENT_ID);
  vi.stubEnv('FRANCE_TRAVAIL_CLIENT_SECRET', KEYS.FRANCE_TRAVAIL_CLIENT_SECRET);
  ends.push(() => void service.close());
  const partner: Partner = {
    id: 'ft',
    name: 'France Travail',
    site: 'https://www.francetravail.fr/',
    hosts: ['francetravail.fr'],
    licence: { mayForward: false },
    tag: {},
    rank: 100,
    own: false,
    feed: {
      kind: 'france-travail',
      every: '0 * * * *',
      mapping: 'france-travail',
      ...{ address: service.address, token: service.token, perSecond: 150, exclude: [] },
    },
  };
  const deps = { ...open([partner]), partners: new Map([['ft', partner]]) };
  const lookAt = (hour: number) => {
    vi.setSystemTime(NOW + hour * HOUR_MS);
    return refresh(deps);
  };
  return { service, lookAt, deps };
}

const statusOf = ({ sources }: Awaited<ReturnType<typeof refresh>>) => sources[0]!.state.status;

describe('refresh', () => {
  it('leaves a feed alone that did not change, and reads it whole once its settings did', async () => {
    const { ask, partner } = await setup([1, 2]);

    const first = await ask();
    const second = await ask();
    const changed = await ask({ hosts: ['elsewhere.example'] });
    const remapped = await ask({ hosts: [...partner.hosts, 'elsewhere.example'] });

    expect(first).toMatchObject({ offers: 2, put: 2 });
    expect(statusOf(second)).toBe('unchanged');
    expect(changed).toMatchObject({ offers: 0, withdrawn: 2 });
    expect(remapped).toMatchObject({ offers: 2, put: 2 });
  });

  it('shows no offer that is older than the partner’s licence allows', async () => {
    const { ask } = await setup([1, 40, 50]);
    await ask();

    const licensed = await ask({ licence: { mayForward: false, maxAge: 30 } });

    expect(licensed).toMatchObject({ offers: 1, withdrawn: 2 });
    expect(licensed.sources[0]!.state.refused).toMatchObject({
      'older than the licence allows': { count: 2 },
    });
  });

  it('names a partner that nobody knows', async () => {
    const { ask } = await setup([1]);

    await expect(ask({}, { only: ['tablau'] })).rejects.toThrow('No partner is called "tablau"');
  });

  it('keeps the offers of a feed that lost more than half, until the operator accepts it', async () => {
    const { ask, feed } = await setup(Array(40).fill(1));
    await ask();
    feed.ages = Array(10).fill(1);

    const doubted = await ask();
    const accepted = await ask({}, { only: ['tableau'], accept: true });

    expect(doubted).toMatchObject({ offers: 40, withdrawn: 0 });
    expect(statusOf(doubted)).toBe('shrunk');
    expect(accepted).toMatchObject({ offers: 10, withdrawn: 30 });
    expect(accepted.sources[0]!.state).toMatchObject({ status: 'complete', standing: 10 });
    await expect(ask({}, { only: ['tableau'], accept: true })).rejects.toThrow(
      'Le Grand Tableau is not in doubt: there is nothing to accept.',
    );
  });

  it('closes what was in fault for 72 hours, and opens it again under the same ids', async () => {
    const { ask, feed, deps } = await setup([1, 2]);
    const first = await ask();
    const id = () => deps.identities.of(['tableau:0'])[0]!.id;
    const known = id();
    feed.broken = true;

    vi.setSystemTime(NOW + 72 * HOUR_MS);
    const kept = await ask();
    vi.setSystemTime(NOW + 73 * HOUR_MS);
    const closed = await ask();
    feed.broken = false;
    const back = await ask();

    expect([first, kept, closed, back].map(({ offers }) => offers)).toEqual([2, 2, 0, 2]);
    expect(closed.sources[0]!.state.reason).toMatch(/^In fault for 72 hours: .*fault of its own \(500\)/);
    expect(id()).toBe(known);
  });
});

describe('France Travail', () => {
  it('gives what is new each time, and loses an offer once two whole looks did not find it', async () => {
    const { service, lookAt, deps } = await setupFranceTravail(30);

    const first = await lookAt(0);
    service.offers = service.offers.slice(1);
    service.offers.push(sentOffer(99, NOW, { dateCreation: new Date(NOW + HOUR_MS / 2).toISOString() }));
    const news = await lookAt(1);
    const missedOnce = await lookAt(5);
    const newsAgain = await lookAt(6);
    const missing = deps.sources.get('ft')!.missing;
    const missedTwice = await lookAt(10);

    const all = [first, news, missedOnce, newsAgain, missedTwice];
    expect(all.map(statusOf)).toEqual(['complete', 'news', 'complete', 'news', 'complete']);
    expect(all.map(({ offers }) => offers)).toEqual([30, 31, 31, 31, 30]);
    expect(missing).toEqual([`ft:${(200_000).toString(36).toUpperCase()}`]);
    expect(deps.sources.get('ft')!.missing).toEqual([]);
  });

  it('keeps an offer that was only missed once', async () => {
    const { service, lookAt } = await setupFranceTravail(30);
    const all = service.offers;

    await lookAt(0);
    service.offers = all.slice(1);
    await lookAt(5);
    service.offers = all;
    await lookAt(10);
    service.offers = all.slice(1);

    expect(await lookAt(15)).toMatchObject({ offers: 30, withdrawn: 0 });
  });

  it('reads everything again once a new board reaches further', async () => {
    const { lookAt, deps } = await setupFranceTravail(3);
    await lookAt(0);
    deps.reach = { communes: new Set(['62765', '62040']), departments: new Set(['62']) };

    expect(statusOf(await lookAt(1))).toBe('complete');
  });
});

it('keeps what was posted here, which no partner’s file names', async () => {
  const { ask, deps } = await setup([1]);
  const { postings, identities, writer } = deps;
  const posting: Posting = {
    ...{ key: 'board:audomarois:1', partner: 'board:audomarois', link: 'https://board.example/1' },
    ...{ title: 'Boulanger', description: [], places: [], contract: { kind: 'cdi' } },
    postedAt: new Date(NOW).toISOString(),
  };
  layAside(postings, [posting]);
  const grouping = { postings, identities, ranks: new Map(), now: NOW };
  await publishOffers(writer, grouping, () => postings.apply('board:audomarois', true));

  expect(await ask()).toMatchObject({ offers: 2, put: 1, withdrawn: 0 });
});

it('takes partners in their order, whoever answers first', async () => {
  const { partner, deps } = await setup([]);
  let answer!: () => void;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  const server = createServer(async (request, response) => {
    const name = request.url!.slice(1);
    if (name === 'first') await slow;
    response.setHeader('content-type', 'text/xml; charset=utf-8');
    response.end(`<source><job><title>Cariste</title><referencenumber>1</referencenumber><city>Arques</city>
      <url>http://jobs.example/${name}</url><description>Un poste chez ${name}.</description></job></source>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const named = (id: string): [string, Partner] => {
    const address = `http://127.0.0.1:${port}/${id}`;
    return [id, { ...partner, id, name: id, feed: { address, mapping: 'indeed', every: '0 5 * * *' } }];
  };
  const read: string[] = [];
  const { sources } = await refresh(
    { ...deps, partners: new Map([named('first'), named('second')]) },
    {
      onProgress(progress) {
        if (progress.stage !== 'read') return;
        read.push(progress.partner);
        answer();
      },
    },
  );

  expect(read).toEqual(['second', 'first']);
  expect(sources.map(({ name }) => name)).toEqual(['first', 'second']);
  const [one, another] = ['first:1', 'second:1'].map((key) => deps.identities.known(key)!.minted);
  expect(one).toBeLessThan(another!);
});
