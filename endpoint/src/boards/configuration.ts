import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Mapping } from '../feeds/mapping.ts';
import type { Reach } from '../france-travail/areas.ts';
import { loadMappings } from '../partners/mappings.ts';
import { loadPartners, type Partner, type Receiver } from '../partners/partner.ts';
import { samplePartner } from '../partners/samples.ts';
import { byPopulation } from '../places/gazetteer.ts';
import type { Places } from '../places/places.ts';
import { ConfigError, wholeOrNothing } from '../shared/yaml.ts';
import type { CompiledBoard } from './board.ts';
import { loadBoards } from './load.ts';
import { reachOf } from './reach.ts';
import { compileTerritory } from './territory.ts';

/** Samples stand in so many of a board's communes, the largest ones. */
const SAMPLED_COMMUNES = 5;

/** All that an operator configures in files. */
export interface Configuration {
  boards: Map<string, CompiledBoard>;
  /** Where there is none, the one that samples come from, if a board asks for them. */
  partners: Map<string, Partner>;
  /** Partners to whom offers go out. */
  receivers: Map<string, Receiver>;
}

/**
 * Loads the folders `boards` and `partners` of a configuration, whole or not at all.
 * @throws {ConfigError} with one line for each thing to mend, in all files at once
 */
export function loadConfiguration(
  folder: string,
  env: Record<string, string | undefined>,
  places: Places,
): Configuration {
  const named = boardIds(join(folder, 'boards'));
  const loaded = attempt(() => loadPartners(join(folder, 'partners'), env, { codes: places, boards: named }));
  const known = loaded.value && new Set(loaded.value.partners.keys());
  const boards = attempt(() => loadBoards(join(folder, 'boards'), places, known));
  const problems = [...loaded.problems, ...boards.problems];
  if (!loaded.value || !boards.value) throw new ConfigError(problems);
  const { partners, receivers } = loaded.value;

  const compiled = wholeOrNothing(boards.value.values(), (board) => compileTerritory(board, places));
  return {
    boards: new Map(compiled.map((board) => [board.definition.id, board])),
    partners: partners.size > 0 ? partners : samplesFor(compiled, places),
    receivers,
  };
}

/** What is gathered: partners, the mappings that they name and what the boards show of them. */
export interface Feeds {
  partners: ReadonlyMap<string, Partner>;
  mappings: ReadonlyMap<string, Mapping>;
  reach: Reach;
}

/**
 * What a configuration gathers.
 * @throws {ConfigError} with one line for each mapping to mend
 */
export function feedsOf({ partners, boards }: Configuration, folder: string): Feeds {
  return { partners, mappings: loadMappings(partners.values(), folder), reach: reachOf(boards.values()) };
}

/** Boards that ask for samples get them as long as there is no partner to deliver anything. */
function samplesFor(boards: readonly CompiledBoard[], places: Places): Map<string, Partner> {
  const communes = boards
    .filter(({ definition }) => definition.samples)
    .map(({ members }) =>
      [...members]
        .map((insee) => places.commune(insee)!)
        .sort(byPopulation)
        .slice(0, SAMPLED_COMMUNES)
        .map(({ insee }) => insee),
    );
  if (communes.length === 0) return new Map();
  const partner = samplePartner(communes);
  return new Map([[partner.id, partner]]);
}

function attempt<T>(load: () => T): { value?: T; problems: readonly string[] } {
  try {
    return { value: load(), problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { problems: error.problems };
  }
}

/** Ids of boards are the names of their files; where the folder cannot be read, the loading of boards says so. */
function boardIds(folder: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(folder).map((file) => basename(file, '.yaml')));
  } catch {
    return undefined;
  }
}
