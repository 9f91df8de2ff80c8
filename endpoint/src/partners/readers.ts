import type { GatherProgress } from '../feeds/gather.ts';
import { deferred } from '../shared/deferred.ts';
import type { FeedRead } from './feed-read.ts';
import { type ReadingTools, type ReadJob, readFeed } from './read-feed.ts';

/** How many feeds a thread reads at a time. */
const PARALLEL_FEEDS = 4;

/** Whom to tell how far a job is, and who may stop them all. */
export interface ReadersOptions {
  signal?: AbortSignal;
  onProgress?(job: number, progress: GatherProgress): void;
  /** Is told of each feed that was read, in the order in which they end. */
  onRead?(job: number, read: FeedRead): void;
}

/** Read the feeds of a refresh. */
export interface Readers {
  /**
   * @returns for each job, in their order, what came of it; a promise rejects where postings could not be laid aside
   */
  read(jobs: readonly ReadJob[], options: ReadersOptions): Promise<FeedRead>[];
}

/** Read feeds in the thread that asks. */
export class OwnReaders implements Readers {
  readonly #tools: ReadingTools;

  constructor(tools: ReadingTools) {
    this.#tools = tools;
  }

  read(jobs: readonly ReadJob[], options: ReadersOptions): Promise<FeedRead>[] {
    const settled = jobs.map(() => deferred<FeedRead>());
    const queue = jobs.keys();
    void readInTurn(() => queue.next().value, jobs, this.#tools, {
      ...options,
      onRead(job, read) {
        options.onRead?.(job, read);
        settled[job]!.resolve(read);
      },
      onFault: (job, error) => settled[job]!.reject(error),
    });
    return settled.map(({ promise }) => promise);
  }
}

/**
 * Reads some feeds at a time until there is none left.
 *
 * @param next gives the number of the job that nobody has begun yet
 */
export async function readInTurn(
  next: () => number | undefined,
  jobs: readonly ReadJob[],
  tools: ReadingTools,
  options: ReadersOptions & { onFault(job: number, error: unknown): void; parallel?: number },
): Promise<void> {
  const { signal, parallel = PARALLEL_FEEDS } = options;
  const readSome = async () => {
    for (let job = next(); job !== undefined; job = next()) {
      const number = job;
      const onProgress = (progress: GatherProgress) => options.onProgress?.(number, progress);
      try {
        options.onRead?.(job, await readFeed(jobs[job]!, tools, { signal, onProgress }));
      } catch (error) {
        options.onFault(job, error);
      }
    }
  };
  await Promise.all([...Array(parallel)].map(readSome));
}
