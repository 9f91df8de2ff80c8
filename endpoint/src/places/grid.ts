import type { Point } from '../contract/index.ts';
import { distanceKm } from './distance.ts';
import type { Commune } from './gazetteer.ts';

const CELLS_PER_DEGREE = 4;
const KM_PER_DEGREE = 111;
/** More columns than any longitude has: makes one number of a row and a column. */
const COLUMNS = 10_000;

/** Communes by cells of a quarter of a degree, to find those around a point without asking all. */
export class CommuneGrid {
  readonly #cells = new Map<number, Commune[]>();

  constructor(communes: Iterable<Commune>) {
    for (const commune of communes) {
      if (!commune.point) continue;
      const cell = cellOf(row(commune.point[0]), row(commune.point[1]));
      const list = this.#cells.get(cell);
      if (list) list.push(commune);
      else this.#cells.set(cell, [commune]);
    }
  }

  /** The communes whose centre lies within so many kilometres of a point, in no order. */
  within(point: Point, km: number): Commune[] {
    const [lat, lon] = point;
    const deltaLat = km / KM_PER_DEGREE;
    const deltaLon = deltaLat / Math.max(0.01, Math.cos(((Math.abs(lat) + deltaLat) * Math.PI) / 180));
    const found: Commune[] = [];
    for (let y = row(lat - deltaLat); y <= row(lat + deltaLat); y++) {
      for (let x = row(lon - deltaLon); x <= row(lon + deltaLon); x++) {
        for (const commune of this.#cells.get(cellOf(y, x)) ?? []) {
          if (distanceKm(point, commune.point!) <= km) found.push(commune);
        }
      }
    }
    return found;
  }
}

function row(degrees: number): number {
  return Math.floor(degrees * CELLS_PER_DEGREE);
}

function cellOf(y: number, x: number): number {
  return y * COLUMNS + x;
}
