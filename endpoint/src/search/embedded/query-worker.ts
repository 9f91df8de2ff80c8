import type { Worker } from 'node:worker_threads';
import type { Scope } from '../engine.ts';
import type { PublishedMessage } from './message.ts';
import type { Answers, FromQueryThread, Query, ScopeReference, ToQueryThread } from './query-messages.ts';

/** Boards that a thread keeps; as many as it keeps the rows of. */
const MOST_SCOPES = 64;
/** A thread that has not closed its file within this time is ended. */
const CLOSE_WITHIN_MS = 500;

/** The thread ended before it had answered. */
export class ThreadLost extends Error {
  override name = 'ThreadLost';
}

/** The question made the thread fail; `damaged` where the index file is. */
export class QueryFailure extends Error {
  override name = 'QueryFailure';
  readonly damaged: boolean;

  constructor(reason: string, damaged: boolean) {
    super(reason);
    this.damaged = damaged;
  }
}

/** The server's side of one query thread, which answers one question at a time. */
export class QueryWorker {
  /** Called whenever it can take a question. */
  onIdle: () => void = () => {};
  /** Whether {@link discard} ended it. */
  wasDiscarded = false;
  /** Resolves when the thread has ended, with the reason where there was one. */
  readonly ended: Promise<QueryFailure | undefined>;
  readonly #thread: Worker;
  readonly #scopes = new Map<string, true>();
  #state: 'beginning' | 'idle' | 'busy' | 'leaving' = 'beginning';
  #running?: { resolve(answer: unknown): void; reject(error: Error): void };
  /** Those who wait until this thread has left all generations before theirs. */
  #waiting: { generation: number; go: () => void }[] = [];
  #failure?: QueryFailure;
  #hasEnded = false;

  constructor(thread: Worker) {
    this.#thread = thread;
    this.ended = new Promise((resolve) => thread.once('exit', () => resolve(this.#end())));
    thread.on('message', (message: FromQueryThread) => this.#hear(message));
    thread.on('error', (error) => (this.#failure = new QueryFailure(error.stack ?? error.message, false)));
  }

  /** Whether it can take a question now. */
  get isIdle(): boolean {
    return this.#state === 'idle';
  }

  /** Whether it takes questions, now or after the one that it answers. */
  get isServing(): boolean {
    return this.#state === 'idle' || this.#state === 'busy';
  }

  /** Whether it will take no more questions. */
  get isLeaving(): boolean {
    return this.#state === 'leaving';
  }

  knows(scope: Scope): boolean {
    return this.#scopes.has(keyOf(scope));
  }

  /**
   * Asks the thread, which must be idle.
   *
   * @throws {QueryFailure} what the engine threw
   * @throws {ThreadLost} where the thread ended first
   */
  ask<K extends Query['kind']>(query: Query & { kind: K }, scope?: Scope): Promise<Answers[K]> {
    this.#state = 'busy';
    this.#tell({ kind: 'ask', query, scope: scope && this.#reference(scope) });
    return new Promise((resolve, reject) => {
      this.#running = { resolve: resolve as (answer: unknown) => void, reject };
    });
  }

  /** Hands over a generation; resolves once nothing older is read in this thread. Questions that follow see it. */
  adopt(message: PublishedMessage): Promise<void> {
    if (this.#hasEnded) return Promise.resolve();
    this.#tell({ kind: 'adopt', message });
    return new Promise((go) => this.#waiting.push({ generation: message.generation, go }));
  }

  /** Ends the thread in the midst of what it does. What it was asked rejects with {@link ThreadLost}. */
  discard(): void {
    this.wasDiscarded = true;
    this.#state = 'leaving';
    this.#lose();
    void this.#thread.terminate();
  }

  /** Lets the thread close its file and end. */
  async close(): Promise<void> {
    this.#state = 'leaving';
    this.#tell({ kind: 'close' });
    const late = setTimeout(() => this.discard(), CLOSE_WITHIN_MS);
    await this.ended;
    clearTimeout(late);
  }

  #tell(order: ToQueryThread): void {
    this.#thread.postMessage(order);
  }

  #hear(message: FromQueryThread): void {
    if (message.kind === 'adopted') {
      if (this.#state === 'beginning') this.#rest();
      const waiting = this.#waiting;
      this.#waiting = waiting.filter((one) => one.generation > message.generation);
      for (const one of waiting) if (one.generation <= message.generation) one.go();
      return;
    }
    const running = this.#running;
    this.#running = undefined;
    if (message.kind === 'answer') running?.resolve(message.answer);
    else {
      const failure = new QueryFailure(message.reason, message.damaged);
      if (running) running.reject(failure);
      else this.#failure = failure;
    }
    if (this.#state === 'busy') this.#rest();
  }

  #rest(): void {
    this.#state = 'idle';
    this.onIdle();
  }

  #reference(scope: Scope): ScopeReference {
    const key = keyOf(scope);
    const reference: ScopeReference = { key };
    if (!this.#scopes.delete(key)) reference.scope = scope;
    this.#scopes.set(key, true);
    if (this.#scopes.size > MOST_SCOPES) {
      reference.forget = this.#scopes.keys().next().value!;
      this.#scopes.delete(reference.forget);
    }
    return reference;
  }

  #lose(): void {
    this.#running?.reject(new ThreadLost('The thread ended before it had answered.'));
    this.#running = undefined;
  }

  #end(): QueryFailure | undefined {
    this.#state = 'leaving';
    this.#hasEnded = true;
    this.#lose();
    for (const { go } of this.#waiting.splice(0)) go();
    return this.#failure;
  }
}

function keyOf({ id, revision }: Scope): string {
  return `${id}\n${revision}`;
}
