import { join } from 'node:path';
import type { CompiledBoard } from '../../endpoint/src/boards/board.ts';
import { loadBoards } from '../../endpoint/src/boards/load.ts';
import { compileTerritory } from '../../endpoint/src/boards/territory.ts';
import type { Places } from '../../endpoint/src/places/places.ts';

/** The boards that are asked, compiled as the endpoint does it, by their ids. */
export function benchBoards(places: Places): Map<string, CompiledBoard> {
  const definitions = loadBoards(join(import.meta.dirname, 'boards'), places);
  return new Map(Array.from(definitions, ([id, board]) => [id, compileTerritory(board, places)]));
}
