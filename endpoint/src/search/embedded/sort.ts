import type { Point } from '../../contract/index.ts';
import type { Columns } from './message.ts';
import { distances } from './narrow.ts';
import type { Tiers } from './words.ts';

/** Sorts rows that stand in the order of "newest" by their tier; within a tier the order stays. */
export function byRelevance(rows: Uint32Array, tiers: Tiers): Uint32Array {
  const sorted = new Uint32Array(rows.length);
  let count = 0;
  for (let tier = 1; tier <= 3; tier++) {
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      if (tiers[row] === tier) sorted[count++] = row;
    }
  }
  return sorted;
}

/**
 * The first rows by distance, as cards show it (0.1 km); within the same distance the order stays, rows without a
 * place on the map come last. Only as many as a page needs are put in order.
 */
export function byDistance(rows: Uint32Array, columns: Columns, from: Point, needed: number): Uint32Array {
  const tenths = inTenths(distances(rows, columns, from));
  const limit = nth(tenths, needed);
  const near: number[] = [];
  for (let index = 0; index < tenths.length; index++) if (tenths[index]! <= limit) near.push(index);
  near.sort((a, b) => tenths[a]! - tenths[b]! || a - b);
  return Uint32Array.from(near, (index) => rows[index]!);
}

function inTenths(kilometres: Float64Array): Uint32Array {
  const tenths = new Uint32Array(kilometres.length);
  for (let index = 0; index < tenths.length; index++) {
    const km = kilometres[index]!;
    tenths[index] = km === Number.POSITIVE_INFINITY ? FURTHEST : Math.round(km * 10);
  }
  return tenths;
}

/** Half the way around the Earth and more, in tenths of a kilometre. */
const FURTHEST = 201_000;

/** The value of which `needed` entries are at most as large. */
function nth(tenths: Uint32Array, needed: number): number {
  if (tenths.length <= needed) return FURTHEST;
  const histogram = new Uint32Array(FURTHEST + 1);
  for (let index = 0; index < tenths.length; index++) histogram[tenths[index]!]!++;
  let value = 0;
  for (let seen = histogram[0]!; seen < needed && value < FURTHEST;) seen += histogram[++value]!;
  return value;
}
