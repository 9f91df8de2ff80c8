import type { components } from './api.gen.ts';

type Schemas = components['schemas'];
export type Board = Schemas['Board'];
export type OfferCard = Schemas['OfferCard'];
export type OffersAnswer = Schemas['OffersAnswer'];
export type CountAnswer = Schemas['CountAnswer'];
export type Suggestion = Schemas['Suggestion'];
export type PlaceSuggestion = Schemas['PlaceSuggestion'];

/** Longest text that a card can make use of; more is a mistake or an attack. */
const MAX_TEXT = 500;

const KINDS = [
  'cdi',
  'cdd',
  'interim',
  'cdi-interim',
  'saisonnier',
  'independant',
  'stage',
  'unstated',
] as const;
const NATURES = ['apprentissage', 'professionnalisation', 'insertion'] as const;
const PRECISIONS = ['address', 'commune', 'approximate', 'department', 'none'] as const;
const PERIODS = ['hour', 'day', 'month', 'year'] as const;
const SORTS = ['relevance', 'newest', 'nearest'] as const;
const LOOSENED = ['q', 'place', 'radius', 'contract', 'since'] as const;

type Raw = Record<string, unknown>;

function record(value: unknown): Raw | undefined {
  return value !== null && typeof value === 'object' ? (value as Raw) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.slice(0, MAX_TEXT) : undefined;
}

function number(value: unknown, min = 0): number | undefined {
  return typeof value === 'number' && value >= min && value < Infinity ? value : undefined;
}

function word<const T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return words.includes(value as T) ? (value as T) : undefined;
}

/** A language tag (BCP 47) of a shape that `lang` and Intl take. */
function tag(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(value) ? value : undefined;
}

function instant(value: unknown): string | undefined {
  return typeof value === 'string' && Date.parse(value) ? value : undefined;
}

/** The good ones of a list: what `read` makes nothing of is skipped, and so is a list that is none. */
function list<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  const good: T[] = [];
  if (!Array.isArray(value)) return good;
  for (const item of value) {
    const one = read(item);
    if (one !== undefined) good.push(one);
  }
  return good;
}

