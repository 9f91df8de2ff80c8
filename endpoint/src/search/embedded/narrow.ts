import type { Facet, Point } from '../../contract/index.ts';
import type { Around } from '../engine.ts';
import type { Test } from './filters.ts';
import { codeNumber, type Columns } from './message.ts';
import { chordKm, chordOf, squaredChord, vectorOf } from './sphere.ts';
import type { Tiers } from './words.ts';

/** What a query leaves of a board's rows, in their order. */
export interface Narrowed {
  /** Those that pass everything. */
  rows: Uint32Array;
  /** Those that fail one filter alone, which is counted, by its facet; `rows` are not among them. */
  missed: ReadonlyMap<Facet, Uint32Array>;
}

/**
 * Narrows rows by words, filters and place. A row that fails two filters is passed over; one that fails a single one
 * is kept for the facet of that filter, where this is asked for: it counts as if its filter were not set.
 */
export function narrow(
  rows: Uint32Array,
  columns: Columns,
  tiers: Tiers | undefined,
  tests: readonly Test[],
  around: Around | undefined,
  facets: readonly Facet[],
): Narrowed {
  const named = tiers ? withTier(rows, tiers) : rows;
  const isNear = around && nearTest(columns, around);
  const failed = new Uint16Array(tests.length > 0 || isNear ? named.length : 0);
  let counted = 0;
  tests.forEach((test, bit) => {
    test.mark(named, failed, bit);
    if (facets.includes(test.facet)) counted |= 1 << bit;
  });
  if (isNear) markFar(named, failed, counted, isNear);
  const missed = new Map<Facet, Uint32Array>();
  tests.forEach(({ facet }, bit) => {
    if (counted & (1 << bit)) missed.set(facet, pick(named, failed, 1 << bit));
  });
  return { rows: failed.length > 0 ? pick(named, failed, 0) : named, missed };
}

/** The bit of a row that lies elsewhere; no filter has it. */
const FAR = 1 << 15;

/** Marks the rows that lie elsewhere, of those that would count otherwise: the others need not be measured. */
function markFar(
  rows: Uint32Array,
  failed: Uint16Array,
  counted: number,
  isNear: (row: number) => boolean,
): void {
  for (let index = 0; index < rows.length; index++) {
    const bits = failed[index]!;
    const isPassedOver = (bits & ~counted) !== 0 || (bits & (bits - 1)) !== 0;
    if (!isPassedOver && !isNear(rows[index]!)) failed[index] = FAR;
  }
}

/** The rows that fail exactly these filters. */
function pick(rows: Uint32Array, failed: Uint16Array, bits: number): Uint32Array {
  const picked = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    if (failed[index] === bits) picked[count++] = rows[index]!;
  }
  return picked.subarray(0, count);
}

function withTier(rows: Uint32Array, tiers: Tiers): Uint32Array {
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    if (tiers[rows[index]!] !== 0) found[count++] = rows[index]!;
  }
  return found.subarray(0, count);
}

/** Tells whether one place of a row lies where a resident looks. */
function nearTest(
  columns: Columns,
  { point, radiusKm, department }: Around,
): ((row: number) => boolean) | undefined {
  const isRound = point !== undefined && radiusKm !== undefined;
  const code = department === undefined ? undefined : codeNumber(department);
  if (!isRound && code === undefined) return undefined;
  const centre = vectorOf(point);
  const reach = isRound ? chordOf(radiusKm) : 0;
  const { placeAt, x, y, z } = columns;
  return (row) => {
    for (let at = placeAt[row]!; at < placeAt[row + 1]!; at++) {
      if (code !== undefined && columns.department[at] !== code) continue;
      if (!isRound || squaredChord(centre, x[at]!, y[at]!, z[at]!) <= reach) return true;
    }
    return false;
  };
}

/** Kilometres from a point to the nearest place of each row; Infinity for a row without a place on the map. */
export function distances(rows: Uint32Array, columns: Columns, from: Point): Float64Array {
  const centre = vectorOf(from);
  const { placeAt, x, y, z } = columns;
  const result = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    let least = Number.POSITIVE_INFINITY;
    for (let at = placeAt[row]!; at < placeAt[row + 1]!; at++) {
      const squared = squaredChord(centre, x[at]!, y[at]!, z[at]!);
      if (squared < least) least = squared;
    }
    result[index] = least === Number.POSITIVE_INFINITY ? least : chordKm(least);
  }
  return result;
}
