import type { Point } from '../../contract/index.ts';

/** Mean radius of the Earth (IUGG), in kilometres. */
const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/**
 * A point as a vector of length 1 from the centre of the Earth. The chord between two such points tells their
 * distance without a sine for each pair, and loses nothing between points that are close.
 */
export type Vector = readonly [x: number, y: number, z: number];

/** The vector of a point; NaN in all its parts where there is none. */
export function vectorOf(point: Point | undefined): Vector {
  if (!point) return [Number.NaN, Number.NaN, Number.NaN];
  const [latitude, longitude] = [point[0] * RADIANS, point[1] * RADIANS];
  const cosine = Math.cos(latitude);
  return [cosine * Math.cos(longitude), cosine * Math.sin(longitude), Math.sin(latitude)];
}

/** The square of the chord between two points. */
export function squaredChord(from: Vector, x: number, y: number, z: number): number {
  const [dx, dy, dz] = [from[0] - x, from[1] - y, from[2] - z];
  return dx * dx + dy * dy + dz * dz;
}

/** The great-circle distance, in kilometres, that belongs to a squared chord. */
export function chordKm(squared: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/** The squared chord that belongs to a radius in kilometres; Infinity from half the way around the Earth on. */
export function chordOf(km: number): number {
  if (km >= Math.PI * EARTH_RADIUS_KM) return Number.POSITIVE_INFINITY;
  return (2 * Math.sin(km / (2 * EARTH_RADIUS_KM))) ** 2;
}

/** Great-circle distance between two points, in kilometres. */
export function distanceKm(from: Point, to: Point): number {
  return chordKm(squaredChord(vectorOf(from), ...vectorOf(to)));
}

/** A distance as cards show it and as "nearest" sorts by it: to 0.1 km. */
export function roundedKm(km: number): number {
  return Math.round(km * 10) / 10;
}
