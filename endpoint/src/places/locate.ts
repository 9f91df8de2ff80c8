import type { OfferPlace, Point } from '../contract/index.ts';
import { distanceKm } from './distance.ts';
import { byPopulation, type Commune, type Gazetteer, type KnownName } from './gazetteer.ts';
import { isFrance, type RawPlace, readPlace, type Reading } from './reading.ts';

/** A partner's point further than this from its commune's is taken for a mistake. */
const MAX_POINT_OFFSET_KM = 30;
/** A point without a name belongs to the commune whose centre lies closest, within this distance. */
const MAX_NEAREST_KM = 10;
/** Among homonyms one is meant without saying where it is many times the size of the others. */
const CLEARLY_LARGER = 10;
/** A département is meant where the communes of its name are smaller ("Landes", 575 inhabitants). */
const SMALL_HOMONYM = 5000;
/** Fewer letters are no beginning of a name to rely on. */
const MIN_BEGINNING = 5;

/** Finds the communes that lie around a point. */
export type Nearby = (point: Point, km: number) => Commune[];

/**
 * Places what a feed says: on a commune where it is certain, in a département where only that is, else with
 * precision `none` and the name as it was given. Homonyms are never guessed.
 */
export function locate(gazetteer: Gazetteer, nearby: Nearby, raw: RawPlace): OfferPlace {
  const reading = readPlace(gazetteer, raw);
  const commune = isFrance(reading.country) ? communeOf(gazetteer, nearby, reading) : undefined;
  if (commune) return onCommune(commune, reading);

  const department = isFrance(reading.country) && gazetteer.departments.get(reading.department ?? '');
  if (department) return { name: department.name, department: department.code, precision: 'department' };

  const names = new Set(
    reading.keys.flatMap((key) => gazetteer.names.get(key) ?? []).map(({ name }) => name),
  );
  const place: OfferPlace = { name: names.size === 1 ? [...names][0]! : reading.text, precision: 'none' };
  if (!isFrance(reading.country)) place.country = reading.country;
  return place;
}

/** The one commune that a reading means, or nothing where several or none are possible. */
export function communeOf(gazetteer: Gazetteer, nearby: Nearby, reading: Reading): Commune | undefined {
  if (reading.insee) return gazetteer.commune(reading.insee);
  for (const key of reading.keys) {
    const found = byName(gazetteer, key, reading);
    if (found) return found;
  }
  const ofPostcode = gazetteer.postcodes.get(reading.postcode ?? '');
  if (ofPostcode?.length === 1) return ofPostcode[0];
  return reading.point && byPoint(nearby, reading.point, reading);
}

/** The names of a key, its article at the end or left out where that makes a name: "HAVRE (LE)", "Havre". */
export function namesOf(gazetteer: Gazetteer, key: string): KnownName[] {
  const turned = /^(.+) (le|la|les|l)$/.exec(key);
  const spellings = [key, ...(turned ? [`${turned[2]} ${turned[1]}`] : [])];
  spellings.push(...['le', 'la', 'les', 'l'].map((article) => `${article} ${key}`));
  for (const spelling of spellings) {
    const names = gazetteer.names.get(spelling);
    if (names) return names;
  }
  return [];
}

function byName(gazetteer: Gazetteer, key: string, reading: Reading): Commune | undefined {
  const names = namesOf(gazetteer, key);
  const { postcode, department, region, point } = reading;
  const ofPostcode = gazetteer.postcodes.get(postcode ?? '');
  if (ofPostcode) {
    const found =
      single(names.filter((name) => name.postcode === postcode || ofPostcode.includes(name.commune))) ??
      byBeginning(ofPostcode, key);
    if (found) return found;
  }
  if (department) {
    const inside = names.filter(({ commune }) => commune.department === department);
    const found = single(inside) ?? largest(inside, 0);
    if (found || inside.length > 0) return found;
    return reading.stated && key.length >= MIN_BEGINNING
      ? byBeginning(gazetteer.ofDepartment.get(department) ?? [], key, true)
      : undefined;
  }
  if (region) {
    const ofRegion = ({ commune }: KnownName) =>
      gazetteer.departments.get(commune.department)?.region === region;
    const found = single(names.filter(ofRegion));
    if (found) return found;
  }
  if (point) {
    const close = ({ commune }: KnownName) =>
      commune.point !== undefined && distanceKm(commune.point, point) <= MAX_POINT_OFFSET_KM;
    const found = single(names.filter(close));
    if (found) return found;
  }
  return unhinted(gazetteer, key, names, reading);
}

/** What a bare name means: the only commune of it, unless a département has the name as well. */
function unhinted(
  gazetteer: Gazetteer,
  key: string,
  names: KnownName[],
  reading: Reading,
): Commune | undefined {
  const department = gazetteer.departmentNames.get(key);
  const found = single(names);
  if (!department || found?.department === department.code) {
    return found ?? (reading.cedex ? largest(names, SMALL_HOMONYM) : undefined);
  }
  if (names.every(({ commune }) => commune.population < SMALL_HOMONYM)) reading.department = department.code;
  return undefined;
}

/** The commune of all these names, those of today before former ones. */
function single(names: KnownName[]): Commune | undefined {
  const today = names.filter(({ former }) => !former);
  const communes = new Set((today.length > 0 ? today : names).map(({ commune }) => commune));
  return communes.size === 1 ? [...communes][0] : undefined;
}

function largest(names: KnownName[], atLeast: number): Commune | undefined {
  const [first, second] = [...new Set(names.map(({ commune }) => commune))].sort(byPopulation);
  if (!first || first.population < atLeast) return undefined;
  return !second || first.population >= CLEARLY_LARGER * second.population ? first : undefined;
}

/**
 * The commune that a longer or shorter name means among a few: "Saint-Omer centre", "Le Touquet". With
 * `shorter` only a name that was cut counts.
 */
function byBeginning(communes: readonly Commune[], key: string, shorter = false): Commune | undefined {
  const cut: Commune[] = [];
  let within: Commune | undefined;
  for (const commune of communes) {
    if (commune.key.startsWith(`${key} `)) cut.push(commune);
    if (!shorter && key.startsWith(`${commune.key} `) && commune.key.length > (within?.key.length ?? 0)) {
      within = commune;
    }
  }
  return within ?? (cut.length === 1 ? cut[0] : undefined);
}

function byPoint(nearby: Nearby, point: Point, reading: Reading): Commune | undefined {
  let best: Commune | undefined;
  let least = MAX_NEAREST_KM;
  for (const commune of nearby(point, MAX_NEAREST_KM)) {
    if (reading.department && commune.department !== reading.department) continue;
    const km = distanceKm(point, commune.point!);
    if (commune.precision === 'commune' && km < least) {
      best = commune;
      least = km;
    }
  }
  return best;
}

function onCommune(commune: Commune, reading: Reading): OfferPlace {
  const place: OfferPlace = {
    insee: commune.insee,
    name: commune.name,
    department: commune.department,
    precision: commune.precision,
  };
  if (commune.point) place.point = commune.point;
  const { postcodes } = commune;
  if (reading.postcode && postcodes.includes(reading.postcode)) place.postcode = reading.postcode;
  else if (postcodes.length === 1) place.postcode = postcodes[0];

  const { point } = reading;
  if (point && (!commune.point || distanceKm(point, commune.point) <= MAX_POINT_OFFSET_KM)) {
    place.point = point;
    place.precision = 'commune';
  }
  return place;
}
