import type { PayPeriod } from '../../contract/index.ts';
import { fold } from './fold.ts';

const PERIODS: [RegExp, PayPeriod][] = [
  [/\bhoraires?\b|\bheures?\b|\bhours?\b|\bhourly\b|\/ ?h\b|^h$|\bde l'h\b|\bpar h\b/, 'hour'],
  [/\bjours?\b|\bjournaliere?\b|\bdays?\b|\bdaily\b|\/ ?j\b|^j$|\btjm\b/, 'day'],
  [/\bmensuell?e?s?\b|\bmois\b|\bmonths?\b|\bmonthly\b|\/ ?m\b|^m$/, 'month'],
  [
    /\bannuell?e?s?\b|\bans?\b|\bannees?\b|\byears?\b|\byearly\b|\bannum\b|\bannual(?:ly)?\b|\/ ?a\b|^a$|\bpa\b/,
    'year',
  ],
];

/** The period of a pay that a text names first: "par mois", "/h", "Annuel", `MONTH`, "per annum"; none for a week. */
export function period(text: string): PayPeriod | undefined {
  const folded = fold(text);
  let best: PayPeriod | undefined;
  let least = Infinity;
  for (const [words, name] of PERIODS) {
    const at = folded.search(words);
    if (at >= 0 && at < least) {
      best = name;
      least = at;
    }
  }
  return best;
}

/** The period of a pay whose field is named for it ("salaire_mensuel"): whatever stands there, it is by the month. */
export const month = (): PayPeriod => 'month';
/** As {@link month}, by the hour. */
export const hour = (): PayPeriod => 'hour';
/** As {@link month}, by the day. */
export const day = (): PayPeriod => 'day';
/** As {@link month}, by the year. */
export const year = (): PayPeriod => 'year';
