import type { Hours, Pay, PayPeriod } from '../../contract/index.ts';
import { amount, amountOf } from './amount.ts';
import { FULL_WEEK } from './hours.ts';
import { fold } from './fold.ts';
import { cut } from './line.ts';
import { period } from './period.ts';

/** Hours of a full-time month: 35 × 52 ÷ 12 (Code du travail L3121-27). */
const MONTH_HOURS = 151.67;
const MONTH_DAYS = 21.67;
/** Full-time monthly gross euros outside of these are a mistake of figure or period, or not full time. */
const MIN_MONTHLY = 1200;
const MAX_MONTHLY = 20_000;
const MAX_TEXT_CHARS = 120;

/** What a record says about pay, in the partner's parts. */
export interface PayParts {
  text?: string;
  min?: number;
  max?: number;
  period?: PayPeriod;
  /** ISO 4217 or as written; anything but euros leaves the text alone. */
  currency?: string;
}

export interface PayFigures {
  min?: number;
  max?: number;
  period?: PayPeriod;
}

const NUMBER = "\\d{1,3}(?:[ \\u00a0\\u202f']\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)*";
const MONEY = '\\s*(k)?\\s*(€|eur(?:os?)?\\b)?(?:\\s*(?:brute?s?|gross))?';
const RANGE = new RegExp(`(${NUMBER})${MONEY}\\s*(?:a|-|–|—|et|to|/)\\s*(${NUMBER})${MONEY}`, 'gi');
const SINGLE = new RegExp(`(${NUMBER})${MONEY}`, 'gi');
/** Numbers in pay texts that are no money: hours, numbers of months, percentages, grades, years. */
const NO_MONEY = [
  /\bsur\s+\d+(?:[.,]\d+)?\s*mois\b/g,
  /\bx\s*\d+(?:[.,]\d+)?\s*(?:mois)?\b(?!\s*€)/g,
  /\b1[2-6](?:[.,]\d)?\s*(?:e|eme)?\s*mois\b/g,
  /\b\d{1,3}(?:[.,]\d+)?\s*(?:h|hrs?|heures?|hours?)\b(?:\s*[0-5]\d\b)?(?:\s*(?:\/|par)\s*(?:sem\w*|mois|jours?|week))?/g,
  /\b\d+(?:[.,]\d+)?\s*%/g,
  /\b(?:coef\w*|echelon|indice|niveau|categorie|grade|position|im|ib)\.?\s*:?\s*\d+/g,
];
/** Words that say nothing about pay where no figure stands beside them. */
const FILLERS =
  /\b(?:salaires?|remunerations?|horaires?|heures?|mensuels?|mensuelles?|mois|annuels?|annuelles?|ans?|jours?|journaliers?|bruts?|brutes?|nets?|euros?|eur|de|du|d'|le|la|a|et|par|sur|entre)\b/g;
/** What follows these is added to the pay and is not the pay. */
const EXTRAS =
  /\+|\b(?:primes?|panier|tickets?|titres?.restaurants?|mutuelle|commissions?|variables?|indemnites?|avantages?|bonus|interessement|participation|deplacements?)\b/;
const UPPER_ONLY = /\b(?:jusqu'a|maximum|max|up to)\b/;
const FOREIGN = /[$£]|\b(?:usd|chf|gbp|cad|fcfa)\b/;

/**
 * The figures of a French pay text: the first range or amount of money and the period that is named with it.
 * Net pay, other currencies and figures without a period give nothing.
 */
export function payFigures(text: string): PayFigures {
  // Same length as the text, so that amounts and the words around them keep their places.
  let plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00a0\u202f]/g, ' ')
    .replace(/’/g, "'")
    .toLowerCase();
  if (/\bnets?\b/.test(plain) || FOREIGN.test(plain)) return {};
  for (const pattern of NO_MONEY) plain = plain.replace(pattern, (match) => ' '.repeat(match.length));
  const extra = EXTRAS.exec(plain);
  const main = extra ? plain.slice(0, extra.index) : plain;
  const found = firstMoney(main);
  if (!found) return {};
  const rest = main.slice(found.end);
  const next = SINGLE_MONEY.exec(rest);
  const named =
    period(next ? rest.slice(0, next.index) : rest) ?? period(main.slice(0, found.start)) ?? period(rest);
  if (found.max === undefined && UPPER_ONLY.test(main.slice(0, found.start)))
    return { max: found.min, period: named };
  return { min: found.min, ...(found.max !== undefined && { max: found.max }), period: named };
}

const SINGLE_MONEY = new RegExp(`(?:${NUMBER})\\s*(?:k\\s*)?(?:€|eur)`, 'i');

interface Money {
  start: number;
  end: number;
  min: number;
  max?: number;
}

/** Amounts that carry a currency or a k count before bare numbers. */
function firstMoney(text: string): Money | undefined {
  return (/€|\beur|\d\s*k\b/.test(text) ? money(text, true) : undefined) ?? money(text, false);
}

