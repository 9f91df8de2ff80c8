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

/** The nature filter: what a contract is for; `unstated` is an ordinary contract. */
export const NATURE_WORDS = [...CONTRACT_NATURES, 'unstated'] as const;
export type NatureWord = (typeof NATURE_WORDS)[number];

/** The hours filter. */
export const HOURS_WORDS = ['full', 'part', 'unstated'] as const;
export type HoursWord = (typeof HOURS_WORDS)[number];

/**
 * The schedule filter: when work takes place. `shifts` is work in teams that take turns, `irregular` shifted hours,
 * `split` a day with a long break. An offer can carry several.
 */
export const SCHEDULE_WORDS = [
  'day',
  'morning',
  'evening',
  'night',
  'weekend',
  'shifts',
  'irregular',
  'split',
  'unstated',
] as const;
export type ScheduleWord = (typeof SCHEDULE_WORDS)[number];

/** The experience filter: none asked for, less than three years, three years and more; the least that is asked for counts. */
export const EXPERIENCE_WORDS = ['beginner', 'under-3', 'from-3', 'unstated'] as const;
export type ExperienceWord = (typeof EXPERIENCE_WORDS)[number];

/** Where the bands of pay begin, in full-time monthly gross euros; below the first one lies another band. */
export const PAY_BOUNDS_EUR = [2000, 2500, 3000, 4000] as const;

/**
 * The pay filter: bands of comparable pay, each with its lower bound and without its upper one; `unstated` where the
 * partner stated no pay, or none that can be compared.
 */
export const PAY_BANDS = [
  'under-2000',
  '2000-2500',
  '2500-3000',
  '3000-4000',
  'from-4000',
  'unstated',
] as const;
export type PayBand = (typeof PAY_BANDS)[number];

/** The filter for remote work. */
export const REMOTE_WORDS = ['partial', 'full', 'unstated'] as const;
export type RemoteWord = (typeof REMOTE_WORDS)[number];

/**
 * The filter for disabled workers: `open` to them, which every adapted employer is; `adapted` employers alone
 * (entreprises adaptées, Code du travail L5213-13); neither stated.
 */
export const DISABLED_WORDS = ['open', 'adapted', 'unstated'] as const;
export type DisabledWord = (typeof DISABLED_WORDS)[number];

/** The filters that take words of a closed list, with their lists. */
export const FACET_WORDS = {
  contract: CONTRACT_WORDS,
  nature: NATURE_WORDS,
  hours: HOURS_WORDS,
  schedule: SCHEDULE_WORDS,
  experience: EXPERIENCE_WORDS,
  pay: PAY_BANDS,
  remote: REMOTE_WORDS,
  disabled: DISABLED_WORDS,
} as const;
export type ClosedFacet = keyof typeof FACET_WORDS;
export const CLOSED_FACETS = Object.keys(FACET_WORDS) as ClosedFacet[];

/** The filters that take values as offers carry them. */
export const OPEN_FACETS = ['trade', 'sector', 'commune', 'employer', 'partner'] as const;
export type OpenFacet = (typeof OPEN_FACETS)[number];

/** What every filter calls an offer that says nothing of it. */
export const UNSTATED = 'unstated';

/** The date filter, in whole days before today in Europe/Paris. */
export const SINCE_DAYS = [1, 3, 7, 14, 31] as const;

/** The order of a list: by how well the words match, by date, or by distance. */
export const SORTS = ['relevance', 'newest', 'nearest'] as const;
export type Sort = (typeof SORTS)[number];

/** The facets that an answer can carry. */
export const FACETS = [
  'contract',
  'nature',
  'hours',
  'schedule',
  'experience',
  'pay',
  'remote',
  'trade',
  'sector',
  'commune',
  'employer',
  'partner',
  'since',
  'disabled',
] as const;
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
/** An open facet answers so many of its most frequent values. */
export const MOST_FACET_VALUES = 50;
/** Longest value of an open facet, in characters. */
export const MAX_VALUE_LENGTH = 80;
/** Words are cut to this many characters and terms, and the answer says so. */
export const MAX_QUERY_LENGTH = 200;
export const MAX_QUERY_TERMS = 10;
