import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Places } from '../../places/places.ts';
import { loadBoards, ROUTE_WORDS } from '../load.ts';
import { compileTerritory } from '../territory.ts';
import { draftYaml, idOf } from './draft.ts';
import { findCommune } from './find.ts';

export interface NewBoard {
  /** A commune by name ("Saint-Omer", "Saint-Omer (62)") or INSEE code. */
  name: string;
  /** Code of the département, which tells homonyms apart. */
  department?: string;
  /** Id of the board, where it is not to be made of the name. */
  id?: string;
  configFolder: string;
  places: Places;
  env: Record<string, string | undefined>;
}

/** What was written, and what an operator has to do next. */
export interface Created {
  id: string;
  /** As it is named in sentences: relative to the working directory. */
  file: string;
  communes: number;
  /** Communes of the same name that were not meant: "Saint-Omer (14)". */
  elsewhere: string[];
  /** A sentence for each thing that is missing, with where it is to be filled in. */
  missing: string[];
}

/**
 * Writes the file of a new board on the intercommunality of a commune. It never writes over anything.
 *
 * @throws with one sentence where the commune is not known or the board exists
 */
export function createBoard({ name, department, id, configFolder, places, env }: NewBoard): Created {
  const { commune, others } = findCommune(places, name, department);
  const folder = join(configFolder, 'boards');
  const chosen = id ?? freeId(idOf(commune.name), commune.department);
  if (!/^[a-z0-9-]+$/.test(chosen))
    throw new Error(`"${chosen}" makes no board: an id is made of small letters, digits and single hyphens.`);
  const path = join(folder, `${chosen}.yaml`);
  const file = shown(path);
  if (existsSync(path))
    throw new Error(`${file} exists already: edit it, or give this board another id with --id.`);

  const epci = commune.epci === undefined ? undefined : places.epci(commune.epci);
  const text = draftYaml({ id: chosen, commune, epci });
  check(chosen, text, places);
  try {
    for (const part of ['boards', 'partners']) mkdirSync(join(configFolder, part), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw new Error(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
  const elsewhere = others.map((other) => `${other.name} (${other.department})`);
  return { id: chosen, file, communes: epci?.members.length ?? 1, elsewhere, missing: missing() };

  function missing(): string[] {
    const sentences: string[] = [];
    if (partnerFiles(configFolder) === 0) {
      const partner = shown(join(configFolder, 'partners/france-travail.yaml'));
      sentences.push(
        `Partners: there is none, so that sample offers stand on the board. Add ${partner} for the offers of France Travail, and a file for each other site (README, "Hosting the endpoint").`,
      );
    }
    sentences.push(`Colours: fill in theme.color-primary in ${file}.`);
    sentences.push(`Contact: fill in contact in ${file}, an e-mail address or a page.`);
    sentences.push(`Legal notice: fill in imprint in ${file}, the address of the page.`);
    if (places.revision === '')
      sentences.push(
        'Positions: communes stand about where they lie. Run "town-jobs places update" for exact ones, and for the outline of the map.',
      );
    if (!env.TOWN_JOBS_ORIGIN)
      sentences.push('Address: set TOWN_JOBS_ORIGIN to how residents will reach the endpoint, https://…');
    return sentences;
  }
}

/** The sentences for a terminal. */
export function createdLines({ id, file, communes, elsewhere, missing }: Created): string[] {
  return [
    `${file} is written: a board on ${communes} ${communes === 1 ? 'commune' : 'communes'}. Start "town-jobs serve" and open /${id}.`,
    ...(elsewhere.length > 0 ? [`Others of that name, to be given like this: ${elsewhere.join(', ')}.`] : []),
    '',
    'What is missing:',
    ...missing.map((sentence) => `  - ${sentence}`),
  ];
}

/** An id that is no address of the endpoint itself. */
function freeId(id: string, department: string): string {
  return ROUTE_WORDS.includes(id) ? `${id}-${department.toLowerCase()}` : id;
}

/** Holds the text to all that a board's file is held to, before it stands where a server reads it. */
function check(id: string, text: string, places: Places): void {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-new-'));
  try {
    writeFileSync(join(folder, `${id}.yaml`), text);
    for (const board of loadBoards(folder, places).values()) compileTerritory(board, places);
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('\n');
    throw new Error(`"${id}" makes no board: ${sentence.replace(/^.*?\.yaml:\d+: |^Board "[^"]*": /, '')}`, {
      cause: error,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function partnerFiles(configFolder: string): number {
  try {
    return readdirSync(join(configFolder, 'partners')).filter((file) => file.endsWith('.yaml')).length;
  } catch {
    return 0;
  }
}

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
