import { fold } from './fold.ts';

/** A longer contract than this is a mistake. */
const MAX_MONTHS = 72;
const IN_MONTHS: [RegExp, number][] = [
  [/^m/, 1],
  [/^(an|y)/, 12],
  [/^(s|w)/, 12 / 52],
  [/^(j|d)/, 1 / 30],
];

/** A length of time in months: "6 mois", "1 an", "3 semaines", "15 jours", or the number of months alone. */
export function months(text: string): number | undefined {
  const folded = fold(text);
  if (/^\d+([.,]\d+)?$/.test(folded)) return plausible(Number(folded.replace(',', '.')));
  const match =
    /\b(\d{1,3}(?:[.,]\d+)?)\s*(mois|months?|ans?|annees?|years?|semaines?|weeks?|jours?|days?)\b/.exec(
      folded,
    );
  if (!match) return undefined;
  const factor = IN_MONTHS.find(([unit]) => unit.test(match[2]!))![1];
  return plausible(Number(match[1]!.replace(',', '.')) * factor);
}

function plausible(value: number): number | undefined {
  const rounded = Math.round(value * 10) / 10;
  return rounded > 0 && rounded <= MAX_MONTHS ? rounded : undefined;
}
