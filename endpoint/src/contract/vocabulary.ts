/** The closed lists that feeds are mapped onto, that filters name and that the elements translate. */

/**
 * What a contract is in law. `cdi-interim` is the open-ended contract of a temporary-work agency
 * (Code du travail L1251-58-1); `unstated` means that the partner said nothing.
 */
export const CONTRACT_KINDS = [
  'cdi',
  'cdd',
  'interim',
  'cdi-interim',
  'saisonnier',
  'independant',
  'stage',
  'unstated',
] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** What a contract is for: a second axis beside its kind (an apprenticeship may be a CDI or a CDD). */
export const CONTRACT_NATURES = ['apprentissage', 'professionnalisation', 'insertion'] as const;
export type ContractNature = (typeof CONTRACT_NATURES)[number];

/** The contract filter in residents' words: kind and nature in one list. An offer can carry several. */
export const CONTRACT_WORDS = [
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
export type ContractWord = (typeof CONTRACT_WORDS)[number];

/** The words under which a resident finds a contract: a CDI of an agency is both a CDI and temporary work. */
export function contractWords(contract: { kind: ContractKind; nature?: ContractNature }): ContractWord[] {
  const words: ContractWord[] = contract.kind === 'cdi-interim' ? ['cdi', 'interim'] : [contract.kind];
  if (contract.nature) {
    if (contract.kind === 'unstated') words.pop();
    words.push(contract.nature);
  }
  return words;
}

/** The date filter, in whole days before today in Europe/Paris. */
export const SINCE_DAYS = [1, 3, 7, 14, 31] as const;

/** The order of a list: by how well the words match, by date, or by distance. */
export const SORTS = ['relevance', 'newest', 'nearest'] as const;
export type Sort = (typeof SORTS)[number];

/** The facets that an answer can carry. */
export const FACETS = ['contract', 'since'] as const;
export type Facet = (typeof FACETS)[number];

/** What the numbers of a map stand for. */
export const MAP_LEVELS = ['commune', 'epci', 'department'] as const;
export type MapLevel = (typeof MAP_LEVELS)[number];

/** How exactly a place is known; `approximate` stands for a centre derived from neighbours, `none` for no place at all. */
export const PRECISIONS = ['address', 'commune', 'approximate', 'department', 'none'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** The period that a pay text names. */
export const PAY_PERIODS = ['hour', 'day', 'month', 'year'] as const;
export type PayPeriod = (typeof PAY_PERIODS)[number];

/** The largest radius around a place that a resident can ask for, in kilometres. */
export const MAX_RADIUS_KM = 100;
/** The furthest offer that a search leads to: `page × limit` may not exceed it. */
export const PAGE_WINDOW = 1000;
/** Words are cut to this many characters and terms, and the answer says so. */
export const MAX_QUERY_LENGTH = 200;
export const MAX_QUERY_TERMS = 10;
