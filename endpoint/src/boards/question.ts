import {
  CLOSED_FACETS,
  type CountQuery,
  type OffersQuery,
  OPEN_FACETS,
  type Point,
  type Sort,
  type UnderstoodPlace,
} from '../contract/index.ts';
import type { Places } from '../places/places.ts';
import type { Around, Filters } from '../search/engine.ts';
import { startOfParisDay } from '../shared/paris.ts';
import type { CompiledBoard } from './board.ts';

/** A resident's query as the board understands it. */
export interface Question {
  filters: Filters;
  sort: Sort;
  place?: UnderstoodPlace;
  /** The radius that applies, in kilometres. */
  radius?: number;
  /** From where distances count, where a place was asked for. */
  distanceFrom?: Point;
}

/**
 * Understands a query on a board: which commune a name means (the territory's own first), the radius where none is
 * given, the first instant of "within 3 days" in Europe/Paris. A place that nobody knows narrows nothing and is said.
 */
export function understandQuery(
  query: CountQuery & Pick<OffersQuery, 'sort'>,
  board: CompiledBoard,
  places: Places,
  now: number,
): Question {
  const q = query.q?.trim() || undefined;
  const asked = query.place?.trim() || undefined;
  const located = asked === undefined ? undefined : locate(asked, board, places);
  const radius = located?.point ? (query.radius ?? board.definition.radius.default) : undefined;
  const around: Around | undefined = located?.point
    ? { point: located.point, radiusKm: radius }
    : located?.department
      ? { department: located.department }
      : undefined;
  return {
    filters: {
      q,
      exact: query.exact === '1' || undefined,
      around,
      ...valuesOf(query),
      since: query.since === undefined ? undefined : startOfParisDay(now, query.since),
    },
    sort: query.sort ?? (q ? 'relevance' : 'newest'),
    place: located,
    radius,
    distanceFrom: located?.point,
  };
}

/** The filters that take a list of words or values; the schema has checked them. */
function valuesOf(query: CountQuery): Filters {
  const values: Record<string, string[]> = {};
  for (const facet of [...CLOSED_FACETS, ...OPEN_FACETS]) {
    const list = query[facet];
    if (list !== undefined) values[facet] = list.split(',');
  }
  return values;
}

function locate(asked: string, board: CompiledBoard, places: Places): UnderstoodPlace {
  const meant = places.understand(asked, board.scope.communes);
  if (meant?.insee) {
    const commune = places.commune(meant.insee);
    if (commune?.point) {
      return { asked, found: true, name: commune.name, insee: commune.insee, point: commune.point };
    }
  }
  if (meant?.department) {
    const department = places.department(meant.department);
    if (department) return { asked, found: true, name: department.name, department: department.code };
  }
  if (meant?.point) return { asked, found: true, point: meant.point };
  return { asked, found: false };
}
