import type { Facet, FacetValue, Offer } from '../../contract/index.ts';
import type { Scope } from '../engine.ts';
import { inScope } from './cards.ts';
import { cellsOfScope, type Cell } from './cells.ts';
import { CHOICES } from './choices.ts';
import { codeNumber, COMMUNE_NUMBERS, communeNumber, type PublishedMessage } from './message.ts';

/** Boards whose rows are kept between queries. */
const MOST_SCOPES = 64;

/** What a board shows of one generation. */
export interface ScopeRows {
  /** In the order of "newest". */
  rows: Uint32Array;
  /** Where the words of its offers are indexed. */
  cells: readonly Cell[];
  /** INSEE codes of the communes in reach, sorted, from 1 on. */
  codes: readonly string[];
  /** The place of a commune in that list, by its number; 0 for those that are not in reach. */
  communes: Uint16Array;
  /** Numbers of the départements whose offers join where no commune is known. */
  departments: ReadonlySet<number>;
  /** By the number of a partner, 1 where the board accepts it; absent where it accepts all. */
  accepted?: Uint8Array;
  /** Offers by the number of their trade, sector or employer; counted when first asked for. */
  choices?: Uint32Array;
  /** Offers by the number of their label of title, trade or employer; counted when first asked for. */
  labels?: Uint32Array;
  /** Facets of the board as a whole, by what is counted. */
  facets: Map<string, Partial<Record<Facet, FacetValue[]>>>;
  /** Totals of queries without words, by their filters. */
  totals: Map<string, number>;
}

/** The rows of boards in one generation, found when first asked for. */
export class Scopes {
  readonly #published: PublishedMessage;
  readonly #known = new Map<string, ScopeRows>();

  constructor(published: PublishedMessage) {
    this.#published = published;
  }

  of(scope: Scope): ScopeRows {
    const key = `${scope.id}\n${scope.revision}`;
    let known = this.#known.get(key);
    if (known) this.#known.delete(key);
    else known = this.#find(scope);
    this.#known.set(key, known);
    if (this.#known.size > MOST_SCOPES) this.#known.delete(this.#known.keys().next().value!);
    return known;
  }

  labels(scope: Scope): Uint32Array {
    const known = this.of(scope);
    if (!known.labels) {
      const { title, trade, employer } = this.#published.columns;
      let most = 0;
      for (const row of known.rows) most = Math.max(most, title[row]!, trade[row]!, employer[row]!);
      const labels = new Uint32Array(most + 1);
      for (const row of known.rows) {
        labels[title[row]!]!++;
        labels[trade[row]!]!++;
        labels[employer[row]!]!++;
      }
      known.labels = labels;
    }
    return known.labels;
  }

  choices(scope: Scope): Uint32Array {
    const known = this.of(scope);
    if (!known.choices) {
      const columns = Object.values(CHOICES).map((name) => this.#published.columns[name]);
      let most = 0;
      for (const column of columns) for (const row of known.rows) most = Math.max(most, column[row]!);
      const choices = new Uint32Array(most + 1);
      for (const column of columns) for (const row of known.rows) choices[column[row]!]!++;
      known.choices = choices;
    }
    return known.choices;
  }

  #find(scope: Scope): ScopeRows {
    const { columns, partners } = this.#published;
    const codes = ['', ...[...scope.communes].sort()];
    const communes = new Uint16Array(COMMUNE_NUMBERS);
    codes.forEach((insee, index) => (communes[communeNumber(insee)] = index));
    const departments = new Set([...scope.departments].map(codeNumber));
    const accepted = scope.partners && Uint8Array.from(partners, (id) => (scope.partners!.has(id) ? 1 : 0));
    const rows = new Uint32Array(columns.order.length);
    let count = 0;
    for (const row of columns.order) {
      if (accepted && !isAccepted(row)) continue;
      if ((scope.remote && columns.remote[row] === 1) || isWithin(row)) rows[count++] = row;
    }
    return {
      rows: rows.slice(0, count),
      cells: cellsOfScope(scope),
      codes,
      communes,
      departments,
      accepted,
      facets: new Map(),
      totals: new Map(),
    };

    function isAccepted(row: number): boolean {
      for (let at = columns.partnerAt[row]!; at < columns.partnerAt[row + 1]!; at++) {
        if (accepted![columns.partner[at]!] === 1) return true;
      }
      return false;
    }

    function isWithin(row: number): boolean {
      for (let at = columns.placeAt[row]!; at < columns.placeAt[row + 1]!; at++) {
        const commune = columns.commune[at]!;
        if (commune === 0 ? departments.has(columns.department[at]!) : communes[commune] !== 0) return true;
      }
      return false;
    }
  }
}

/** Whether a board shows an offer: by one of its places or as remote work, and by one of its partners. */
export function shows(scope: Scope, offer: Offer): boolean {
  if (scope.partners && !offer.postings.some(({ partner }) => scope.partners!.has(partner))) return false;
  if (scope.remote && offer.remote === 'full') return true;
  return offer.places.some((place) => inScope(place, scope));
}
