import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorruptDatabase, type Database, openDatabase } from '../shared/database.ts';

/** Number of the index's form: a new one makes a new file, and the old one is thrown away. */
const FORM = 8;

/** By this SQLite knows the file as an index of town-jobs ("TJIX"): https://www.sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x544a4958;

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
 * What to tell of a failed piece of work: of damage to the index what {@link noteDamage} says, else the error's own
 * sentence.
 */
export function reasonOf(error: unknown, folder: string): string {
  const isOfIndex = error instanceof CorruptDatabase && error.file === indexPath(folder);
  return isOfIndex ? noteDamage(folder) : (error as Error).message;
}

/**
 * Opens the index and begins to use it. Where that shows it to be damaged or another program's file, or
 * {@link noteDamage} was called, it is set aside and begun anew: everything in it comes back with the next refresh.
 */
export function openIndex<T>(folder: string, use: (db: Database) => T): IndexFile<T> {
  const file = indexPath(folder);
  for (let form = 1; form < FORM; form++) removeIndex(join(folder, `index-${form}.db`));
  try {
    if (existsSync(damageMark(folder))) throw new CorruptDatabase(`The database ${file} was found damaged.`);
    return { ...open(file, use), notes: [] };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const aside = `${file}.damaged`;
    rmSync(aside, { recursive: true, force: true });
    if (existsSync(file)) renameSync(file, aside);
    removeIndex(file);
    rmSync(damageMark(folder), { force: true });
    return {
      ...open(file, use),
      notes: [`The index was damaged: it is set aside as ${aside} and built anew from the feeds.`],
    };
  }
}

function open<T>(file: string, use: (db: Database) => T): { db: Database; used: T } {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !(found.isFile() && found.size > 0))
    throw new CorruptDatabase(`${file} is no file, or an empty one.`);
  const db = openDatabase(file);
  try {
    if (found) checkApplication(db, file);
    else db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    return { db, used: use(db) };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A file that was begun, but holds no table yet, is nobody's. */
function checkApplication(db: Database, file: string): void {
  const { application_id: id } = db.prepare<{ application_id: number }>('PRAGMA application_id').get()!;
  if (id === APPLICATION_ID) return;
  if (db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get())
    throw new CorruptDatabase(`The database ${file} belongs to another program.`);
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
}

/** SQLite tells most damage; some of it shows only where packed facts or JSON cannot be read. */
function isDamage(error: unknown): boolean {
  return error instanceof CorruptDatabase || error instanceof RangeError || error instanceof SyntaxError;
}

function damageMark(folder: string): string {
  return `${indexPath(folder)}.is-damaged`;
}

function removeIndex(file: string): void {
  for (const side of ['', '-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
}
