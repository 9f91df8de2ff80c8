import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWriter } from './embedded/writer.ts';
import { indexPath, openIndex } from './index-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-index-'));

beforeEach(() => mkdirSync(folder, { recursive: true }));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('openIndex', () => {
  it('sets a damaged index aside, says so, and begins anew', async () => {
    const first = openIndex(folder, (db) => openWriter({ db }));
    await first.used.publish(() => {});
    first.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    first.db.close();
    const bytes = readFileSync(indexPath(folder));
    writeFileSync(indexPath(folder), bytes.fill(0x5a, 100));

    const { used, notes, db } = openIndex(folder, (opened) => openWriter({ db: opened }));

    expect(used.state()).toMatchObject({ generation: 0, offers: 0 });
    expect(notes).toEqual([expect.stringContaining('was damaged')]);
    expect(existsSync(`${indexPath(folder)}.damaged`)).toBe(true);
    db.close();
  });

  it('throws away the one of an older form', () => {
    for (const name of ['index-1.db', 'index-1.db-wal', 'town-jobs.db'])
      writeFileSync(join(folder, name), 'old');

    openIndex(folder, (db) => openWriter({ db })).db.close();

    const { name: used } = parse(indexPath(folder));
    expect(readdirSync(folder).filter((name) => !name.startsWith(used))).toEqual(['town-jobs.db']);
  });
});
