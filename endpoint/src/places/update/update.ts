import type { MultiPolygon, Point } from '../../contract/index.ts';
import { FORM, type KeptCommune, type KeptPlaces, outlineKey, readKept, writeKept } from '../kept.ts';
import { type Official, readOfficial } from '../official.ts';
import { Places } from '../places.ts';
import { outlineOf } from './outline.ts';
import { checkDepartment, checkFrance } from './plausible.ts';
import { CommuneRow, ContourRow, EpciRow } from './rows.ts';
import { GeoSource, type SourceOptions } from './source.ts';

/** Départements that are asked for at a time. */
const AT_ONCE = 3;
const FIELDS = 'code,nom,codesPostaux,centre,population,codeEpci,codeDepartement';

export interface PlacesUpdate extends SourceOptions {
  dataFolder: string;
  /** The member communes of each board, by what is now known of places. */
  territories(places: Places): Iterable<ReadonlySet<string>>;
  /** Told of each answer that came. */
  onProgress?(done: number, total: number): void;
}

/** What an update took. */
export interface PlacesTaken {
  communes: number;
  epcis: number;
  outlines: number;
  /** Communes that have no point of their own, from before or now. */
  approximate: number;
}

/**
 * Takes communes, intercommunalities and the outlines of the boards' territories from geo.api.gouv.fr, and keeps them
 * in the data folder once all of it has come and can be true.
 *
 * @throws {FeedError} with one sentence; what was kept before stays as it was
 */
export async function updatePlaces(update: PlacesUpdate): Promise<PlacesTaken> {
  const source = new GeoSource(update);
  const official = await readOfficial();
  const before = await readKept(update.dataFolder);
  const counts = countByDepartment(official, before);
  const departments = official.departments.map(({ code }) => code);
  let done = 0;
  let total = departments.length + 1;
  const step = () => update.onProgress?.(++done, total);

  const epcis = await source.list('/epcis?fields=code,nom', EpciRow, 'intercommunalities');
  step();
  const rows: CommuneRow[] = [];
  const placed: KeptCommune[] = [];
  await each(departments, async (code) => {
    const path = `/communes?codeDepartement=${code}&fields=${FIELDS}&format=json`;
    const communes = await source.list(path, CommuneRow, `communes of ${code}`);
    checkDepartment(code, communes, counts.get(code) ?? 0);
    rows.push(...communes);
    placed.push(...communes.flatMap((row) => keptCommune(row, code) ?? []));
    step();
  });
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  checkFrance(rows, before ? before.communes.length : known);

  const kept: KeptPlaces = {
    form: FORM,
    takenAt: new Date().toISOString(),
    communes: placed.sort((a, b) => (a.code < b.code ? -1 : 1)),
    epcis: epcis.map(({ code, nom }) => ({ code, name: nom })),
    outlines: {},
  };
  const places = Places.of(official, await Places.populated(update.dataFolder), kept);
  const territories = [...update.territories(places)];
  const drawn = departmentsOf(territories, places);
  total += drawn.length;
  const contours = new Map<string, NonNullable<ContourRow['contour']>>();
  const wanted = new Set(territories.flatMap((members) => [...members]));
  await each(drawn, async (code) => {
    const path = `/communes?codeDepartement=${code}&fields=code,contour&format=json`;
    for (const { code: insee, contour } of await source.list(path, ContourRow, `outlines of ${code}`))
      if (contour && wanted.has(insee)) contours.set(insee, contour);
    step();
  });
  kept.outlines = outlinesOf(territories, contours);
  await writeKept(update.dataFolder, kept);
  return {
    communes: kept.communes.length,
    epcis: kept.epcis.length,
    outlines: Object.keys(kept.outlines).length,
    approximate: [...places.communes()].filter(({ precision }) => precision !== 'commune').length,
  };
}

/** Does something with each, a few at a time; the first fault is the end of it. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  let fault: unknown;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of queue) {
        if (fault !== undefined) return;
        await work(item).catch((error: unknown) => (fault ??= error));
      }
    }),
  );
  if (fault !== undefined) throw fault;
}

function countByDepartment(official: Official, before: KeptPlaces | undefined): Map<string, number> {
  const codes = before
    ? before.communes.map(({ department }) => department)
    : official.communes.flatMap(({ type, departement }) => (type === 'commune-actuelle' ? departement : []));
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function keptCommune(row: CommuneRow, department: string): KeptCommune | undefined {
  const [longitude, latitude] = row.centre?.coordinates ?? [];
  if (longitude === undefined || latitude === undefined) return undefined;
  const centre: Point = [latitude, longitude];
  return {
    code: row.code,
    name: row.nom,
    department,
    ...(row.codeEpci && { epci: row.codeEpci }),
    postcodes: row.codesPostaux ?? [],
    population: row.population ?? 0,
    centre,
  };
}

function departmentsOf(territories: readonly ReadonlySet<string>[], places: Places): string[] {
  const codes = territories.flatMap((members) =>
    [...members].map((insee) => places.commune(insee)?.department),
  );
  return [...new Set(codes)].filter((code) => code !== undefined).sort();
}

/** Territories of which a commune's outline is not known are left out: a map with a hole would tell a lie. */
function outlinesOf(
  territories: readonly ReadonlySet<string>[],
  contours: ReadonlyMap<string, NonNullable<ContourRow['contour']>>,
): Record<string, MultiPolygon> {
  const outlines: Record<string, MultiPolygon> = {};
  for (const members of territories) {
    const parts = [...members].flatMap((insee) => contours.get(insee) ?? []);
    const outline = parts.length === members.size ? outlineOf(parts) : undefined;
    if (outline) outlines[outlineKey(members)] = outline;
  }
  return outlines;
}
