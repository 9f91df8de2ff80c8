import type { components } from './api.gen.ts';

/** A commune with offers; an intercommunality or a département where there are too many. */
export interface Area {
  /** INSEE code, or that of the larger area. */
  readonly code: string;
  readonly name: string;
  readonly total: number;
  /** Latitude and longitude in degrees; absent where nobody knows them. */
  readonly point?: readonly [latitude: number, longitude: number];
}

/** Where the offers of a search lie. */
export interface MapAnswer {
  readonly level: components['schemas']['MapAnswer']['level'];
  /** The largest first. */
  readonly areas: readonly Area[];
  /** Offers of which only the département is known. */
  readonly unplaced: number;
  /** Offers that lie nowhere in the territory. */
  readonly outside: number;
}

/** Longest name that a map can make use of. */
const MAX_NAME = 100;

/** An answer of `…/map` of which every field can be shown; undefined where it counts nothing at all. */
export function saneMap(raw: unknown): MapAnswer | undefined {
  const { level, communes, places, unplaced, outside } = (raw ?? {}) as Record<string, unknown>;
  if (!Array.isArray(communes)) return undefined;
  const areas: Area[] = [];
  for (const [index, entry] of communes.entries()) {
    const [code, total] = Array.isArray(entry) ? entry : [];
    if (typeof code !== 'string' || !count(total)) continue;
    const { name, point } = ((Array.isArray(places) && places[index]) || {}) as Record<string, unknown>;
    const label = typeof name === 'string' && name.trim() ? name.slice(0, MAX_NAME) : code;
    areas.push({ code, name: label, total: count(total), point: pointOf(point) });
  }
  areas.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
  return {
    level: level === 'epci' || level === 'department' ? level : 'commune',
    areas,
    unplaced: count(unplaced),
    outside: count(outside),
  };
}

function count(value: unknown): number {
  return typeof value === 'number' && value > 0 && value < Infinity ? Math.round(value) : 0;
}

function pointOf(value: unknown): Area['point'] {
  const [latitude, longitude] = Array.isArray(value) ? (value as unknown[]) : [];
  return degrees(latitude, 90) && degrees(longitude, 180) ? [latitude, longitude] : undefined;
}

function degrees(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}
