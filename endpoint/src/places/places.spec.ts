import { beforeAll, describe, expect, it } from 'vitest';
import { distanceKm } from './distance.ts';
import { fold } from './fold.ts';
import { Places } from './places.ts';

let places: Places;
beforeAll(async () => {
  places = await Places.load();
});

const names = (insee: string[]) => insee.map((code) => places.commune(code)?.name);

it('folds the spellings of a name to one key', () => {
  const spellings = ['Saint-Omer', 'SAINT OMER', 'st. omer', 'St-Omer CEDEX 2', 'Sàint‑Ömer', " saint'omer "];

  expect(new Set(spellings.map(fold))).toEqual(new Set(['saint omer']));
  expect(fold('Ste-Marie-aux-Chênes')).toBe('sainte marie aux chenes');
  expect(fold('Œuf-en-Ternois')).toBe('oeuf en ternois');
  expect(fold('Boulogne s/Mer')).toBe('boulogne sur mer');
});

it('measures kilometres along the earth', () => {
  expect(distanceKm([0, 0], [90, 0])).toBeCloseTo(10_007.56, 1);
  expect(distanceKm([60, 10], [60, 11])).toBeCloseTo(55.6, 1);
  expect(distanceKm([0, 179.5], [0, -179.5])).toBeCloseTo(111.2, 1);
  expect(distanceKm([50, 2], [50, 2])).toBe(0);
});

describe('the communes', () => {
  it('are those of the official code, nearly all with a point', () => {
    const all = [...places.communes()];
    const of = (precision: string) => all.filter((commune) => commune.precision === precision).length;

    expect(all).toHaveLength(34_969);
    expect(of('commune')).toBeGreaterThan(14_700);
    expect(of('none')).toBeLessThan(100);
  });

  it('know their postcodes, département, intercommunality and point', () => {
    expect(places.commune('62765')).toMatchObject({
      name: 'Saint-Omer',
      postcodes: ['62500'],
      department: '62',
      epci: '200069037',
      point: [50.74834, 2.26091],
      precision: 'commune',
    });
  });

  it('stand for what they merged from and for arrondissements', () => {
    expect(names(['62807', '75112', '69381', '13216'])).toEqual([
      'Saint-Martin-lez-Tatinghem',
      'Paris',
      'Lyon',
      'Marseille',
    ]);
    expect(names(['99999', '', 'constructor'])).toEqual([undefined, undefined, undefined]);
  });

  it('without a point of their own lie amid their neighbours', () => {
    const { point, precision } = places.commune('14635')!;

    expect(precision).toBe('approximate');
    expect(distanceKm(point!, [48.9333, -0.5167])).toBeLessThan(15);
  });

  it('make up intercommunalities and départements', () => {
    expect(places.epci('246201016')).toMatchObject({ name: 'CC du Pays de Lumbres' });
    expect(places.epci('246201016')!.members).toHaveLength(36);
    expect(places.department('2A')!.name).toBe('Corse-du-Sud');
    expect(places.epci('62765') ?? places.department('99')).toBeUndefined();
  });

  it.each([
    [[50.74834, 2.26091], 50],
    [[44.84044, -0.5805], 15],
    [[48.8566, 2.3522], 3],
    [[50.1, 2.9], 0.5],
  ] as const)('within a distance of %j are all that a linear scan finds (%d km)', ([lat, lon], km) => {
    const scanned = [...places.communes()].filter(
      ({ point }) => point && distanceKm(point, [lat, lon]) <= km,
    );

    expect(new Set(places.within([lat, lon], km))).toEqual(new Set(scanned));
  });
});
