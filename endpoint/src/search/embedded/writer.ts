import type { Offer } from '../../contract/index.ts';
import type { Database } from '../../shared/database.ts';
import type { EngineState, EngineWriter, Publication } from '../engine.ts';
import { ANALYSIS_VERSION } from '../words/analyse.ts';
import { Changes } from './changes.ts';
import { nextColumns } from './columns.ts';
import type { Columns, PublishedMessage } from './message.ts';
import { nextOrder } from './order.ts';
import { Rows } from './rows.ts';
import { noteChanges } from './saved.ts';
import { makeTables, readPublished, readState, writeState } from './schema.ts';
import { tidy } from './tidy.ts';

/** Memory for pages of the file while a publication writes; given back afterwards. */
const CACHE_KB = 65_536;

/** The writing side of the embedded engine. */
export interface EmbeddedWriter extends EngineWriter {
  /** Says that every engine has adopted this generation: what only older ones showed is deleted from the file. */
  acknowledge(generation: number): void;
  /** The generation that is published now, for an engine that starts late. */
  current(): PublishedMessage;
  /** Waits until all is in order that {@link acknowledge} allowed to be put in order. */
  tidied(): Promise<void>;
}

export interface WriterOptions {
  /** A connection that is the writer's to open transactions on; what `source` writes to it is part of the generation. */
  db: Database;
  /** Called after each commit. */
  onPublished?: (message: PublishedMessage) => void;
  /** Called when the index could not be put in order between publications; the next one meets the same failure. */
  onFailure?: (error: unknown) => void;
}

/**
 * Opens the only writer of an index. What a killed process left is put in order: the file shows the last committed
 * generation, whole. An index that an older analysis of words made is analysed again, which takes a while.
 */
export function openWriter({ db, onPublished, onFailure }: WriterOptions): EmbeddedWriter {
  // The log is taken over into the file between publications, see tidy.ts.
  db.exec(`PRAGMA cache_size = -${CACHE_KB}; PRAGMA wal_autocheckpoint = 0`);
  makeTables(db);
  const writer = new Writer(db, onPublished ?? (() => {}), onFailure ?? (() => {}));
  writer.start();
  return writer;
}

