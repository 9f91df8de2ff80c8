import type { Offer } from '../contract/index.ts';
import {
  type ClosedFacet,
  contractWords,
  type DisabledWord,
  type ExperienceWord,
  MAX_VALUE_LENGTH,
  PAY_BANDS,
  PAY_BOUNDS_EUR,
  type PayBand,
  type ScheduleWord,
  UNSTATED,
} from '../contract/vocabulary.ts';
import { fold } from './words/fold.ts';

/** A value of an open facet, and how this offer spells it. */
export interface Labelled {
  value: string;
  label: string;
}

/** The words of each closed filter under which an offer is found, at least one of each. */
export function wordsOf(offer: Offer): Record<ClosedFacet, readonly string[]> {
  return {
    contract: contractWords(offer.contract),
    nature: [offer.contract.nature ?? UNSTATED],
    hours: [offer.hours?.time ?? UNSTATED],
    schedule: scheduleWords(offer.schedule),
    experience: [experienceWord(offer.experience)],
    pay: [payBand(offer.pay?.comparable)],
    remote: [offer.remote ?? UNSTATED],
    disabled: disabledWords(offer),
  };
}

/** A trade by its ROME code, else by its label; nothing where neither says anything. */
export function tradeValue({ trade }: Pick<Offer, 'trade'>): Labelled | undefined {
  return trade && labelled(/^[A-N]\d{4}$/.test(trade.code ?? '') ? trade.code : undefined, trade.label);
}

/** A sector by its NAF code, else by its label. */
export function sectorValue({ sector }: Pick<Offer, 'sector'>): Labelled | undefined {
  return (
    sector && labelled(/^\d{2}\.\d{2}[A-Z]$/.test(sector.code ?? '') ? sector.code : undefined, sector.label)
  );
}

/** An employer by a key that every spelling of the name shares. */
export function employerValue({ employer }: Pick<Offer, 'employer'>): Labelled | undefined {
  return employer && labelled(undefined, employer.name);
}

/**
 * The key of a label, the same for "Mairie de SAINT-OMER" and "mairie de Saint Omer": its letters and digits, folded,
 * with hyphens between its words. Empty for a label without letters and digits.
 */
export function keyOf(label: string): string {
  const words = fold(label)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '')
    .slice(0, MAX_VALUE_LENGTH)
    .replace(/[^\p{L}\p{N}]+$/u, '');
  return words === UNSTATED ? `${words}-` : words;
}

function labelled(code: string | undefined, written: string): Labelled | undefined {
  const label = written.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  const value = code ?? keyOf(label);
  return value === '' ? undefined : { value, label: label || value };
}

/** Words of feeds in French, as `feeds/parsers/schedule.ts` writes them, and those that employers type. */
const SCHEDULES: readonly (readonly [RegExp, ScheduleWord])[] = [
  [/\bjournee\b|\ben jour\b/, 'day'],
  [/\bmatin(ee)?\b/, 'morning'],
  [/\bsoir(ee)?\b/, 'evening'],
  [/\bnuits?\b/, 'night'],
  [/\bweek.?ends?\b|\bsamedi\b|\bdimanche\b/, 'weekend'],
  [/\bequipes?\b|\b[2-5] ?x ?[78]\b/, 'shifts'],
  [/\bdecales?\b/, 'irregular'],
  [/\bcoupures?\b|\bfractionne/, 'split'],
];

/** When work takes place; `unstated` where no word of it is understood. */
export function scheduleWords(schedule: readonly string[] | undefined): ScheduleWord[] {
  const text = fold(schedule?.join(', ') ?? '');
  const found = SCHEDULES.filter(([words]) => words.test(text)).map(([, word]) => word);
  return found.length > 0 ? found : [UNSTATED];
}

const NUMBERS = ['zero', 'une?', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const NUMBER_WORDS = NUMBERS.map((word) => new RegExp(`\\b${word}\\b`, 'g'));
/** The first number of "de 2 à 5 ans", "1-3 years", "18 mois", with its unit. */
const LENGTH = /(\d{1,3})(?:[.,]\d+)?(?:[^\d.;]{0,12}\d{1,3})?\s*(an(?:nee)?s?|years?|mois|months?)\b/;
const AT_MOST = /\b(moins d|less than|jusqu|maximum)/;
const NONE =
  /\bdebutant|\b(sans|aucune|pas d)[e' ]*(experience|exigence)|\bno experience|\bexperience non (exigee|requise|necessaire)/;
const NOT_NONE = /\bdebutants? (non|s'abstenir)|\bnon debutant|\bpas de debutant/;
const MONTHS_A_YEAR = 12;
const EXPERIENCED_YEARS = 3;

/**
 * The least experience that an offer asks for, out of the partner's words: "Débutant accepté" is none, "1 à 3 ans" is
 * less than three years, "Plus de 7 ans" is more. Words without a length ("expérience exigée") state none of them.
 */
export function experienceWord(text: string | undefined): ExperienceWord {
  if (!text) return UNSTATED;
  let folded = fold(text);
  if (NONE.test(folded) && !NOT_NONE.test(folded)) return 'beginner';
  NUMBER_WORDS.forEach((word, number) => (folded = folded.replace(word, String(number))));
  const [, length, unit] = LENGTH.exec(folded) ?? [];
  if (length === undefined) return UNSTATED;
  const years = Number(length) / (unit!.startsWith('mo') ? MONTHS_A_YEAR : 1);
  if (years === 0) return 'beginner';
  return years < EXPERIENCED_YEARS || AT_MOST.test(folded) ? 'under-3' : 'from-3';
}

/** The band of a comparable pay. */
export function payBand(comparable: number | undefined): PayBand {
  if (comparable === undefined) return UNSTATED;
  return PAY_BANDS[PAY_BOUNDS_EUR.filter((bound) => comparable >= bound).length]!;
}

function disabledWords({ openToDisabled, adaptedEmployer }: Offer): DisabledWord[] {
  if (adaptedEmployer) return ['open', 'adapted'];
  return [openToDisabled ? 'open' : UNSTATED];
}
