import type { Areas, MapResult, Scope } from '../engine.ts';
import { codeNumber, type Columns } from './message.ts';

/** Counts rows of a board by the areas in which they have places. */
export function mapOf(
  rows: Uint32Array,
  columns: Columns,
  scope: Scope,
  areas?: Areas,
): Pick<MapResult, 'areas' | 'unplaced' | 'outside'> {
  const totals = new Map<string, number>();
  const areaOf = new Map<number, string>();
  for (const insee of scope.communes) areaOf.set(codeNumber(insee), areas?.get(insee) ?? insee);
  const departments = new Set([...scope.departments].map(codeNumber));
  let unplaced = 0;
  let outside = 0;
  for (const row of rows) {
    const found = new Set<string>();
    let inDepartment = false;
    for (let at = columns.placeAt[row]!; at < columns.placeAt[row + 1]!; at++) {
      const commune = columns.commune[at]!;
      const area = areaOf.get(commune);
      if (area !== undefined) found.add(area);
      else if (commune === 0 && departments.has(columns.department[at]!)) inDepartment = true;
    }
    for (const area of found) totals.set(area, (totals.get(area) ?? 0) + 1);
    if (found.size > 0) continue;
    if (inDepartment) unplaced++;
    else outside++;
  }
  return { areas: [...totals].sort(([a], [b]) => (a < b ? -1 : 1)), unplaced, outside };
}
