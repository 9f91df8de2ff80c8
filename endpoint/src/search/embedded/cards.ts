import type { Offer, OfferCard, OfferPlace, Point } from '../../contract/index.ts';
import type { Around, Scope } from '../engine.ts';
import { departmentOf, isLocated } from './facts.ts';
import { distanceKm, roundedKm } from './sphere.ts';

/** What of an offer is kept to make its cards: all of them without the description, for any board and any place. */
export interface StoredCard extends Omit<OfferCard, 'place' | 'distance' | 'communes'> {
  places: OfferPlace[];
}

export function storedCard(offer: Offer): StoredCard {
  const { id, title, employer, contract, hours, pay, remote, language, postedAt, places } = offer;
  const partners = [...new Set(offer.postings.map(({ partner }) => partner))];
  return { id, title, employer, contract, hours, pay, remote, language, postedAt, places, partners };
}

/**
 * The card that a board shows: the place nearest to the one asked for, else the place in the scope that is nearest
 * to its centre; of the partners only those that the board accepts.
 */
export function makeCard(
  { places, ...card }: StoredCard,
  scope: Scope,
  around?: Around,
  from?: Point,
): OfferCard {
  const candidates = preferred(places, scope, around, from);
  const place = nearest(candidates, from ?? scope.centre) ?? candidates[0];
  const shown: OfferCard = {
    ...card,
    place,
    partners: scope.partners ? card.partners.filter((id) => scope.partners!.has(id)) : card.partners,
  };
  if (from && place && isLocated(place)) shown.distance = roundedKm(distanceKm(from, place.point!));
  if (places.length > 1) shown.communes = places.length;
  return shown;
}

function preferred(
  places: OfferPlace[],
  scope: Scope,
  around: Around | undefined,
  from: Point | undefined,
): OfferPlace[] {
  if (around?.department !== undefined) {
    const within = places.filter((place) => departmentOf(place) === around.department);
    if (within.length > 0) return within;
  }
  if (from && places.some(isLocated)) return places;
  const within = places.filter((place) => inScope(place, scope));
  return within.length > 0 ? within : places;
}

/** Whether a place belongs to a board: its commune, or its département where no commune is known. */
export function inScope(place: OfferPlace, scope: Scope): boolean {
  if (place.insee !== undefined) return scope.communes.has(place.insee);
  return place.department !== undefined && scope.departments.has(place.department);
}

function nearest(places: OfferPlace[], from: Point): OfferPlace | undefined {
  let best: OfferPlace | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    if (!isLocated(place)) continue;
    const distance = distanceKm(from, place.point!);
    if (distance < least) {
      best = place;
      least = distance;
    }
  }
  return best;
}
