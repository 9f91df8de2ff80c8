import { Worker } from 'node:worker_threads';
import type { Feeds } from './boards/configuration.ts';
import type { Clicks } from './offers/clicks.ts';
import type { TakenDown } from './offers/take-down.ts';
import type { Progress, Summary } from './partners/refresh.ts';
import type { PublishedMessage } from './search/embedded/message.ts';
import type { FromWriter, ToWriter, WriterSettings } from './writer-messages.ts';

/** The writer could not start or stopped unexpectedly; the message says in one sentence what to mend. */
export class WriterFailure extends Error {
  override name = 'WriterFailure';
}

type Ready = Extract<FromWriter, { kind: 'ready' }>;

/**
 * Memory of the thread for texts and objects, in MB; what SQLite and the columns take comes on top. A part of a refresh
 * leaves half of it free. Without a bound Node lets it grow to 480 MB before it looks for what nobody needs.
 */
const HEAP_MB = 320;
const YOUNG_MB = 32;

/** How the thread is started. */
export interface WriterStart {
  /** Another way to start it, for tests. */
  start?(settings: WriterSettings, heapMb: number): Worker;
  heapMb?: number;
}

/** The server's side of the single writer, which works in a thread of its own. */
export class Writer {
  /** Called with each published generation; answer with {@link acknowledge} once it is in use. */
  onPublished: (message: PublishedMessage) => void = () => {};
  /** Called with a sentence for the operator where the index could not be put in order. */
  onNote: (line: string) => void = () => {};
  /** Called after each refresh, whoever asked for it. */
  onRefreshed: () => void = () => {};
  /** Called when the thread ends without having been asked to. */
  onLost: (failure: WriterFailure) => void = () => {};
  /** What the start had to put right, a sentence each ("The index was damaged…"). */
  readonly notes: readonly string[];
  /** The generation that the index held at the start. */
  readonly published: PublishedMessage;
  readonly #worker: Worker;
  #turn: Promise<unknown> = Promise.resolve();
  #running?: {
    onProgress?: (progress: Progress) => void;
    settle: (outcome: Summary | WriterFailure) => void;
  };
  readonly #takeDowns = new Map<number, (outcome: TakenDown | WriterFailure) => void>();
  #lastTakeDown = 0;
  #acknowledged = 0;
  /** Those who wait until a generation is in use. */
  #waiting: { generation: number; go: () => void }[] = [];
  #closed?: () => void;
  #ended?: WriterFailure;

  private constructor(worker: Worker, { notes, published }: Ready) {
    this.#worker = worker;
    this.notes = notes;
    this.published = published;
  }

  /** Starts the thread and waits until it holds the data folder; it knows no partner before {@link gather} names them. */
  static async start(
    settings: WriterSettings,
    { start = startBuilt, heapMb = HEAP_MB }: WriterStart = {},
  ): Promise<Writer> {
    const worker = start(settings, heapMb);
    const ready = await new Promise<Ready>((resolve, reject) => {
      worker.once('error', (error) => reject(new WriterFailure(error.message)));
      worker.once('message', (message: FromWriter) => {
        if (message.kind !== 'ready')
          return reject(new WriterFailure((message as { reason: string }).reason));
        resolve(message);
      });
    });
    const writer = new Writer(worker, ready);
    worker.on('message', (message: FromWriter) => writer.#hear(message));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      writer.#lose(isFull ? sentenceOfFull(heapMb) : error.message);
    });
    worker.on('exit', () => writer.#lose('It ended.'));
    return writer;
  }

  /** Refreshes partners and publishes what came; one refresh waits for the one before it. */
  refresh(
    request: { only?: string[]; whole?: boolean; accept?: boolean } = {},
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

  /**
   * Takes an offer down for good. It does not wait for a refresh that is gathering, and resolves once nobody is shown
   * the offer any more, which {@link acknowledge} says.
   *
   * @throws {WriterFailure} where no offer is known by this id, and where it could not be written
   */
  takeDown(id: string, why?: string): Promise<TakenDown> {
    return this.#takeDown({ id, why });
  }

  /**
   * Undoes {@link takeDown}, as soon.
   *
   * @throws {WriterFailure} where no offer is known by this id, and where it could not be written
   */
  restore(id: string): Promise<TakenDown> {
    return this.#takeDown({ id, undo: true });
  }

  /** Says that a generation is in use, so that what only older ones needed can be thrown away. */
  acknowledge(generation: number): void {
    this.#tell({ kind: 'acknowledge', generation });
    this.#acknowledged = Math.max(this.#acknowledged, generation);
    const waiting = this.#waiting;
    this.#waiting = waiting.filter((one) => one.generation > this.#acknowledged);
    for (const one of waiting) if (one.generation <= this.#acknowledged) one.go();
  }

  saveClicks(clicks: Clicks[]): void {
    if (clicks.length > 0) this.#tell({ kind: 'clicks', clicks });
  }

  /** Hands over the partners and mappings as they were read last; they count from the next refresh on. */
  gather(feeds: Feeds): void {
    this.#tell({ kind: 'feeds', feeds });
  }

  /** Gives a running refresh up, closes the files and ends the thread. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => (this.#closed = resolve));
    this.#tell({ kind: 'close' });
    await closed;
  }

  async #takeDown(wanted: { id: string; why?: string; undo?: boolean }): Promise<TakenDown> {
    const outcome = await new Promise<TakenDown | WriterFailure>((settle) => {
      if (this.#ended) return settle(this.#ended);
      const number = ++this.#lastTakeDown;
      this.#takeDowns.set(number, settle);
      this.#tell({ kind: 'takeDown', number, ...wanted });
    });
    if (outcome instanceof WriterFailure) throw outcome;
    if (this.#acknowledged < outcome.generation && !this.#ended) {
      const { generation } = outcome;
      await new Promise<void>((go) => this.#waiting.push({ generation, go }));
    }
    return outcome;
  }

  #tell(order: ToWriter): void {
    this.#worker.postMessage(order);
  }

  #hear(message: FromWriter): void {
    if (message.kind === 'published') this.onPublished(message.message);
    if (message.kind === 'progress') this.#running?.onProgress?.(message.progress);
    if (message.kind === 'refreshed') {
      this.onRefreshed();
      this.#settle(message.summary);
    }
    if (message.kind === 'failed') this.#settle(new WriterFailure(message.reason));
    if (message.kind === 'takenDown') this.#settleTakeDown(message.number, message.offer);
    if (message.kind === 'notTakenDown')
      this.#settleTakeDown(message.number, new WriterFailure(message.reason));
    if (message.kind === 'note') this.onNote(message.line);
    if (message.kind === 'closed') this.#closed?.();
  }

  #settle(outcome: Summary | WriterFailure): void {
    const running = this.#running;
    this.#running = undefined;
    running?.settle(outcome);
  }

  #settleTakeDown(number: number, outcome: TakenDown | WriterFailure): void {
    this.#takeDowns.get(number)?.(outcome);
    this.#takeDowns.delete(number);
  }

  #lose(reason: string): void {
    const failure = new WriterFailure(`The writer stopped: ${reason}`);
    this.#ended ??= failure;
    this.#settle(failure);
    for (const number of [...this.#takeDowns.keys()]) this.#settleTakeDown(number, failure);
    for (const { go } of this.#waiting.splice(0)) go();
    if (this.#closed) return this.#closed();
    this.onLost(failure);
  }
}

function startBuilt(settings: WriterSettings, heapMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB };
  return new Worker(new URL('./writer-thread.js', import.meta.url), { workerData: settings, resourceLimits });
}

function sentenceOfFull(heapMb: number): string {
  return (
    `It needed more than ${heapMb} MB of memory, and what it had not published yet is given up; the last generation ` +
    'stands. Ask the partners one by one (town-jobs refresh PARTNER) to find the feed that is too large.'
  );
}
