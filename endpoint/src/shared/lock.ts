import { join } from 'node:path';
import { openDatabase } from './database.ts';

/**
 * Takes a folder for one process. SQLite holds the lock, so that it ends with the process, however that ends.
 *
 * @returns the way to give it back
 * @throws where another process has it
 */
export function lockFolder(folder: string): () => void {
  const db = openDatabase(join(folder, 'writer.lock'));
  db.exec('PRAGMA busy_timeout = 0');
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw new Error(
      `Another town-jobs already works in ${folder}: stop it, or give this one a folder of its own.`,
      {
        cause: error,
      },
    );
  }
  return () => db.close();
}
