import {
  CONTRACT_WORDS,
  contractWords,
  type ContractWord,
  type Offer,
  type OfferPlace,
} from '../../contract/index.ts';
import { codeNumber } from './message.ts';
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
  contracts: number;
  remote: boolean;
  /** Numbers of labels; 0 for none. */
  title: number;
  trade: number;
  employer: number;
  places: PlaceFacts[];
  partners: number[];
}

/** The bits of some contract words, at least one of which an offer must carry. */
export function contractBits(words: readonly ContractWord[]): number {
  let bits = 0;
  for (const word of words) bits |= 1 << CONTRACT_WORDS.indexOf(word);
  return bits;
}

/** Reads the facts off an offer; labels and partners are numbered by the caller. */
export function factsOf(
  offer: Offer,
  labels: Pick<Facts, 'title' | 'trade' | 'employer'>,
  partners: number[],
): Facts {
  return {
    posted: Date.parse(offer.postedAt),
    contracts: contractBits(contractWords(offer.contract)),
    remote: offer.remote === 'full',
    ...labels,
    partners,
    places: offer.places.map((place) => ({
      commune: codeNumber(place.insee),
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

const HEAD_BYTES = 28;
const PLACE_BYTES = 32;

/** Facts as the file keeps them: so small that all of them are read at the start. */
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

/** The reverse of {@link packFacts}. */
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
    remote: view.getUint8(10) === 1,
    title: view.getUint32(12),
    trade: view.getUint32(20),
    employer: view.getUint32(16),
    places,
    partners,
  };
}
