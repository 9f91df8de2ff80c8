import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../shared/database.ts';
import { makeOffer } from '../conformance/corpus.ts';
import { SCOPES } from '../conformance/queries.ts';
import { Random } from '../conformance/random.ts';
import type { Scope, SearchRequest } from '../engine.ts';
import type { PublishedMessage } from './message.ts';
import { openThreadedEngine } from './query-engine.ts';
import type { PoolOptions } from './query-pool.ts';
import { hold, startFromSource } from './started-thread.ts';
import { openWriter } from './writer.ts';

/** Threads begin slowly on a busy machine; nothing here is about time. */
const PATIENCE = { timeout: 60_000 };
const NEWEST: SearchRequest = { sort: 'newest', offset: 0, limit: 100 };
const OFFERS = 20;
const scope: Scope = { ...SCOPES[0]!, remote: true };

const closers: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Threads on an index whose offers all have the same title in a generation. */
async function setup(options: Partial<PoolOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-pool-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'index.db');
  const db = openDatabase(file);
  closers.push(() => db.close());
  let published!: PublishedMessage;
  const writer = openWriter({ db, onPublished: (message) => (published = message) });
  const random = new Random(5);
  async function publish(title: string): Promise<PublishedMessage> {
    await writer.publish(({ put }) => {
      for (let id = 0; id < OFFERS; id++) put({ ...makeOffer(random, `offer${id}`), title, remote: 'full' });
    });
    return published;
  }
  await publish('Titre 1');

  const threads: Worker[] = [];
  const said: string[] = [];
  const engine = openThreadedEngine({
    file,
    published,
    threads: 2,
    say: (line) => said.push(line),
    start(settings) {
      const thread = startFromSource(settings);
      threads.push(thread);
      return thread;
    },
    budgetMs: PATIENCE.timeout,
    ...options,
  });
  closers.push(() => engine.close());
  const wasReady = engine.isReady;
  await vi.waitUntil(() => engine.isReady, PATIENCE);
  return { file, db, engine, publish, threads, said, wasReady };
}

/** What a thread was told, by its kind. */
function toldTo(thread: Worker) {
  const told = vi.spyOn(thread, 'postMessage');
  return () => told.mock.calls.map(([order]) => order as { kind: string; scope?: { scope?: Scope } });
}

describe('a pool of threads', PATIENCE, () => {
  it('is ready once all of them have begun', async () => {
    const { wasReady, threads } = await setup({ threads: 3 });

    expect(wasReady).toBe(false);
    expect(threads).toHaveLength(3);
  });

  it('gives busy threads no question that another could take', async () => {
    const { engine, threads } = await setup();
    const release = hold(threads[0]!);
    const first = engine.search(scope, NEWEST);
    const others = await Promise.all([1, 2, 3].map(() => engine.count(scope, {})));

    expect(others.map(({ total }) => total)).toEqual([OFFERS, OFFERS, OFFERS]);
    release();
    expect((await first).total).toBe(OFFERS);
  });

  it('sends a board to a thread once', async () => {
    const { engine, threads } = await setup({ threads: 1 });
    const told = toldTo(threads[0]!);
    const sent = () => told().map(({ scope: reference }) => reference?.scope?.revision);

    for (const revision of ['1', '1', '2', '1']) await engine.count({ ...scope, revision }, {});
    expect(sent()).toEqual(['1', undefined, '2', undefined]);

    for (let id = 0; id < 64; id++) await engine.count({ ...scope, id: `board${id}` }, {});
    expect((await engine.count({ ...scope, revision: '2' }, {})).total).toBe(OFFERS);
    expect(sent().slice(-1)).toEqual(['2']);
  });

  it('ends with nothing left to run', async () => {
    const { engine, threads } = await setup();
    const exits = threads.map((thread) => new Promise((resolve) => thread.once('exit', resolve)));

    await engine.close();

    expect(await Promise.all(exits)).toEqual([0, 0]);
    await expect(engine.count(scope, {})).rejects.toThrow('interrupted');
  });
});

