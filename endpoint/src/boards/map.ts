import type { CountQuery, MapAnswer, MapLevel, MapPlace } from '../contract/index.ts';
import { byPopulation } from '../places/gazetteer.ts';
import type { Commune, Places } from '../places/places.ts';
import type { Areas } from '../search/engine.ts';
import type { Answering } from './answer.ts';
import type { CompiledBoard } from './board.ts';
import { understandQuery } from './question.ts';

/** Numbers that a map can still show; with more of them they are added up by larger areas. */
export const MOST_AREAS = 1500;

/** Counts a search by commune; by intercommunality, then by département where there are more than `most`. */
export async function answerMap(
  { engine, places, now }: Answering,
  board: CompiledBoard,
  query: CountQuery,
  most = MOST_AREAS,
): Promise<MapAnswer> {
  const { filters, place } = understandQuery(query, board, places, now());
  let level: MapLevel = 'commune';
  let result = await engine.map(board.scope, filters);
  for (const larger of ['epci', 'department'] as const) {
    if (result.areas.length <= most) break;
    level = larger;
    result = await engine.map(board.scope, filters, areasOf(board, places, larger));
  }
  const { generation, areas, unplaced, outside, corrected } = result;
  const placeOf = describing(board, places, level);
  return {
    generation,
    level,
    communes: areas,
    places: areas.map(([code]) => placeOf(code)),
    unplaced,
    outside,
    place,
    corrected,
  };
}

/** How codes of a level are named and placed; larger areas lie where their largest commune of the board does. */
function describing(board: CompiledBoard, places: Places, level: MapLevel): (code: string) => MapPlace {
  if (level === 'commune')
    return (insee) => placed(places.commune(insee)?.name ?? insee, places.commune(insee));
  const largest = new Map<string, Commune>();
  for (const [insee, code] of areasOf(board, places, level)) {
    const commune = places.commune(insee);
    const other = largest.get(code);
    if (commune?.point && (!other || byPopulation(commune, other) < 0)) largest.set(code, commune);
  }
  const names = { epci: places.epci.bind(places), department: places.department.bind(places) }[level];
  return (code) => placed(names(code)?.name ?? places.commune(code)?.name ?? code, largest.get(code));
}

function placed(name: string, commune: Commune | undefined): MapPlace {
  const [latitude, longitude] = commune?.point ?? [];
  if (latitude === undefined || longitude === undefined) return { name };
  return { name, point: [rounded(latitude), rounded(longitude)] };
}

/** Three decimals are some 100 metres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

/** A commune outside of any intercommunality (four islands) stands for itself. */
function areasOf({ scope }: CompiledBoard, places: Places, level: keyof Commune & MapLevel): Areas {
  return new Map([...scope.communes].map((insee) => [insee, places.commune(insee)?.[level] ?? insee]));
}
