import type { Areas, MapResult } from '../engine.ts';
import type { Columns } from './message.ts';
import type { ScopeRows } from './scopes.ts';

/** Counts rows of a board by the areas in which they have places. */
export function mapOf(
  rows: Uint32Array,
  { placeAt, commune, department }: Columns,
  board: ScopeRows,
  areas?: Areas,
): Pick<MapResult, 'areas' | 'unplaced' | 'outside'> {
  const { communes, departments } = board;
  const codes = areas ? ['', ...areasOf(board, areas)] : board.codes;
  const areaOf = numbered(board, codes, areas);
  const totals = new Uint32Array(codes.length);
  const counted = new Uint32Array(codes.length);
  let unplaced = 0;
  let outside = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    let isPlaced = false;
    let inDepartment = false;
    for (let at = placeAt[row]!; at < placeAt[row + 1]!; at++) {
      const number = commune[at]!;
      const area = areaOf[communes[number]!]!;
      if (area === 0) {
        inDepartment ||= number === 0 && departments.has(department[at]!);
        continue;
      }
      isPlaced = true;
      if (counted[area] === index + 1) continue;
      counted[area] = index + 1;
      totals[area]!++;
    }
    if (isPlaced) continue;
    if (inDepartment) unplaced++;
    else outside++;
  }
  return {
    areas: codes.flatMap((code, index): [string, number][] => {
      const total = totals[index]!;
      return total > 0 ? [[code, total]] : [];
    }),
    unplaced,
    outside,
  };
}

/** The codes of the areas in which a board's communes lie, sorted. */
function areasOf({ codes }: ScopeRows, areas: Areas): string[] {
  return [...new Set(codes.slice(1).map((insee) => areas.get(insee) ?? insee))].sort();
}

/** The place of its area's code in the list, by the place of a commune; 0 for none. */
function numbered({ codes }: ScopeRows, areaCodes: readonly string[], areas?: Areas): Uint32Array {
  if (!areas) return Uint32Array.from(codes.keys());
  const places = new Map(areaCodes.map((code, place) => [code, place]));
  return Uint32Array.from(codes, (insee, place) =>
    place === 0 ? 0 : places.get(areas.get(insee) ?? insee)!,
  );
}
