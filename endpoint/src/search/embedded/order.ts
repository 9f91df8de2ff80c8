import type { Database } from '../../shared/database.ts';
import type { Changes } from './changes.ts';
import type { Columns } from './message.ts';
import { parseRows } from './rowlist.ts';

/** Where more than one row in so many changed, reading the whole order takes less time. */
const ROWS_A_CHANGE = 400;

/** Stands for a row behind the last one. */
const END = 0;

const CHANGED = 1;
const BEHIND_SHOWN = 2;

/** The visible rows as the file has them: the newest day first, then by id. */
export function readOrder(db: Database): Uint32Array {
  const found = db
    .prepare<{ rows: string | null }>(
      "SELECT group_concat(row, ',') AS rows FROM (SELECT row FROM search_facts ORDER BY day DESC, id)",
    )
    .get();
  return parseRows(found?.rows);
}

/** The order of the visible rows after changes that the file has already, made from the columns before them. */
export function nextOrder(db: Database, last: Columns, changes: Changes): Uint32Array {
  if (changes.size * ROWS_A_CHANGE > last.order.length) return readOrder(db);
  const changed = changes.rows();
  const shownBefore = readShownBefore(db, changed);
  const marks = new Uint8Array(Math.max(last.contracts.length, (changed.at(-1) ?? 0) + 1));
  for (const row of shownBefore.keys()) marks[row] = BEHIND_SHOWN;
  for (const row of changed) marks[row] = CHANGED;
  const order = new Uint32Array(last.order.length + shownBefore.size);
  let count = 0;
  const insertBefore = (row: number) => {
    const run: number[] = [];
    for (let one = shownBefore.get(row); one !== undefined; one = shownBefore.get(one)) run.push(one);
    for (const one of run.toReversed()) order[count++] = one;
  };
  for (const row of last.order) {
    const mark = marks[row];
    if (mark === CHANGED) continue;
    if (mark === BEHIND_SHOWN) insertBefore(row);
    order[count++] = row;
  }
  insertBefore(END);
  return order.subarray(0, count);
}

/** The changed rows that are visible, each by the row that follows it in the file, which may be one of them as well. */
function readShownBefore(db: Database, changed: Uint32Array): Map<number, number> {
  const key = db.prepare<{ day: number; id: string }>('SELECT day, id FROM search_facts WHERE row = ?');
  const sameDay = db.prepare<{ row: number }>(
    'SELECT row FROM search_facts WHERE day = ? AND id > ? ORDER BY id LIMIT 1',
  );
  const earlier = db.prepare<{ row: number }>(
    'SELECT row FROM search_facts WHERE day < ? ORDER BY day DESC, id LIMIT 1',
  );
  const before = new Map<number, number>();
  for (const row of changed) {
    const found = key.get(row);
    if (!found) continue;
    const next = sameDay.get(found.day, found.id) ?? earlier.get(found.day);
    before.set(next?.row ?? END, row);
  }
  return before;
}
