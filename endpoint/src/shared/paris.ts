const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_CACHED_HOURS = 50_000;

const format = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });
const offsets = new Map<number, number>();

/** Paris ahead of UTC in ms. Clocks change on whole hours of UTC, so that one look-up an hour is enough. */
function offset(ms: number): number {
  const hour = Math.floor(ms / HOUR_MS);
  let known = offsets.get(hour);
  if (known === undefined) {
    const name = format.formatToParts(hour * HOUR_MS).find((part) => part.type === 'timeZoneName')?.value;
    const [, sign, hours = 0, minutes = 0] = /([+-])(\d+):(\d+)/.exec(name ?? '') ?? [];
    known = (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * 60_000);
    if (offsets.size >= MOST_CACHED_HOURS) offsets.clear();
    offsets.set(hour, known);
  }
  return known;
}

/**
 * The calendar day of an instant in Europe/Paris, whatever the zone of the machine: days since 1 January 1970.
 *
 * @param ms since the epoch
 */
export function parisDay(ms: number): number {
  return Math.floor((ms + offset(ms)) / DAY_MS);
}

/**
 * The first instant of a calendar day in Europe/Paris, in ms since the epoch.
 *
 * @param ms an instant of the day to count back from
 * @param daysBack 0 for that day itself, 7 for the same weekday a week before
 */
export function startOfParisDay(ms: number, daysBack = 0): number {
  const midnight = (parisDay(ms) - daysBack) * DAY_MS;
  // Clocks change at 01:00 UTC, never between 22:00 and 23:00 UTC, where midnight in Paris lies.
  return midnight - offset(midnight - HOUR_MS);
}

/** The calendar date of an instant in Europe/Paris: "2026-11-22". */
export function parisDate(ms: number): string {
  return new Date(parisDay(ms) * DAY_MS).toISOString().slice(0, 10);
}

/** A day and time as a clock in Paris shows it. */
export interface WallTime {
  year: number;
  /** From 1. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/**
 * The instant of a time in Paris, in ms since the epoch; nothing for a day that does not exist.
 * The hour that exists twice in October is the first one, the one that is missing in March moves on by an hour.
 */
export function parisInstant(time: WallTime): number | undefined {
  const asUtc = utcInstant(time);
  if (asUtc === undefined) return undefined;
  const summer = asUtc - 2 * HOUR_MS;
  return summer + offset(summer) === asUtc ? summer : asUtc - HOUR_MS;
}

/** The instant of a time in UTC; nothing for a day or an hour that does not exist. */
export function utcInstant({ year, month, day, hour, minute, second }: WallTime): number | undefined {
  const instant = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(instant);
  const real =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute;
  return real ? instant : undefined;
}
