import type { Hours } from '../../contract/index.ts';
import { fold } from './fold.ts';

/** A week of work is at most this long; a larger figure is a month's or a mistake. */
const MAX_WEEKLY = 60;
/** The legal working week (Code du travail L3121-27); less is part time (L3123-1). */
export const FULL_WEEK = 35;

/**
 * Working time: "35H/semaine", "Temps partiel - 28H/semaine", "17h30", "Temps non complet 28/35ème", `FULL_TIME`.
 * Where only the hours are stated, 35 and more are full time.
 */
export function hours(text: string): Hours | undefined {
  const folded = fold(text);
  const weekly = weeklyHours(folded);
  const reading: Hours = {};
  const known = time(folded) ?? timeOf(weekly);
  if (known) reading.time = known;
  if (weekly !== undefined) reading.weekly = weekly;
  return known ? reading : undefined;
}

/** Full or part time by the hours a week. */
export function timeOf(weekly: number | undefined): Hours['time'] {
  return weekly === undefined ? undefined : weekly >= FULL_WEEK ? 'full' : 'part';
}

/** Full or part time, where a text says so. */
export function time(text: string): 'full' | 'part' | undefined {
  const folded = fold(text);
  if (/\b(partiel|part.?time|non complet|mi.temps|tnc)\b/.test(folded)) return 'part';
  if (/\b(plein|full.?time|temps complet|tc|full)\b/.test(folded)) return 'full';
  return /\bpart\b/.test(folded) ? 'part' : undefined;
}

/** Hours a week as a number, where they are plausible. */
export function weekly(text: string): number | undefined {
  const figure = /^\d{1,2}([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined;
  return figure === undefined ? weeklyHours(fold(text)) : plausible(figure);
}

function weeklyHours(folded: string): number | undefined {
  const share = /\b(\d{1,2}(?:[.,]\d+)?)\s*(?:\/|sur)\s*35\s*(?:e|eme|emes|h|heures)?\b/.exec(folded);
  if (share) return plausible(number(share[1]!));
  const clock = /\b(\d{1,2})\s*h\s*([0-5]\d)\b/.exec(folded);
  if (clock)
    return /(mois|jour|nuit)/.test(perWhat(folded, clock))
      ? undefined
      : plausible(Number(clock[1]) + Number(clock[2]) / 60);
  const plain = /\b(\d{1,2}(?:[.,]\d+)?)\s*(?:h|hrs?|heures?|hours?)\b/.exec(folded);
  if (!plain || /(mois|jour|nuit|month|day)/.test(perWhat(folded, plain))) return undefined;
  return plausible(number(plain[1]!));
}

/** The few characters behind a figure that say whether it is a week's. */
function perWhat(text: string, match: RegExpExecArray): string {
  return text.slice(match.index + match[0].length, match.index + match[0].length + 10);
}

function number(text: string): number {
  return Number(text.replace(',', '.'));
}

function plausible(weeklyHours: number): number | undefined {
  return weeklyHours >= 1 && weeklyHours <= MAX_WEEKLY ? Math.round(weeklyHours * 100) / 100 : undefined;
}
