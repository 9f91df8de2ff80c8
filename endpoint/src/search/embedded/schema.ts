import type { Database } from '../../shared/database.ts';
import { emptyColumns } from './columns.ts';
import type { PublishedMessage } from './message.ts';
import { readColumns } from './saved.ts';

/**
 * Makes the tables of the index where they are missing. `search_facts` holds the visible rows of the committed
 * generation; `search_offer` also those that were retired and may still be read by an engine that lags behind.
 * `search_saved` holds the columns as they were when `search_changed` was last emptied, see `saved.ts`. The words of `search_names` and `search_texts` stand behind the code of a cell, see `cells.ts`.
 */
export function makeTables(db: Database): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS search_state (name TEXT PRIMARY KEY, value REAL NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS search_offer (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL, card TEXT NOT NULL, offer TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS search_offer_id ON search_offer (id);
    CREATE TABLE IF NOT EXISTS search_facts (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, day INTEGER NOT NULL, facts BLOB NOT NULL
    );
    CREATE INDEX IF NOT EXISTS search_facts_newest ON search_facts (day DESC, id);
    CREATE TABLE IF NOT EXISTS search_retired (row INTEGER PRIMARY KEY, generation INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS search_saved (
      name TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, part)
    );
    CREATE TABLE IF NOT EXISTS search_changed (generation INTEGER PRIMARY KEY, rows BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS search_partner (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS search_choice (
      added INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL UNIQUE,
      facet TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL, UNIQUE (facet, value, label)
    );
    CREATE TABLE IF NOT EXISTS search_label (
      label INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, key TEXT NOT NULL, spelled INTEGER NOT NULL,
      initials INTEGER NOT NULL, UNIQUE (kind, text)
    );
    CREATE INDEX IF NOT EXISTS search_label_key ON search_label (kind, key);
    CREATE TABLE IF NOT EXISTS search_word (
      word INTEGER PRIMARY KEY AUTOINCREMENT, written TEXT NOT NULL UNIQUE, spellings TEXT NOT NULL
    );
    CREATE TABLE IF NOT EXISTS search_word_label (word INTEGER, label INTEGER, PRIMARY KEY (word, label)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE IF NOT EXISTS search_names USING fts5(
      title, trade, employer, content='', contentless_delete=1, tokenize="ascii", detail='column', prefix='4 5 6'
    );
    CREATE VIRTUAL TABLE IF NOT EXISTS search_texts USING fts5(
      words, content='', contentless_delete=1, tokenize="ascii tokenchars '='", detail='none'
    );
    CREATE VIRTUAL TABLE IF NOT EXISTS search_labels USING fts5(
      title, employer, content='', contentless_delete=1, tokenize="ascii", detail='column', prefix='1 2 3'
    );
  `);
  for (const table of ['search_names', 'search_texts', 'search_labels']) {
    for (const [name, value] of Object.entries(WRITING)) {
      db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('${name}', ${value})`);
    }
  }
}

/**
 * How the full-text tables are written: https://www.sqlite.org/fts5.html#special_insert_commands. A publication only
 * lays new parts beside the others, each as large as the memory for it; they are merged between publications. Rows
 * that were deleted are left out once they are a fifth of a part.
 */
const WRITING = { hashsize: 8 * 2 ** 20, automerge: 0, crisismerge: 128, deletemerge: 20 };

type StateName = 'generation' | 'publishedAt' | 'analysis' | 'choicesDeleted';

/** A number that the index remembers of itself. */
export function readState(db: Database, name: StateName): number | undefined {
  return db.prepare<{ value: number }>('SELECT value FROM search_state WHERE name = ?').get(name)?.value;
}

export function writeState(db: Database, name: StateName, value: number): void {
  db.prepare('INSERT OR REPLACE INTO search_state (name, value) VALUES (?, ?)').run(name, value);
}

/** Ids of partners by their number. */
export function readPartners(db: Database): string[] {
  const ids: string[] = [];
  for (const { number, id } of db
    .prepare<{ number: number; id: string }>('SELECT * FROM search_partner')
    .all()) {
    ids[number] = id;
  }
  return ids;
}

/** The committed generation as a whole, as the start needs it; generation 0 where there is no index yet. */
export function readPublished(db: Database): PublishedMessage {
  const made = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_labels'").get();
  if (!made) return { generation: 0, publishedAt: 0, columns: emptyColumns(), partners: [] };
  db.exec('BEGIN');
  try {
    return {
      generation: readState(db, 'generation') ?? 0,
      publishedAt: readState(db, 'publishedAt') ?? 0,
      columns: readColumns(db),
      partners: readPartners(db),
    };
  } finally {
    db.exec('COMMIT');
  }
}
