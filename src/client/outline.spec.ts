import { expect, it } from 'vitest';
import { saneOutline } from './outline.ts';

const square = [
  [2, 50],
  [3, 50],
  [3, 51],
  [2, 50],
];
const outlineOf = (coordinates: unknown) => saneOutline({ territory: { outline: { coordinates } } }).rings;

it('reads every ring of every part', () => {
  expect(outlineOf([[square, square], [square]])).toEqual([square, square, square]);
});

it('leaves out what cannot be drawn', () => {
  expect(
    outlineOf([[[...square, ['x', 1], [2, 95], [null, null], null, [4, 50]], square.slice(1), 7], null]),
  ).toEqual([[...square, [4, 50]]]);
  expect(outlineOf([[Array.from({ length: 20_001 }, () => [2, 50])]])).toEqual([]);
});

it('is empty where there is none', () => {
  for (const raw of [null, 1, {}, { territory: null }, { territory: { outline: 'x' } }]) {
    expect(saneOutline(raw)).toEqual({ rings: [] });
  }
});

it('names whose it is', () => {
  expect(saneOutline({ territory: { outlineSource: 'Contours : IGN' } }).source).toBe('Contours : IGN');
  expect(saneOutline({ territory: { outlineSource: 7 } })).not.toHaveProperty('source');
});
