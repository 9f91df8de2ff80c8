import type { EngineState, EngineWriter, Publication } from '../search/engine.ts';
import { byLead, makeOffer, partByEmployer, type PartnerRank } from './group.ts';
import type { Identities, Identity } from './identities.ts';
import type { Posting } from './posting.ts';
import type { Changes, Postings } from './postings.ts';

/** What a publication did to offers. */
export interface Published extends EngineState {
  put: number;
  withdrawn: number;
}

/** What grouping needs: where postings and identities stand, and how partners rank. */
export interface Grouping {
  postings: Postings;
  identities: Identities;
  ranks: ReadonlyMap<string, PartnerRank>;
  /** ms since the epoch. */
  now: number;
}

/** How long it is known of a closed offer that there was one, in ms: 90 days. */
const TOMBSTONE_MS = 90 * 86_400_000;

/**
 * Publishes one generation: `change` takes staged postings over and says what changed; the groups that this
 * touches become offers again, and nothing else is written. A group with a posting that was taken down is no offer.
 */
export async function publishOffers(
  writer: EngineWriter,
  grouping: Grouping,
  change: () => Changes,
): Promise<Published> {
  const done = { put: 0, withdrawn: 0 };
  const state = await writer.publish((publication) => {
    const changes = change();
    Object.assign(
      done,
      grouping.identities.batch(() => regroup(publication, grouping, changes)),
    );
  });
  return { ...state, ...done };
}

function regroup(publication: Publication, grouping: Grouping, { put, gone }: Changes) {
  const { postings, identities, ranks, now } = grouping;
  const touched = new Set<string>();
  for (const key of [...put, ...gone]) for (const near of postings.neighbours(key)) touched.add(near);
  // A posting that returns finds its old id in the hands of those that stayed: they are asked first.
  for (const { id } of identities.of(put)) {
    for (const kin of identities.postings(id)) if (postings.isGrouped(kin)) touched.add(kin);
  }
  const before = new Set(identities.of([...put, ...gone, ...touched]).map(({ id }) => id));
  postings.remove(gone);
  for (const key of put) {
    postings.regroup(postings.get(key)!);
    touched.add(key);
  }
  for (const key of gone) touched.delete(key);

  const claimed = new Set<string>();
  const visited = new Set<string>();
  const lead = byLead(ranks);
  for (const key of touched) {
    if (visited.has(key)) continue;
    for (const group of partByEmployer(component(key, postings, visited))) {
      const members = group.toSorted(lead);
      const keys = members.map((posting) => posting.key);
      const denied = keys.find((key) => identities.denied.has(key));
      if (denied !== undefined) {
        identities.denied.join(keys, denied);
        continue;
      }
      const known = identities.of(keys).filter(({ id }) => !claimed.has(id));
      for (const { id } of known) before.add(id);
      const id = eldest(known) ?? identities.mint(members[0]!.title).id;
      claimed.add(id);
      identities.assign(id, members[0]!.title, keys);
      for (const { id: younger } of known) {
        if (younger === id || claimed.has(younger)) continue;
        identities.merge(younger, id);
      }
      publication.put(makeOffer(id, members));
      // Merged, but still in the index where the publication that merged it was cut off before its commit there.
      for (const alias of identities.aliases(id)) publication.withdraw(alias);
    }
  }
  let withdrawn = 0;
  for (const id of before) {
    if (claimed.has(id)) continue;
    publication.withdraw(id);
    if (identities.close(id, now)) withdrawn += 1;
  }
  // Closed, but still in the index where the publication that took them down was cut off before its commit there.
  for (const id of identities.denied.offers()) publication.withdraw(id);
  identities.forget(now - TOMBSTONE_MS, (key) => postings.isGrouped(key));
  return { put: claimed.size, withdrawn };
}

/** Every posting that can be reached over shared keys. */
function component(start: string, postings: Postings, visited: Set<string>): Posting[] {
  const found: Posting[] = [];
  const frontier = [start];
  visited.add(start);
  for (let key = frontier.pop(); key !== undefined; key = frontier.pop()) {
    found.push(postings.get(key)!);
    for (const near of postings.neighbours(key)) {
      if (visited.has(near)) continue;
      visited.add(near);
      frontier.push(near);
    }
  }
  return found;
}

function eldest(known: readonly Identity[]): string | undefined {
  return known.toSorted((a, b) => a.minted - b.minted)[0]?.id;
}
