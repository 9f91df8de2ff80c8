import type { components } from './api.gen.ts';
import { CHOICES } from './choices.ts';

type Schemas = components['schemas'];
export type OfferCard = Schemas['OfferCard'];

/** What elements show of a board. */
export type Board = Omit<Schemas['Board'], 'territory' | 'languages'> & {
  readonly territory: Pick<Schemas['Board']['territory'], 'approximate'>;
};

/** What was made of a place that was asked for. */
export type UnderstoodPlace = Pick<Schemas['UnderstoodPlace'], 'asked' | 'found' | 'name'>;

/** What elements show of an answer. */
export type OffersAnswer = Omit<Schemas['OffersAnswer'], 'board' | 'place' | 'cut'> & {
  readonly board?: Board;
  readonly place?: UnderstoodPlace;
};
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
const LOOSENED = ['q', 'place', 'radius', 'since', ...CHOICES] as const;

/** Reads one value of an answer; undefined is "nothing that could be shown". */
type Read<T> = (value: unknown) => T | undefined;
type Fields<T> = { [K in keyof Required<T>]: Read<T[K]> };

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.slice(0, MAX_TEXT) : undefined;
}

export const number = only<number>('number', (value) => value >= 0 && value < Infinity);
const degrees = only<number>('number', (value) => Math.abs(value) <= 180);

function yes(value: unknown): boolean {
  return value === true;
}

/** A language tag (BCP 47) of a shape that `lang` and Intl take. */
const tag = only<string>('string', (value) => /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(value));
const instant = only<string>('string', Date.parse);

/** An offer's id, of a shape that an address can hold: half a surrogate pair cannot be written into one. */
const id = only<string>('string', (value) => /^[\w-]+$/.test(value));

/** A value of a type that passes. */
function only<T>(type: string, passes: (value: T) => unknown): Read<T> {
  return (value) => (typeof value === type && passes(value as T) ? (value as T) : undefined);
}

function oneOf<const T extends string>(words: readonly T[]): Read<T> {
  return (value) => (words.includes(value as T) ? (value as T) : undefined);
}

/** What `read` makes of a value, or something to show in its place. */
function or<T>(read: Read<T>, otherwise: T): (value: unknown) => T {
  return (value) => read(value) ?? otherwise;
}

/** An object of these fields alone, each fit to be shown; nothing where a field that `needs` names is not there. */
export function shape<T extends object>(fields: Fields<T>, ...needs: (keyof T & string)[]): Read<T> {
  const known = Object.entries<Read<unknown>>(fields);
  return (value) => {
    if (value === null || typeof value !== 'object') return undefined;
    const sane: Record<string, unknown> = {};
    for (const [key, read] of known) {
      sane[key] = read((value as Record<string, unknown>)[key]);
    }
    return needs.some((key) => sane[key] === undefined) ? undefined : (sane as T);
  };
}

/** An object of fields that each have something in their place: there is always one. */
function whole<T extends object>(fields: Fields<T>): (value: unknown) => T {
  const read = shape(fields);
  return (value) => read(value) ?? read({})!;
}

/** The good ones of a list: what `read` makes nothing of is skipped, and so is a list that is none. */
function list<T>(read: Read<T>): (value: unknown) => T[] {
  return (value) => {
    const good: T[] = [];
    if (!Array.isArray(value)) return good;
    for (const item of value) {
      const one = read(item);
      if (one !== undefined) good.push(one);
    }
    return good;
  };
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

const point: Read<number[]> = (value) => {
  const both = list(degrees)(value);
  return both.length === 2 ? both : undefined;
};

const card = shape<OfferCard>(
  {
    id,
    title: text,
    employer: shape<{ name: string; siret?: string }>({ name: text, siret: text }, 'name'),
    contract: whole<Schemas['Contract']>({
      kind: or(oneOf(KINDS), 'unstated'),
      nature: oneOf(NATURES),
      months: number,
    }),
    hours: shape<Schemas['Hours']>({ time: oneOf(['full', 'part']), weekly: number }),
    pay: shape<Schemas['Pay']>({
      text,
      min: number,
      max: number,
      period: oneOf(PERIODS),
      comparable: number,
    }),
    remote: oneOf(['partial', 'full']),
    language: tag,
    postedAt: instant,
    place: shape<Schemas['OfferPlace']>(
      {
        insee: text,
        name: text,
        postcode: text,
        department: text,
        country: text,
        point,
        precision: or(oneOf(PRECISIONS), 'none'),
      },
      'name',
    ),
    distance: number,
    communes: number,
    partners: list(text),
  },
  'id',
  'title',
  'postedAt',
);

/** An object of any keys: the good ones of its values. */
function named<T>(read: Read<T>): (value: unknown) => Record<string, T> {
  return (value) => {
    const sane: Record<string, T> = {};
    for (const [key, item] of Object.entries(value ?? {})) {
      const one = read(item);
      if (one !== undefined) sane[key] = one;
    }
    return sane;
  };
}

export const freshness = whole<Schemas['Freshness']>({ generation: or(number, 0), refreshedAt: instant });
export const theme = named(text);

const board = shape<Board>(
  {
    id: text,
    name: text,
    territory: whole<Board['territory']>({ approximate: yes }),
    radius: whole<Board['radius']>({ steps: list(number), default: or(number, 0) }),
    partners: list(
      shape<Schemas['BoardPartner']>(
        { id: text, name: text, site: or(httpUrl, ''), attribution: text },
        'id',
        'name',
      ),
    ),
    freshness,
    theme,
    page: or(httpUrl, ''),
    demonstration: yes,
  },
  'id',
  'name',
);

const facet = list(
  shape<Schemas['FacetValue']>({ value: text, total: number, label: text }, 'value', 'total'),
);

export const corrected = list(shape<Schemas['Correction']>({ from: text, to: text }, 'from', 'to'));

const offers = shape<OffersAnswer>(
  {
    generation: or(number, 0),
    total: number,
    page: or(number, 1),
    pages: or(number, 1),
    sort: or(oneOf(SORTS), 'newest'),
    place: shape<UnderstoodPlace>({ asked: text, found: yes, name: text }, 'asked'),
    radius: number,
    corrected,
    offers: (value) => (Array.isArray(value) ? list(card)(value) : undefined),
    facets: (value) => (value ? named(facet)(value) : undefined),
    loosen: list(
      shape<Schemas['Loosening']>(
        { criterion: oneOf(LOOSENED), to: number, total: number },
        'criterion',
        'total',
      ),
    ),
    board,
  },
  'offers',
);

/** A board that can be shown; undefined where it has no id or no name. `page` is empty where it is no link. */
export const saneBoard: Read<Board> = board;

/** An answer of which every field can be rendered; bad offers are skipped. Undefined where it is no list of offers. */
export function saneOffers(value: unknown): OffersAnswer | undefined {
  const answer = offers(value);
  return answer && { ...answer, total: answer.total ?? answer.offers.length };
}
