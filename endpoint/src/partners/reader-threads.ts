import { Worker } from 'node:worker_threads';
import type { Reach } from '../france-travail/areas.ts';
import { CorruptDatabase } from '../shared/database.ts';
import { type Deferred, deferred } from '../shared/deferred.ts';
import { type FeedRead, unreadable } from './feed-read.ts';
import type { ReadJob } from './read-feed.ts';
import type { FromReader, ReaderSettings, ToReader } from './reader-messages.ts';
import type { Readers, ReadersOptions } from './readers.ts';

/** Memory of a thread for texts and places, in MB; the caps of feeds leave half of it free. */
const HEAP_MB = 512;
/** What a feed makes is soon gone: the more of it may lie about, the less often what stays has to be moved. */
const YOUNG_MB = 96;

/** Keeps a job from every thread. */
const NOBODY_ELSE = -1;

/** How feeds are read in threads. */
export interface ReaderThreadsOptions {
  /** How many threads. */
  threads: number;
  dataFolder: string;
  indexFile: string;
  reach: Reach;
  allowedHosts: ReadonlySet<string>;
  /** Another way to start a thread, for tests. */
  start?(settings: ReaderSettings, heapMb: number): Worker;
  heapMb?: number;
}

/** A refresh's jobs, and what is still to come of them. */
interface Round {
  jobs: readonly ReadJob[];
  begun: Int32Array;
  settled: Deferred<FeedRead>[];
  open: Set<number>;
  options: ReadersOptions;
}

/** Of what a thread died; classes are lost on the way between threads. */
type Death = Error & {
  code?: string;
  /** The path of a database that was found to be damaged. */
  file?: string;
};

/**
 * Read feeds in threads of their own, which live as long as a refresh: parsing takes as long as publishing, and what it
 * took of memory is given back. A thread that dies costs no refresh: the feeds that it was reading are read once more,
 * each in a thread for itself, and only the one of which that dies, too, has failed.
 */
export class ReaderThreads implements Readers {
  readonly #options: ReaderThreadsOptions;

  constructor(options: ReaderThreadsOptions) {
    this.#options = options;
  }

  read(jobs: readonly ReadJob[], options: ReadersOptions): Promise<FeedRead>[] {
    const settled = jobs.map(() => deferred<FeedRead>());
    const begun = new Int32Array(new SharedArrayBuffer(jobs.length * Int32Array.BYTES_PER_ELEMENT));
    void this.#readAll({ jobs, begun, settled, options, open: new Set(jobs.keys()) });
    return settled.map(({ promise }) => promise);
  }

  async #readAll(round: Round): Promise<void> {
    const { open, begun, settled } = round;
    while (open.size > 0) {
      const before = open.size;
      const threads = Math.min(this.#options.threads, before);
      const deaths = await Promise.all(
        [...Array(threads).keys()].map((number) => this.#run(round, { thread: number + 1 })),
      );
      for (const job of [...open].filter((number) => begun[number] !== 0)) {
        begun.fill(NOBODY_ELSE);
        begun[job] = 0;
        const death = await this.#run(round, { thread: 1, parallel: 1 });
        if (open.has(job)) settle(round, job, unreadable(this.#sentence(death)));
      }
      for (const job of open) begun[job] = 0;
      if (open.size < before) continue;
      // Not one was begun: the next threads would not begin one, either.
      const death = deaths.find((error) => error !== undefined);
      const { message = 'The threads that read feeds ended.', file } = death ?? {};
      for (const job of open) settled[job]!.reject(faultOf(message, file));
      return;
    }
  }

  /** Runs a thread to its end; gives the error of which it died. */
  async #run(round: Round, own: Pick<ReaderSettings, 'thread' | 'parallel'>): Promise<Death | undefined> {
    const { jobs, begun, settled, open, options } = round;
    const { start = startBuilt, heapMb = HEAP_MB, dataFolder, indexFile, reach } = this.#options;
    const allowedHosts = [...this.#options.allowedHosts];
    const worker = start({ ...own, jobs, begun, dataFolder, indexFile, reach, allowedHosts }, heapMb);
    const stop = () => worker.postMessage('stop' satisfies ToReader);
    if (options.signal?.aborted) stop();
    options.signal?.addEventListener('abort', stop);
    let death: Death | undefined;
    worker.on('error', (error: Death) => (death = error));
    worker.on('message', (message: FromReader) => {
      const { job } = message;
      if (!open.has(job)) return;
      if (message.kind === 'progress') options.onProgress?.(job, message.progress);
      if (message.kind === 'read') settle(round, job, message.read);
      if (message.kind === 'fault') {
        open.delete(job);
        settled[job]!.reject(faultOf(message.reason, message.damaged));
      }
    });
    await new Promise((ended) => worker.once('exit', ended));
    options.signal?.removeEventListener('abort', stop);
    return death;
  }

  #sentence(death: Death | undefined): string {
    const { heapMb = HEAP_MB } = this.#options;
    if (death?.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return `To read the feed takes more than ${heapMb} MB of memory: it is refused.`;
    return `Reading the feed failed: ${death?.message ?? 'its thread ended'}`;
  }
}

function settle({ open, settled, options }: Round, job: number, read: FeedRead): void {
  open.delete(job);
  options.onRead?.(job, read);
  settled[job]!.resolve(read);
}

function faultOf(reason: string, damaged: string | undefined): Error {
  return damaged === undefined ? new Error(reason) : new CorruptDatabase(reason, { file: damaged });
}

function startBuilt(settings: ReaderSettings, heapMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB };
  return new Worker(new URL('./reader-thread.js', import.meta.url), { workerData: settings, resourceLimits });
}
