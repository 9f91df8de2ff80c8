import type { Commune } from '../communes.ts';
import type { DemoPartner, DemoPlace } from '../posting.ts';
import type { Random } from '../random.ts';

/** Postcodes of business mail in the larger communes, by INSEE code. */
const CEDEX: Record<string, string> = {
  '62765': '62503',
  '62193': '62107',
  '62160': '62321',
  '62119': '62412',
  '59183': '59383',
  '33063': '33076',
  '33318': '33608',
  '33281': '33692',
};
/** Share of postings that know the département alone. */
const DEPARTMENT_ONLY = 0.03;
/** Share with coordinates at the two partners that state them. */
const WITH_POINT: Partial<Record<DemoPartner, number>> = { boussole: 0.6, 'atelier-rh': 0.5 };
/** An address lies within so many degrees of its town's centre, about 600 metres. */
const ADDRESS_SPREAD = 0.006;

/** A commune as one partner writes it. */
export function writePlace(
  random: Random,
  commune: Commune,
  partner: DemoPartner,
  precise = false,
): DemoPlace {
  const { insee, department, departmentName, region } = commune;
  const france = { department, departmentName, region };
  if (
    !precise &&
    (partner === 'grand-tableau' || partner === 'boussole') &&
    random.chance(DEPARTMENT_ONLY / 0.8)
  ) {
    return {
      ...france,
      written: random.pick([departmentName, `${department} - ${departmentName}`, departmentName]),
    };
  }
  return { ...france, insee, ...spell(random, commune, partner), ...pointOf(random, commune, partner) };
}

function spell(
  random: Random,
  commune: Commune,
  partner: DemoPartner,
): { written: string; postcode?: string } {
  const { name, department } = commune;
  const postcode = random.chance(0.7) ? commune.postcodes[0] : random.pick(commune.postcodes);
  if (partner === 'boussole') return { written: capitals(name), postcode };
  if (partner !== 'grand-tableau') return { written: name, postcode };
  const cedex = CEDEX[commune.insee];
  if (cedex && random.chance(0.15)) return { written: `${capitals(name)} CEDEX`, postcode: cedex };
  const drawn = random.next();
  if (drawn < 0.1) return { written: `${department} - ${capitals(name)}` };
  if (drawn < 0.18) return { written: capitals(name).replace(/\bSAINT(E?)\b/g, 'ST$1'), postcode };
  if (drawn < 0.3) return { written: name.replace(/\bSaint(e?)-/g, 'St$1-'), postcode };
  if (drawn < 0.36) return { written: `${name} (${department})` };
  return { written: name, postcode };
}

function pointOf(random: Random, commune: Commune, partner: DemoPartner): { point?: [number, number] } {
  if (!commune.point || !random.chance(WITH_POINT[partner] ?? 0)) return {};
  const [lat, lon] = commune.point;
  if (partner === 'boussole') return { point: [lat, lon] };
  const near = (degrees: number) => Number((degrees + (random.next() - 0.5) * ADDRESS_SPREAD).toFixed(5));
  return { point: [near(lat), near(lon)] };
}

/** A name as old mainframes wrote it: no accents, no hyphens, no apostrophes, all capitals. */
function capitals(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toUpperCase()
    .replace(/[-'’]/g, ' ');
}
