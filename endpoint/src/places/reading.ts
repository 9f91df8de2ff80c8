import type { Point } from '../contract/index.ts';
import {
  countryCode,
  departmentCode,
  departmentOfPostcode,
  overseasDepartment,
  regionCode,
} from './areas.ts';
import { isPoint } from './distance.ts';
import { fold } from './fold.ts';
import type { Gazetteer } from './gazetteer.ts';

/** A place as a feed writes it, nothing checked. */
export interface RawPlace {
  insee?: string;
  name?: string;
  postcode?: string;
  /** Code or name. */
  department?: string;
  region?: string;
  /** Code or name. */
  country?: string;
  point?: Point;
}

/** What a raw place says, its parts told apart. */
export interface Reading {
  /** The name as it was given, spaces tidied. */
  text: string;
  /** Folded names that may be a commune's, in the order of their standing. */
  keys: string[];
  insee?: string;
  postcode?: string;
  /** Code, stated or implied by the postcode. */
  department?: string;
  /** True where the département was stated, not only implied by a postcode. */
  stated: boolean;
  /** Code. */
  region?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** CEDEX: bulk mail is delivered there, so it is no hamlet. */
  cedex: boolean;
  point?: Point;
}

/** Longer names are cut: no commune has 100 characters. */
const MAX_NAME_LENGTH = 100;
const CODE = '\\d{5}|97\\d|98\\d|\\d{2}|2[AB]';
const CODE_BEFORE = new RegExp(`^(?:FR?-)?(${CODE})(\\s*[-–:]\\s*|\\s+)(?=\\D)(.+)$`, 'i');
const CODE_BEHIND = new RegExp(`^(.*?[^\\d\\s(-])(\\s*[-–:(]\\s*|\\s+)(${CODE})\\)?$`, 'i');
const CITY_QUARTER =
  /^(paris|lyon|marseille) 0?(\d{1,2}) ?(?:er?|ere|eme|ieme|nd)?(?: arrondissement| arr)?$/;
/** The postcodes of arrondissements begin with these, their number follows. */
const CITY_POSTCODES: Record<string, string> = { paris: '750', lyon: '690', marseille: '130' };

/** Tells the parts of a raw place apart; never throws, whatever the feed holds. */
export function readPlace(gazetteer: Gazetteer, raw: RawPlace): Reading {
  const text = tidy(raw.name);
  const reading: Reading = { text, keys: [], stated: false, cedex: /\bcedex\b/i.test(text) };
  if (isPoint(raw.point)) reading.point = raw.point;
  reading.country = countryCode(tidy(raw.country));
  reading.postcode = /^(?:FR?-?)?\s*(\d{2} ?\d{3})\b/i.exec(tidy(raw.postcode))?.[1]?.replace(' ', '');
  if (/\bcedex\b/i.test(tidy(raw.postcode))) reading.cedex = true;
  const areas = [raw.department, ...levelsOf(raw.region)].map(tidy);
  reading.department =
    firstOf(areas, (area) => departmentCode(gazetteer, area)) ?? overseasDepartment(reading.country);
  reading.region = firstOf(areas.toReversed(), (area) => regionCode(gazetteer, area));
  const insee = tidy(raw.insee).toUpperCase().padStart(5, '0');
  if (gazetteer.commune(insee)) reading.insee = insee;

  for (const part of text.split(/\s+[-–—/]\s+|[,;|]/)) readPart(gazetteer, part.trim(), reading);
  const short = /^\d{4}$/.exec(tidy(raw.postcode))?.[0];
  if (short && isFrance(reading.country)) readShortPostcode(gazetteer, `0${short}`, reading);
  readInseeAsPostcode(gazetteer, reading);
  reading.stated = reading.department !== undefined;
  if (!reading.department && reading.postcode && isFrance(reading.country)) {
    reading.department = departmentOfPostcode(gazetteer, reading.postcode);
  }
  return reading;
}

