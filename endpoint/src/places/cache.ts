import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Keeps what takes long to compute in a file, under a version; another version computes it again. A file that
 * cannot be read or written costs time only.
 */
export async function cached<T>(file: string, version: string, compute: () => Promise<T>): Promise<T> {
  const known = await read<T>(file, version);
  if (known !== undefined) return known;
  const value = await compute();
  await write(file, JSON.stringify({ version, value }));
  return value;
}

async function read<T>(file: string, version: string): Promise<T | undefined> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as { version?: unknown; value?: T };
    return kept.version === version ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

/** Through another name, so that two processes that start together never read half a file. */
async function write(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}
