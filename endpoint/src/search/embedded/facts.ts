import type { Offer, OfferPlace } from '../../contract/index.ts';
import { wordsOf } from '../values.ts';
import { packWords } from './bits.ts';
import { codeNumber, communeNumber } from './message.ts';
import { vectorOf, type Vector } from './sphere.ts';

/** One place of an offer as it is searched. */
export interface PlaceFacts {
  commune: number;
  department: number;
  /** NaN for a place that no radius finds. */
  vector: Vector;
}

/** What the columns hold of one offer. */
export interface Facts {
  posted: number;
  /** Words of the closed filters as bits. */
  contracts: number;
  traits: number;
  remote: boolean;
  /** Numbers of labels; 0 for none. */
  title: number;
  trade: number;
  employer: number;
  /** Numbers of values as they are spelled; 0 for none. */
  tradeChoice: number;
  sectorChoice: number;
  employerChoice: number;
  places: PlaceFacts[];
  partners: number[];
}

/** What the writer numbers. */
export type Numbered = Pick<
  Facts,
  'title' | 'trade' | 'employer' | 'tradeChoice' | 'sectorChoice' | 'employerChoice' | 'partners'
>;

/** Reads the facts off an offer; labels, choices and partners are numbered by the caller. */
export function factsOf(offer: Offer, numbered: Numbered): Facts {
  return {
    posted: Date.parse(offer.postedAt),
    ...packWords(wordsOf(offer)),
    remote: offer.remote === 'full',
    ...numbered,
    places: offer.places.map((place) => ({
      commune: communeNumber(place.insee),
      department: codeNumber(departmentOf(place)),
      vector: vectorOf(isLocated(place) ? place.point : undefined),
    })),
  };
}

/** Whether a radius can find the place: known at least to its commune, and on the map. */
export function isLocated(place: OfferPlace): boolean {
  return place.point !== undefined && place.precision !== 'department' && place.precision !== 'none';
}

/** The département of a place; that of its INSEE code where it is not given. */
export function departmentOf(place: Pick<OfferPlace, 'insee' | 'department'>): string | undefined {
  return place.department ?? place.insee?.slice(0, /^9[78]/.test(place.insee) ? 3 : 2);
}

const HEAD_BYTES = 44;
const PLACE_BYTES = 32;

/** Facts as the file and a publication keep them. */
export function packFacts(facts: Facts): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + facts.partners.length * 2 + facts.places.length * PLACE_BYTES);
  const view = new DataView(bytes.buffer);
  view.setFloat64(0, facts.posted);
  view.setUint16(8, facts.contracts);
  view.setUint8(10, facts.remote ? 1 : 0);
  view.setUint32(12, facts.title);
  view.setUint32(16, facts.employer);
  view.setUint32(20, facts.trade);
  view.setUint16(24, facts.partners.length);
  view.setUint16(26, facts.places.length);
  view.setUint32(28, facts.traits);
  view.setUint32(32, facts.tradeChoice);
  view.setUint32(36, facts.sectorChoice);
  view.setUint32(40, facts.employerChoice);
  let at = HEAD_BYTES;
  for (const place of facts.places) {
    view.setUint32(at, place.commune);
    view.setUint32(at + 4, place.department);
    place.vector.forEach((part, axis) => view.setFloat64(at + 8 + axis * 8, part));
    at += PLACE_BYTES;
  }
  for (const partner of facts.partners) {
    view.setUint16(at, partner);
    at += 2;
  }
  return bytes;
}

/** How many places and partners packed facts name. */
export function countsOf(packed: Uint8Array): { places: number; partners: number } {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return { places: view.getUint16(26), partners: view.getUint16(24) };
}

/** The reverse of {@link packFacts}; what follows the facts is left alone. */
export function unpackFacts(bytes: Uint8Array): Facts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places: PlaceFacts[] = [];
  let at = HEAD_BYTES;
  for (let left = view.getUint16(26); left > 0; left--, at += PLACE_BYTES) {
    places.push({
      commune: view.getUint32(at),
      department: view.getUint32(at + 4),
      vector: [view.getFloat64(at + 8), view.getFloat64(at + 16), view.getFloat64(at + 24)],
    });
  }
  const partners: number[] = [];
  for (let left = view.getUint16(24); left > 0; left--, at += 2) partners.push(view.getUint16(at));
  return {
    posted: view.getFloat64(0),
    contracts: view.getUint16(8),
    traits: view.getUint32(28),
    remote: view.getUint8(10) === 1,
    title: view.getUint32(12),
    trade: view.getUint32(20),
    employer: view.getUint32(16),
    tradeChoice: view.getUint32(32),
    sectorChoice: view.getUint32(36),
    employerChoice: view.getUint32(40),
    places,
    partners,
  };
}
