import { describe, expect, it } from 'vitest';
import { checkDepartment, checkFrance } from './plausible.ts';
import type { CommuneRow } from './rows.ts';

function commune(n: number, change: Partial<CommuneRow> = {}): CommuneRow {
  return {
    code: String(n).padStart(5, '0'),
    nom: `Commune ${n}`,
    codeDepartement: '62',
    codesPostaux: ['62500'],
    centre: { type: 'Point', coordinates: [2.2, 50.7] },
    ...change,
  };
}

const communes = (count: number) => Array.from({ length: count }, (_, n) => commune(n));
const at = (longitude: number, latitude: number) => [
  commune(1, { codeDepartement: undefined, centre: { type: 'Point', coordinates: [longitude, latitude] } }),
];

describe('a département', () => {
  it.each([
    ['62', 1.6, 50.9],
    ['2A', 8.7, 41.9],
    ['29', -5.1, 48.46],
    ['67', 8.2, 48.97],
    ['974', 55.45, -20.88],
    ['973', -52.3, 4.9],
    ['976', 45.2, -12.8],
    ['975', -56.2, 46.8],
    ['987', -149.57, -17.54],
    ['988', 166.45, -22.27],
    ['986', -176.2, -13.3],
  ])('%s may have a commune at %d, %d', (code, longitude, latitude) => {
    expect(() => checkDepartment(code, at(longitude, latitude), 1)).not.toThrow();
  });

  it.each([
    ['62', 50.7, 2.2],
    ['62', 55.45, -20.88],
    ['974', 2.2, 50.7],
    ['62', 0, 0],
    ['62', 2.2, 52.5],
  ])('%s has no commune at %d, %d', (code, longitude, latitude) => {
    expect(() => checkDepartment(code, at(longitude, latitude), 1)).toThrow(/where France is not/);
  });

  it('has communes of its own only', () => {
    expect(() => checkDepartment('62', [commune(1, { codeDepartement: '59' })], 1)).toThrow(/lies elsewhere/);
  });

  it('does not vanish, but a territory may be left out', () => {
    expect(() => checkDepartment('48', [], 152)).toThrow('Not one commune of département 48 came.');
    expect(() => checkDepartment('989', [], 1)).not.toThrow();
  });
});

describe('France', () => {
  it('may lose one in a hundred communes, and gain any', () => {
    expect(() => checkFrance(communes(34_700), 35_000)).not.toThrow();
    expect(() => checkFrance(communes(35_500), 35_000)).not.toThrow();
  });

  it.each([
    [communes(34_600), 35_000, /Of 35000 communes only 34600 came/],
    [communes(33_999), 33_999, /Only 33999 communes came/],
    [[...communes(35_000), commune(7)], 35_000, /came twice/],
    [
      communes(35_000).map((row, n) => (n % 50 ? row : { ...row, centre: undefined })),
      35_000,
      /Only 34300 of 35000 communes came with their centre/,
    ],
  ])('is more than that (%#)', (rows, known, sentence) => {
    expect(() => checkFrance(rows, known)).toThrow(sentence);
  });
});
