/** The rings of a territory's outline, each a list of longitudes and latitudes in degrees. */
export type Outline = readonly (readonly (readonly [longitude: number, latitude: number])[])[];

/** More points than this are no outline for a map. */
const MAX_POINTS = 20_000;

/** The outline in an answer of `…/{board}`, without what cannot be drawn; empty where there is none. */
export function saneOutline(raw: unknown): Outline {
  const { territory } = (raw ?? {}) as { territory?: { outline?: { coordinates?: unknown } } };
  const rings: [number, number][][] = [];
  let points = 0;
  for (const polygon of list(territory?.outline?.coordinates)) {
    for (const ring of list(polygon)) {
      const sane = list(ring).filter(isPoint);
      points += sane.length;
      if (sane.length > 3 && points <= MAX_POINTS) rings.push(sane);
    }
  }
  return rings;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isPoint(value: unknown): value is [number, number] {
  const [longitude, latitude] = list(value);
  return degrees(longitude, 180) && degrees(latitude, 90);
}

function degrees(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}
