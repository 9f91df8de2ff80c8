import type { Point } from '../../contract/index.ts';
import type { Columns } from './message.ts';
import { distances } from './narrow.ts';
import { roundedKm } from './sphere.ts';
import type { Tiers } from './words.ts';

/** Sorts rows that stand in the order of "newest" by their tier; within a tier the order stays. */
export function byRelevance(rows: Uint32Array, tiers: Tiers): Uint32Array {
  const sorted = new Uint32Array(rows.length);
  let count = 0;
  for (let tier = 1; tier <= 3; tier++)
    for (const row of rows) if (tiers[row] === tier) sorted[count++] = row;
  return sorted;
}

/**
 * The first rows by distance, as cards show it (0.1 km); within the same distance the order stays, rows without a
 * place on the map come last. Only as many as a page needs are put in order.
 */
export function byDistance(rows: Uint32Array, columns: Columns, from: Point, needed: number): Uint32Array {
  const tenths = Uint32Array.from(distances(rows, columns, from), (km) =>
    Number.isFinite(km) ? Math.round(roundedKm(km) * 10) : FURTHEST,
  );
  const limit = nth(tenths, needed);
  const near: number[] = [];
  for (let index = 0; index < tenths.length; index++) if (tenths[index]! <= limit) near.push(index);
  near.sort((a, b) => tenths[a]! - tenths[b]! || a - b);
  return Uint32Array.from(near, (index) => rows[index]!);
}

/** Half the way around the Earth and more, in tenths of a kilometre. */
const FURTHEST = 201_000;

/** The value of which `needed` entries are at most as large. */
function nth(tenths: Uint32Array, needed: number): number {
  if (tenths.length <= needed) return FURTHEST;
  const histogram = new Uint32Array(FURTHEST + 1);
  for (const value of tenths) histogram[value]!++;
  let value = 0;
  for (let seen = histogram[0]!; seen < needed && value < FURTHEST;) seen += histogram[++value]!;
  return value;
}
