import { createHash } from 'node:crypto';
import type { Point } from '../contract/index.ts';
import { BOARD_PREFIX } from '../offers/posting.ts';
import { byPopulation, type Commune } from '../places/gazetteer.ts';
import type { Places } from '../places/places.ts';
import type { Scope } from '../search/engine.ts';
import { ConfigError } from '../shared/yaml.ts';
import type { BoardDefinition, BoardTerritory, CompiledBoard } from './board.ts';

/**
 * Compiles a board's territory: its members and every commune whose centre lies within `nearby` kilometres of
 * a member's centre. Distances count from the centre of the most populous member, where residents would say
 * that the territory is.
 * @throws {ConfigError} where no member has a known position
 */
export function compileTerritory(definition: BoardDefinition, places: Places): CompiledBoard {
  const members = membersOf(definition.territory, places);
  const reached = new Set(members);
  if (definition.nearby > 0) {
    for (const { point } of members) {
      for (const commune of point ? places.within(point, definition.nearby) : []) reached.add(commune);
    }
  }
  const communes = new Set([...reached].map(({ insee }) => insee).sort());
  const departments = new Set([...members].map(({ department }) => department).sort());
  const scope: Scope = {
    id: definition.id,
    revision: revisionOf(definition, communes, places.revision),
    communes,
    names: new Map([...reached].map(({ insee, name }) => [insee, name])),
    departments,
    remote: definition.remote,
    centre: centreOf(definition, members),
  };
  if (definition.partners) scope.partners = new Set([...definition.partners, BOARD_PREFIX + definition.id]);
  return { definition, scope, members: new Set([...members].map(({ insee }) => insee).sort()) };
}

function membersOf({ communes, epcis, around }: BoardTerritory, places: Places): Set<Commune> {
  const codes = [...communes, ...epcis.flatMap((code) => places.epci(code)?.members ?? [])];
  const members = new Set<Commune>();
  for (const insee of around ? [...codes, around.commune] : codes) {
    const commune = places.commune(insee);
    if (commune) members.add(commune);
  }
  const middle = around && places.commune(around.commune)?.point;
  if (middle) for (const commune of places.within(middle, around.km)) members.add(commune);
  return members;
}

function centreOf({ id }: BoardDefinition, members: ReadonlySet<Commune>): Point {
  const placed = [...members].filter(({ point }) => point).sort(byPopulation);
  if (!placed[0]?.point) {
    throw new ConfigError(
      `Board "${id}": the position of none of its communes is known; add another commune.`,
    );
  }
  return placed[0].point;
}

/** Changes with everything that a board's answers depend on beside the offers. */
function revisionOf(definition: BoardDefinition, communes: ReadonlySet<string>, placed: string): string {
  const all = JSON.stringify([definition, [...communes], placed]);
  return createHash('sha256').update(all).digest('hex').slice(0, 12);
}
