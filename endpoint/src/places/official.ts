import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A row of the official geographic code: a commune of today, a former one, or an arrondissement of a city. */
export interface OfficialCommune {
  /** INSEE code. */
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement: string;
  codesPostaux?: string[];
  population?: number;
  /** INSEE codes of the communes that merged into this one. */
  anciensCodes?: string[];
  /** The commune of today that a former one belongs to. */
  chefLieu?: string;
  /** The city of an arrondissement. */
  commune?: string;
}

export interface OfficialEpci {
  code: string;
  nom: string;
  membres: { code: string }[];
}

export interface OfficialArea {
  code: string;
  nom: string;
  /** Code of the region, for a département. */
  region?: string;
}

/** The official geographic code of France, as `@etalab/decoupage-administratif` packs it. */
export interface Official {
  communes: OfficialCommune[];
  epcis: OfficialEpci[];
  departments: OfficialArea[];
  regions: OfficialArea[];
}

/** Reads the package's data files; its own index.js looks for them in the working directory. */
export async function readOfficial(): Promise<Official> {
  const require = createRequire(import.meta.url);
  const read = async (name: string) =>
    JSON.parse(await readFile(require.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'));
  return {
    communes: await read('communes'),
    epcis: await read('epci'),
    departments: await read('departements'),
    regions: await read('regions'),
  };
}
