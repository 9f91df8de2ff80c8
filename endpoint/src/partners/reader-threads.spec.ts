import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadMapping } from '../feeds/mapping.ts';
import { Postings } from '../offers/postings.ts';
import { readStaged } from '../offers/staged.ts';
import { openDatabase } from '../shared/database.ts';
import type { Partner } from './partner.ts';
import type { ReadJob } from './read-feed.ts';
import type { ReaderSettings } from './reader-messages.ts';
import { ReaderThreads } from './reader-threads.ts';

const program = new URL('reader-thread.ts', import.meta.url);
/** The thread's program from its source: what is built may be older. In a thread, Node 20 does not follow `--import tsx`. */
const code = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import('${program.href}'); });`;
/** Fills the memory of a thread that has begun a job, as a feed does that no cap sees. */
const hog = (job: number) => `
  const { workerData: { begun, thread } } = require('node:worker_threads');
  const watch = setInterval(() => {
    if (begun[${job}] !== thread) return;
    for (const all = []; ; ) all.push(new Array(100_000).fill(0));
  }, 5);
  watch.unref();
`;
/** Enough for the program and the places. */
const HEAP_MB = 256;

/** Of threads that begin one after the other, each with the program's source and all places of France. */
const OFTEN_BEGUN_MS = 180_000;

let folder: string;
const ends: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'town-jobs-readers-'));
  ends.push(() => rmSync(folder, { recursive: true }));
});
afterEach(() => {
  for (const end of ends.splice(0).toReversed()) end();
});

/** Partners with feeds of two jobs each; "stalled" never sends the end of its own. */
async function setup(...names: string[]) {
  const server = createServer((request, response) => {
    const name = request.url!.slice(1);
    const jobs = [1, 2].map(
      (n) => `<job><title>Cariste ${n}</title><referencenumber>${n}</referencenumber><city>Arques</city>
        <postalcode>62510</postalcode><url>https://${name}.example/${n}</url><date>2026-11-20</date></job>`,
    );
    response.setHeader('content-type', 'text/xml; charset=utf-8');
    response.write(`<source>${jobs.join('')}`);
    if (name !== 'stalled') response.end('</source>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const db = openDatabase(join(folder, 'index.db'));
  ends.push(() => db.close());
  const postings = new Postings(db);
  const { port } = server.address() as AddressInfo;
  const mapping = loadMapping('indeed');
  const jobs = names.map((id): ReadJob => {
    const feed = { address: `http://127.0.0.1:${port}/${id}`, mapping: 'indeed', every: '0 5 * * *' };
    const rights = { licence: { mayForward: false }, tag: {}, rank: 100, own: false };
    const site = `https://${id}.example/`;
    const partner: Partner = { id, name: id, site, hosts: [`${id}.example`], ...rights, feed };
    return { partner, mapping, path: postings.stagedAt(id), stands: false };
  });
  return { jobs, postings, db };
}

function threads(planted = '') {
  const options = { dataFolder: folder, indexFile: join(folder, 'index.db'), threads: 1, heapMb: HEAP_MB };
  const reach = { communes: new Set<string>(), departments: new Set<string>() };
  const start = (workerData: ReaderSettings, maxOldGenerationSizeMb: number) =>
    new Worker(code + planted, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb } });
  return new ReaderThreads({ ...options, reach, allowedHosts: new Set(['127.0.0.1']), start });
}

const keysOf = (job: ReadJob) => [...readStaged(job.path)].map(({ key }) => key);

it('reads feeds in threads, and knows what stands already', async () => {
  const { jobs, postings, db } = await setup('a', 'b', 'c');
  const first = await Promise.all(threads().read(jobs, {}));

  expect(first.map(({ gathered, changed }) => [gathered.status, changed])).toEqual([
    ['complete', 2],
    ['complete', 2],
    ['complete', 2],
  ]);
  expect(jobs.map(keysOf)).toEqual(['a', 'b', 'c'].map((id) => [`${id}:1`, `${id}:2`]));
  expect(JSON.parse([...readStaged(jobs[0]!.path)][0]!.posting!)).toMatchObject({
    places: [{ insee: '62040', name: 'Arques' }],
  });

  db.transaction(() => postings.apply('a', true));
  const [again] = await Promise.all(threads().read([{ ...jobs[0]!, stands: true }], {}));
  expect(again!.changed).toBe(0);
});

it(
  'loses one feed alone where its thread needs too much memory',
  async () => {
    const { jobs } = await setup('stalled', 'a', 'b', 'c', 'd');
    const read = await Promise.all(threads(hog(0)).read(jobs, {}));

    const [first, ...others] = read.map(({ gathered }) => gathered);
    expect(first).toMatchObject({
      status: 'failed',
      reason: 'To read the feed takes more than 256 MB of memory: it is refused.',
    });
    expect(others.every(({ status, accepted }) => status === 'complete' && accepted === 2)).toBe(true);
  },
  OFTEN_BEGUN_MS,
);

it('ends soon when it is told to', async () => {
  const { jobs } = await setup('stalled', 'a');
  const stop = new AbortController();
  const [stalled, other] = threads().read(jobs, { signal: stop.signal });
  await other;
  stop.abort();

  expect((await stalled!).gathered).toMatchObject({ reason: 'The gathering was stopped.' });
});

it('says why no thread can begin', async () => {
  const { jobs } = await setup('a');
  rmSync(join(folder, 'index.db'));

  await expect(threads().read(jobs, {})[0]).rejects.toThrow(/^There is no database at /);
});

it('tells the writer of a damaged index, so that it is built anew', async () => {
  const { jobs, db } = await setup('a');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const file = join(folder, 'index.db');
  writeFileSync(file, 'no database '.repeat(1000));

  await expect(threads().read(jobs, {})[0]).rejects.toMatchObject({ name: 'CorruptDatabase', file });
});
