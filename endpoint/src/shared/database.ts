import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Libsql from 'libsql';

/** What SQLite takes and gives. Integers are exact up to 2^53; a text is cut at its first NUL. */
export type SqlValue = null | number | string | Uint8Array;

/** A row by the names of its columns. */
export type Row = Record<string, SqlValue>;

/** A prepared statement; `T` is the shape of its rows, which the caller knows from the SQL. */
export interface Statement<T = Row> {
  run(...params: SqlValue[]): { changes: number; lastInsertRowid: number };
  get(...params: SqlValue[]): T | undefined;
  all(...params: SqlValue[]): T[];
  /** Reads row by row. Go to the end: a loop that is left early keeps the read transaction open. */
  iterate(...params: SqlValue[]): IterableIterator<T>;
}

/** One connection to a SQLite file, the same over `node:sqlite` and over npm `libsql`. */
export interface Database {
  /** Name of the driver, for a line in the log. */
  readonly driver: 'node:sqlite' | 'libsql';
  exec(sql: string): void;
  prepare<T = Row>(sql: string): Statement<T>;
  /** Runs a synchronous function between BEGIN IMMEDIATE and COMMIT; rolls back when it throws. Does not nest. */
  transaction<T>(fn: () => T): T;
  close(): void;
}

/** The file could not be opened: its folder is missing or not writable. The message says which. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase';
}

/** The file is no SQLite database, or a damaged one. An index may be set aside and rebuilt; other data may not. */
export class CorruptDatabase extends Error {
  override name = 'CorruptDatabase';
  /** Its path, where SQLite found the damage. */
  readonly file: string | undefined;

  constructor(message: string, options: ErrorOptions & { file?: string } = {}) {
    super(message, options);
    this.file = options.file;
  }
}

interface Raw {
  exec(sql: string): unknown;
  prepare(sql: string): Statement<Row>;
  close(): unknown;
}

const require = createRequire(import.meta.url);

/** Not an import: bundlers and Node 20 know no `node:sqlite`. */
const native = () => process.getBuiltinModule('node:sqlite') as typeof import('node:sqlite') | undefined;

/**
 * Opens a SQLite file, or makes it, in WAL mode with a waiting time of 5 s for locks; `:memory:` is a database
 * without a file. With `readOnly` the file must exist and every write is refused. `driver` chooses for tests.
 *
 * @throws {UnusableDatabase} where the file cannot be made or written
 * @throws {CorruptDatabase} where it is no database; statements throw it, too, when damage shows later
 */
export function openDatabase(
  file: string,
  options: { readOnly?: boolean; driver?: Database['driver'] } = {},
): Database {
  if (options.readOnly && !existsSync(file)) throw new UnusableDatabase(`There is no database at ${file}.`);
  const driver = options.driver ?? (native() ? 'node:sqlite' : 'libsql');
  const attempt = <T>(fn: () => T): T => {
    try {
      return fn();
    } catch (error) {
      throw readable(error, file);
    }
  };
  const raw = attempt(() => (driver === 'libsql' ? openLibsql(file) : openNative(file)));
  const db: Database = {
    driver,
    exec: (sql) => attempt(() => void raw.exec(sql)),
    prepare<T>(sql: string) {
      const statement = attempt(() => raw.prepare(sql)) as Statement<T>;
      return {
        run: (...params) => attempt(() => statement.run(...bindable(params))),
        get: (...params) => attempt(() => statement.get(...bindable(params))),
        all: (...params) => attempt(() => statement.all(...bindable(params))),
        *iterate(...params) {
          try {
            yield* statement.iterate(...bindable(params));
          } catch (error) {
            throw readable(error, file);
          }
        },
      };
    },
    transaction(fn) {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = fn();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        try {
          db.exec('ROLLBACK');
        } catch {
          // SQLite has already rolled back after some errors (a full disk); the first error is the one to know.
        }
        throw error;
      }
    },
    close: () => void raw.close(),
  };
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    if (options.readOnly) db.exec('PRAGMA query_only = 1');
    else if (file !== ':memory:') db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    raw.close();
    throw error;
  }
  return db;
}

function openNative(file: string): Raw {
  const db = new (native()!.DatabaseSync)(file);
  return {
    exec: (sql) => db.exec(sql),
    prepare(sql) {
      const statement = db.prepare(sql);
      return {
        run(...params) {
          const { changes, lastInsertRowid } = statement.run(...params);
          return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
        },
        get(...params) {
          const row = statement.get(...params) as Row | undefined;
          return row && { ...row };
        },
        all: (...params) => statement.all(...params).map((row) => ({ ...row }) as Row),
        *iterate(...params) {
          for (const row of statement.iterate(...params)) yield { ...row } as Row;
        },
      };
    },
    close: () => db.close(),
  };
}

/** libsql takes the parameters of a statement as one array. */
function openLibsql(file: string): Raw {
  const Driver = require('libsql') as typeof Libsql;
  const db = new Driver(file);
  return {
    exec: (sql) => db.exec(sql),
    prepare(sql) {
      const statement = db.prepare(sql);
      return {
        run(...params) {
          const { changes, lastInsertRowid } = statement.run(params);
          return { changes, lastInsertRowid: Number(lastInsertRowid) };
        },
        get(...params) {
          const row = statement.get(params) as (Row & { _metadata?: unknown }) | undefined;
          if (row) delete row._metadata;
          return row && plain(row);
        },
        all: (...params) => (statement.all(params) as Row[]).map(plain),
        *iterate(...params) {
          for (const row of statement.iterate(params) as IterableIterator<Row>) yield plain(row);
        },
      };
    },
    close: () => db.close(),
  };
}

/** Anything but a {@link SqlValue} would end the whole process inside libsql. */
function bindable(params: SqlValue[]): SqlValue[] {
  for (const value of params) {
    if (value === null || typeof value === 'number' || typeof value === 'string') continue;
    if (!(value instanceof Uint8Array))
      throw new TypeError(`SQLite cannot store a value of type ${typeof value}.`);
  }
  return params;
}

/** libsql gives blobs as ArrayBuffer or as Buffer, by method. */
function plain(row: Row): Row {
  for (const name in row) {
    const value: unknown = row[name];
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value);
    else if (Buffer.isBuffer(value)) row[name] = new Uint8Array(value);
  }
  return row;
}

/** SQLite's result codes, as the drivers name them: https://www.sqlite.org/rescode.html */
function readable(error: unknown, file: string): unknown {
  const { errcode, code, message } = error as { errcode?: number; code?: string; message?: string };
  const primary = errcode === undefined ? undefined : errcode & 255;
  if (primary === 11 || primary === 26 || /^SQLITE_(CORRUPT|NOTADB)/.test(code ?? ''))
    return new CorruptDatabase(`The database ${file} is damaged or is no database.`, { cause: error, file });
  if (
    primary === 14 ||
    primary === 8 ||
    /^SQLITE_(CANTOPEN|READONLY)/.test(code ?? '') ||
    /ConnectionFailed/.test(message ?? '')
  )
    return new UnusableDatabase(
      `The database ${file} cannot be opened or written; is its folder there and writable?`,
      {
        cause: error,
      },
    );
  return error;
}
