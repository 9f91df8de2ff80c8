import type { Board, BoardPartner, Freshness } from '../contract/index.ts';
import type { Partner } from '../partners/partner.ts';
import type { Places } from '../places/places.ts';
import type { CompiledBoard } from './board.ts';

/** What a description takes from outside of the board. */
export interface Describing {
  places: Places;
  partners: ReadonlyMap<string, Partner>;
  freshness: Freshness;
  /** Public origin of the endpoint, without a slash at its end. */
  origin: string;
}

const byName = new Intl.Collator('fr');

/** A board as the contract describes it: communes by name, partners in the order in which they lead. */
export function describeBoard(
  { definition, scope, members }: CompiledBoard,
  { places, partners, freshness, origin }: Describing,
): Board {
  const { id, name, territory, nearby, radius, languages, theme, demonstration } = definition;
  const communes = [...members].map((insee) => ({ insee, name: places.commune(insee)!.name }));
  const board: Board = {
    id,
    name,
    territory: {
      name: territory.name,
      centre: scope.centre,
      nearby,
      communes: communes.sort((a, b) => byName.compare(a.name, b.name)),
    },
    radius: { steps: [...radius.steps], default: radius.default },
    languages: [...languages],
    partners: [...partners.values()]
      .filter((partner) => scope.partners?.has(partner.id) ?? true)
      .sort(byLead)
      .map(describePartner),
    freshness,
    theme: { ...theme },
    page: `${origin}/${id}`,
  };
  if (demonstration) board.demonstration = true;
  return board;
}

function describePartner({ id, name, site, licence: { attribution } }: Partner): BoardPartner {
  return attribution ? { id, name, site, attribution } : { id, name, site };
}

function byLead(a: Partner, b: Partner): number {
  return Number(b.own) - Number(a.own) || a.rank - b.rank || byName.compare(a.name, b.name);
}
