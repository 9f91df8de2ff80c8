import type { Columns } from './message.ts';
import type { ScopeRows } from './scopes.ts';

/** Rows by the number of a choice. */
export function countChoices(rows: Uint32Array, column: Uint32Array, end: number): Uint32Array {
  const totals = new Uint32Array(end);
  for (let index = 0; index < rows.length; index++) totals[column[rows[index]!]!]!++;
  return totals;
}

/** Rows that were posted at or after each instant. */
export function countPosted(rows: Uint32Array, column: Float64Array, since: Float64Array): Uint32Array {
  const totals = new Uint32Array(since.length);
  for (let index = 0; index < rows.length; index++) {
    const posted = column[rows[index]!]!;
    for (let step = 0; step < since.length; step++) if (posted >= since[step]!) totals[step]!++;
  }
  return totals;
}

/** Rows by the number of a partner; none is twice in a row. */
export function countPartners(
  rows: Uint32Array,
  { partnerAt, partner }: Columns,
  partners: number,
): Uint32Array {
  const totals = new Uint32Array(partners);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    for (let at = partnerAt[row]!; at < partnerAt[row + 1]!; at++) totals[partner[at]!]!++;
  }
  return totals;
}

/**
 * Rows by the place of a commune in the board's list, once for each; under 0 those with a place that is known by a
 * département of the board alone.
 */
export function countCommunes(
  rows: Uint32Array,
  { placeAt, commune, department }: Columns,
  { codes, communes, departments }: ScopeRows,
): Uint32Array {
  const totals = new Uint32Array(codes.length);
  const counted = new Uint32Array(codes.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const end = placeAt[row + 1]!;
    for (let at = placeAt[row]!; at < end; at++) {
      const place = communes[commune[at]!]!;
      if (counted[place] === index + 1) continue;
      if (place === 0 && (commune[at] !== 0 || !departments.has(department[at]!))) continue;
      counted[place] = index + 1;
      totals[place]!++;
    }
  }
  return totals;
}
