import type { GeoJsonObject } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { MultiPolygon as MultiPolygonOfArcs, Objects, Polygon, Topology } from 'topojson-specification';
import type { MultiPolygon } from '../../contract/index.ts';
import type { ContourRow } from './rows.ts';

/** With more points an outline would be heavier than 12 kB (gzip) and no finer on a screen. */
const MOST_POINTS = 1_200;
/** Neighbours share their border to this share of the whole: 10^6 steps over 100 km are 10 cm. */
const STEPS = 1e6;
/** Decimals of a degree that are kept: some 10 metres. */
const DECIMALS = 4;

type Contour = NonNullable<ContourRow['contour']>;
type Ground = Polygon | MultiPolygonOfArcs;
type Ring = [number, number][];

/** The outline of communes together: their common borders vanish, and what is left gets as few points as a map needs. */
export function outlineOf(contours: readonly Contour[], most = MOST_POINTS): MultiPolygon | undefined {
  if (contours.length === 0) return undefined;
  const objects = Object.fromEntries(contours.map((contour, n) => [n, contour as GeoJsonObject]));
  const communes = topology(objects, STEPS);
  const whole = merge(communes, Object.values(communes.objects) as Ground[]);
  const points = countOf(whole.coordinates as Ring[][]);
  const weighed = presimplify(topology({ whole }) as Topology<Objects<object>>);
  // The quantile counts from the heaviest point.
  const simple = points > most ? simplify(weighed, quantile(weighed, most / points)) : weighed;
  const outline = merge(simple, [simple.objects.whole as Ground]);
  return tidy(outline.coordinates as Ring[][]);
}

/** Rounded, without rings that rounding made a line of; the largest ground comes first. */
function tidy(polygons: Ring[][]): MultiPolygon | undefined {
  const coordinates = polygons
    .map((rings) => {
      const [outer, ...holes] = rings.map(rounded);
      return isGround(outer) ? [outer, ...holes.filter(isGround)] : [];
    })
    .filter((rings) => rings.length > 0)
    .toSorted((a, b) => areaOf(b[0]!) - areaOf(a[0]!));
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : undefined;
}

function rounded(ring: Ring): Ring {
  const factor = 10 ** DECIMALS;
  const points = ring.map(([x, y]): [number, number] => [
    Math.round(x * factor) / factor,
    Math.round(y * factor) / factor,
  ]);
  return points.filter(([x, y], n) => n === 0 || x !== points[n - 1]![0] || y !== points[n - 1]![1]);
}

function isGround(ring: Ring | undefined): ring is Ring {
  return ring !== undefined && ring.length >= 4 && areaOf(ring) > 0;
}

/** Square degrees. */
function areaOf(ring: Ring): number {
  let sum = 0;
  for (let n = 1; n < ring.length; n++) {
    const [x, y] = ring[n]!;
    const [beforeX, beforeY] = ring[n - 1]!;
    sum += beforeX * y - x * beforeY;
  }
  return Math.abs(sum / 2);
}

function countOf(polygons: Ring[][]): number {
  return polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
}
