import type { Offer } from '../contract/index.ts';
import type { Scope } from '../search/engine.ts';
import type { Database } from '../shared/database.ts';
import { byLead, makeOffer, type PartnerRank } from './group.ts';
import type { Identities } from './identities.ts';
import type { Posting } from './posting.ts';

/**
 * Offers as boards show them that accept some partners only. The index holds each offer once, in the words of the
 * posting that leads of all; where a board does not accept one of the offer's partners, the offer is made anew of the
 * postings that it does accept, so that nothing is shown there that no accepted partner said.
 */
export class AcceptedOffers {
  readonly #identities: Pick<Identities, 'postings'>;
  readonly #ranks: () => ReadonlyMap<string, PartnerRank>;
  readonly #partner;
  readonly #posting;

  /**
   * @param index the index file, also while a writer publishes to it
   * @param ranks how partners rank now
   */
  constructor(
    index: Database,
    identities: Pick<Identities, 'postings'>,
    ranks: () => ReadonlyMap<string, PartnerRank>,
  ) {
    this.#identities = identities;
    this.#ranks = ranks;
    this.#partner = index.prepare<{ partner: string }>(
      `SELECT partner FROM fingerprint JOIN posting ON posting.key = fingerprint.posting
       WHERE fingerprint.posting = ? AND offer = ?`,
    );
    this.#posting = index.prepare<{ json: string }>('SELECT json FROM posting WHERE key = ?');
  }

  /**
   * The offer as a board shows it; `undefined` where that is how the index has it: the board accepts all of its
   * partners, or a publication has just taken away the postings of those that it does.
   */
  of(id: string, { partners }: Pick<Scope, 'partners'>): Offer | undefined {
    if (!partners) return undefined;
    const keys = this.#identities.postings(id);
    // A board shows no offer without a partner that it accepts.
    if (keys.length < 2) return undefined;
    const accepted: string[] = [];
    let refused = 0;
    for (const key of keys) {
      const partner = this.#partner.get(key, id)?.partner;
      if (partner === undefined) continue;
      if (partners.has(partner)) accepted.push(key);
      else refused++;
    }
    if (refused === 0) return undefined;
    const postings = accepted.flatMap((key) => {
      const row = this.#posting.get(key);
      return row ? [JSON.parse(row.json) as Posting] : [];
    });
    return postings.length > 0 ? makeOffer(id, postings.sort(byLead(this.#ranks()))) : undefined;
  }
}
