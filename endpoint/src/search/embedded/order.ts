import type { Database } from '../../shared/database.ts';
import type { Changes } from './changes.ts';
import { parseRows } from './rowlist.ts';

/** Where more than one row in so many changed, reading the whole order takes less time. */
const ROWS_A_CHANGE = 50;

/** Stands for a row behind the last one. */
const END = 0;

/** The visible rows as the file has them: the newest day first, then by id. */
export function readOrder(db: Database): Uint32Array {
  const found = db
    .prepare<{ rows: string | null }>(
      "SELECT group_concat(row, ',') AS rows FROM (SELECT row FROM search_facts ORDER BY day DESC, id)",
    )
    .get();
  return parseRows(found?.rows);
}

/** The order of the visible rows after changes that the file has already, made from the order before them. */
export function nextOrder(db: Database, last: Uint32Array, changes: Changes): Uint32Array {
  if (changes.size * ROWS_A_CHANGE > last.length) return readOrder(db);
  const shownBefore = readShownBefore(db, changes);
  const order = new Uint32Array(last.length + shownBefore.size);
  let count = 0;
  const insertBefore = (row: number) => {
    const run: number[] = [];
    for (let one = shownBefore.get(row); one !== undefined; one = shownBefore.get(one)) run.push(one);
    for (const one of run.toReversed()) order[count++] = one;
  };
  for (const row of last) {
    if (changes.has(row)) continue;
    if (shownBefore.has(row)) insertBefore(row);
    order[count++] = row;
  }
  insertBefore(END);
  return order.subarray(0, count);
}

/** The changed rows that are visible, each by the row that follows it in the file, which may be one of them as well. */
function readShownBefore(db: Database, changes: Changes): Map<number, number> {
  const key = db.prepare<{ day: number; id: string }>('SELECT day, id FROM search_facts WHERE row = ?');
  const sameDay = db.prepare<{ row: number }>(
    'SELECT row FROM search_facts WHERE day = ? AND id > ? ORDER BY id LIMIT 1',
  );
  const earlier = db.prepare<{ row: number }>(
    'SELECT row FROM search_facts WHERE day < ? ORDER BY day DESC, id LIMIT 1',
  );
  const before = new Map<number, number>();
  for (const row of changes.rows()) {
    const found = key.get(row);
    if (!found) continue;
    const next = sameDay.get(found.day, found.id) ?? earlier.get(found.day);
    before.set(next?.row ?? END, row);
  }
  return before;
}
