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
import { openDurable } from '../offers/durable.ts';
import { CorruptDatabase, openDatabase } from '../shared/database.ts';
import { makeOffer } from './conformance/corpus.ts';
import { Random } from './conformance/random.ts';
import { openWriter } from './embedded/writer.ts';
import { indexPath, noteDamage, openIndex, reasonOf } from './index-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'town-jobs-index-'));

beforeEach(() => mkdirSync(folder, { recursive: true }));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes an index of some offers beside a `town-jobs.db`, closed in good order. */
async function setup() {
  openDurable(join(folder, 'town-jobs.db')).close();
  const file = indexPath(folder);
  const random = new Random(5);
  const { used, db } = openIndex(folder, (opened) => openWriter({ db: opened }));
  await used.publish(({ put }) => {
    for (let id = 0; id < 300; id++) put(makeOffer(random, `offer${id}`));
  });
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(file);
  const kept = readFileSync(join(folder, 'town-jobs.db'));
  return { file, bytes, kept };
}

/** Opens it as the endpoint does at its start, and closes it. */
function open() {
  const { used, notes, db } = openIndex(folder, (opened) => openWriter({ db: opened }));
  const { offers } = used.state();
  db.close();
  return { offers, notes };
}

/** What becomes of an index file that holds what was good before. */
const DAMAGES: Record<string, (file: string, bytes: Buffer) => void> = {
  'cut off in its middle': (file, bytes) => writeFileSync(file, bytes.subarray(0, bytes.length >> 1)),
  'with garbage in its middle': (file, bytes) =>
    writeFileSync(file, bytes.fill(0x5a, 4096, bytes.length - 4096)),
  'with garbage all over': (file, bytes) => writeFileSync(file, bytes.fill(0x5a, 100)),
  'with another beginning': (file, bytes) => writeFileSync(file, bytes.fill(0, 0, 50)),
  empty: (file) => writeFileSync(file, ''),
  'that is text': (file) => writeFileSync(file, 'offers\n'.repeat(1000)),
  'that is a folder': (file) => {
    rmSync(file);
    mkdirSync(join(file, 'within'), { recursive: true });
  },
  'of another program': (file) => {
    rmSync(file);
    const db = openDatabase(file);
    db.exec('CREATE TABLE bookmark (address TEXT)');
    db.close();
  },
  'with facts that cannot be read': (file) => {
    const db = openDatabase(file);
    db.exec("UPDATE search_facts SET facts = x'00ff' WHERE row = 7");
    db.close();
  },
};

describe('openIndex', () => {
  it('leaves an index in good order as it is', async () => {
    await setup();

    expect(open()).toEqual({ offers: 300, notes: [] });
  });

  it.each(Object.keys(DAMAGES))('sets an index %s aside, says so, and begins anew', async (damage) => {
    const { file, bytes, kept } = await setup();
    DAMAGES[damage]!(file, bytes);

    const { offers, notes } = open();

    expect(offers).toBe(0);
    expect(notes).toEqual([
      `The index was damaged: it is set aside as ${file}.damaged and built anew from the feeds.`,
    ]);
    expect(existsSync(`${file}.damaged`)).toBe(true);
    expect(readFileSync(join(folder, 'town-jobs.db'))).toEqual(kept);
    expect(open()).toEqual({ offers: 0, notes: [] });
  });

  it('sets a second damaged index aside in the place of the first', async () => {
    const { file } = await setup();
    for (let time = 0; time < 2; time++) {
      rmSync(file, { recursive: true });
      mkdirSync(join(file, `${time}`), { recursive: true });
      expect(open().notes).toHaveLength(1);
    }
    expect(readdirSync(`${file}.damaged`)).toEqual(['1']);
  });

  it('begins anew at the start after damage was found in use', async () => {
    await setup();
    expect(noteDamage(folder)).toContain('restart the endpoint');

    expect(open().notes).toHaveLength(1);
    expect(open().notes).toEqual([]);
  });

  it('begins anew at the start after a publication met damage', async () => {
    const { file, bytes, kept } = await setup();
    const { used, db } = openIndex(folder, (opened) => openWriter({ db: opened }));
    writeFileSync(file, bytes.fill(0x5a, 4096));
    const random = new Random(6);

    const failure: unknown = await used
      .publish(({ put }) => {
        for (let id = 0; id < 300; id++) put(makeOffer(random, `offer${id}`));
      })
      .catch((error: unknown) => error);
    db.close();

    expect(failure).toBeInstanceOf(CorruptDatabase);
    expect(reasonOf(failure, folder)).toContain('restart the endpoint');
    expect(open().notes).toHaveLength(1);
    expect(readFileSync(join(folder, 'town-jobs.db'))).toEqual(kept);
  });

  it('is not begun anew for what another file or the disk did', async () => {
    await setup();
    const other = new CorruptDatabase('town-jobs.db is damaged.', { file: join(folder, 'town-jobs.db') });

    expect(reasonOf(other, folder)).toBe('town-jobs.db is damaged.');
    expect(reasonOf(new Error('database or disk is full'), folder)).toBe('database or disk is full');
    expect(open()).toEqual({ offers: 300, notes: [] });
  });

  it('throws away the one of an older form', () => {
    for (const name of ['index-1.db', 'index-1.db-wal', 'town-jobs.db'])
      writeFileSync(join(folder, name), 'old');

    openIndex(folder, (db) => openWriter({ db })).db.close();

    const { name: used } = parse(indexPath(folder));
    expect(readdirSync(folder).filter((name) => !name.startsWith(used))).toEqual(['town-jobs.db']);
  });
});
