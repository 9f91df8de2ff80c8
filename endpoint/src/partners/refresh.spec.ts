import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDurable } from '../offers/durable.ts';
import { Identities } from '../offers/identities.ts';
import { Postings } from '../offers/postings.ts';
import type { Places } from '../places/places.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { openDatabase } from '../shared/database.ts';
import { loadMappings } from './mappings.ts';
import type { Partner } from './partner.ts';
import { refresh } from './refresh.ts';
import { Sources } from './sources.ts';

const DAY_MS = 86_400_000;
const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0).toReversed()) end();
});

/** A partner that answers 304 to who has its feed already, with jobs of so many days ago. */
async function setup(ages: number[]) {
  const jobs = ages.map(
    (age, index) => `<job><title>Cariste</title><referencenumber>${index}</referencenumber>
      <date>${new Date(Date.now() - age * DAY_MS).toUTCString()}</date><city>Arques</city>
      <url>http://jobs.example/${index}</url><description>Un poste numéro ${index}.</description></job>`,
  );
  const server = createServer((request, response) => {
    response.setHeader('etag', '"1"');
    if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
    response.setHeader('content-type', 'text/xml; charset=utf-8');
    return response.end(`<source>${jobs.join('')}</source>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-refresh-'));
  const db = openDatabase(join(folder, 'index.db'));
  const durable = openDurable(join(folder, 'town-jobs.db'));
  ends.push(
    () => rmSync(folder, { recursive: true }),
    () => db.close(),
    () => durable.close(),
    () => server.close(),
  );
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
  const writer = openWriter({ db });
  const postings = new Postings(db);
  const deps = {
    mappings: loadMappings([partner], folder),
    places: { locate: () => ({ name: 'Arques', precision: 'none' }) } as unknown as Places,
    postings,
    identities: new Identities(durable),
    sources: new Sources(durable),
    writer,
    allowedHosts: new Set(['127.0.0.1']),
  };
  const ask = (change: Partial<Partner> = {}, only?: string[]) =>
    refresh({ ...deps, partners: new Map([['tableau', { ...partner, ...change }]]) }, { only });
  return { ask, partner };
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

    await expect(ask({}, ['tablau'])).rejects.toThrow('No partner is called "tablau"');
  });
});
