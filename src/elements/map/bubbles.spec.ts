import { describe, expect, it } from 'vitest';
import type { Area } from '../../client/map.ts';
import { bubblesOf } from './bubbles.ts';
import { Ground, gridPath, squareOf } from './ground.ts';

const area = (name: string, total: number, latitude: number, longitude: number): Area => ({
  code: name,
  name,
  total,
  point: [latitude, longitude],
});
const OMER = area('Saint-Omer', 40, 50.75, 2.25);
const ARQUES = area('Arques', 10, 50.745, 2.27);
const CALAIS = area('Calais', 30, 50.95, 1.86);
const NOWHERE: Area = { code: 'x', name: 'Nulle-Part', total: 5 };

function setup(areas: readonly Area[]) {
  const ground = new Ground(50.75);
  ground.hold(areas);
  const extent = ground.extent(800, 400)!;
  return { ground, extent, spots: ground.spots(areas, extent, 800) };
}

describe('bubbles', () => {
  it('that would overlap are one with their sum, named by the largest', () => {
    const { spots } = setup([OMER, ARQUES, CALAIS]);

    const far = bubblesOf(spots, 1, 16).map(({ areas, total }) => [areas.map(({ name }) => name), total]);

    expect(far).toEqual([
      [['Saint-Omer', 'Arques'], 50],
      [['Calais'], 30],
    ]);
  });

  it('part where there is room', () => {
    const { spots } = setup([OMER, ARQUES, CALAIS]);

    expect(bubblesOf(spots, 8, 16)).toHaveLength(3);
  });

  it('of one place never part', () => {
    const { spots } = setup([OMER, { ...ARQUES, point: OMER.point }]);

    expect(bubblesOf(spots, 24, 16)).toHaveLength(1);
  });

  it('are only for what lies somewhere', () => {
    const { spots } = setup([OMER, NOWHERE]);

    expect(spots.map(({ area }) => area.name)).toEqual(['Saint-Omer']);
  });
});

describe('the ground', () => {
  it('has north above, west to the left, and all of it within the frame', () => {
    const { spots } = setup([OMER, CALAIS]);
    const [omer, calais] = spots;

    expect(calais!.y).toBeLessThan(omer!.y);
    expect(calais!.x).toBeLessThan(omer!.x);
    for (const { x, y } of spots) {
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(780);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(380);
    }
  });

  it('does not move for fewer communes', () => {
    const { ground, extent } = setup([OMER, CALAIS]);
    ground.hold([OMER]);

    expect(ground.extent(800, 400)).toEqual(extent);
  });

  it('has none before it holds something, and room around a single commune', () => {
    expect(new Ground(50).extent(800, 400)).toBeUndefined();
    expect(setup([OMER]).extent.height).toBeGreaterThan(10);
  });

  it('has a grid of squares of round kilometres', () => {
    const { extent } = setup([OMER, CALAIS]);

    expect(squareOf(extent)).toBe(5);
    expect(gridPath(extent, 5).match(/v/g)!.length).toBe(Math.round(extent.width / 5));
  });
});
