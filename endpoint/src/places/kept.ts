import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MultiPolygon, Point } from '../contract/index.ts';
import type { Official, OfficialCommune, OfficialEpci } from './official.ts';

/** A commune as geo.api.gouv.fr gave it. */
export interface KeptCommune {
  /** INSEE code. */
  code: string;
  name: string;
  department: string;
  /** Code of its intercommunality; islands have none. */
  epci?: string;
  postcodes: string[];
  population: number;
  /** The middle of its ground, without which it was not kept. */
  centre: Point;
}

/** What `town-jobs places update` keeps in the data folder. */
export interface KeptPlaces {
  /** The form of the file; another one is not read. */
  form: typeof FORM;
  /** When it was taken (ISO 8601). */
  takenAt: string;
  communes: KeptCommune[];
  epcis: { code: string; name: string }[];
  /** Territories by {@link outlineKey} of their communes. */
  outlines: Record<string, MultiPolygon>;
}

export const FORM = 1;

/** Where the places of a data folder stand. */
export function keptPath(dataFolder: string): string {
  return join(dataFolder, 'places.json');
}

/** The places kept in a data folder; nothing where none are, or where the file is not one that `places update` wrote. */
export async function readKept(dataFolder: string): Promise<KeptPlaces | undefined> {
  try {
    const kept = JSON.parse(await readFile(keptPath(dataFolder), 'utf8')) as KeptPlaces;
    return kept.form === FORM ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Puts places into a data folder, whole or not at all.
 * @throws where the folder cannot be written
 */
export async function writeKept(dataFolder: string, kept: KeptPlaces): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const draft = `${keptPath(dataFolder)}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(kept), { flush: true });
    await rename(draft, keptPath(dataFolder));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Names a territory by its communes, whatever their order. */
export function outlineKey(insees: Iterable<string>): string {
  const codes = [...insees].sort().join();
  return createHash('sha256').update(codes).digest('base64url').slice(0, 16);
}

/**
 * The official code with what was kept in its place. Communes and intercommunalities that are no longer listed stay, so
 * that a board that names them goes on working.
 */
export function withKept(official: Official, kept: KeptPlaces): Official {
  const fresh = new Map(kept.communes.map((commune) => [commune.code, commune]));
  const communes = official.communes.map((row) => {
    const commune = row.type === 'commune-actuelle' ? fresh.get(row.code) : undefined;
    if (!commune) return row;
    fresh.delete(row.code);
    return { ...row, ...rowOf(commune) };
  });
  for (const commune of fresh.values()) communes.push(rowOf(commune));

  const members = new Map<string, { code: string }[]>();
  for (const { code, epci } of kept.communes) {
    if (epci) members.set(epci, [...(members.get(epci) ?? []), { code }]);
  }
  // Those of today come last: a commune belongs to the last that names it.
  const today = kept.epcis.map(({ code, name }): OfficialEpci => {
    return { code, nom: name, membres: members.get(code) ?? [] };
  });
  const listed = new Set(today.map(({ code }) => code));
  return {
    ...official,
    communes,
    epcis: [...official.epcis.filter(({ code }) => !listed.has(code)), ...today],
  };
}

function rowOf({ code, name, department, postcodes, population }: KeptCommune): OfficialCommune {
  return {
    code,
    nom: name,
    type: 'commune-actuelle',
    departement: department,
    codesPostaux: postcodes,
    population,
  };
}
