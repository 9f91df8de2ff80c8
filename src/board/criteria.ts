import { CHOICES, CRITERIA, type Choice } from '../client/choices.ts';
import type { Criteria, Sort } from './state.ts';

export { CHOICES, CRITERIA, type Choice };

export type Criterion = (typeof CRITERIA)[number];

/** What an answer can count by value. */
export type Facet = Choice | 'since';

/** What residents are given to narrow a search by, unless a webmaster says otherwise: all but the sector. */
export const FACETS: readonly Facet[] = ['contract', 'since', ...CHOICES.slice(1, -1)];

/** What choices of a closed list can be, in residents' order. */
const WORDS: Readonly<Record<string, string | undefined>> = {
  contract: 'cdi cdd interim saisonnier apprentissage professionnalisation insertion stage independant',
  hours: 'full part',
  schedule: 'day morning evening night weekend shifts irregular split',
  experience: 'beginner under-3 from-3',
  pay: 'under-2000 2000-2500 2500-3000 3000-4000 from-4000',
  remote: 'partial full',
  disabled: 'open adapted',
};

/** What offers that say nothing are called in every choice. */
export const UNSTATED = 'unstated';

export const SORTS = ['relevance', 'newest', 'nearest'] as const;

/** Offers on a page of the list. */
export const PAGE_SIZE = 20;
/** The furthest page that the endpoint's window of 1,000 offers holds. */
export const MAX_PAGE = 50;
const MAX_RADIUS_KM = 100;
const MAX_SINCE_DAYS = 365;
/** What the endpoint takes of a choice: characters, commas included. */
export const MAX_CHOICE_LENGTH = 1000;

/** The words of a closed list, "not stated" last; undefined for choices that offers bring. */
export function wordsOf(choice: string): string[] | undefined {
  const words = WORDS[choice];
  return words ? [...words.split(' '), UNSTATED] : undefined;
}

/** Reads one criterion from an attribute or an address; undefined where the text is empty or makes no sense. */
export function parseCriterion<K extends Criterion>(key: K, text: string): Criteria[K];
export function parseCriterion(key: Criterion, text: string): Criteria[Criterion] {
  const value = text.trim();
  switch (key) {
    case 'q':
      return value.slice(0, 1000) || undefined;
    case 'place':
      return value.slice(0, 100) || undefined;
    case 'radius':
      return numberIn(value, 0, MAX_RADIUS_KM);
    case 'since':
      return wholeIn(value, 1, MAX_SINCE_DAYS);
    case 'page':
      return wholeIn(value, 1, MAX_PAGE);
    case 'sort':
      return (SORTS as readonly string[]).includes(value) ? (value as Sort) : undefined;
    default:
      return choices(key, value);
  }
}

/** A criterion as text, for an address; empty where it is absent, and for the first page. */
export function formatCriterion(criteria: Criteria, key: Criterion): string {
  const value = criteria[key];
  if (Array.isArray(value)) return [...value].sort().join(',');
  return value === undefined || (key === 'page' && value === 1) ? '' : String(value);
}

/** Says whether two sets of criteria ask for the same, but for the keys in `except`. */
export function sameCriteria(a: Criteria, b: Criteria, except?: Criterion): boolean {
  for (const key of CRITERIA) {
    if (key !== except && formatCriterion(a, key) !== formatCriterion(b, key)) return false;
  }
  return true;
}

/** The values of a criterion that counts by value; none where it is off. */
export function chosenOf(criteria: Criteria, facet: Facet): readonly string[] {
  const value = criteria[facet];
  return typeof value === 'number' ? [String(value)] : (value ?? []);
}

/** Every value that narrows a search and that a resident can take away, with its criterion. */
export function filtersOn(criteria: Criteria, locked: ReadonlySet<Criterion>): [Facet, string][] {
  const on: [Facet, string][] = [];
  for (const facet of [...CHOICES, 'since'] as const) {
    if (!locked.has(facet)) for (const value of chosenOf(criteria, facet)) on.push([facet, value]);
  }
  return on;
}

/** Lays criteria over one another, later ones on top; an explicit `undefined` or empty value takes a criterion away. */
export function mergeCriteria(...layers: readonly Criteria[]): Criteria {
  const merged: Record<string, unknown> = {};
  for (const layer of layers) {
    for (const key of CRITERIA) {
      if (!Object.hasOwn(layer, key)) continue;
      if (formatCriterion(layer, key)) merged[key] = layer[key];
      else delete merged[key];
    }
  }
  return merged;
}

function numberIn(value: string, min: number, max: number): number | undefined {
  const number = Number(value);
  return value && number >= min && number <= max ? number : undefined;
}

function wholeIn(value: string, min: number, max: number): number | undefined {
  return Number.isInteger(Number(value)) ? numberIn(value, min, max) : undefined;
}

/** The values of a choice that make sense, each once, as many as the endpoint takes. */
function choices(key: Choice, text: string): string[] | undefined {
  const words = wordsOf(key);
  const open = key === 'commune' ? /^(\d{5}|2[AB]\d{3}|unstated)$/ : /^[\p{L}\p{N}.:-]{1,80}$/u;
  const values = new Set<string>();
  let left = MAX_CHOICE_LENGTH;
  for (const value of text.split(/[\s,]+/)) {
    const isGood = words ? words.includes(value) : open.test(value);
    if (!isGood || values.has(value)) continue;
    left -= value.length + 1;
    if (left < -1) break;
    values.add(value);
  }
  return values.size ? [...values] : undefined;
}
