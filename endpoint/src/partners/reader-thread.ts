import { parentPort, workerData } from 'node:worker_threads';
import { standingIn } from '../offers/postings.ts';
import { Places } from '../places/places.ts';
import { CorruptDatabase, openDatabase } from '../shared/database.ts';
import { giveBackMemory } from '../shared/memory.ts';
import type { FromReader, ReaderSettings } from './reader-messages.ts';
import { readInTurn } from './readers.ts';

/** One of the threads that read feeds during a refresh, so that the writer can publish meanwhile. */

const settings = workerData as ReaderSettings;
const { jobs, begun, thread, parallel, reach } = settings;
const port = parentPort!;
const tell = (message: FromReader) => port.postMessage(message);
const stop = new AbortController();
port.once('message', () => stop.abort());

const index = openDatabase(settings.indexFile, { readOnly: true });
const places = await Places.load(settings.dataFolder);
giveBackMemory();
const allowedHosts = new Set(settings.allowedHosts);
const tools = { places, reach, allowedHosts, standing: standingIn(index) };
await readInTurn(next, jobs, tools, {
  parallel,
  signal: stop.signal,
  onProgress: (job, progress) => tell({ kind: 'progress', job, progress }),
  onRead: (job, read) => tell({ kind: 'read', job, read }),
  onFault: (job, error) => tell({ kind: 'fault', job, ...faultOf(error) }),
});
index.close();
port.close();

/** Takes the first job that no thread has begun. */
function next(): number | undefined {
  for (const job of jobs.keys()) if (Atomics.compareExchange(begun, job, 0, thread) === 0) return job;
  return undefined;
}

function faultOf(error: unknown): { reason: string; damaged?: string } {
  const damaged = error instanceof CorruptDatabase ? error.file : undefined;
  return { reason: (error as Error).message, ...(damaged !== undefined && { damaged }) };
}
