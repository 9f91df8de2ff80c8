import type { Point } from '../../contract/index.ts';

/** Mean radius of the Earth (IUGG), in kilometres. */
export const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(from: Point, to: Point): number {
  return distanceFrom(from)(to[0], to[1]);
}

/** Measures from one point to many: latitude and longitude in degrees, NaN gives NaN. */
export function distanceFrom([latitude, longitude]: Point): (latitude: number, longitude: number) => number {
  const cosine = Math.cos(latitude * RADIANS);
  return (toLatitude, toLongitude) => {
    const north = Math.sin(((toLatitude - latitude) * RADIANS) / 2);
    const east = Math.sin(((toLongitude - longitude) * RADIANS) / 2);
    const haversine = north * north + cosine * Math.cos(toLatitude * RADIANS) * east * east;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
  };
}

/** Tells whether points lie within a radius; the difference in latitude alone rules most of them out. */
export function circle(centre: Point, radiusKm: number): (latitude: number, longitude: number) => boolean {
  const measure = distanceFrom(centre);
  const degrees = (radiusKm / EARTH_RADIUS_KM / RADIANS) * 1.000_001;
  return (latitude, longitude) =>
    Math.abs(latitude - centre[0]) <= degrees && measure(latitude, longitude) <= radiusKm;
}

/** A distance as cards show it and as "nearest" sorts by it: to 0.1 km. */
export function roundedKm(km: number): number {
  return Math.round(km * 10) / 10;
}
