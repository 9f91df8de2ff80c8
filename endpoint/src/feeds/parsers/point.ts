import type { Point } from '../../contract/index.ts';
import { decimal } from './decimal.ts';

/** A point out of "latitude,longitude" or "latitude longitude". */
export function point(text: string): Point | undefined {
  const parts = text.trim().split(/\s*[,;]\s*|\s+/);
  return parts.length === 2 ? pointOf(decimal(parts[0]!), decimal(parts[1]!)) : undefined;
}

/** A point that lies on the earth and is not the 0,0 of feeds that know no place. */
export function pointOf(latitude: number | undefined, longitude: number | undefined): Point | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0))
    return undefined;
  return [latitude, longitude];
}
