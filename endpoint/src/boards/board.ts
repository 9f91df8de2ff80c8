import type { Board, BoardPartner, Freshness } from '../contract/index.ts';
import type { Partner } from '../partners/partner.ts';
import type { Places } from '../places/places.ts';
import type { Scope } from '../search/engine.ts';

/** One territory's view as its file describes it, defaults filled in. */
export interface BoardDefinition {
  /** Also the name of its file and the path of its page. */
  id: string;
  /** As a heading: "Emploi en Pays de Saint-Omer". */
  name: string;
  territory: BoardTerritory;
  /** Kilometres around the members that the board also shows. */
  nearby: number;
  /** Kilometres: the steps that residents choose from, ascending, and the one without a choice. */
  radius: { steps: readonly number[]; default: number };
  /** BCP 47 tags, the default first. */
  languages: readonly string[];
  /** Ids of the partners; absent means all. What is posted on the board itself is always shown. */
  partners?: readonly string[];
  /** Whether fully remote offers from anywhere are shown. */
  remote: boolean;
  /** Theme variables without their prefix. */
  theme: Readonly<Record<string, string>>;
  /** Whether the offers are samples, and a banner says so. */
  demonstration: boolean;
  /** Whether sample offers stand here, under the same banner, as long as no partner is configured. */
  samples?: boolean;
  /** Whom residents ask about the board: an e-mail address, or the address of a page. */
  contact?: string;
  /** Address of the page with the legal notice. */
  imprint?: string;
}

/** What the members of a board are: the union of all that is given. */
export interface BoardTerritory {
  /** "le Pays de Saint-Omer" */
  name: string;
  /** INSEE codes. */
  communes: readonly string[];
  /** Codes of intercommunalities. */
  epcis: readonly string[];
  /** Every commune whose centre lies within so many kilometres of this one's. */
  around?: { commune: string; km: number };
}

/** A board that is ready to be searched. */
export interface CompiledBoard {
  definition: BoardDefinition;
  scope: Scope;
  /** INSEE codes of the member communes. */
  members: ReadonlySet<string>;
}

/** What a description takes from outside of the board. */
export interface Describing {
  places: Places;
  partners: ReadonlyMap<string, Partner>;
  freshness: Freshness;
  /** Public origin of the endpoint, without a slash at its end. */
  origin: string;
}

const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'Europe/Paris' });
const byName = new Intl.Collator('fr');

/** A board as the contract describes it: communes by name, partners in the order in which they lead. */
export function describeBoard(
  { definition, scope, members }: CompiledBoard,
  { places, partners, freshness, origin }: Describing,
): Board {
  const { id, name, territory, nearby, radius, languages, theme } = definition;
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
  if ([...members].some((insee) => places.commune(insee)!.precision !== 'commune'))
    board.territory.approximate = true;
  const sampled = definition.samples && [...partners.values()].some(({ feed }) => feed.kind === 'samples');
  if (definition.demonstration || sampled) board.demonstration = true;
  return board;
}

/** A description with the territory's outline, which only those ask for who draw it. */
export function withOutline(described: Board, { members }: CompiledBoard, places: Places): Board {
  const outline = places.outline(members);
  if (!outline) return described;
  const outlineSource = `Contours : IGN, geo.api.gouv.fr, ${month.format(new Date(places.revision))}`;
  return { ...described, territory: { ...described.territory, outline, outlineSource } };
}

function describePartner({ id, name, site, licence: { attribution } }: Partner): BoardPartner {
  return attribution ? { id, name, site, attribution } : { id, name, site };
}

function byLead(a: Partner, b: Partner): number {
  return Number(b.own) - Number(a.own) || a.rank - b.rank || byName.compare(a.name, b.name);
}
