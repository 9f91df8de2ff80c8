import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDurable } from '../offers/durable.ts';
import { Identities } from '../offers/identities.ts';
import { Postings } from '../offers/postings.ts';
import type { Places } from '../places/places.ts';
import { summaryLines } from '../progress.ts';
import type { Rules } from '../rules/rule.ts';
import { openWriter } from '../search/embedded/writer.ts';
import { openDatabase } from '../shared/database.ts';
import { healthLines, healthOf } from './health.ts';
import { loadMappings } from './mappings.ts';
import type { Partner } from './partner.ts';
import { refresh } from './refresh.ts';
import { Sources } from './sources.ts';
import { readingHere } from './under-test.ts';

const NO_INTERIM: Rules = { contract: { refuse: ['interim'] } };
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).toReversed()) end();
});

/** A job of a feed: its reference, its contract and, for those that are the same job, its text. */
interface Job {
  id: string;
  type: string;
  text?: string;
}

/** Partners with these jobs, and a way to refresh them by other rules; `asked` counts the requests. */
async function setup(feeds: Record<string, Job[]>) {
  const counted = { asked: 0 };
  const job = (partner: string, { id, type, text = id }: Job) =>
    `<job><title>Cariste ${text}</title><referencenumber>${id}</referencenumber><jobtype>${type}</jobtype>
      <city>Arques</city><url>http://jobs.example/${partner}/${id}</url>
      <description>${Array.from({ length: 60 }, (_, n) => `${text}${n}`).join(' ')}</description></job>`;
  const server = createServer(({ url = '' }, response) => {
    counted.asked++;
    const partner = url.slice(1);
    response.setHeader('content-type', 'text/xml; charset=utf-8');
    response.end(`<source>${feeds[partner]!.map((one) => job(partner, one)).join('')}</source>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-ruling-'));
  const db = openDatabase(join(folder, 'index.db'));
  const durable = openDurable(join(folder, 'town-jobs.db'));
  ends.push(
    () => rmSync(folder, { recursive: true }),
    () => db.close(),
    () => durable.close(),
    () => server.close(),
  );
  const { port } = server.address() as AddressInfo;
  const partner = (id: string): Partner => ({
    ...{
      id,
      name: id,
      site: 'https://jobs.example/',
      hosts: ['jobs.example'],
      tag: {},
      rank: 100,
      own: false,
    },
    licence: { mayForward: false },
    feed: { address: `http://127.0.0.1:${port}/${id}`, mapping: 'indeed', every: '0 5 * * *' },
  });
  const all = Object.keys(feeds).map(partner);
  const places = {
    locate: () => ({ insee: '62040', name: 'Arques', department: '62', precision: 'commune' }),
  } as unknown as Places;
  const reach = { communes: new Set<string>(), departments: new Set<string>() };
  const deps = {
    ...readingHere(places, reach, new Postings(db)),
    mappings: loadMappings(all, folder),
    identities: new Identities(durable),
    sources: new Sources(durable),
    writer: openWriter({ db }),
  };
  const withRules = (rulesIn?: Rules) => new Map(all.map((one) => [one.id, { ...one, rulesIn }]));
  /** Asks everybody. */
  const ask = (rules?: Rules) => refresh({ ...deps, partners: withRules(rules) });
  /** Publishes by other rules; nobody is asked. */
  const publish = (rules?: Rules) => refresh({ ...deps, partners: withRules(rules) }, { only: [] });
  const id = (key: string) => deps.identities.known(key)?.id;
  return { ...deps, feeds, ask, publish, counted, id, withRules };
}

const MIXED: Job[] = [
  { id: 'A1', type: 'CDI' },
  { id: 'B2', type: 'Intérim' },
  { id: 'C3', type: 'CDD' },
  { id: 'D4', type: 'Intérim' },
];

it('refuses postings by a rule, and says which, how many and with samples', async () => {
  const { ask, sources, withRules } = await setup({ tableau: MIXED });

  const summary = await ask(NO_INTERIM);
  const health = healthOf(withRules(NO_INTERIM).values(), sources.all(), Date.now());

  expect(summary).toMatchObject({ offers: 2, put: 2 });
  expect(summaryLines(summary).slice(0, -1)).toEqual([
    expect.stringMatching(/^partner +state +read +accepted +refused/),
    expect.stringMatching(/^tableau +complete +4 +2 +2 /),
    "tableau: 2 × partner's rule: contract interim (B2, D4)",
  ]);
  expect(health[0]).toMatchObject({ standing: 2, read: 4, accepted: 2, refused: 2, alarms: [] });
  expect(healthLines(health, Date.now()).at(-1)).toBe(
    "tableau: 2 × partner's rule: contract interim (B2, D4)",
  );
});

it('takes out what a new rule refuses and brings back what it allows again, without asking anybody', async () => {
  const { ask, publish, counted, id, sources } = await setup({ tableau: MIXED });
  const first = await ask();
  const known = id('tableau:B2');

  const strict = await publish(NO_INTERIM);
  const refused = sources.get('tableau')!;
  const same = await publish(NO_INTERIM);
  const stricter = await publish({ contract: { allow: ['cdi'] } });
  const free = await publish();

  expect([first, strict, same, stricter, free].map(({ offers }) => offers)).toEqual([4, 2, 2, 1, 4]);
  expect([strict.withdrawn, same.put, same.withdrawn, free.put]).toEqual([2, 0, 0, 3]);
  expect(refused).toMatchObject({
    standing: 2,
    barred: { "partner's rule: contract interim": { count: 2, samples: ['B2', 'D4'] } },
  });
  expect(sources.get('tableau')).toMatchObject({ standing: 4, barred: {} });
  expect(id('tableau:B2')).toBe(known);
  expect(counted.asked).toBe(1);
});

it('judges what comes and what stands by the newest rules', async () => {
  const { ask, feeds } = await setup({ tableau: MIXED });
  await ask(NO_INTERIM);
  feeds.tableau = [{ id: 'A1', type: 'Intérim' }, { id: 'B2', type: 'CDI' }, ...MIXED.slice(2)];

  const changed = await ask(NO_INTERIM);
  const freed = await ask();

  expect(changed).toMatchObject({ offers: 2, put: 1, withdrawn: 1 });
  expect(freed).toMatchObject({ offers: 4, put: 2 });
});

it('doubts no feed because of a rule, and forgets refused postings that have vanished', async () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ id: `J${n}`, type: n < 30 ? 'Intérim' : 'CDI' }));
  const { ask, feeds, sources } = await setup({ tableau: many });
  await ask();

  const ruled = await ask(NO_INTERIM);
  feeds.tableau = many.slice(5);
  await ask(NO_INTERIM);

  expect(ruled).toMatchObject({ offers: 10, withdrawn: 30 });
  expect(ruled.sources[0]!.state.status).toBe('complete');
  expect(sources.get('tableau')!.barred).toMatchObject({ "partner's rule: contract interim": { count: 25 } });
});

it('keeps an offer that another partner carries', async () => {
  const { ask, publish, id } = await setup({
    tableau: [{ id: 'A1', type: 'CDI', text: 'quai' }],
    boussole: [{ id: 'X9', type: '', text: 'quai' }],
  });
  const both = await ask();

  const one = await publish({ contract: { refuse: ['cdi'] } });

  expect(id('boussole:X9')).toBe(id('tableau:A1'));
  expect(both).toMatchObject({ offers: 1 });
  expect(one).toMatchObject({ offers: 1, put: 1, withdrawn: 0 });
});
