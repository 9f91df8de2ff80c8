import { fold } from './fold.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Overseas parts of France that have a country code of their own (ISO 3166-1), with their département. */
const OVERSEAS: Record<string, string> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  TF: '984',
  WF: '986',
  PF: '987',
  NC: '988',
};

/** Codes of three letters, for the countries that partners near France send. */
const THREE_LETTERS: Record<string, string> = {
  FRA: 'FR',
  BEL: 'BE',
  CHE: 'CH',
  LUX: 'LU',
  DEU: 'DE',
  ITA: 'IT',
  ESP: 'ES',
  GBR: 'GB',
  NLD: 'NL',
  MCO: 'MC',
  AND: 'AD',
  PRT: 'PT',
  IRL: 'IE',
  AUT: 'AT',
  POL: 'PL',
  CAN: 'CA',
  USA: 'US',
};

let countryNames: Map<string, string> | undefined;

/** The ISO 3166-1 alpha-2 code of a country by code or by its French, English or German name. */
export function countryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (code === 'UK') return 'GB';
  if (THREE_LETTERS[code]) return THREE_LETTERS[code];
  countryNames ??= readCountryNames();
  if (/^[A-Z]{2}$/.test(code)) return [...countryNames.values()].includes(code) ? code : undefined;
  return countryNames.get(fold(text));
}

/** The département that an overseas country code stands for. */
export function overseasDepartment(country: string | undefined): string | undefined {
  return country === undefined ? undefined : OVERSEAS[country];
}

/** The code of a département by its code or name: "62", "FR-62", "Pas-de-Calais", "2a", "Pas-de-Calais (62)". */
export function departmentCode(gazetteer: Gazetteer, text: string): string | undefined {
  const trimmed = text.trim();
  const code = /^(?:FR-|d[ée]p(?:artement|t)?\.? *)?(\d{1,3}|2[AB])$/i.exec(trimmed)?.[1]?.toUpperCase();
  if (code) {
    const padded = code.padStart(2, '0');
    if (gazetteer.departments.has(padded)) return padded;
    return /^0\d{2}$/.test(code) ? departmentCode(gazetteer, code.slice(1)) : undefined;
  }
  const named = departmentNamed(gazetteer, fold(trimmed));
  if (named) return named;
  const both = /^(\d{2,3}|2[AB])\s*[-–:]?\s*(\D.*)$|^(\D.*?)\s*[-–]?\s*\(?(\d{2,3}|2[AB])\)?$/i.exec(trimmed);
  if (!both) return undefined;
  const byCode = departmentCode(gazetteer, (both[1] ?? both[4])!);
  return byCode && byCode === departmentNamed(gazetteer, fold((both[2] ?? both[3])!)) ? byCode : undefined;
}

/** The code of a region by its name. */
export function regionCode(gazetteer: Gazetteer, text: string): string | undefined {
  const key = fold(text);
  return gazetteer.regionNames.get(key) ?? gazetteer.regionNames.get(`la ${key}`);
}

/** The département of a postcode: that of its communes, else what its first digits say. */
export function departmentOfPostcode(gazetteer: Gazetteer, postcode: string): string | undefined {
  const communes = gazetteer.postcodes.get(postcode);
  if (communes) return communes[0]!.department;
  if (/^20[01]/.test(postcode)) return '2A';
  if (postcode.startsWith('20')) return '2B';
  const code = postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2);
  return gazetteer.departments.has(code) ? code : undefined;
}

function departmentNamed(gazetteer: Gazetteer, key: string): string | undefined {
  const { departmentNames } = gazetteer;
  return (departmentNames.get(key) ?? departmentNames.get(`la ${key}`))?.code;
}

function readCountryNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const language of ['de', 'en', 'fr']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (let first = 65; first <= 90; first++) {
      for (let second = 65; second <= 90; second++) {
        const code = String.fromCharCode(first, second);
        const name = isCurrent(code) ? display.of(code) : undefined;
        if (name) names.set(fold(name), code);
      }
    }
  }
  return names;
}

/** Withdrawn codes (FX, DD) have the names of their successors. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
