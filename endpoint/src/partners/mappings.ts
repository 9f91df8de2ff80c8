import { loadMapping, type Mapping } from '../feeds/mapping.ts';
import type { Partner } from './partner.ts';

/**
 * Loads the mappings that partners name, each once.
 *
 * @param configFolder where a mapping that is no known format stands
 * @throws {ConfigError} naming file and line
 */
export function loadMappings(partners: Iterable<Partner>, configFolder: string): Map<string, Mapping> {
  const mappings = new Map<string, Mapping>();
  for (const { feed } of partners) {
    if (feed.kind === 'samples' || mappings.has(feed.mapping)) continue;
    mappings.set(feed.mapping, loadMapping(feed.mapping, configFolder));
  }
  return mappings;
}
