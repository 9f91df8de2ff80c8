import { Worker } from 'node:worker_threads';
import type { Scope } from '../engine.ts';
import { Unanswered } from '../serving.ts';
import type { PublishedMessage } from './message.ts';
import type { Answers, Query, QueryThreadSettings } from './query-messages.ts';
import { type Asker, Question } from './query-question.ts';
import { QueryFailure, QueryWorker, ThreadLost } from './query-worker.ts';

/** No question is answered later than this after it was asked, and none keeps a thread for longer. */
const QUERY_BUDGET_MS = 2_000;
/** A thread that ended before it could answer is tried again after this time. */
const BEGIN_AGAIN_MS = 1_000;

const LOST = 'The search was interrupted: ask again.';
const DAMAGED = 'The index is damaged and has to be built anew; the operator of the endpoint was told.';

export interface PoolOptions {
  /** The index; the writer has opened it before. */
  file: string;
  /** The generation in use. */
  published: PublishedMessage;
  /** How many threads answer. */
  threads: number;
  /** Prints a line for the operator. */
  say?: (line: string) => void;
  /** Called once where a thread finds that the index file is damaged. */
  onDamaged?: () => void;
  /** Starts the program of a thread, by default the built one beside this module. */
  start?: (settings: QueryThreadSettings) => Worker;
  /** Milliseconds for an answer, 2,000 by default. */
  budgetMs?: number;
}

/**
 * Threads that answer questions on an index. Questions wait in one row; each goes to a thread that has nothing to do,
 * if possible to one that knows its board. A thread that is lost or stuck is replaced.
 */
export class QueryPool {
  readonly #options: PoolOptions;
  readonly #budgetMs: number;
  readonly #workers = new Set<QueryWorker>();
  readonly #row: Question[] = [];
  #published: PublishedMessage;
  #haveBegun = false;
  #cannotBegin = false;
  #isDamaged = false;
  #isClosed = false;
  #later?: NodeJS.Timeout;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#budgetMs = options.budgetMs ?? QUERY_BUDGET_MS;
    this.#published = options.published;
    this.#fill();
  }

  /** The generation in which all that is asked from now on is answered. */
  get published(): PublishedMessage {
    return this.#published;
  }

  /** True once every thread has begun to answer; from then on as long as one is left. */
  get isReady(): boolean {
    return this.#haveBegun && this.#serving > 0;
  }

  /** The latest time for an answer to what is asked now. */
  deadline(): number {
    return performance.now() + this.#budgetMs;
  }

  /** Switches to a generation; resolves with its number once no thread reads an older one. */
  async adopt(message: PublishedMessage): Promise<number> {
    this.#published = message;
    await Promise.all([...this.#workers].map((worker) => worker.adopt(message)));
    return message.generation;
  }

  /**
   * Asks one of the threads.
   *
   * @throws {Unanswered} where there was no answer by the deadline, the asker left first, or a thread was lost twice
   * @throws {QueryFailure} what the engine threw
   */
  ask<K extends Query['kind']>(
    query: Query & { kind: K },
    scope?: Scope,
    asker: Asker = { deadline: this.deadline() },
  ): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      const question = new Question({ query, scope, asker }, resolve as (answer: unknown) => void, reject);
      if (this.#isClosed) question.reject(new Unanswered(LOST));
      this.#row.push(question);
      this.#serve();
    });
  }

  /** Lets every thread close its file and end. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#later);
    for (const question of this.#row.splice(0)) question.reject(new Unanswered(LOST));
    await Promise.all([...this.#workers].map((worker) => worker.close()));
  }

  get #serving(): number {
    return [...this.#workers].filter(({ isServing }) => isServing).length;
  }

  #serve(): void {
    const idle = [...this.#workers].filter(({ isIdle }) => isIdle);
    while (idle.length > 0) {
      const question = this.#row.shift();
      if (!question) return;
      if (question.isSettled) continue;
      const { scope } = question;
      const knowing = scope ? idle.findIndex((worker) => worker.knows(scope)) : 0;
      const [worker] = idle.splice(Math.max(knowing, 0), 1);
      void this.#run(question, worker!);
    }
  }

  async #run(question: Question, worker: QueryWorker): Promise<void> {
    let isOver = false;
    const stuck = setTimeout(() => {
      // As in Question: this runs after the answers that have come meanwhile, and after the question's own deadline.
      setImmediate(() => isOver || this.#discard(worker));
    }, this.#budgetMs);
    question.begin();
    try {
      question.resolve(await worker.ask(question.query, question.scope));
    } catch (error) {
      this.#fail(question, error as Error);
    } finally {
      isOver = true;
      clearTimeout(stuck);
    }
  }

  #fail(question: Question, error: Error): void {
    if (error instanceof ThreadLost && !question.isSettled && !question.isAgain && !this.#isClosed) {
      question.isAgain = true;
      this.#row.unshift(question);
      this.#serve();
    } else if (error instanceof QueryFailure && error.damaged) {
      this.#tellDamage();
      question.reject(new Unanswered(DAMAGED));
    } else question.reject(error instanceof ThreadLost ? new Unanswered(LOST) : error);
  }

  #discard(worker: QueryWorker): void {
    this.#say(`A search kept a query thread for more than ${this.#budgetMs} ms: the thread is replaced.`);
    worker.discard();
    this.#fill();
  }

  /** A thread that is stuck in SQLite ends when SQLite lets go of it: at most as many wait for that as answer. */
  #fill(): void {
    const { threads } = this.#options;
    const staying = [...this.#workers].filter(({ isLeaving }) => !isLeaving).length;
    const room = 2 * threads - this.#workers.size;
    for (let missing = Math.min(threads - staying, room); missing > 0; missing--) this.#begin();
  }

  #begin(): void {
    const start = this.#options.start ?? startBuilt;
    const worker = new QueryWorker(start({ file: this.#options.file, published: this.#published }));
    let hasBegun = false;
    worker.onIdle = () => {
      hasBegun = true;
      this.#cannotBegin = false;
      this.#haveBegun ||= this.#serving === this.#options.threads;
      this.#serve();
    };
    void worker.ended.then((failure) => {
      this.#workers.delete(worker);
      if (this.#isClosed) return;
      if (failure?.damaged) this.#tellDamage();
      else if (!worker.wasDiscarded && !this.#cannotBegin) {
        this.#say(
          `A query thread ended, another takes its place: ${failure?.message ?? 'nobody knows why'}.`,
        );
      }
      if (hasBegun) return this.#fill();
      this.#cannotBegin = true;
      this.#later = setTimeout(() => this.#fill(), BEGIN_AGAIN_MS);
    });
    this.#workers.add(worker);
  }

  #tellDamage(): void {
    if (this.#isDamaged) return;
    this.#isDamaged = true;
    this.#options.onDamaged?.();
  }

  #say(line: string): void {
    this.#options.say?.(line);
  }
}

/** Questions leave little behind; Node would give each thread 48 MB for it. */
const YOUNG_MB = 8;

function startBuilt(settings: QueryThreadSettings): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  return new Worker(new URL('./query-thread.js', import.meta.url), { workerData: settings, resourceLimits });
}
