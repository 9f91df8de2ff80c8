import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CorruptDatabase, type Database, openDatabase } from '../shared/database.ts';

/** Number of the index's form: a new one makes a new file, and the old one is thrown away. */
const FORM = 3;

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
 * Opens the index and begins to use it. Where that shows it to be damaged, it is set aside and begun anew:
 * everything in it comes back with the next refresh.
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
    return { ...open(), notes: [] };
  } catch (error) {
    if (!(error instanceof CorruptDatabase)) throw error;
    const aside = `${file}.damaged`;
    renameSync(file, aside);
    for (const side of ['-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
    return {
      ...open(),
      notes: [`The index was damaged: it is set aside as ${aside} and built anew from the feeds.`],
    };
  }
}

function removeIndex(file: string): void {
  for (const side of ['', '-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
}
