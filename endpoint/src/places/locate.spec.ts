import { beforeAll, describe, expect, it } from 'vitest';
import type { OfferPlace } from '../contract/index.ts';
import { Places, type RawPlace } from './places.ts';

let places: Places;
beforeAll(async () => {
  places = await Places.load();
});

/** A place in one line: name, INSEE code, postcode, département, country, precision. */
function line({ name, insee, postcode, department, country, precision }: OfferPlace): string {
  return [name, insee, postcode, department, country, precision]
    .filter((part) => part !== undefined)
    .join(' ');
}

describe('a name that stands alone', () => {
  it.each([
    ['Aire s/ la Lys', 'Aire-sur-la-Lys 62014 62120 62 commune'],
    ['BOULOGNE-SUR-MER', 'Boulogne-sur-Mer 62160 62200 62 commune'],
    ['l’hay les roses', "L'Haÿ-les-Roses 94038 94240 94 commune"],
    ['HAVRE (LE)', 'Le Havre 76351 76 commune'],
    ['Bors (Canton de Charente-Sud)', 'Bors (Canton de Charente-Sud) 16053 16360 16 approximate'],
    ['Saint-Martin-au-Laërt', 'Saint-Martin-lez-Tatinghem 62757 62500 62 commune'],
    ['Mayenne', 'Mayenne 53147 53100 53 commune'],
    ['Paris', 'Paris 75056 75 commune'],
  ])('%j is one commune: %s', (name, expected) => {
    expect(line(places.locate({ name }))).toBe(expected);
  });

  it.each([
    ['SAINT OMER', 'Saint-Omer none'],
    ['St-Denis', 'Saint-Denis none'],
    ['Vienne', 'Vienne none'],
    ['Télétravail', 'Télétravail none'],
    ['12 rue Neuve', '12 rue Neuve none'],
    ['France entière', 'France entière none'],
    ['Île-de-France', 'Île-de-France none'],
    ['', ' none'],
  ])('%j is not guessed', (name, expected) => {
    expect(line(places.locate({ name }))).toBe(expected);
  });
});

describe('a name with what tells it apart', () => {
  it.each([
    ['62 - SAINT OMER', 'Saint-Omer 62765 62500 62 commune'],
    ['SAINT OMER (62)', 'Saint-Omer 62765 62500 62 commune'],
    ['Saint-Omer - Pas-de-Calais', 'Saint-Omer 62765 62500 62 commune'],
    ['Saint-Omer, Hauts-de-France, France', 'Saint-Omer 62765 62500 62 commune'],
    ['Saint-Omer (Calvados)', 'Saint-Omer 14635 14220 14 approximate'],
    ['62500 St Omer', 'Saint-Omer 62765 62500 62 commune'],
    ['SAINT-OMER 62765', 'Saint-Omer 62765 62500 62 commune'],
    ['Puteaux, Hauts-de-Seine', 'Puteaux 92062 92800 92 commune'],
    ['38 - Vienne', 'Vienne 38544 38200 38 commune'],
    ['974 - Saint-Denis', 'Saint-Denis 97411 974 commune'],
  ])('%j is %s', (name, expected) => {
    expect(line(places.locate({ name }))).toBe(expected);
  });

  it.each<[RawPlace, string]>([
    [{ name: 'SAINT OMER', department: 'Pas-de-Calais' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ name: 'SAINT OMER', department: '62' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ name: 'Saint-Omer', region: 'Hauts-de-France' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ name: 'Saint Omer centre ville', postcode: '62500' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ name: 'Aire', postcode: '62 120' }, 'Aire-sur-la-Lys 62014 62120 62 commune'],
    [{ name: 'Tatinghem', postcode: '62500' }, 'Saint-Martin-lez-Tatinghem 62757 62500 62 commune'],
    [{ name: 'ZI du Bon Vent', postcode: '33600' }, 'Pessac 33318 33600 33 commune'],
    [{ name: 'Bourg en Bresse', postcode: '1000' }, 'Bourg-en-Bresse 01053 01000 01 commune'],
    [
      { name: 'Saint-Omer', region: 'France;Hauts-de-France;Pas-de-Calais;Saint-Omer' },
      'Saint-Omer 62765 62500 62 commune',
    ],
    [
      { name: 'Saint-Denis', region: 'France > Île-de-France > Seine-Saint-Denis' },
      'Saint-Denis 93066 93 commune',
    ],
    [{ name: 'Le Touquet', department: '62' }, 'Le Touquet-Paris-Plage 62826 62520 62 commune'],
    [{ name: 'Saint-Denis', country: 'RE' }, 'Saint-Denis 97411 974 commune'],
    [{ name: 'Saint-Omer', point: [50.75, 2.26] }, 'Saint-Omer 62765 62500 62 commune'],
  ])('%j is %s', (raw, expected) => {
    expect(line(places.locate(raw))).toBe(expected);
  });

  it('stays in its département where several communes of it are possible', () => {
    expect(line(places.locate({ name: 'Saint-Martin', department: '62' }))).toBe(
      'Pas-de-Calais 62 department',
    );
    expect(line(places.locate({ name: 'Zone industrielle', postcode: '62500' }))).toBe(
      'Pas-de-Calais 62 department',
    );
  });
});

