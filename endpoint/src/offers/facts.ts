import type { Pay } from '../contract/index.ts';
import type { Posting } from './posting.ts';

/** Hours a week by which the same post may differ from one partner to the next. */
const HOURS_ROUNDED = 1.5;
/** Share by which amounts of one period may lie apart. */
const PAY_ROUNDED = 0.03;
/** How many of a period make a month, at least and at most: full time of 35 to 40 hours, 12 or 13 months. */
const A_MONTH: Record<NonNullable<Pay['period']>, [number, number]> = {
  hour: [150, 174],
  day: [20, 22],
  month: [1, 1],
  year: [1 / 13, 1 / 12],
};

/**
 * Which stated facts of two postings cannot be true of one job; `undefined` where none. What one side leaves out
 * contradicts nothing.
 */
export function contradictingFact(a: Posting, b: Posting): string | undefined {
  const kinds = new Set([a.contract.kind, b.contract.kind]);
  kinds.delete('unstated');
  // A seasonal contract is a fixed-term one (Code du travail L1242-2), and partners without a word for it say so.
  if (kinds.has('saisonnier')) kinds.delete('cdd');
  if (kinds.size > 1) return 'contract';
  if (differ(a.contract.nature, b.contract.nature)) return 'nature of the contract';
  if (differ(a.contract.months, b.contract.months)) return 'length of the contract';
  if (differ(a.hours?.time, b.hours?.time)) return 'full or part time';
  const weekly = [a.hours?.weekly, b.hours?.weekly];
  if (differ(...(weekly as [number, number])) && Math.abs(weekly[0]! - weekly[1]!) > HOURS_ROUNDED)
    return 'hours';
  if (a.schedule?.length && b.schedule?.length && !a.schedule.some((word) => b.schedule!.includes(word)))
    return 'schedule';
  if (payContradicts(a, b)) return 'pay';
  return undefined;
}

function differ<T>(one: T | undefined, another: T | undefined): boolean {
  return one !== undefined && another !== undefined && one !== another;
}

/** Ranges that do not touch; amounts of part time are compared within one period alone. */
function payContradicts(a: Posting, b: Posting): boolean {
  const [one, another] = [a.pay, b.pay];
  if (!one?.period || !another?.period || one.min === undefined || another.min === undefined) return false;
  if (one.period !== another.period && (a.hours?.time === 'part' || b.hours?.time === 'part')) return false;
  const [low, high] = monthly(one, another.period);
  const [least, most] = monthly(another, one.period);
  return high * (1 + PAY_ROUNDED) < least || most * (1 + PAY_ROUNDED) < low;
}

function monthly({ min, max, period }: Pay, other: Pay['period']): [number, number] {
  const [least, most] = period === other ? [1, 1] : A_MONTH[period!];
  return [min! * least, Math.max(min!, max ?? 0) * most];
}