function money(text: string, marked: boolean): Money | undefined {
  for (const match of text.matchAll(RANGE)) {
    const [whole, first, firstK, firstEuro, second, secondK, secondEuro] = match;
    if (marked && !firstK && !firstEuro && !secondK && !secondEuro) continue;
    const max = amountOf(second!, secondK !== undefined);
    const min = amountOf(
      first!,
      firstK !== undefined || (secondK !== undefined && Number.parseInt(first!, 10) < 1000),
    );
    if (min !== undefined && max !== undefined)
      return { start: match.index, end: match.index + whole.length, min, max };
  }
  for (const match of text.matchAll(SINGLE)) {
    const [whole, digits, k, euro] = match;
    if (marked && !k && !euro) continue;
    const min = amountOf(digits!, k !== undefined);
    if (min !== undefined) return { start: match.index, end: match.index + whole.length, min };
  }
  return undefined;
}

/**
 * Pay as it is shown and compared. Figures that are implausible for their period stay only in the text, in the
 * partner's words: nothing is invented or repaired. `comparable` is the lower bound as full-time monthly gross
 * euros; it stays empty for part time without weekly hours, for pay by the day and where only an upper bound is known.
 */
export function pay(parts: PayParts, hours: Hours = {}): Pay | undefined {
  const written = parts.text?.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (written && /^[\d .,']+$/.test(written)) return payOfNumber(amount(written), parts, hours);
  const text = written !== undefined && saysSomething(written) ? written : undefined;
  const stated = parts.min !== undefined || parts.max !== undefined;
  const fromText = stated || !text ? {} : payFigures(text);
  const figures: PayFigures = stated
    ? { min: parts.min, max: parts.max, period: parts.period ?? (text ? period(text) : undefined) }
    : { ...fromText, period: fromText.period ?? parts.period };
  const euros = !parts.currency || /^(€|eur|euros?)$/i.test(parts.currency.trim());
  const worded = text && cut(text, MAX_TEXT_CHARS);
  if (euros && isPlausible(figures, hours)) {
    const { min, max, period: named } = figures;
    const result: Pay = { ...(worded && { text: worded }), ...(min !== undefined && { min }) };
    if (max !== undefined && max !== min) result.max = max;
    result.period = named;
    const comparable = comparablePay(figures, hours);
    if (comparable !== undefined) result.comparable = comparable;
    return result;
  }
  const shown = worded ?? (stated ? wordsOf(parts) : undefined);
  return shown ? { text: shown } : undefined;
}

/** A figure without a word is no text to show: it counts as the lower bound where its period or currency is known. */
function payOfNumber(figure: number | undefined, parts: PayParts, hours: Hours): Pay | undefined {
  const bounded = parts.min !== undefined || parts.max !== undefined;
  const isMoney = parts.period !== undefined || parts.currency !== undefined;
  return pay({ ...parts, text: undefined, ...(!bounded && isMoney && { min: figure }) }, hours);
}

/** Whether anything is left of a text besides periods and currencies: "Horaire de", "0,00 Euros" were cut. */
function saysSomething(text: string): boolean {
  const plain = fold(text).replace(/\bsur \d+(?:[.,]\d+)? mois\b/, ' ');
  return /[1-9a-z]/.test(plain.replace(FILLERS, ' '));
}

function isPlausible({ min, max, period: named }: PayFigures, hours: Hours): boolean {
  if (named === undefined || (min === undefined && max === undefined)) return false;
  if (min !== undefined && max !== undefined && max < min) return false;
  return [min, max].every((value) => {
    if (value === undefined) return true;
    const monthly = fullTimeMonthly(value, named, hours);
    return monthly >= MIN_MONTHLY && monthly <= MAX_MONTHLY;
  });
}

function comparablePay({ min, period: named }: PayFigures, hours: Hours): number | undefined {
  if (min === undefined || !named || named === 'day') return undefined;
  if (named !== 'hour' && hours.time === 'part' && hours.weekly === undefined) return undefined;
  // The small share lifts halves of a cent that binary fractions put just below (12.5 × 151.67).
  return Math.round(fullTimeMonthly(min, named, hours) * 100 + 1e-6) / 100;
}

function fullTimeMonthly(value: number, named: PayPeriod, hours: Hours): number {
  if (named === 'hour') return value * MONTH_HOURS;
  if (named === 'day') return value * MONTH_DAYS;
  const monthly = named === 'year' ? value / 12 : value;
  const partTime = hours.weekly !== undefined && hours.weekly < FULL_WEEK;
  return partTime ? (monthly * FULL_WEEK) / hours.weekly! : monthly;
}

const PER: Record<PayPeriod, string> = {
  hour: 'par heure',
  day: 'par jour',
  month: 'par mois',
  year: 'par an',
};

/** Figures that cannot be trusted, as the partner stated them. */
function wordsOf({ min, max, period: named, currency }: PayParts): string {
  const figure = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });
  const amounts = [min, max].filter((value) => value !== undefined).map(figure);
  const range = min === max ? amounts[0]! : amounts.join(' à ');
  return [range, currency?.trim() || 'EUR', named && PER[named]].filter(Boolean).join(' ');
}
