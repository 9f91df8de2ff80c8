import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CorruptDatabase, type Database, openDatabase } from '../shared/database.ts';

/** Number of the index's form: a new one makes a new file, and the old one is thrown away. */
const FORM = 1;

/** The index, and a sentence for each thing that had to be put right. */
export interface IndexFile {
  db: Database;
  notes: string[];
}

/** The path of the index in a data folder. */
export function indexPath(folder: string): string {
  return join(folder, `index-${FORM}.db`);
}

/** Opens the index; a damaged one is set aside and begun anew: everything in it comes back with the next refresh. */
export function openIndex(folder: string): IndexFile {
  const file = indexPath(folder);
  try {
    const db = openDatabase(file);
    const check = db.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get();
    if (check?.quick_check !== 'ok') {
      db.close();
      throw new CorruptDatabase(`The index ${file} is damaged.`);
    }
    return { db, notes: [] };
  } catch (error) {
    if (!(error instanceof CorruptDatabase)) throw error;
    const aside = `${file}.damaged`;
    renameSync(file, aside);
    for (const side of [`${file}-wal`, `${file}-shm`]) if (existsSync(side)) rmSync(side);
    return {
      db: openDatabase(file),
      notes: [`The index was damaged: it is set aside as ${aside} and built anew from the feeds.`],
    };
  }
}