describe('a publication', PATIENCE, () => {
  it('is in use when all threads have switched, and in all that is asked after it', async () => {
    const { engine, threads, publish } = await setup();
    const release = hold(threads[0]!);
    let adopted = 0;

    const adopting = engine.adopt(await publish('Titre 2')).then((generation) => (adopted = generation));
    const late = engine.search(scope, NEWEST);
    const others = await Promise.all([1, 2, 3].map(() => engine.search(scope, NEWEST)));

    expect(engine.state().generation).toBe(2);
    expect(others.map(({ generation, offers }) => [generation, offers[0]!.title])).toEqual(
      others.map(() => [2, 'Titre 2']),
    );
    expect(adopted).toBe(0);
    release();
    expect(await adopting).toBe(2);
    expect((await late).offers[0]!.title).toBe('Titre 2');
  });

  it('never shows in part', async () => {
    const { engine, publish } = await setup();
    const answers: Promise<{ generation: number; offers: { title: string }[] }>[] = [];

    for (let generation = 2; generation <= 30; generation++) {
      for (let n = 0; n < 5; n++) answers.push(engine.search(scope, NEWEST));
      const adopting = engine.adopt(await publish(`Titre ${generation}`));
      for (let n = 0; n < 5; n++) answers.push(engine.search(scope, NEWEST));
      await adopting;
    }

    for (const { generation, offers } of await Promise.all(answers)) {
      expect(offers).toHaveLength(OFFERS);
      expect(new Set(offers.map(({ title }) => title))).toEqual(new Set([`Titre ${generation}`]));
    }
  });

  it('is what a thread begins with that takes the place of another', async () => {
    const { engine, threads, publish } = await setup({ threads: 1 });
    await engine.adopt(await publish('Titre 2'));

    await threads[0]!.terminate();

    expect((await engine.search(scope, NEWEST)).offers[0]!.title).toBe('Titre 2');
    expect(threads).toHaveLength(2);
  });
});

describe('a thread that is lost', PATIENCE, () => {
  it('is replaced, and what it was asked is asked once more', async () => {
    const { engine, threads, said } = await setup();
    hold(threads[0]!);
    const asked = engine.search(scope, NEWEST);

    await threads[0]!.terminate();

    expect((await asked).total).toBe(OFFERS);
    expect(threads).toHaveLength(3);
    expect(said).toEqual([expect.stringContaining('another takes its place')]);
  });

  it('a second time leaves the question unanswered, with one sentence', async () => {
    const { engine, threads } = await setup();
    for (const thread of threads) hold(thread);
    const asked = engine.search(scope, NEWEST);
    const rejected = expect(asked).rejects.toMatchObject({
      name: 'Unanswered',
      message: expect.stringContaining('interrupted'),
    });

    await threads[0]!.terminate();
    await threads[1]!.terminate();

    await rejected;
    expect((await engine.search(scope, NEWEST)).total).toBe(OFFERS);
  });
});

describe('a question', PATIENCE, () => {
  it('that takes too long is given up, and its thread replaced', async () => {
    const { engine, threads, said } = await setup({ threads: 1, budgetMs: 1000 });
    hold(threads[0]!);

    await expect(engine.search(scope, NEWEST)).rejects.toMatchObject({
      name: 'Unanswered',
      message: expect.stringContaining('too long'),
    });

    await vi.waitFor(async () => expect((await engine.count(scope, {})).total).toBe(OFFERS), PATIENCE);
    expect(threads.length).toBeGreaterThan(1);
    expect(said[0]).toContain('more than 1000 ms');
  });

  it('that no thread can take in time is refused as busy', async () => {
    const { engine, threads } = await setup({ threads: 1, budgetMs: 1000 });
    hold(threads[0]!);

    const [first, second] = await Promise.allSettled([engine.count(scope, {}), engine.count(scope, {})]);

    expect(first).toMatchObject({ reason: { message: expect.stringContaining('too long') } });
    expect(second).toMatchObject({ reason: { message: expect.stringContaining('more searches') } });
  });

  it('is not asked once its asker has left', async () => {
    const { engine, threads } = await setup({ threads: 1 });
    const told = toldTo(threads[0]!);
    const release = hold(threads[0]!);
    const leaving = new AbortController();
    const first = engine.during(leaving.signal).count(scope, {});
    const second = engine.during(leaving.signal).suggest(scope, 'tit', 8);

    leaving.abort();
    await expect(second).rejects.toMatchObject({ name: 'Unanswered' });
    await expect(engine.during(leaving.signal).count(scope, {})).rejects.toMatchObject({
      name: 'Unanswered',
    });
    release();

    expect((await first).total).toBe(OFFERS);
    expect((await engine.count(scope, {})).total).toBe(OFFERS);
    expect(told().filter(({ kind }) => kind === 'ask')).toHaveLength(2);
  });

  it('that meets a damaged file is refused, and the operator told once', async () => {
    let told = 0;
    const { engine, db, file, threads } = await setup({ onDamaged: () => told++ });
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    writeFileSync(file, readFileSync(file).fill(0x5a, 4096));

    for (const q of ['titre', 'autre']) {
      await expect(engine.search(scope, { ...NEWEST, q })).rejects.toMatchObject({
        name: 'Unanswered',
        message: expect.stringContaining('damaged'),
      });
    }

    expect(told).toBe(1);
    expect(threads).toHaveLength(2);
  });
});
