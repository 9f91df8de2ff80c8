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
  /** Ids of the partners; absent means all. */
  partners?: readonly string[];
  /** Whether fully remote offers from anywhere are shown. */
  remote: boolean;
  /** Theme variables without their prefix. */
  theme: Readonly<Record<string, string>>;
  /** Whether the offers are samples, and a banner says so. */
  demonstration: boolean;
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
