import type { Criteria, Sort } from './state.ts';

/** Every criterion, in the order in which addresses name them. */
export const CRITERIA = ['q', 'place', 'radius', 'contract', 'commune', 'since', 'sort', 'page'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The contracts that a search can be narrowed to, in residents' words. */
export const CONTRACTS = [
  'cdi',
  'cdd',
  'interim',
  'saisonnier',
  'apprentissage',
  'professionnalisation',
  'insertion',
  'stage',
  'independant',
  'unstated',
] as const;

export const SORTS = ['relevance', 'newest', 'nearest'] as const;

/** Offers on a page of the list. */
export const PAGE_SIZE = 20;
/** The furthest page that the endpoint's window of 1,000 offers holds. */
export const MAX_PAGE = 50;
const MAX_RADIUS_KM = 100;
const MAX_SINCE_DAYS = 365;
/** What the endpoint takes: 1,000 characters of codes of five. */
export const MAX_COMMUNES = 150;

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
    case 'contract':
      return contracts(value);
    case 'commune':
      return communes(value);
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

/** INSEE codes, each once. */
function communes(value: string): string[] | undefined {
  const codes = new Set(value.match(/\b(\d{5}|2[AB]\d{3})\b/g));
  return codes.size ? [...codes].slice(0, MAX_COMMUNES) : undefined;
}

function contracts(value: string): string[] | undefined {
  const known: string[] = [];
  for (const word of CONTRACTS) {
    if (value.split(/[\s,]+/).includes(word)) known.push(word);
  }
  return known.length > 0 ? known : undefined;
}
