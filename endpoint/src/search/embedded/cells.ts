import type { Offer, OfferPlace } from '../../contract/index.ts';
import type { Scope } from '../engine.ts';
import { departmentOf } from './facts.ts';

/**
 * A coarse part of the country, in three letters and digits: the words of an offer are indexed once for each part that
 * it lies in, behind its code. A board asks for the words of its own parts and never reads the rest of the country.
 */
export type Cell = string;

/** Every offer, for what is counted in the whole index; only names are indexed there. */
export const EVERYWHERE: Cell = 'all';
/** Offers in more parts than are worth indexing one by one; every board asks for them. */
const MANY: Cell = 'wid';
/** Fully remote offers, for the boards that show them from anywhere. */
const REMOTE: Cell = 'rem';
const MOST_CELLS = 8;

/** The cells that an offer is found in; none where no board shows it. */
export function cellsOf(offer: Pick<Offer, 'places' | 'remote'>): Cell[] {
  const cells = new Set(offer.places.flatMap((place) => cellOfPlace(place) ?? []));
  const placed = cells.size > MOST_CELLS ? [MANY] : [...cells];
  return offer.remote === 'full' ? [...placed, REMOTE] : placed;
}

/** The cells that hold every offer of a board, and many more than those. */
export function cellsOfScope({ communes, departments, remote }: Scope): Cell[] {
  const cells = new Set([MANY, ...[...departments].map(cellOf)]);
  for (const insee of communes) cells.add(cellOfCommune(insee));
  if (remote) cells.add(REMOTE);
  return [...cells];
}

/** By its commune first: boards, too, know a place by its département only where it has no commune. */
function cellOfPlace({ insee, department }: OfferPlace): Cell | undefined {
  if (insee !== undefined) return cellOfCommune(insee);
  return department === undefined ? undefined : cellOf(department);
}

function cellOfCommune(insee: string): Cell {
  return cellOf(departmentOf({ insee }) ?? '');
}

/** The code of a département in three letters and digits. */
function cellOf(department: string): Cell {
  return department
    .replace(/[^0-9a-z]/gi, '')
    .toLowerCase()
    .slice(0, 3)
    .padStart(3, '0');
}
