import { CONTRACT_WORDS, type Facet, type FacetValue, type Point } from '../../contract/index.ts';
import type { Around, Filters } from '../engine.ts';
import { contractBits } from './facts.ts';
import { codeNumber, type Columns } from './message.ts';
import { chordKm, chordOf, squaredChord, vectorOf } from './sphere.ts';
import type { Tiers } from './words.ts';

/** What a query leaves of a board's rows. */
export interface Found {
  /** In the order of the board's rows. */
  rows: Uint32Array;
  facets: Partial<Record<Facet, FacetValue[]>>;
}

export interface Counting {
  facets: readonly Facet[];
  sinceSteps: Readonly<Record<string, number>>;
}

/** Filters rows and counts facets in one pass; each facet counts as if its own filter were not set. */
export function narrow(
  rows: Uint32Array,
  columns: Columns,
  filters: Filters,
  tiers: Tiers | undefined,
  { facets, sinceSteps }: Counting,
): Found {
  const found = new Uint32Array(rows.length);
  const asked = filters.contract?.length ? contractBits(filters.contract) : 0xffff;
  const since = filters.since ?? Number.NEGATIVE_INFINITY;
  const isNear = filters.around && nearTest(columns, filters.around);
  const steps = facets.includes('since') ? Object.entries(sinceSteps) : [];
  const stepTotals = new Uint32Array(steps.length);
  const byContracts = facets.includes('contract') ? new Uint32Array(1 << CONTRACT_WORDS.length) : undefined;
  const counts = steps.length > 0 || byContracts !== undefined;
  let total = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (tiers && tiers[row] === 0) continue;
    const contracts = columns.contracts[row]!;
    const posted = columns.posted[row]!;
    const ofContract = (contracts & asked) !== 0;
    const inTime = posted >= since;
    if (!(ofContract && inTime) && !(counts && (ofContract || inTime))) continue;
    if (isNear && !isNear(row)) continue;
    if (inTime && byContracts) byContracts[contracts]!++;
    if (!ofContract) continue;
    for (let step = 0; step < stepTotals.length; step++) if (posted >= steps[step]![1]) stepTotals[step]!++;
    if (inTime) found[total++] = row;
  }
  const answer: Found = { rows: found.subarray(0, total), facets: {} };
  if (byContracts) {
    answer.facets.contract = CONTRACT_WORDS.map((value, word) => ({
      value,
      total: totalOf(byContracts, word),
    }));
  }
  if (facets.includes('since')) {
    answer.facets.since = steps.map(([value], step) => ({ value, total: stepTotals[step]! }));
  }
  return answer;
}

/** Adds up the offers of every set of contract words that holds a word. */
function totalOf(byContracts: Uint32Array, word: number): number {
  return byContracts.reduce((sum, total, contracts) => ((contracts >> word) & 1 ? sum + total : sum), 0);
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