describe('codes', () => {
  it.each<[RawPlace, string]>([
    [{ insee: '62765' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ insee: '62807' }, 'Saint-Martin-lez-Tatinghem 62757 62500 62 commune'],
    [{ insee: '1004' }, 'Ambérieu-en-Bugey 01004 01500 01 commune'],
    [{ insee: '75112' }, 'Paris 75056 75 commune'],
    [{ insee: '2a004' }, 'Ajaccio 2A004 2A commune'],
    [{ insee: '99999', name: 'Saint-Omer', postcode: '62500' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ postcode: '33600' }, 'Pessac 33318 33600 33 commune'],
    [{ postcode: '62500' }, 'Pas-de-Calais 62 department'],
    [{ name: 'St-Omer', postcode: '62765' }, 'Saint-Omer 62765 62500 62 commune'],
  ])('%j is %s', (raw, expected) => {
    expect(line(places.locate(raw))).toBe(expected);
  });
});

describe('bulk mail (CEDEX)', () => {
  it.each<[RawPlace, string]>([
    [{ name: 'ST OMER CEDEX' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ name: 'ST OMER CEDEX', postcode: '62503' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ name: '62503 SAINT OMER CEDEX 2' }, 'Saint-Omer 62765 62500 62 commune'],
    [{ name: 'BORDEAUX CEDEX', postcode: '33077' }, 'Bordeaux 33063 33 commune'],
    [{ name: 'PARIS CEDEX 08' }, 'Paris 75056 75 commune'],
    [{ name: 'SAINT DENIS CEDEX' }, 'Saint-Denis none'],
  ])('%j is %s', (raw, expected) => {
    expect(line(places.locate(raw))).toBe(expected);
  });
});

describe('arrondissements', () => {
  it.each([
    ['Paris 12e', 'Paris 75056 75012 75 commune'],
    ['PARIS 12', 'Paris 75056 75012 75 commune'],
    ['75012 Paris', 'Paris 75056 75012 75 commune'],
    ['Paris 12e Arrondissement', 'Paris 75056 75012 75 commune'],
    ['Lyon 3ème', 'Lyon 69123 69003 69 commune'],
    ['LYON 03 CEDEX', 'Lyon 69123 69003 69 commune'],
    ['13 - Marseille 1er', 'Marseille 13055 13001 13 commune'],
  ])('%j rolls up to its city: %s', (name, expected) => {
    expect(line(places.locate({ name }))).toBe(expected);
  });
});

