import { FeedError } from '../../feeds/error.ts';
import type { CommuneRow } from './rows.ts';

/** France has 34,969 communes in 2025 and loses a few dozen a year. */
const FEWEST_COMMUNES = 34_000;
/** More than this share of what was known does not vanish between two updates. */
const MOST_LOST = 0.01;

type Box = readonly [south: number, west: number, north: number, east: number];

const METROPOLE: Box = [41.2, -5.3, 51.2, 9.7];
/** Around the lands of each overseas département and territory, by its code. */
const OVERSEAS: Record<string, Box> = {
  971: [15.7, -62, 16.6, -60.9],
  972: [14.3, -61.3, 15, -60.7],
  973: [2, -54.7, 6, -51.5],
  974: [-21.5, 55.1, -20.8, 55.9],
  975: [46.6, -56.6, 47.3, -56],
  976: [-13.1, 44.9, -12.5, 45.4],
  977: [17.8, -63, 18, -62.7],
  978: [18, -63.2, 18.2, -62.9],
  984: [-69, 39, -11, 142],
  986: [-14.5, -178.3, -13.1, -176],
  987: [-28, -155, -7.5, -134],
  988: [-23, 158, -17, 172.5],
  989: [10.2, -109.4, 10.4, -109.1],
};

/**
 * Holds a département's communes to what can be.
 *
 * @param known how many communes it had the last time
 * @throws {FeedError} with one sentence where they cannot be those of that département
 */
export function checkDepartment(code: string, rows: readonly CommuneRow[], known: number): void {
  // Territories that the service leaves out keep what is known of them.
  if (rows.length === 0 && known > 0 && !(code in OVERSEAS))
    throw new FeedError(`Not one commune of département ${code} came.`);
  for (const { code: insee, nom, codeDepartement, centre } of rows) {
    if (codeDepartement !== undefined && codeDepartement !== code)
      throw new FeedError(`Among the communes of ${code} came ${nom} (${insee}), which lies elsewhere.`);
    if (centre && !lies(centre.coordinates, OVERSEAS[code] ?? METROPOLE))
      throw new FeedError(`${nom} (${insee}) is said to lie where France is not.`);
  }
}

/**
 * Holds all communes to what can be.
 *
 * @param known how many there were the last time
 * @throws {FeedError} with one sentence where too many are missing, or one came twice
 */
export function checkFrance(rows: readonly CommuneRow[], known: number): void {
  const codes = new Set(rows.map(({ code }) => code));
  if (codes.size < rows.length) throw new FeedError('Some communes came twice.');
  if (rows.length < FEWEST_COMMUNES)
    throw new FeedError(`Only ${rows.length} communes came; France has more than ${FEWEST_COMMUNES}.`);
  if (rows.length < known * (1 - MOST_LOST)) {
    throw new FeedError(`Of ${known} communes only ${rows.length} came; that is more than a year's mergers.`);
  }
  const placed = rows.filter(({ centre }) => centre).length;
  if (placed < rows.length * (1 - MOST_LOST)) {
    throw new FeedError(`Only ${placed} of ${rows.length} communes came with their centre.`);
  }
}

function lies(
  [longitude = NaN, latitude = NaN]: readonly number[],
  [south, west, north, east]: Box,
): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}
