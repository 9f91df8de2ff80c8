import type { CompiledBoard } from '../boards/board.ts';
import type { OffersQuery } from '../contract/index.ts';

/** The path of a board's own page. */
export function boardPath(board: CompiledBoard): string {
  return `/${board.definition.id}`;
}

/** The path of an offer's own page. */
export function offerPath(board: CompiledBoard, id: string): string {
  return `${boardPath(board)}/offres/${encodeURIComponent(id)}`;
}

/** The path that leads to an offer's partner and counts the click. */
export function goPath(board: CompiledBoard, id: string): string {
  return `${boardPath(board)}/go/${encodeURIComponent(id)}`;
}

/** The address of a list: the query without what is empty, the page only from the second on. */
export function listPath(board: CompiledBoard, query: OffersQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '' || (name === 'page' && value === 1)) continue;
    parameters.set(name, String(value));
  }
  const search = parameters.toString();
  return boardPath(board) + (search && `?${search}`);
}
