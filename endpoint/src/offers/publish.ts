import type { EngineState, EngineWriter, Publication } from '../search/engine.ts';
import { byLead, makeOffer, type PartnerRank } from './group.ts';
import { Grouper } from './grouper.ts';
import type { Identities } from './identities.ts';
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

/** Progress is told after so many postings, then offers. */
const TOLD_EVERY = 250;
/** Which part of a publication's work is grouping; the rest is writing. */
const GROUPING_SHARE = 0.5;

/**
 * Publishes one generation: `change` takes staged postings over and says what changed; the offers that this
 * touches are made again, and nothing else is written. A group with a posting that was taken down is no offer.
 *
 * @param onProgress told now and then which share of the work is done, from 0 to 1
 */
export async function publishOffers(
  writer: EngineWriter,
  grouping: Grouping,
  change: () => Changes,
  onProgress: (share: number) => void = () => {},
): Promise<Published> {
  const done = { put: 0, withdrawn: 0 };
  const state = await writer.publish((publication) => {
    const { postings } = grouping;
    postings.forget();
    const changes = change();
    Object.assign(
      done,
      grouping.identities.batch(() => regroup(publication, grouping, changes, onProgress)),
    );
    postings.settle();
  });
  return { ...state, ...done };
}

function regroup(
  publication: Publication,
  grouping: Grouping,
  { put, gone, barred = [] }: Changes,
  onProgress: (share: number) => void,
) {
  const { postings, identities, ranks, now } = grouping;
  const touched = new Set<string>();
  for (const key of [...gone, ...barred]) {
    const shown = postings.fingerprints.offerOf(key);
    if (shown !== undefined) touched.add(shown);
    const known = identities.known(key);
    if (known) touched.add(known.id);
  }
  postings.remove(gone);
  for (const key of barred) postings.fingerprints.remove(key);
  // Those that are known stay where they are; new ones look for company, and find them all.
  const grouper = new Grouper({ postings, identities, touched });
  const unknown: string[] = [];
  let grouped = 0;
  const told = () => {
    if (++grouped % TOLD_EVERY === 0) onProgress((GROUPING_SHARE * grouped) / put.length);
  };
  for (const key of put) {
    const known = identities.known(key);
    if (!known) {
      unknown.push(key);
      continue;
    }
    grouper.add(key, known);
    told();
  }
  for (const key of unknown) {
    grouper.add(key);
    told();
  }

  const done = { put: 0, withdrawn: 0 };
  const lead = byLead(ranks);
  let written = 0;
  for (const { id, keys } of byArea(touched, grouping)) {
    if (++written % TOLD_EVERY === 0)
      onProgress(GROUPING_SHARE + ((1 - GROUPING_SHARE) * written) / touched.size);
    const denied = keys.find((key) => identities.denied.has(key));
    if (denied !== undefined) identities.denied.join(keys, denied);
    if (denied !== undefined || keys.length === 0) {
      publication.withdraw(id);
      if (identities.close(id, now)) done.withdrawn += 1;
      continue;
    }
    const members = keys.map((key) => grouper.posting(key)).toSorted(lead);
    identities.open(id, members[0]!.title);
    publication.put(makeOffer(id, members), postings.marks(members[0]!.key)?.described);
    done.put += 1;
    // Merged, but still in the index where the publication that merged it was cut off before its commit there.
    for (const alias of identities.aliases(id)) publication.withdraw(alias);
  }
  // Closed, but still in the index where the publication that took them down was cut off before its commit there.
  for (const id of identities.denied.offers()) publication.withdraw(id);
  identities.forget(now - TOMBSTONE_MS, (key) => postings.fingerprints.has(key));
  return done;
}

/**
 * Offers with the postings of them that stand, area after area: an engine indexes the words of each part of the country
 * apart, and writes twice as fast what has its words in common with what it wrote last.
 */
function byArea(offers: Iterable<string>, { identities, postings }: Grouping) {
  const areaOf = (keys: readonly string[]) => {
    for (const key of keys) {
      const marks = postings.marks(key);
      if (marks) return marks.area;
    }
    return '';
  };
  return [...offers]
    .map((id) => {
      const keys = identities.postings(id).filter((key) => postings.fingerprints.has(key));
      return { id, keys, area: areaOf(keys) };
    })
    .sort((a, b) => (a.area < b.area ? -1 : Number(a.area > b.area)));
}
