/** The outline of a territory. */
export interface Outline {
  /** Each a list of longitudes and latitudes in degrees. */
  readonly rings: readonly (readonly (readonly [longitude: number, latitude: number])[])[];
  /** Whose it is and of when: its licence wants that shown beside it. */
  readonly source?: string;
}

/** More points than this are no outline for a map. */
const MAX_POINTS = 20_000;

/** The outline in an answer of `…/{board}`, without what cannot be drawn; no rings where there is none. */
export function saneOutline(raw: unknown): Outline {
  const { territory } = (raw ?? {}) as {
    territory?: { outline?: { coordinates?: unknown }; outlineSource?: unknown };
  };
  const source = territory?.outlineSource;
  const rings: [number, number][][] = [];
  let points = 0;
  for (const polygon of list(territory?.outline?.coordinates)) {
    for (const ring of list(polygon)) {
      const sane = list(ring).filter(isPoint);
      points += sane.length;
      if (sane.length > 3 && points <= MAX_POINTS) rings.push(sane);
    }
  }
  return typeof source === 'string' ? { rings, source } : { rings };
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
