import { type Database, openDatabase } from '../shared/database.ts';

/** Memory for pages of the file: a first gathering notes a million identities in no order. */
const CACHE_KB = 32_768;

/** Each entry brings `town-jobs.db` from its position to the next; entries are only ever added. */
const MIGRATIONS = [
  `CREATE TABLE offer (
     minted INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     title TEXT NOT NULL,
     closed_at INTEGER
   );
   CREATE TABLE identity (posting TEXT PRIMARY KEY, offer TEXT NOT NULL) WITHOUT ROWID;
   CREATE INDEX identity_offer ON identity (offer);
   CREATE TABLE alias (id TEXT PRIMARY KEY, offer TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE source (partner TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE click (
     day TEXT NOT NULL, board TEXT NOT NULL, partner TEXT NOT NULL, total INTEGER NOT NULL,
     PRIMARY KEY (day, board, partner)
   ) WITHOUT ROWID;`,
  `CREATE INDEX alias_offer ON alias (offer);
   CREATE INDEX offer_closed ON offer (closed_at) WHERE closed_at IS NOT NULL;`,
  `CREATE TABLE denied (posting TEXT PRIMARY KEY, offer TEXT NOT NULL, why TEXT, at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE INDEX denied_offer ON denied (offer);`,
  `ALTER TABLE identity ADD COLUMN stamp BLOB;
   UPDATE identity SET offer = (SELECT alias.offer FROM alias WHERE alias.id = identity.offer)
   WHERE offer IN (SELECT id FROM alias);`,
];

/**
 * Opens `town-jobs.db`, the file that cannot be rebuilt: identities of offers, their aliases and closings, what was
 * taken down, the health of sources, clicks. It is brought to the newest form, and every commit reaches the disk.
 *
 * @throws where a newer version of the software has written the file
 */
export function openDurable(file: string): Database {
  const db = openDatabase(file);
  db.exec(`PRAGMA synchronous = FULL; PRAGMA cache_size = -${CACHE_KB}`);
  const version = Number(Object.values(db.prepare('PRAGMA user_version').get() ?? {})[0]);
  if (version > MIGRATIONS.length) {
    db.close();
    throw new Error(
      `${file} was written by a newer town-jobs: update town-jobs, or restore an older backup.`,
    );
  }
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(migration);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
  return db;
}
