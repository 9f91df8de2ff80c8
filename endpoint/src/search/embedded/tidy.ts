import type { Database } from '../../shared/database.ts';
import type { PublishedMessage } from './message.ts';
import type { Rows } from './rows.ts';
import { saveColumns } from './saved.ts';

/** So much is done in one step: some milliseconds, for which a publication may have to wait. */
const ROWS_A_STEP = 300;
const NAMES_A_STEP = 500;
const MERGED_PAGES_A_STEP = 250;
/** Beyond this the log of the file is cut off, which waits for the queries that read it. */
const LARGEST_LOG_PAGES = 16_384;

const WORD_TABLES = ['search_names', 'search_texts', 'search_labels'];

/**
 * What is put in order between publications: the saved columns, rows that nobody reads any more, labels and values that
 * no row carries, the parts of the full-text tables, the log. Nothing of it changes what a query finds.
 *
 * @param acknowledged the generation that every engine has adopted
 * @param onFree called with rows that are free again
 * @returns after each step
 */
export function* tidy(
  db: Database,
  rows: Rows,
  published: PublishedMessage,
  acknowledged: number,
  onFree: (rows: number[]) => void,
): Generator<void, void, void> {
  yield* saveColumns(db, published);
  yield* deleteRetired(db, rows, acknowledged, onFree);
  // An engine that lags behind may still show what only an older generation carries.
  if (acknowledged >= published.generation) yield* prune(db, rows, published);
  for (const table of WORD_TABLES) yield* merge(db, table);
  checkpoint(db);
  db.exec('PRAGMA shrink_memory');
}

function* deleteRetired(db: Database, rows: Rows, acknowledged: number, onFree: (rows: number[]) => void) {
  const retired = db.prepare<{ row: number }>(
    `SELECT row FROM search_retired WHERE generation <= ? ORDER BY row LIMIT ${ROWS_A_STEP}`,
  );
  for (;;) {
    const batch = retired.all(acknowledged).map(({ row }) => row);
    if (batch.length === 0) return;
    db.transaction(() => {
      for (const row of batch) rows.delete(row);
    });
    onFree(batch);
    yield;
  }
}

function* prune(db: Database, { labels, choices }: Rows, { columns }: PublishedMessage) {
  for (const named of [labels, choices]) {
    const unused = named.unused(columns);
    for (let from = 0; from < unused.length; from += NAMES_A_STEP) {
      yield;
      db.transaction(() => named.delete(unused.subarray(from, from + NAMES_A_STEP)));
    }
    yield;
  }
}

/** Joins the parts of a full-text table as long as SQLite finds some worth it: https://www.sqlite.org/fts5.html#the_merge_command */
function* merge(db: Database, table: string) {
  const step = db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${MERGED_PAGES_A_STEP})`);
  const written = db.prepare<{ total: number }>('SELECT total_changes() AS total');
  for (;;) {
    const before = written.get()!.total;
    step.run();
    if (written.get()!.total - before < 2) return;
    yield;
  }
}

/**
 * Takes the log over into the file. Only the writer does it; a log that has grown large is cut off, since queries
 * that follow each other closely would keep it from being begun anew.
 */
function checkpoint(db: Database): void {
  const { log } = db.prepare<{ log: number }>('PRAGMA wal_checkpoint(PASSIVE)').get()!;
  if (log > LARGEST_LOG_PAGES) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
