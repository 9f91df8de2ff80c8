import type { Point } from '../contract/index.ts';
import { departmentCode } from './areas.ts';
import { isPoint } from './distance.ts';
import { fold } from './fold.ts';
import { byPopulation, type Commune, type Gazetteer } from './gazetteer.ts';
import { communeOf, namesOf, type Nearby } from './locate.ts';
import { readPlace } from './reading.ts';

/** What a resident's words mean; exactly one key is there. */
export interface Understood {
  /** INSEE code of a commune of today. */
  insee?: string;
  /** Code of a département. */
  department?: string;
  point?: Point;
}

const POINT = /^(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)$/;
/** Fewer letters than this are no beginning of a name. */
const MIN_BEGINNING = 3;

/**
 * Understands what stands in the box for the place: a point, a postcode or INSEE code, a département by code
 * or name, a commune by name. Of several communes one that is preferred is meant, then the largest.
 *
 * Five digits are a postcode wherever one exists, since half of all postcodes are also the INSEE code of some
 * other commune and residents type postcodes; they are the INSEE code where only that is preferred.
 */
export function understand(
  gazetteer: Gazetteer,
  nearby: Nearby,
  text: string,
  prefer: ReadonlySet<string>,
): Understood | undefined {
  const typed = text.slice(0, 200).trim();
  const point = POINT.exec(typed);
  if (point) {
    const pair: [number, number] = [Number(point[1]), Number(point[2])];
    return isPoint(pair) ? { point: pair } : undefined;
  }
  if (/^\d[\dab] ?\d{3}$/i.test(typed))
    return byDigits(gazetteer, typed.replace(' ', '').toUpperCase(), prefer);

  const key = fold(typed);
  if (key === '') return undefined;
  const whole = best(
    namesOf(gazetteer, key).map(({ commune }) => commune),
    prefer,
  );
  const named = whole && localMeaning(gazetteer, key, whole, prefer);
  const department = departmentCode(gazetteer, typed);
  if (named && (!department || named.department === department || prefer.has(named.insee))) {
    return { insee: named.insee };
  }
  if (department) return { department };
  const parts = byParts(gazetteer, nearby, typed, prefer);
  if (parts) return parts;
  const begun = byBeginning(gazetteer, key, prefer);
  return begun && { insee: begun.insee };
}

function byDigits(gazetteer: Gazetteer, digits: string, prefer: ReadonlySet<string>): Understood | undefined {
  const ofPostcode = best(gazetteer.postcodes.get(digits) ?? [], prefer);
  const ofInsee = gazetteer.commune(digits);
  if (ofInsee && prefer.has(ofInsee.insee) && !prefer.has(ofPostcode?.insee ?? '')) {
    return { insee: ofInsee.insee };
  }
  const commune = ofPostcode ?? ofInsee;
  return commune && { insee: commune.insee };
}

/** A name with what tells it apart: "saint omer 62", "62500 st omer", "Paris 12e". */
function byParts(
  gazetteer: Gazetteer,
  nearby: Nearby,
  typed: string,
  prefer: ReadonlySet<string>,
): Understood | undefined {
  const reading = readPlace(gazetteer, { name: typed });
  const commune = communeOf(gazetteer, nearby, reading);
  if (commune) return { insee: commune.insee };
  const named = best(
    reading.keys.flatMap((key) => namesOf(gazetteer, key)).map((name) => name.commune),
    prefer,
  );
  if (named) return { insee: named.insee };
  const ofPostcode = best(gazetteer.postcodes.get(reading.postcode ?? '') ?? [], prefer);
  if (ofPostcode) return { insee: ofPostcode.insee };
  return reading.department ? { department: reading.department } : undefined;
}

/** What people there call by its first word: in Saint-Omer "Aire" is Aire-sur-la-Lys, not the village of that name. */
function localMeaning(
  gazetteer: Gazetteer,
  key: string,
  whole: Commune,
  prefer: ReadonlySet<string>,
): Commune {
  if (prefer.has(whole.insee)) return whole;
  const local = byBeginning(gazetteer, `${key} `, prefer);
  return local && local.population > whole.population ? local : whole;
}

/** The beginning of a name, where only one preferred commune has it. */
function byBeginning(gazetteer: Gazetteer, key: string, prefer: ReadonlySet<string>): Commune | undefined {
  if (key.length < MIN_BEGINNING) return undefined;
  const found: Commune[] = [];
  for (const insee of prefer) {
    const commune = gazetteer.communes.get(insee);
    if (commune?.key.startsWith(key)) found.push(commune);
  }
  return found.length === 1 ? found[0] : undefined;
}

function best(communes: readonly Commune[], prefer: ReadonlySet<string>): Commune | undefined {
  const preferred = communes.filter(({ insee }) => prefer.has(insee));
  return [...(preferred.length > 0 ? preferred : communes)].sort(byPopulation)[0];
}
