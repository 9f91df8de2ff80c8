import type { EngineWriter } from '../search/engine.ts';
import { publishOffers, type Grouping } from './publish.ts';

/** An offer that was taken down. */
export interface TakenDown {
  id: string;
  title: string;
  /** True where it was shown until now; false where it was closed already, and will not return. */
  shown: boolean;
  /** The generation from which on nobody is shown it. */
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
  const offer = identities.find(id);
  if (!offer) throw new Error(`No offer is known by the id "${id}": copy it from the offer's address.`);

  const keys = identities.postings(offer.id);
  identities.denied.add(keys, { offer: offer.id, why, at: now });
  const { generation, withdrawn } = await publishOffers(writer, grouping, () => ({
    put: keys.filter((key) => postings.get(key) !== undefined),
    gone: [],
  }));
  return { id: offer.id, title: offer.title, shown: withdrawn > 0, generation };
}
