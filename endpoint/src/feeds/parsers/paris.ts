const HOUR_MS = 3_600_000;

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

/** Last Sunday of a month at 01:00 UTC, when clocks change in the whole Union (directive 2000/84/EC). */
function clockChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0));
  return Date.UTC(year, month - 1, last.getUTCDate() - last.getUTCDay(), 1);
}

/**
 * The instant of a time in Paris, in ms since the epoch; nothing for a day that does not exist.
 * The hour that exists twice in October is the first one, the one that is missing in March moves on by an hour.
 */
export function parisInstant(time: WallTime): number | undefined {
  const asUtc = utcInstant(time);
  if (asUtc === undefined) return undefined;
  const winter = asUtc - HOUR_MS;
  const summer = asUtc - 2 * HOUR_MS;
  const begins = clockChange(time.year, 3);
  const ends = clockChange(time.year, 10);
  return summer >= begins && summer < ends ? summer : winter;
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