/** Lets http and https through, without a user part (`https://partner.fr@evil.example`); anything else is no link. */
export function httpUrl(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function point(value: unknown): number[] | undefined {
  const both = list(value, (degrees) => number(degrees, -180));
  return both.length === 2 ? both : undefined;
}

function place(value: unknown): OfferCard['place'] {
  const raw = record(value);
  const name = text(raw?.name);
  if (!raw || !name) return undefined;
  return {
    insee: text(raw.insee),
    name,
    postcode: text(raw.postcode),
    department: text(raw.department),
    country: text(raw.country),
    point: point(raw.point),
    precision: word(raw.precision, PRECISIONS) ?? 'none',
  };
}

function pay(value: unknown): OfferCard['pay'] {
  const raw = record(value);
  return (
    raw && {
      text: text(raw.text),
      min: number(raw.min),
      max: number(raw.max),
      period: word(raw.period, PERIODS),
      comparable: number(raw.comparable),
    }
  );
}

function card(value: unknown): OfferCard | undefined {
  const raw = record(value);
  const id = text(raw?.id);
  const title = text(raw?.title);
  const postedAt = instant(raw?.postedAt);
  if (!raw || !id || !title || !postedAt) return undefined;

  const employer = text(record(raw.employer)?.name);
  const contract = record(raw.contract);
  const hours = record(raw.hours);
  return {
    id,
    title,
    employer: employer ? { name: employer } : undefined,
    contract: {
      kind: word(contract?.kind, KINDS) ?? 'unstated',
      nature: word(contract?.nature, NATURES),
      months: number(contract?.months),
    },
    hours: hours && { time: word(hours.time, ['full', 'part']), weekly: number(hours.weekly) },
    pay: pay(raw.pay),
    remote: word(raw.remote, ['partial', 'full']),
    language: tag(raw.language),
    postedAt,
    place: place(raw.place),
    distance: number(raw.distance),
    communes: number(raw.communes),
    partners: list(raw.partners, text),
  };
}

function understood(value: unknown): OffersAnswer['place'] {
  const raw = record(value);
  const asked = text(raw?.asked);
  if (!raw || !asked) return undefined;
  return {
    asked,
    found: raw.found === true,
    name: text(raw.name),
    insee: text(raw.insee),
    department: text(raw.department),
    point: point(raw.point),
  };
}

function facet(value: unknown) {
  return list(value, (item) => {
    const raw = record(item);
    const name = text(raw?.value);
    const total = number(raw?.total);
    return name && total !== undefined ? { value: name, total } : undefined;
  });
}

function loosening(value: unknown) {
  const raw = record(value);
  const criterion = word(raw?.criterion, LOOSENED);
  const total = number(raw?.total);
  return criterion && total !== undefined ? { criterion, to: number(raw?.to), total } : undefined;
}

function freshness(value: unknown): Board['freshness'] {
  const raw = record(value);
  return { generation: number(raw?.generation) ?? 0, refreshedAt: instant(raw?.refreshedAt) };
}

function partner(value: unknown): Board['partners'][number] | undefined {
  const raw = record(value);
  const id = text(raw?.id);
  const name = text(raw?.name);
  return id && name
    ? { id, name, site: httpUrl(raw?.site) ?? '', attribution: text(raw?.attribution) }
    : undefined;
}

function commune(value: unknown) {
  const raw = record(value);
  const insee = text(raw?.insee);
  const name = text(raw?.name);
  return insee && name ? { insee, name } : undefined;
}

/** A board that can be shown; undefined where it has no id or no name. `page` is empty where it is no link. */
export function saneBoard(value: unknown): Board | undefined {
  const raw = record(value);
  const id = text(raw?.id);
  const name = text(raw?.name);
  if (!raw || !id || !name) return undefined;

  const territory = record(raw.territory);
  const radius = record(raw.radius);
  const theme: Board['theme'] = {};
  for (const [role, shade] of Object.entries(record(raw.theme) ?? {})) {
    if (typeof shade === 'string') theme[role] = shade;
  }
  return {
    id,
    name,
    territory: {
      name: text(territory?.name) ?? name,
      centre: point(territory?.centre) ?? [],
      nearby: number(territory?.nearby) ?? 0,
      communes: list(territory?.communes, commune),
    },
    radius: { steps: list(radius?.steps, (step) => number(step)), default: number(radius?.default) ?? 0 },
    languages: list(raw.languages, tag),
    partners: list(raw.partners, partner),
    freshness: freshness(raw.freshness),
    theme,
    page: httpUrl(raw.page) ?? '',
    demonstration: raw.demonstration === true,
  };
}

/** An answer of which every field can be rendered; bad offers are skipped. Undefined where it is no list of offers. */
export function saneOffers(value: unknown): OffersAnswer | undefined {
  const raw = record(value);
  if (!raw || !Array.isArray(raw.offers)) return undefined;

  const offers = list(raw.offers, card);
  const facets = record(raw.facets);
  return {
    generation: number(raw.generation) ?? 0,
    total: number(raw.total) ?? offers.length,
    page: number(raw.page) ?? 1,
    pages: number(raw.pages) ?? 1,
    sort: word(raw.sort, SORTS) ?? 'newest',
    place: understood(raw.place),
    radius: number(raw.radius),
    cut: raw.cut === true,
    offers,
    facets: facets && { contract: facet(facets.contract), since: facet(facets.since) },
    loosen: list(raw.loosen, loosening),
    board: saneBoard(raw.board),
  };
}

/** A number with its freshness; undefined where there is no number. */
export function saneCount(value: unknown): CountAnswer | undefined {
  const raw = record(value);
  const total = number(raw?.total);
  return total === undefined ? undefined : { total, freshness: freshness(raw?.freshness) };
}

/** The suggestions that have a text. */
export function saneSuggestions(value: unknown): Suggestion[] {
  return list(record(value)?.suggestions, (item) => {
    const raw = record(item);
    const words = text(raw?.text);
    if (!words) return undefined;
    return {
      text: words,
      kind: word(raw?.kind, ['title', 'employer']) ?? 'title',
      total: number(raw?.total) ?? 0,
    };
  });
}

/** The places that can be asked for by name. */
export function sanePlaces(value: unknown): PlaceSuggestion[] {
  return list(record(value)?.places, (item) => {
    const raw = record(item);
    const code = text(raw?.place);
    const name = text(raw?.name);
    if (!code || !name) return undefined;
    return { place: code, name, detail: text(raw?.detail), member: raw?.member === true };
  });
}
