import type { EngineWriter } from '../search/engine.ts';
import type { Identities } from './identities.ts';
import { publishOffers, type Grouping } from './publish.ts';

/** An offer that was taken down, or restored. */
export interface TakenDown {
  id: string;
  title: string;
  /**
   * Taken down: whether it was shown until now; else it was closed already, and will not return. Restored: whether it is
   * shown from now on; else no partner sends it any more, or a rule keeps it back.
   */
  shown: boolean;
  /** The generation from which on this is so. */
  generation: number;
}

/**
 * Takes an offer down for good: it is denied first, in the file that lasts, then withdrawn by a publication of its
 * own. Partners may go on sending its postings, and others the same text.
 *
 * @param id of the offer, or one that was merged into it
 * @throws with one sentence where no offer was ever known by this id
 */
export async function takeDown(
  writer: EngineWriter,
  grouping: Grouping,
  { id, why }: { id: string; why?: string },
): Promise<TakenDown> {
  const { identities, postings, now } = grouping;
  const offer = knownAs(id, identities);
  const keys = identities.postings(offer.id);
  identities.denied.add(keys, { offer: offer.id, why, at: now });
  const { generation, withdrawn } = await publishOffers(writer, grouping, () => ({
    put: keys.filter((key) => postings.get(key) !== undefined),
    gone: [],
  }));
  return { id: offer.id, title: offer.title, shown: withdrawn > 0, generation };
}

/**
 * Undoes {@link takeDown}: the offer comes back under its id where a partner still sends it, at once. Said again it
 * brings the same about, so that nothing is lost where it was cut off.
 *
 * @param id of the offer, or one that was merged into it
 * @throws with one sentence where no offer was ever known by this id
 */
export async function restore(
  writer: EngineWriter,
  grouping: Grouping,
  { id }: { id: string },
): Promise<TakenDown> {
  const { identities, postings } = grouping;
  const offer = knownAs(id, identities);

  identities.denied.lift([offer.id, ...identities.aliases(offer.id)]);
  const keys = identities.postings(offer.id).filter((key) => postings.standing(key)?.reason === null);
  const { generation } = await publishOffers(writer, grouping, () => ({ put: keys, gone: [] }));
  return { id: offer.id, title: offer.title, shown: keys.length > 0, generation };
}

function knownAs(id: string, identities: Identities): { id: string; title: string } {
  const offer = identities.find(id);
  if (!offer) throw new Error(`No offer is known by the id "${id}": copy it from the offer's address.`);
  return offer;
}
