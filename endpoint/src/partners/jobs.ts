import { createHash } from 'node:crypto';
import type { Mapping } from '../feeds/mapping.ts';
import type { Reach } from '../france-travail/areas.ts';
import type { Postings } from '../offers/postings.ts';
import type { Partner } from './partner.ts';
import type { ReadJob } from './read-feed.ts';
import type { Sources } from './sources.ts';

/** What decides how a partner's feed is read. */
export interface Recipes {
  mappings: ReadonlyMap<string, Mapping>;
  reach: Reach;
  places: { revision: string };
  postings: Postings;
  sources: Sources;
}

/**
 * The work that a partner's feed makes; what a broken-off gathering laid aside of it is forgotten.
 *
 * @param whole asks for the whole feed even where nothing changed
 */
export function jobOf(recipes: Recipes, partner: Partner, whole = false): ReadJob {
  const { postings, sources, mappings } = recipes;
  const { id, feed } = partner;
  postings.unstage(id);
  const known = sources.get(id);
  const stands = postings.count(id) > 0;
  const job = { partner, mapping: mappings.get(feed.mapping), path: postings.stagedAt(id), stands };
  if (whole || !stands || known?.recipe !== recipeOf(recipes, partner)) return job;
  return { ...job, validators: known.validators, cursor: known.cursor };
}

/** What of the configuration decides what becomes of a record. */
export function recipeOf(
  { mappings, reach, places }: Omit<Recipes, 'postings' | 'sources'>,
  { hosts, licence, feed }: Partner,
): string {
  const within = feed.kind && [[...reach.communes].sort(), [...reach.departments].sort()];
  const recipe = JSON.stringify([
    hosts,
    licence.maxAge,
    feed,
    mappings.get(feed.mapping),
    within,
    places.revision,
  ]);
  return createHash('sha256').update(recipe).digest('base64url').slice(0, 16);
}