class Writer implements EmbeddedWriter {
  readonly #db: Database;
  readonly #onPublished: (message: PublishedMessage) => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #rows: Rows;
  #published: PublishedMessage;
  #idle?: Columns;
  #acknowledged = 0;
  /** Rows that nothing uses. */
  readonly #free: number[] = [];
  #steps?: Iterator<void>;
  #tidying?: Promise<void>;
  #isClosing = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    db: Database,
    onPublished: (message: PublishedMessage) => void,
    onFailure: (error: unknown) => void,
  ) {
    this.#db = db;
    this.#onPublished = onPublished;
    this.#onFailure = onFailure;
    this.#rows = new Rows(db);
    this.#published = readPublished(db);
  }

  start(): void {
    const db = this.#db;
    // No engine is older than this start.
    this.#acknowledged = this.#published.generation;
    const retired = new Set(
      db
        .prepare<{ row: number }>('SELECT row FROM search_retired')
        .all()
        .map(({ row }) => row),
    );
    const { contracts } = this.#published.columns;
    for (let row = 1; row < contracts.length; row++)
      if (contracts[row] === 0 && !retired.has(row)) this.#free.push(row);
    const analysis = readState(db, 'analysis');
    if (analysis === ANALYSIS_VERSION) return this.#tidyUp();
    const write = new Write(this.#rows, this.#published, this.#free);
    db.transaction(() => {
      writeState(db, 'analysis', ANALYSIS_VERSION);
      if (analysis === undefined) return;
      this.#rows.labels.clear();
      const stored = db.prepare<{ offer: string }>('SELECT offer FROM search_offer WHERE row = ?');
      for (const row of this.#published.columns.order)
        write.replace(JSON.parse(stored.get(row)!.offer) as Offer);
      this.#seal(write);
    });
    if (analysis !== undefined) this.#switch(write);
  }

  publish(source: (publication: Publication) => void | Promise<void>): Promise<EngineState> {
    return this.#inTurn(() => this.#publish(source));
  }

  acknowledge(generation: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, generation);
    this.#tidyUp();
  }

  async tidied(): Promise<void> {
    while (this.#tidying) await this.#tidying;
  }

  current(): PublishedMessage {
    return this.#published;
  }

  state(): EngineState {
    const { generation, publishedAt, columns } = this.#published;
    return { generation, publishedAt: publishedAt || undefined, offers: columns.order.length };
  }

  /** Waits for what is under way. The connection stays open: it belongs to the caller. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#tidying;
    await this.#inTurn(() => {});
  }

  #inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }

  async #publish(source: (publication: Publication) => void | Promise<void>): Promise<EngineState> {
    const write = new Write(this.#rows, this.#published, this.#free);
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      // Awaited only where it must be: what else writes to this connection would end up in this transaction.
      const writing = source({
        put: (offer, described) => write.put(offer, described),
        withdraw: (id) => write.withdraw(id),
      });
      if (writing) await writing;
      this.#seal(write);
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#rollBack(write);
      throw error;
    }
    this.#switch(write);
    return this.state();
  }

  /** Writes the number of the generation and fills its columns; all that is left is the commit. */
  #seal(write: Write): void {
    const publishedAt = Date.now();
    writeState(this.#db, 'generation', write.generation);
    writeState(this.#db, 'publishedAt', publishedAt);
    noteChanges(this.#db, write.generation, write.changes);
    const last = this.#published.columns;
    const order = nextOrder(this.#db, last, write.changes);
    const idle = this.#acknowledged >= this.#published.generation ? this.#idle : undefined;
    const columns = nextColumns(last, write.changes, order, idle);
    write.message = { generation: write.generation, publishedAt, columns, partners: this.#rows.partners };
  }

  #switch(write: Write): void {
    this.#idle = this.#published.columns;
    this.#published = write.message!;
    this.#steps = undefined;
    this.#onPublished(this.#published);
  }

  #rollBack(write: Write): void {
    try {
      this.#db.exec('ROLLBACK');
      this.#rows.forget(this.#db);
    } catch {
      // The first error is the one to know; a file that cannot even be read fails the next publication as well.
    }
    for (const row of write.taken) this.#free.push(row);
  }

  #tidyUp(): void {
    if (this.#isClosing) return;
    this.#steps = tidy(this.#db, this.#rows, this.#published, this.#acknowledged, (rows) =>
      this.#free.push(...rows),
    );
    this.#tidying ??= this.#tidy();
  }

  /** One step after the other, each in its turn: publications come in between. */
  async #tidy(): Promise<void> {
    while (this.#steps && !this.#isClosing) {
      // A failure leaves the work for the next time.
      await this.#inTurn(() => this.#step()).catch((error: unknown) => {
        this.#steps = undefined;
        this.#onFailure(error);
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#tidying = undefined;
  }

  #step(): void {
    if (this.#isClosing || this.#steps?.next().done) this.#steps = undefined;
  }
}

/** One publication while it is being written. */
class Write implements Publication {
  readonly generation: number;
  readonly changes = new Changes();
  readonly taken: number[] = [];
  message?: PublishedMessage;
  readonly #rows: Rows;
  readonly #free: number[];
  #next: number;

  constructor(rows: Rows, last: PublishedMessage, free: number[]) {
    this.generation = last.generation + 1;
    this.#rows = rows;
    // Full-text tables gather rows in memory as long as their numbers rise.
    this.#free = free.sort((a, b) => b - a);
    this.#next = last.columns.contracts.length;
  }

  put(offer: Offer, described?: string): void {
    const json = JSON.stringify(offer);
    const row = this.#rows.find(offer.id);
    if (row !== undefined) {
      if (this.#rows.holds(row, json)) return;
      this.#retire(row);
    }
    this.#insert(offer, json, described);
  }

  /** Writes an offer anew although it is the same. */
  replace(offer: Offer): void {
    this.withdraw(offer.id);
    this.#insert(offer, JSON.stringify(offer));
  }

  withdraw(id: string): void {
    const row = this.#rows.find(id);
    if (row !== undefined) this.#retire(row);
  }

  #insert(offer: Offer, json: string, described?: string): void {
    let row = this.#free.pop();
    if (row === undefined) row = this.#next++;
    else this.taken.push(row);
    this.changes.show(row, this.#rows.insert(row, offer, json, described));
  }

  #retire(row: number): void {
    this.#rows.retire(row, this.generation);
    this.changes.hide(row);
  }
}
