import { parisInstant, utcInstant, type WallTime } from '../../shared/paris.ts';

const MONTHS: Record<string, number> = {
  jan: 1, janv: 1, january: 1, janvier: 1,
  feb: 2, fev: 2, fevr: 2, february: 2, fevrier: 2,
  mar: 3, march: 3, mars: 3,
  apr: 4, avr: 4, april: 4, avril: 4,
  may: 5, mai: 5,
  jun: 6, june: 6, juin: 6,
  jul: 7, july: 7, juil: 7, juillet: 7,
  aug: 8, august: 8, aout: 8,
  sep: 9, sept: 9, september: 9, septembre: 9,
  oct: 10, october: 10, octobre: 10,
  nov: 11, november: 11, novembre: 11,
  dec: 12, december: 12, decembre: 12,
}; // prettier-ignore

/** Zones of RFC 822 and of Central Europe, in minutes; a time without one is a time in Paris. */
const ZONES: Record<string, number> = {
  z: 0, ut: 0, utc: 0, gmt: 0, cet: 60, cest: 120,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
}; // prettier-ignore

const TIME =
  '(?:[T\\s]\\s*(?:a\\s+)?(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?\\s*([a-z]{1,4}|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?(?:\\s*\\(.*\\))?$';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}`, 'i');
const DAY_FIRST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}`, 'i');
const NAMED = new RegExp(
  `^(?:[a-z]+[.,]?\\s+)?(?:le\\s+)?(\\d{1,2})(?:er)?[\\s-]([a-z]+)\\.?[\\s-](\\d{2}|\\d{4})${TIME}`,
  'i',
);
const PACKED = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;

/**
 * An instant out of the ways in which feeds write dates, as ISO 8601 in UTC: RFC 822, ISO 8601, `20260101`,
 * `YYYY-MM-DD hh:mm:ss`, `DD/MM/YYYY`, `DD-MM-YYYY`, "3 novembre 2026", seconds or milliseconds since the epoch.
 * Without a zone it is a time in Paris; a day alone begins there at midnight.
 */
export function date(text: string): string | undefined {
  return instant(text, false);
}

/** The last instant of a period: as {@link date}, but a day alone, or midnight, lasts until that day ends in Paris. */
export function deadline(text: string): string | undefined {
  return instant(text, true);
}

function instant(text: string, wholeDay: boolean): string | undefined {
  const plain = text
    .trim()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ');
  if (plain.length > 60) return undefined;
  const ms = /^\d{10}$|^\d{13}$/.test(plain) ? Number(plain.padEnd(13, '0')) : written(plain, wholeDay);
  if (ms === undefined || ms < Date.UTC(1990, 0) || ms >= Date.UTC(2100, 0)) return undefined;
  return new Date(ms).toISOString();
}

function written(text: string, wholeDay: boolean): number | undefined {
  let match = YEAR_FIRST.exec(text);
  if (match) return build(match[1], match[3], match[4], match.slice(5), wholeDay);
  match = DAY_FIRST.exec(text);
  if (match) return build(match[4], match[3], match[1], match.slice(5), wholeDay);
  match = PACKED.exec(text);
  if (match) return build(match[1], match[2], match[3], match.slice(4), wholeDay);
  match = NAMED.exec(text);
  const month = match && MONTHS[match[2]!.toLowerCase()];
  if (!match || !month) return undefined;
  const year = match[3]!.length === 2 ? `20${match[3]}` : match[3];
  return build(year, String(month), match[1], match.slice(4), wholeDay);
}

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second, zone]: (string | undefined)[],
  wholeDay: boolean,
): number | undefined {
  const time: WallTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Math.min(59, Number(second ?? 0)),
  };
  if (wholeDay && time.hour === 0 && time.minute === 0) {
    return parisInstant({ ...time, hour: 23, minute: 59, second: 59 });
  }
  const offset = hour === undefined ? undefined : offsetMinutes(zone);
  if (offset === undefined) return parisInstant(time);
  const utc = utcInstant(time);
  return utc === undefined ? undefined : utc - offset * 60_000;
}

/** Minutes east of Greenwich; nothing where no zone, or none that is known, is named. */
function offsetMinutes(zone: string | undefined): number | undefined {
  if (!zone) return undefined;
  const digits = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!digits) return ZONES[zone.toLowerCase()];
  return (digits[1] === '-' ? -1 : 1) * (Number(digits[2]) * 60 + Number(digits[3] ?? 0));
}
