import type { CountQuery, MapAnswer, MapLevel } from '../contract/index.ts';
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
  return { generation, level, communes: areas, unplaced, outside, place, corrected };
}

/** A commune outside of any intercommunality (four islands) stands for itself. */
function areasOf({ scope }: CompiledBoard, places: Places, level: keyof Commune & MapLevel): Areas {
  return new Map([...scope.communes].map((insee) => [insee, places.commune(insee)?.[level] ?? insee]));
}
