import type { Facet, Point } from '../../contract/index.ts';
import type { Around } from '../engine.ts';
import { SEVERAL, type Test } from './filters.ts';
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
  const named = tiers ? rows.filter((row) => tiers[row] !== 0) : rows;
  const isNear = around && nearTest(columns, around);
  if (tests.length === 0) {
    return { rows: isNear ? named.filter(isNear) : named, missed: new Map() };
  }
  const failed = new Uint8Array(named.length);
  const counted = tests.map(({ facet }) => facets.includes(facet));
  tests.forEach((test, index) => test.mark(named, failed, counted[index] ? index + 1 : SEVERAL));
  if (isNear) leaveOut(named, failed, isNear);
  const missed = new Map<Facet, Uint32Array>();
  tests.forEach(({ facet }, index) => {
    if (counted[index]) missed.set(facet, pick(named, failed, index + 1));
  });
  return { rows: pick(named, failed, 0), missed };
}

function leaveOut(rows: Uint32Array, failed: Uint8Array, isKept: (row: number) => boolean): void {
  for (let index = 0; index < rows.length; index++) {
    if (failed[index] !== SEVERAL && !isKept(rows[index]!)) failed[index] = SEVERAL;
  }
}

function pick(rows: Uint32Array, failed: Uint8Array, mark: number): Uint32Array {
  const picked = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    if (failed[index] === mark) picked[count++] = rows[index]!;
  }
  return picked.subarray(0, count);
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
