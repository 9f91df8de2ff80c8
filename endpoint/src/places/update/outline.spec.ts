import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { outlineOf } from './outline.ts';
import type { ContourRow } from './rows.ts';

type Contour = NonNullable<ContourRow['contour']>;

const square = (west: number, south: number, size = 1): Contour => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

const corners = (contours: Contour[]) =>
  outlineOf(contours)!.coordinates.map((rings) => rings.map((ring) => ring.length - 1));

it('forgets the borders between communes', () => {
  const outline = outlineOf([square(0, 45), square(1, 45), square(0, 46), square(1, 46)])!;

  expect(outline.coordinates).toHaveLength(1);
  expect(outline.coordinates[0]).toHaveLength(1);
  const flat = outline.coordinates.flat(2);
  expect(flat.some(([x, y]) => x === 1 && y === 46)).toBe(false);
  expect(flat[0]).toEqual(flat.at(-1));
});

it('keeps an enclave as a hole and an island as ground of its own, the largest ground first', () => {
  const ring = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => square(x, 45 + y)));
  const around = ring.filter((_, n) => n !== 4);

  expect(corners([square(9, 45), ...around]).map((rings) => rings.length)).toEqual([2, 1]);
});

it('has no more points than a map needs, and weighs less than 12 kB whatever the coast', () => {
  const points = Array.from({ length: 20_000 }, (_, n) => {
    const angle = (n / 20_000) * 2 * Math.PI;
    const radius =
      1 + 0.1 * Math.sin(angle * 37) + 0.03 * Math.sin(angle * 911) + 0.01 * Math.sin(angle * 3001);
    return [2 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
  });
  const outline = outlineOf([{ type: 'Polygon', coordinates: [[...points, points[0]!]] }])!;

  expect(outline.coordinates.flat(2).length).toBeLessThan(1_300);
  expect(gzipSync(JSON.stringify(outline)).length).toBeLessThan(12_000);
  expect(outline.coordinates[0]![0]!.length).toBeGreaterThan(1_000);
});

it('gives nothing for nothing', () => {
  expect(outlineOf([])).toBeUndefined();
  expect(outlineOf([square(2, 50, 0.000_001)])).toBeUndefined();
});
