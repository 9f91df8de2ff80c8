import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { brotliDecompressSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../app.ts';
import { type CompiledBoard, describeBoard } from '../boards/board.ts';
import { FACETS, OffersAnswer, ref, SCHEMAS } from '../contract/index.ts';
import { Places } from '../places/places.ts';
import { makeOffer, NOW_MS } from '../search/conformance/corpus.ts';
import { SCOPES } from '../search/conformance/queries.ts';
import { Random } from '../search/conformance/random.ts';
import type { PublishedMessage } from '../search/embedded/message.ts';
import { openThreadedEngine, type ThreadedEngine } from '../search/embedded/query-engine.ts';
import { hold, startFromSource } from '../search/embedded/started-thread.ts';
import { type EmbeddedWriter, openWriter } from '../search/embedded/writer.ts';
import type { Services } from '../services.ts';
import { openDatabase } from '../shared/database.ts';

/** Threads begin slowly on a busy machine; nothing here is about time. */
const PATIENCE = { timeout: 60_000 };
const BOARD = {
  definition: {
    id: 'pays',
    name: 'L’emploi',
    territory: { name: 'le Pays', communes: [], epcis: [] },
    nearby: 20,
    radius: { steps: [5, 20], default: 20 },
    languages: ['fr'],
    remote: true,
    theme: {},
    demonstration: false,
  },
  scope: { ...SCOPES[0]!, remote: true },
  members: new Set(['62765', '62040']),
} as CompiledBoard;

let app: FastifyInstance;
let contract: FastifyInstance;
let engine: ThreadedEngine;
let writer: EmbeddedWriter;
let published: PublishedMessage;
let threads: Worker[];
const random = new Random(8);
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  contract = Fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  for (const schema of SCHEMAS) contract.addSchema(schema);
  const schema = { body: ref(OffersAnswer), response: { 200: ref(OffersAnswer) } };
  contract.post('/', { schema }, async ({ body }) => body);

  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-offers-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  const db = openDatabase(join(folder, 'index.db'));
  closers.push(() => db.close());
  writer = openWriter({ db, onPublished: (message) => (published = message) });
  await publish('Vendeur', 80);
  threads = [];
  engine = openThreadedEngine({
    file: join(folder, 'index.db'),
    published,
    threads: 1,
    start(settings) {
      threads.push(startFromSource(settings));
      return threads.at(-1)!;
    },
    budgetMs: PATIENCE.timeout,
  });
  closers.push(() => engine.close());
  const places = await Places.load(folder);
  const services = {
    boards: new Map([['pays', BOARD]]),
    partners: new Map(),
    places,
    engine,
    freshness: () => ({ generation: engine.state().generation }),
    describe: (board: CompiledBoard) =>
      describeBoard(board, {
        places,
        partners: new Map(),
        freshness: services.freshness(board),
        origin: 'https://emploi.example',
      }),
    version: '1.0.0',
    ready: () => engine.isReady,
    now: () => NOW_MS,
  } as unknown as Services;
  app = await createApp(services);
  closers.push(() => app.close());
}, PATIENCE.timeout);
beforeEach(() => vi.waitUntil(() => engine.isReady, PATIENCE), PATIENCE.timeout);
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

async function publish(title: string, offers: number) {
  await writer.publish(({ put }) => {
    for (let id = 0; id < offers; id++) put({ ...makeOffer(random, `offer${id}`), title, remote: 'full' });
  });
}

const offersAt = (query: string, headers = {}) =>
  app.inject({ url: `/v1/boards/pays/offers?${query}`, headers });

it.each([
  'limit=100',
  `limit=100&facets=${FACETS.join(',')}&include=board`,
  'q=vendeuse&page=2&sort=nearest',
  'q=vendeur&place=62765&radius=5&limit=1',
  'q=vednuer',
  'q=introuvable&place=Xyzzy&contract=cdi&since=3',
  `q=${'mot '.repeat(12)}`,
])('sends bytes that say what the contract does, and nothing else: %s', PATIENCE, async (query) => {
  const response = await offersAt(query);

  const described = await contract.inject({ method: 'POST', url: '/', payload: response.json() });

  expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(described.statusCode, described.body).toBe(200);
  expect(response.json()).toEqual(described.json());
});

it('compresses them, and says their length to HEAD', PATIENCE, async () => {
  const plain = await offersAt('limit=100');
  const compressed = await offersAt('limit=100', { 'accept-encoding': 'br' });
  const head = await app.inject({ method: 'HEAD', url: '/v1/boards/pays/offers?limit=100' });

  expect(compressed.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(plain.body);
  expect(head.headers['content-length']).toBe(String(Buffer.byteLength(plain.body)));
  expect(head.body).toBe('');
});

it(
  'marks an answer with the generation that it shows, also where one is published meanwhile',
  PATIENCE,
  async () => {
    const { etag } = (await offersAt('')).headers;
    const release = hold(threads[0]!);
    const asked = offersAt('limit=1&include=board');
    await vi.waitUntil(() => engine.state().generation === 1);
    await new Promise((resolve) => setImmediate(resolve));
    await publish('Boulanger', 80);

    const adopting = engine.adopt(published);
    release();
    const [answer] = await Promise.all([asked, adopting]);

    expect(answer.json()).toMatchObject({
      generation: 2,
      offers: [{ title: 'Boulanger' }],
      board: { freshness: { generation: 2 } },
    });
    expect(answer.headers.etag).not.toBe(etag);
    expect((await offersAt('', { 'if-none-match': String(answer.headers.etag) })).statusCode).toBe(304);
  },
);

it('answers 503 with one sentence, and when to ask again, where no thread answers', PATIENCE, async () => {
  await engine.close();

  const json = await offersAt('');
  const page = await app.inject('/pays');
  const ready = await app.inject('/readyz');

  expect([json.statusCode, page.statusCode, ready.statusCode]).toEqual([503, 503, 503]);
  expect(json.headers).toMatchObject({ 'retry-after': '2', 'cache-control': 'no-store' });
  expect(json.json()).toMatchObject({ status: 503, detail: 'The search was interrupted: ask again.' });
  expect(page.headers['retry-after']).toBe('2');
  expect(page.body).toContain('réessayez dans un instant');
});
