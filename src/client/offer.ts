import type { components } from './api.gen.ts';
import { saneOffers, type OfferCard } from './sanity.ts';

type Offer = components['schemas']['Offer'];
export type Inline = components['schemas']['Inline'];

/** A block of a description; `heading` and `p` have runs, lists have items. */
export interface Block {
  readonly kind: components['schemas']['Block']['kind'];
  readonly runs: readonly Inline[];
  readonly items: readonly (readonly Inline[])[];
}

/** One offer in full: what its card shows, of its first place, and all else that it states. */
export interface FullOffer
  extends
    OfferCard,
    Pick<
      Offer,
      'experience' | 'openToDisabled' | 'adaptedEmployer' | 'openings' | 'updatedAt' | 'expiresAt'
    > {
  readonly description: readonly Block[];
  /** Names of its places. */
  readonly places: readonly string[];
  readonly schedule: readonly string[];
  readonly licences: readonly string[];
}

/** What became of an offer that is not shown. */
export interface GoneOffer {
  /** Absent where nobody remembers the offer. */
  readonly title?: string;
  /** ISO 8601. */
  readonly closedAt?: string;
  /** Open offers for the same work. */
  readonly similar: readonly OfferCard[];
}

const KINDS: readonly unknown[] = ['p', 'heading', 'ul', 'ol'];
const MARKS: readonly unknown[] = ['strong', 'em'];
/** Longest texts that can be shown; more is a mistake or an attack. */
const MAX_TEXT = 500;
const MAX_RUN = 20_000;
const MAX_ITEMS = 1000;

/** An answer of `…/offers/{id}` of which every field can be shown; undefined where it is no offer. */
export function saneOffer(raw: unknown): FullOffer | undefined {
  const offer = fields(raw);
  const places = list(offer.places, (place) => (text(fields(place).name) ? fields(place) : undefined));
  const partners = list(offer.postings, (posting) => partnerId(fields(posting).partner));
  const [card] = cards([{ ...offer, place: places[0], communes: places.length, partners }]);
  return (
    card && {
      ...card,
      description: list(offer.description, block),
      places: places.map(({ name }) => text(name)!),
      schedule: list(offer.schedule, text),
      licences: list(offer.licences, text),
      experience: text(offer.experience),
      openToDisabled: offer.openToDisabled === true,
      adaptedEmployer: offer.adaptedEmployer === true,
      openings: whole(offer.openings),
      updatedAt: instant(offer.updatedAt),
      expiresAt: instant(offer.expiresAt),
    }
  );
}

/** What a refusal says of an offer that is gone (410 or 404); undefined for every other one. */
export function saneGone(problem: unknown): GoneOffer | undefined {
  const { status, offer, closedAt, similar } = fields(problem);
  if (status !== 410 && status !== 404) return undefined;
  return { title: text(offer), closedAt: instant(closedAt), similar: cards(similar) };
}

function cards(offers: unknown): OfferCard[] {
  return saneOffers({ offers })?.offers ?? [];
}

function block(raw: unknown): Block | undefined {
  const { kind, runs, items } = fields(raw);
  if (!KINDS.includes(kind)) return undefined;
  const sane = {
    kind: kind as Block['kind'],
    runs: list(runs, run),
    items: list(items, (item) => filled(list(item, run))),
  };
  const { length } = kind === 'ul' || kind === 'ol' ? sane.items : sane.runs;
  return length ? sane : undefined;
}

function run(raw: unknown): Inline | undefined {
  const { text, mark } = fields(raw);
  if (typeof text !== 'string' || !text) return undefined;
  return { text: text.slice(0, MAX_RUN), mark: MARKS.includes(mark) ? (mark as Inline['mark']) : undefined };
}

function filled<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length ? items : undefined;
}

function fields(raw: unknown): Record<string, unknown> {
  return Object(raw) as Record<string, unknown>;
}

/** The good ones of a list; none of what is no list. */
function list<T>(raw: unknown, read: (item: unknown) => T | undefined): T[] {
  const good: T[] = [];
  if (!Array.isArray(raw)) return good;
  for (const item of raw.slice(0, MAX_ITEMS)) {
    const one = read(item);
    if (one !== undefined) good.push(one);
  }
  return good;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.slice(0, MAX_TEXT) : undefined;
}

/** An id that an address can hold. */
function partnerId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:-]+$/.test(value) ? value : undefined;
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 && value < Infinity ? Math.round(value) : undefined;
}

function instant(value: unknown): string | undefined {
  return typeof value === 'string' && Date.parse(value) ? value : undefined;
}
