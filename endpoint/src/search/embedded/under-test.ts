import { deepStrictEqual } from 'node:assert';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../shared/database.ts';
import type { EngineUnderTest } from '../conformance/under-test.ts';
import type { Engine } from '../engine.ts';
import { openEngine } from './engine.ts';
import type { PublishedMessage } from './message.ts';
import { openThreadedEngine } from './query-engine.ts';
import { startFromSource } from './started-thread.ts';
import { type EmbeddedWriter, openWriter } from './writer.ts';

const KILLED = fileURLToPath(new URL('killed-writer.ts', import.meta.url));
const THREADS = 2;
/** Threads begin slowly on a busy machine; nothing here is about time. */
const PATIENCE_MS = 60_000;

/** An engine on a file that can tell the writer which generation it is in. */
interface Adopting extends Engine {
  adopt(message: PublishedMessage): number | Promise<number>;
}

type Open = (file: string, writer: EmbeddedWriter) => Adopting;

/** The embedded engine in this thread, on a file of its own, for tests and benches. */
export function inProcess(): Promise<EngineUnderTest> {
  return underTest((file) => openEngine({ file }));
}

/** The embedded engine in two threads, on a file of its own, for tests and benches. */
export function inThreads(): Promise<EngineUnderTest> {
  return underTest((file, writer) => {
    const published = writer.current();
    const settings = { file, published, threads: THREADS, budgetMs: PATIENCE_MS, start: startFromSource };
    return openThreadedEngine(settings);
  });
}

async function underTest(openFor: Open): Promise<EngineUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-'));
  const file = join(folder, 'index.db');
  let opened = open(file, openFor);
  const reopen = () => (opened = open(file, openFor)).engine;
  return {
    engine: opened.engine,
    publish: (source) => opened.publish(source),
    async reopen() {
      await opened.close();
      return reopen();
    },
    async kill(plan, things) {
      await opened.close();
      await publishUntilKilled(file, plan.size, things);
      return reopen();
    },
    async close() {
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Each generation writes its number to a neighbour's table as well: the two are committed together, or neither. */
function open(file: string, openFor: Open) {
  const db = openDatabase(file);
  let published: PublishedMessage;
  const writer = openWriter({ db, onPublished: (message) => (published = structuredClone(message)) });
  const engine = openFor(file, writer);
  const { generation } = writer.state();
  db.exec('CREATE TABLE IF NOT EXISTS mark (generation INTEGER)');
  deepStrictEqual(db.prepare('SELECT generation FROM mark').all(), generation ? [{ generation }] : []);
  return {
    engine,
    async publish(source: Parameters<typeof writer.publish>[0]) {
      await writer.publish((publication) => {
        db.exec(`DELETE FROM mark; INSERT INTO mark VALUES (${writer.state().generation + 1})`);
        return source(publication);
      });
      writer.acknowledge(await engine.adopt(published));
    },
    async close() {
      await writer.close();
      await engine.close();
      db.close();
    },
  };
}

/** Its program prints one character for each thing that it has done. */
async function publishUntilKilled(file: string, planned: number, things: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', KILLED, file, String(planned)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let left = things;
  child.stdout.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left <= 0) child.kill('SIGKILL');
  });
  await exited;
}
