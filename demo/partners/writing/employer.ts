import { AGENCIES, FANCIES } from '../data/employers.ts';
import { sectorOf } from '../data/sectors.ts';
import type { Trade } from '../data/types.ts';
import type { Area, Commune } from '../communes.ts';
import type { Random } from '../random.ts';
import { of } from './french.ts';

export interface Employer {
  name: string;
  siret: string;
}

/** An invented employer that has such work. */
export function inventEmployer(random: Random, trade: Trade): Employer {
  return register(random.pick(sectorOf(trade).employers).replace('*', random.pick(FANCIES)));
}

/** An invented temporary-work agency. */
export function inventAgency(random: Random): Employer {
  return register(random.pick(AGENCIES));
}

/** The town hall of a commune, or now and then the EPCI that it belongs to. */
export function townHall(random: Random, area: Area, commune: Commune): Employer {
  const epci = area.epcis.find(({ communes }) => communes.includes(commune.insee));
  if (epci && random.chance(0.2)) return register(epci.name);
  return register(`${commune.population > 8000 ? 'Ville' : 'Commune'} ${of(commune.name)}`);
}

/** A name with a SIRET of its own: of the form that the law asks for, in a range (999) that is not given out. */
function register(name: string): Employer {
  let hash = 0;
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0;
  const siren = withCheckDigit(`999${String(hash % 100_000).padStart(5, '0')}`);
  return { name, siret: withCheckDigit(`${siren}${String(10 + (hash % 37)).padStart(4, '0')}`) };
}

/** The digits with the one appended that makes Luhn's sum a multiple of ten, as SIREN and SIRET have it. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