describe('a département alone', () => {
  it.each<[RawPlace, string]>([
    [{ name: '62' }, 'Pas-de-Calais 62 department'],
    [{ name: '62 - Pas-de-Calais' }, 'Pas-de-Calais 62 department'],
    [{ name: 'PAS DE CALAIS' }, 'Pas-de-Calais 62 department'],
    [{ name: 'Nord' }, 'Nord 59 department'],
    [{ name: 'Landes' }, 'Landes 40 department'],
    [{ name: '86 - Vienne' }, 'Vienne 86 department'],
    [{ name: 'Réunion' }, 'La Réunion 974 department'],
    [{ department: '2A' }, 'Corse-du-Sud 2A department'],
    [{ region: 'Gironde' }, 'Gironde 33 department'],
  ])('%j is %s and has no point', (raw, expected) => {
    const place = places.locate(raw);

    expect(line(place)).toBe(expected);
    expect(place.point).toBeUndefined();
  });
});

describe('abroad', () => {
  it.each<[RawPlace, string]>([
    [{ name: 'Bruxelles', country: 'Belgique' }, 'Bruxelles BE none'],
    [{ name: 'Bruxelles, Belgique' }, 'Bruxelles, Belgique BE none'],
    [{ name: 'Saint-Omer', postcode: '62500', country: 'BEL' }, 'Saint-Omer BE none'],
    [{ name: 'Genève', country: 'ch', postcode: '1200' }, 'Genève CH none'],
    [{ name: 'Bruxelles', postcode: '1000' }, 'Bruxelles none'],
  ])('%j keeps its country: %s', (raw, expected) => {
    expect(line(places.locate(raw))).toBe(expected);
  });

  it.each(['FR', 'FRA', 'France', 'fr', 'nowhere'])('is not where the country is %j', (country) => {
    expect(places.locate({ name: 'Pessac', country }).insee).toBe('33318');
  });
});

describe("a partner's point", () => {
  it('is kept where it lies close to the commune', () => {
    const place = places.locate({ insee: '62765', point: [50.7601, 2.3001] });

    expect(place).toMatchObject({ insee: '62765', point: [50.7601, 2.3001], precision: 'commune' });
  });

  it('is dropped where it lies elsewhere', () => {
    const own = places.commune('62765')!.point;

    expect(places.locate({ insee: '62765', point: [44.8, -0.6] }).point).toEqual(own);
    expect(places.locate({ insee: '62765', point: [0, 0] }).point).toEqual(own);
    expect(places.locate({ insee: '62765', point: [Number.NaN, 2] }).point).toEqual(own);
  });

  it('finds the commune where nothing else is said', () => {
    expect(line(places.locate({ point: [50.7483, 2.2609] }))).toBe('Saint-Omer 62765 62500 62 commune');
    expect(line(places.locate({ name: 'au large', point: [46, -8] }))).toBe('au large none');
  });
});

it('never throws, whatever a feed holds', () => {
  const values: unknown[] = [
    undefined, null, 0, 62500, '', ' ', '\u0000', '(', ')(', '-', '62 -', '- 62', 'CEDEX', '(62)', '()', ',,,',
    'St', '__proto__', 'constructor', '٣٣', '🥐', 'x'.repeat(100_000), '62'.repeat(50_000), ' -'.repeat(50_000),
    [], {}, [1], [Number.NaN, Number.NaN], [1e9, 1], ['a', 'b'], true,
  ]; // prettier-ignore
  const keys = ['insee', 'name', 'postcode', 'department', 'region', 'country', 'point'];

  for (const [i, value] of values.entries()) {
    for (const key of keys) {
      const raw = { [key]: value, name: key === 'name' ? value : values[(i * 7) % values.length] };
      const place = places.locate(raw as RawPlace);

      expect(typeof place.name).toBe('string');
      expect(place.name.length).toBeLessThanOrEqual(100);
    }
  }
});
