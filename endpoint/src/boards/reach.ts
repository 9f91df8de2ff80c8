import type { Reach } from '../france-travail/areas.ts';
import type { CompiledBoard } from './board.ts';

/** What boards show, together. */
export function reachOf(boards: Iterable<CompiledBoard>): Reach {
  const communes = new Set<string>();
  const departments = new Set<string>();
  for (const { scope } of boards) {
    for (const insee of scope.communes) communes.add(insee);
    for (const code of scope.departments) departments.add(code);
  }
  return { communes, departments };
}
