import type { Point } from '../contract/index.ts';

const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Kilometres along the earth's surface between two points (haversine). */
export function distanceKm([latA, lonA]: Point, [latB, lonB]: Point): number {
  const acrossLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const acrossLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const chord = acrossLat ** 2 + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * acrossLon ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The mean of points that lie close together; nothing where there is none. */
export function meanPoint(points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  let lat = 0;
  let lon = 0;
  for (const point of points) {
    lat += point[0];
    lon += point[1];
  }
  return [round(lat / points.length), round(lon / points.length)];
}

/** Whether two numbers can be a place on earth; 0, 0 is what software writes for "unknown". */
export function isPoint(point: unknown): point is Point {
  if (!Array.isArray(point) || point.length !== 2) return false;
  const [lat, lon] = point as unknown[];
  if (typeof lat !== 'number' || typeof lon !== 'number') return false;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return false;
  return Math.abs(lat) > 0.01 || Math.abs(lon) > 0.01;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
