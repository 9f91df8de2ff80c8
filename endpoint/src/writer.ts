import { Worker } from 'node:worker_threads';
import type { Clicks } from './offers/clicks.ts';
import type { Progress, Summary } from './partners/refresh.ts';
import type { PublishedMessage } from './search/embedded/message.ts';
import type { Feeds, FromWriter, ToWriter, WriterSettings } from './writer-messages.ts';

/** The writer could not start or stopped unexpectedly; the message says in one sentence what to mend. */
export class WriterFailure extends Error {
  override name = 'WriterFailure';
}

/** The server's side of the single writer, which works in a thread of its own. */
export class Writer {
  /** Called with each published generation; answer with {@link acknowledge} once it is in use. */
  onPublished: (message: PublishedMessage) => void = () => {};
  /** Called when the thread ends without having been asked to. */
  onLost: (failure: WriterFailure) => void = () => {};
  /** What the start had to put right, a sentence each ("The index was damaged…"). */
  readonly notes: string[] = [];
  readonly #worker: Worker;
  #turn: Promise<unknown> = Promise.resolve();
  #running?: {
    onProgress?: (progress: Progress) => void;
    settle: (outcome: Summary | WriterFailure) => void;
  };
  #closed?: () => void;
  #ended?: WriterFailure;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Starts the thread and waits until it holds the data folder. */
  static async start(settings: WriterSettings): Promise<Writer> {
    const worker = new Worker(new URL('./writer-thread.js', import.meta.url), { workerData: settings });
    const writer = new Writer(worker);
    await new Promise<void>((resolve, reject) => {
      worker.once('error', (error) => reject(new WriterFailure(error.message)));
      worker.once('message', (message: FromWriter) => {
        if (message.kind !== 'ready')
          return reject(new WriterFailure((message as { reason: string }).reason));
        writer.notes.push(...message.notes);
        resolve();
      });
    });
    worker.on('message', (message: FromWriter) => writer.#hear(message));
    worker.on('error', (error) => writer.#lose(error.message));
    worker.on('exit', () => writer.#lose('It ended.'));
    return writer;
  }

  /** Refreshes partners and publishes what came; one refresh waits for the one before it. */
  refresh(
    request: { only?: string[]; whole?: boolean } = {},
    onProgress?: (progress: Progress) => void,
  ): Promise<Summary> {
    const refreshed = this.#turn.then(
      () =>
        new Promise<Summary>((resolve, reject) => {
          const settle = (outcome: Summary | WriterFailure) =>
            outcome instanceof WriterFailure ? reject(outcome) : resolve(outcome);
          if (this.#ended) return settle(this.#ended);
          this.#running = { onProgress, settle };
          this.#tell({ kind: 'refresh', ...request });
        }),
    );
    this.#turn = refreshed.catch(() => {});
    return refreshed;
  }

  /** Says that a generation is in use, so that what only older ones needed can be thrown away. */
  acknowledge(generation: number): void {
    this.#tell({ kind: 'acknowledge', generation });
  }

  saveClicks(clicks: Clicks[]): void {
    if (clicks.length > 0) this.#tell({ kind: 'clicks', clicks });
  }

  /** Hands over partners and mappings that were read again; they count from the next refresh on. */
  reload(feeds: Feeds): void {
    this.#tell({ kind: 'reload', feeds });
  }

  /** Gives a running refresh up, closes the files and ends the thread. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => (this.#closed = resolve));
    this.#tell({ kind: 'close' });
    await closed;
  }

  #tell(order: ToWriter): void {
    this.#worker.postMessage(order);
  }

  #hear(message: FromWriter): void {
    if (message.kind === 'published') this.onPublished(message.message);
    if (message.kind === 'progress') this.#running?.onProgress?.(message.progress);
    if (message.kind === 'refreshed') this.#settle(message.summary);
    if (message.kind === 'failed') this.#settle(new WriterFailure(message.reason));
    if (message.kind === 'closed') this.#closed?.();
  }

  #settle(outcome: Summary | WriterFailure): void {
    const running = this.#running;
    this.#running = undefined;
    running?.settle(outcome);
  }

  #lose(reason: string): void {
    const failure = new WriterFailure(`The writer stopped: ${reason}`);
    this.#ended ??= failure;
    this.#settle(failure);
    if (this.#closed) return this.#closed();
    this.onLost(failure);
  }
}
