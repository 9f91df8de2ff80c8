import type { Offer, OfferPlace } from '../contract/index.ts';
import { boardOf, type Posting } from './posting.ts';

/** What decides which posting of an offer leads, and so whose words are shown and where a click goes first. */
export interface PartnerRank {
  /** The feed comes from employers themselves. */
  own: boolean;
  /** The smaller leads. */
  rank: number;
}

/** The order in which postings lead: posted here, employers' own feeds, the partner's rank, then age, then key. */
export function byLead(ranks: ReadonlyMap<string, PartnerRank>): (a: Posting, b: Posting) => number {
  const own = ({ partner }: Posting) =>
    boardOf(partner) !== undefined ? 0 : ranks.get(partner)?.own ? 1 : 2;
  const rank = (posting: Posting) => ranks.get(posting.partner)?.rank ?? Number.MAX_SAFE_INTEGER;
  return (a, b) =>
    own(a) - own(b) || rank(a) - rank(b) || compare(a.postedAt, b.postedAt) || compare(a.key, b.key);
}

/**
 * Makes one offer of its postings, the leading one first. The leading posting's words stand; what it does not
 * state (employer, contract, hours, pay) is taken from the first posting that does.
 */
export function makeOffer(id: string, postings: readonly Posting[]): Offer {
  const lead = postings[0]!;
  const first = <K extends keyof Posting>(key: K): Posting[K] | undefined =>
    postings.find((posting) => posting[key] !== undefined)?.[key];
  const updates = postings.map((posting) => posting.updatedAt ?? posting.postedAt);
  const ends = postings.map((posting) => posting.expiresAt);
  const expiresAt = ends.includes(undefined) ? undefined : latest(ends as string[]);
  const offer: Offer = {
    id,
    title: lead.title,
    employer: first('employer'),
    contract: (postings.find((posting) => posting.contract.kind !== 'unstated') ?? lead).contract,
    hours: first('hours'),
    pay: first('pay'),
    remote: first('remote'),
    language: lead.language,
    postedAt: postings.map((posting) => posting.postedAt).reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
    description: lead.description,
    places: joinPlaces(postings.flatMap((posting) => posting.places)),
    schedule: first('schedule'),
    experience: first('experience'),
    trade: first('trade'),
    sector: first('sector'),
    licences: first('licences'),
    openToDisabled: first('openToDisabled'),
    adaptedEmployer: first('adaptedEmployer'),
    openings: first('openings'),
    updatedAt: latest(updates),
    expiresAt,
    postings: postings.map(({ partner, reference, link }) => ({ partner, reference, link })),
  };
  return withoutUndefined({ ...offer, postings: offer.postings.map(withoutUndefined) });
}

/** As JSON has it. Postings come out of JSON, so that nothing deeper is undefined. */
function withoutUndefined<T extends object>(value: T): T {
  for (const key of Object.keys(value) as (keyof T)[]) if (value[key] === undefined) delete value[key];
  return value;
}

/** Each commune once; a département or a place without a name only where nothing more exact stands. */
function joinPlaces(places: readonly OfferPlace[]): OfferPlace[] {
  const exact = new Map<string, OfferPlace>();
  for (const place of places) {
    if (!place.insee) continue;
    const known = exact.get(place.insee);
    if (!known || (known.precision !== 'address' && place.precision === 'address'))
      exact.set(place.insee, place);
  }
  const departments = new Set([...exact.values()].map((place) => place.department));
  const vague = new Map<string, OfferPlace>();
  for (const place of places) {
    if (place.insee || (place.department && departments.has(place.department))) continue;
    vague.set(`${place.country ?? ''} ${place.department ?? ''} ${place.name}`, place);
  }
  return [...exact.values(), ...vague.values()];
}

function latest(instants: readonly string[]): string {
  return instants.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
}

/** Instants come as ISO 8601 in UTC, so that their order as text is their order in time. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