/** Some feeds write all levels as the region: "France;Hauts-de-France;Pas-de-Calais;Saint-Omer". */
function levelsOf(region: unknown): string[] {
  return tidy(region).split(/\s*[;>|]\s*/);
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = read(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a country is France or one of its overseas parts, or was not stated. */
export function isFrance(country: string | undefined): boolean {
  return country === undefined || country === 'FR' || overseasDepartment(country) !== undefined;
}

function readPart(gazetteer: Gazetteer, part: string, reading: Reading): void {
  let name = part.replace(/\bcedex\b(\s*\d{1,2}\b)?/gi, ' ').trim();
  const quarter = CITY_QUARTER.exec(fold(name));
  if (quarter) {
    reading.postcode ??= `${CITY_POSTCODES[quarter[1]!]}${quarter[2]!.padStart(2, '0')}`;
    reading.keys.push(quarter[1]!);
    return;
  }
  if (hint(gazetteer, name, reading)) return;
  const before = CODE_BEFORE.exec(name);
  if (before) name = withoutCode(gazetteer, name, before[3]!, before[1]!, before[2]!, reading);
  const behind = CODE_BEHIND.exec(name);
  if (behind) name = withoutCode(gazetteer, name, behind[1]!, behind[3]!, behind[2]!, reading);
  const inBrackets = /^(.+?)\s*\(([^()]+)\)$/.exec(name);
  if (inBrackets && !knows(gazetteer, name) && hint(gazetteer, inBrackets[2]!, reading))
    name = inBrackets[1]!;

  if (knows(gazetteer, name)) reading.keys.push(fold(name));
  else if (!areaHint(gazetteer, name, reading) && fold(name) !== '') reading.keys.push(fold(name));
}

/**
 * The name without the code of a département or the postcode that stands beside it. Two digits beside an
 * unknown name ("12 rue Neuve") say nothing unless a sign sets them apart.
 */
function withoutCode(
  gazetteer: Gazetteer,
  whole: string,
  name: string,
  code: string,
  sign: string,
  reading: Reading,
): string {
  const certain = code.length === 5 || sign.trim() !== '' || knows(gazetteer, name);
  return certain && codeHint(gazetteer, code, reading) ? name : whole;
}

/** Spreadsheets drop the zero of "01000"; Belgium's 1000 looks the same, so the name has to agree. */
function readShortPostcode(gazetteer: Gazetteer, postcode: string, reading: Reading): void {
  const keys = gazetteer.postcodes.get(postcode)?.map(({ key }) => key) ?? [];
  if (reading.keys.some((key) => keys.includes(key))) reading.postcode ??= postcode;
}

/** Some feeds write the INSEE code where the postcode belongs; the name has to agree. */
function readInseeAsPostcode(gazetteer: Gazetteer, reading: Reading): void {
  const { postcode } = reading;
  if (!postcode || gazetteer.postcodes.has(postcode)) return;
  const commune = gazetteer.commune(postcode);
  if (!commune || !reading.keys.includes(commune.key)) return;
  reading.insee ??= commune.insee;
  reading.postcode = undefined;
}

/** Takes a part that is no name of a commune as what narrows the place down. */
function hint(gazetteer: Gazetteer, part: string, reading: Reading): boolean {
  return (
    codeHint(gazetteer, part, reading) || (!knows(gazetteer, part) && areaHint(gazetteer, part, reading))
  );
}

function codeHint(gazetteer: Gazetteer, code: string, reading: Reading): boolean {
  if (/^\d{2} ?\d{3}$/.test(code)) {
    reading.postcode ??= code.replace(' ', '');
    return true;
  }
  if (!/^(\d{2,3}|2[AB])$/i.test(code)) return false;
  const department = departmentCode(gazetteer, code);
  if (department) reading.department ??= department;
  return department !== undefined;
}

function areaHint(gazetteer: Gazetteer, part: string, reading: Reading): boolean {
  if (/^\d+$/.test(part)) return false;
  const department = departmentCode(gazetteer, part);
  const region = regionCode(gazetteer, part);
  const country = part.length > 3 ? countryCode(part) : undefined;
  if (department) reading.department ??= department;
  else if (region) reading.region ??= region;
  else if (country) reading.country ??= country;
  return department !== undefined || region !== undefined || country !== undefined;
}

function knows(gazetteer: Gazetteer, name: string): boolean {
  return gazetteer.names.has(fold(name));
}

function tidy(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value)
    .slice(0, 4 * MAX_NAME_LENGTH)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return text.slice(0, MAX_NAME_LENGTH).trim();
}
