import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorruptDatabase, type Database, openDatabase } from '../shared/database.ts';

/** Number of the index's form: a new one makes a new file, and the old one is thrown away. */
const FORM = 4;

/** The index in use, and a sentence for each thing that had to be put right. */
export interface IndexFile<T> {
  db: Database;
  used: T;
  notes: string[];
}

/** The path of the index in a data folder. */
export function indexPath(folder: string): string {
  return join(folder, `index-${FORM}.db`);
}

/**
 * Remembers for the next start that an index in use was found to be damaged where the start does not look.
 *
 * @returns a sentence for the operator
 */
export function noteDamage(folder: string): string {
  writeFileSync(damageMark(folder), '');
  return 'The index is damaged: restart the endpoint, which sets it aside and builds it anew from the feeds.';
}

/**
 * Opens the index and begins to use it. Where that shows it to be damaged, or {@link noteDamage} was called, it is set
 * aside and begun anew: everything in it comes back with the next refresh.
 */
export function openIndex<T>(folder: string, use: (db: Database) => T): IndexFile<T> {
  const file = indexPath(folder);
  for (let form = 1; form < FORM; form++) removeIndex(join(folder, `index-${form}.db`));
  const open = () => {
    const db = openDatabase(file);
    try {
      return { db, used: use(db) };
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    if (existsSync(damageMark(folder)))
      throw new CorruptDatabase(`The database ${file} was found to be damaged.`);
    return { ...open(), notes: [] };
  } catch (error) {
    if (!(error instanceof CorruptDatabase)) throw error;
    const aside = `${file}.damaged`;
    if (existsSync(file)) renameSync(file, aside);
    removeIndex(file);
    rmSync(damageMark(folder), { force: true });
    return {
      ...open(),
      notes: [`The index was damaged: it is set aside as ${aside} and built anew from the feeds.`],
    };
  }
}

function damageMark(folder: string): string {
  return `${indexPath(folder)}.is-damaged`;
}

function removeIndex(file: string): void {
  for (const side of ['', '-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
}
