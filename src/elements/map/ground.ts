import type { Area } from '../../client/map.ts';
import type { Outline } from '../../client/outline.ts';

const KM_PER_DEGREE = 111.2;
/** A single commune stands in the middle of so much land. */
const LEAST_SPAN_KM = 12;
/** Land around the outermost communes, as a share of the span: a bubble must not be cut. */
const MARGIN = 0.12;

/** A point of the ground, in pixels from its upper left corner at the scale of the whole. */
export interface Spot {
  readonly area: Area;
  readonly x: number;
  readonly y: number;
}

/** A part of the plane, in kilometres east and south. */
export interface Extent {
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The land of a map: it holds every commune that was ever shown, so that a narrower search moves nothing. Flat, with
 * degrees of longitude as wide as they are in its middle: over 100 km that is a hundredth off.
 */
export class Ground {
  readonly #shrink: number;
  #west = Infinity;
  #north = Infinity;
  #east = -Infinity;
  #south = -Infinity;

  /** @param latitude Of the middle, in degrees. */
  constructor(latitude: number) {
    this.#shrink = Math.cos((latitude * Math.PI) / 180);
  }

  /** Widens the ground to all that lies somewhere. */
  hold(areas: readonly Area[]): void {
    for (const { point } of areas) if (point) this.#widen(this.#flat(point));
  }

  /** Widens the ground to an outline; returns it as an SVG path in kilometres. */
  outline({ rings }: Outline): string {
    let path = '';
    for (const ring of rings) {
      let letter = 'M';
      for (const [longitude, latitude] of ring) {
        const [x, y] = this.#flat([latitude, longitude]);
        this.#widen([x, y]);
        path += `${letter}${round(x)} ${round(y)}`;
        letter = 'L';
      }
      path += 'Z';
    }
    return path;
  }

  /** What is to be seen of it in a frame of these pixels; undefined while it holds nothing. */
  extent(frameWidth: number, frameHeight: number): Extent | undefined {
    if (this.#west > this.#east || !frameWidth || !frameHeight) return undefined;
    const span = (from: number, to: number) => Math.max(to - from, LEAST_SPAN_KM) * (1 + 2 * MARGIN);
    const kmPerPixel = Math.max(
      span(this.#west, this.#east) / frameWidth,
      span(this.#north, this.#south) / frameHeight,
    );
    const width = frameWidth * kmPerPixel;
    const height = frameHeight * kmPerPixel;
    return {
      west: (this.#west + this.#east - width) / 2,
      north: (this.#north + this.#south - height) / 2,
      width,
      height,
    };
  }

  /** Where the areas that lie somewhere stand in a frame of so many pixels. */
  spots(areas: readonly Area[], { west, north, width }: Extent, frameWidth: number): Spot[] {
    const spots: Spot[] = [];
    for (const area of areas) {
      if (!area.point) continue;
      const [x, y] = this.#flat(area.point);
      const perKm = frameWidth / width;
      spots.push({ area, x: (x - west) * perKm, y: (y - north) * perKm });
    }
    return spots;
  }

  #widen([x, y]: [number, number]): void {
    this.#west = Math.min(this.#west, x);
    this.#east = Math.max(this.#east, x);
    this.#north = Math.min(this.#north, y);
    this.#south = Math.max(this.#south, y);
  }

  #flat([latitude, longitude]: NonNullable<Area['point']>): [number, number] {
    return [longitude * KM_PER_DEGREE * this.#shrink, -latitude * KM_PER_DEGREE];
  }
}

/** The lines of a grid of squares, as an SVG path in kilometres. */
export function gridPath({ west, north, width, height }: Extent, squareKm: number): string {
  let path = '';
  for (let x = Math.ceil(west / squareKm) * squareKm; x < west + width; x += squareKm) {
    path += `M${round(x)} ${round(north)}v${round(height)}`;
  }
  for (let y = Math.ceil(north / squareKm) * squareKm; y < north + height; y += squareKm) {
    path += `M${round(west)} ${round(y)}h${round(width)}`;
  }
  return path;
}

/** The side of a grid's squares: a round number of kilometres, with seven to fourteen of them in a row. */
export function squareOf({ width }: Extent): number {
  for (const km of [1, 2, 5, 10, 20, 50]) {
    if (width / km < 14) return km;
  }
  return 100;
}

const round = (km: number) => Math.round(km * 100) / 100;
