import type { Database } from '../../shared/database.ts';
import { Changes } from './changes.ts';
import { allocateColumns, emptyColumns, nextColumns, PLACE_COLUMNS, ROW_COLUMNS } from './columns.ts';
import type { Columns, PublishedMessage } from './message.ts';
import { nextOrder } from './order.ts';

/** Some milliseconds of writing. */
const ROWS_A_PART = 16_384;
/** Columns are saved when one row in so many has changed: up to then a start reads the facts of those rows. */
const ROWS_A_CHANGE = 16;

type ColumnName = keyof Columns;
type Column = Columns[ColumnName];

/** Notes in the transaction of a generation which rows it changed: what is saved does not tell of them any more. */
export function noteChanges(db: Database, generation: number, changes: Changes): void {
  if (changes.size === 0) return;
  const rows = bytesOf(changes.rows());
  db.prepare('INSERT INTO search_changed (generation, rows) VALUES (?, ?)').run(generation, rows);
}

/**
 * Saves the columns of the committed generation where enough has changed since they were. It may be left after any
 * step: a part may be newer than the others, since the facts of every row that changed are read over them until the
 * last step has noted that this is no longer necessary.
 *
 * @param rowsAPart how many rows are saved in one step; always the same for one file
 */
export function* saveColumns(
  db: Database,
  { generation, columns }: PublishedMessage,
  rowsAPart = ROWS_A_PART,
): Generator<void> {
  const changed = readChanged(db);
  if (changed.length * ROWS_A_CHANGE <= columns.order.length) return;
  const save = db.prepare('INSERT OR REPLACE INTO search_saved (name, part, bytes) VALUES (?, ?, ?)');
  const parts = new Set<number>();
  for (const row of changed.sort()) parts.add(Math.floor(row / rowsAPart));
  for (const part of parts) {
    db.transaction(() => {
      for (const [name, column] of partOf(columns, part * rowsAPart, rowsAPart))
        save.run(name, part, bytesOf(column));
    });
    yield;
  }
  db.transaction(() => {
    save.run('order', 0, bytesOf(columns.order));
    db.prepare('DELETE FROM search_changed WHERE generation <= ?').run(generation);
  });
  yield;
}

/** The columns of the committed generation: what is saved, and the facts of the rows that have changed since. */
export function readColumns(db: Database): Columns {
  const saved = readSaved(db);
  const changes = new Changes();
  const facts = db.prepare<{ facts: Uint8Array }>('SELECT facts FROM search_facts WHERE row = ?');
  for (const row of readChanged(db)) {
    if (changes.has(row)) continue;
    const found = facts.get(row);
    if (found) changes.show(row, found.facts);
    else changes.hide(row);
  }
  return changes.size === 0 ? saved : nextColumns(saved, changes, nextOrder(db, saved, changes));
}

/** The rows that have changed since the columns were saved; some stand there several times. */
function readChanged(db: Database): Uint32Array {
  const lists = db.prepare<{ rows: Uint8Array }>('SELECT rows FROM search_changed').all();
  return new Uint32Array(new Uint8Array(Buffer.concat(lists.map(({ rows }) => rows))).buffer);
}

function partOf(columns: Columns, from: number, rows: number): [ColumnName, Column][] {
  const { placeAt, partnerAt } = columns;
  const end = Math.min(from + rows, columns.contracts.length);
  return [
    ...ROW_COLUMNS.map((name): [ColumnName, Column] => [name, columns[name].subarray(from, end)]),
    ['placeAt', placeAt.subarray(from, end + 1)],
    ...PLACE_COLUMNS.map((name): [ColumnName, Column] => [
      name,
      columns[name].subarray(placeAt[from], placeAt[end]),
    ]),
    ['partnerAt', partnerAt.subarray(from, end + 1)],
    ['partner', columns.partner.subarray(partnerAt[from], partnerAt[end])],
  ];
}

/** @throws {RangeError} where the parts do not fit together: the index is damaged */
function readSaved(db: Database): Columns {
  const lengths = db
    .prepare<{ name: string; bytes: number }>(
      'SELECT name, sum(length(bytes)) AS bytes FROM search_saved GROUP BY name',
    )
    .all();
  // Without the order, the first saving was left before its last step.
  if (!lengths.some(({ name }) => name === 'order')) return emptyColumns();
  const { order, contracts, commune, partner } = emptyColumns();
  const entries = (name: ColumnName, { BYTES_PER_ELEMENT }: Column) =>
    (lengths.find((one) => one.name === name)?.bytes ?? 0) / BYTES_PER_ELEMENT;
  const columns = allocateColumns({
    visible: entries('order', order),
    rows: entries('contracts', contracts),
    places: entries('commune', commune),
    partners: entries('partner', partner),
  });
  const parts = db.prepare<{ bytes: Uint8Array }>(
    'SELECT bytes FROM search_saved WHERE name = ? ORDER BY part',
  );
  for (const name of ['order', ...ROW_COLUMNS, ...PLACE_COLUMNS, 'partner'] as const)
    fill(columns[name], parts.iterate(name));
  for (const name of ['placeAt', 'partnerAt'] as const) fillStarts(columns[name], parts.iterate(name));
  return columns;
}

function fill(column: Column, parts: Iterable<{ bytes: Uint8Array }>): void {
  const into = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  let end = 0;
  for (const { bytes } of parts) {
    into.set(bytes, end);
    end += bytes.length;
  }
  checkFilled(end, into.length);
}

/** Starts count from those of the generation that a part was saved of; the last one of a part is the end of its rows. */
function fillStarts(column: Uint32Array, parts: Iterable<{ bytes: Uint8Array }>): void {
  let row = 0;
  let end = 0;
  for (const { bytes } of parts) {
    const starts = new Uint32Array(bytes.slice().buffer);
    const by = end - starts[0]!;
    for (const start of starts.subarray(0, -1)) column[row++] = start + by;
    end = starts.at(-1)! + by;
  }
  column[row] = end;
  checkFilled(row + 1, column.length);
}

function checkFilled(filled: number, length: number): void {
  if (filled !== length) throw new RangeError('The saved columns of the index do not fit together.');
}

/** A copy: the drivers take no shared memory. */
function bytesOf({ buffer, byteOffset, byteLength }: Column): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}
