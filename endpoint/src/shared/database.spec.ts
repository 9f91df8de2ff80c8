import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CorruptDatabase, openDatabase, UnusableDatabase, type Database } from './database.ts';

const drivers: Database['driver'][] = process.getBuiltinModule('node:sqlite' as 'node:fs')
  ? ['libsql', 'node:sqlite']
  : ['libsql'];

describe.each(drivers)('a database over %s', (driver) => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  function setup() {
    const folder = mkdtempSync(join(tmpdir(), 'town-jobs-'));
    folders.push(folder);
    const file = join(folder, 'a.db');
    return { folder, file, open: () => openDatabase(file, { driver }) };
  }

  it('gives back what it was given, in plain objects', () => {
    const db = openDatabase(':memory:', { driver });
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT, share REAL, bytes BLOB)');
    const insert = db.prepare('INSERT INTO t (word, share, bytes) VALUES (?, ?, ?)');

    const ran = insert.run('é', 0.5, new Uint8Array([1, 2]));
    insert.run(null, 2 ** 40, null);

    const rows = [
      { id: 1, word: 'é', share: 0.5, bytes: new Uint8Array([1, 2]) },
      { id: 2, word: null, share: 2 ** 40, bytes: null },
    ];
    const all = db.prepare('SELECT * FROM t WHERE id > ?');
    expect(ran).toStrictEqual({ changes: 1, lastInsertRowid: 1 });
    expect(all.all(0)).toStrictEqual(rows);
    expect([...all.iterate(0)]).toStrictEqual(rows);
    expect(all.get(0)).toStrictEqual(rows[0]);
    expect(all.get(7)).toBeUndefined();
    expect(db.prepare('SELECT length(?) AS bytes').get(new Uint8Array(3))).toStrictEqual({ bytes: 3 });
    expect(db.prepare('SELECT ? AS empty').get(null)).toStrictEqual({ empty: null });
    db.close();
  });

  it('refuses a value that SQLite does not know', () => {
    const db = openDatabase(':memory:', { driver });
    const echo = db.prepare('SELECT ? AS a');

    for (const value of [undefined, true, {}]) expect(() => echo.get(value as unknown as null)).toThrow();
    db.close();
  });

  it('keeps a whole transaction or nothing of it', () => {
    const { open } = setup();
    const db = open();
    db.exec('CREATE TABLE t (a)');
    const insert = db.prepare('INSERT INTO t VALUES (?)');

    const fails = () =>
      db.transaction(() => {
        insert.run(1);
        throw new Error('half way');
      });
    expect(fails).toThrow('half way');
    expect(db.transaction(() => insert.run(2).changes)).toBe(1);
    expect(db.prepare('SELECT a FROM t').all()).toEqual([{ a: 2 }]);
    db.close();
  });

  it('lets a second connection read while one writes', () => {
    const { open, file } = setup();
    const writer = open();
    writer.exec('CREATE TABLE t (a)');
    const reader = openDatabase(file, { readOnly: true, driver });

    writer.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (1)');
    expect(reader.prepare('SELECT a FROM t').all()).toEqual([]);
    writer.exec('COMMIT');
    expect(reader.prepare('SELECT a FROM t').all()).toEqual([{ a: 1 }]);
    expect(() => reader.exec('INSERT INTO t VALUES (2)')).toThrow(UnusableDatabase);
    reader.close();
    writer.close();
  });

  it('says in a sentence that the folder is missing', () => {
    const { folder } = setup();

    expect(() => openDatabase(join(folder, 'none', 'a.db'), { driver })).toThrow(UnusableDatabase);
    expect(() => openDatabase(join(folder, 'none.db'), { readOnly: true, driver })).toThrow(/no database at/);
  });

  it('tells a file that is no database', () => {
    const { file, open } = setup();
    writeFileSync(file, 'not a database '.repeat(1000));

    expect(open).toThrow(CorruptDatabase);
  });

  it('tells damage that only shows when it is read', () => {
    const { file, open } = setup();
    const db = open();
    db.exec(
      'CREATE TABLE t (a); INSERT INTO t VALUES (hex(zeroblob(20000))); PRAGMA wal_checkpoint(TRUNCATE)',
    );
    db.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096);
    writeFileSync(file, bytes);

    const damaged = open();
    expect(() => damaged.prepare('SELECT * FROM t').all()).toThrow(CorruptDatabase);
    damaged.close();
  });
});
