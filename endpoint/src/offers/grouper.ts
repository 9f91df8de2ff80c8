import { Recent } from '../shared/recent.ts';
import type { Identities, KnownPosting } from './identities.ts';
import { type Marks, marksOf } from './marks.ts';
import type { Posting } from './posting.ts';
import type { Postings } from './postings.ts';
import { type Profile, profileOf } from './profile.ts';
import { compare, type Link, LINKS } from './same.ts';
import { changeBetween, withSketchOf } from './stamp.ts';

/** A posting is held against so many of those that an offer has already. */
const MOST_MATES = 16;
/** How many profiles are remembered at least: neighbours come again and again. */
const MOST_PROFILES = 600;

/**
 * Says of each posting that came or changed which offer it is. What stands keeps its offer: only a posting that is new,
 * or whose text or facts changed, looks for company, and only one that no longer fits its offer leaves it. So no id
 * flips because a neighbour comes or goes, and a refresh costs what it changes.
 */
export class Grouper {
  readonly #postings: Postings;
  readonly #identities: Identities;
  readonly #touched: Set<string>;
  readonly #profiles = new Recent<string, Profile>(MOST_PROFILES);

  /** @param deps `touched` takes the ids of the offers that have to be made again */
  constructor({
    postings,
    identities,
    touched,
  }: {
    postings: Postings;
    identities: Identities;
    touched: Set<string>;
  }) {
    this.#postings = postings;
    this.#identities = identities;
    this.#touched = touched;
  }

  /**
   * Groups a posting that was put. Those that are known have to come before those that are new.
   *
   * @param known the offer that the posting belonged to so far
   */
  add(key: string, known?: KnownPosting): void {
    const identities = this.#identities;
    const { keys, stamp, title } = this.#postings.marks(key) ?? this.#marks(key);
    const change = known?.stamp ? changeBetween(known.stamp, stamp) : 'none';
    let offer = known?.id;
    let looks = offer === undefined;
    if (offer !== undefined && change !== 'none') {
      const mates = this.#mates(offer, key);
      if (mates.length === 0) {
        if (change === 'text') identities.release(offer, key);
        looks = change !== 'words';
      } else if (this.#fits(this.#profile(key), mates, change)) looks = change === 'facts';
      else {
        offer = undefined;
        looks = true;
      }
    }
    if (looks) offer = this.#join(key, keys, offer);
    offer ??= identities.mint(title).id;
    const drifting = change === 'words' && known?.stamp;
    identities.assign(offer, key, drifting ? withSketchOf(drifting, stamp) : stamp);
    const shown = this.#postings.fingerprints.put(key, offer, keys);
    this.#touched.add(offer);
    if (known) this.#touched.add(known.id);
    // The index may show it elsewhere: a publication that moved it was cut off before its commit there.
    if (shown !== undefined) this.#touched.add(shown);
  }

  /** A posting that stands. */
  posting(key: string): Posting {
    return this.#profiles.get(key)?.posting ?? this.#postings.get(key)!;
  }

  /**
   * Whether a posting that changed may stay with its mates. Those that stood together for their nearly equal words do
   * not part over one more, unless it tells of another job: that would flip an id for a typo.
   */
  #fits(profile: Profile, mates: readonly Profile[], change: 'words' | 'facts' | 'text'): boolean {
    const verdicts = mates.map((mate) => compare(profile, mate));
    const parts = (against?: string) => (change === 'words' ? against === 'text' : against !== undefined);
    if (verdicts.some(({ against }) => parts(against))) return false;
    return change !== 'text' || verdicts.some(({ link }) => link !== undefined);
  }

  /**
   * Finds the offer that a posting is, merging those that it shows to be one. The strongest links count first; where
   * they lead to offers that exclude each other, nobody knows which one it is, and it stays alone.
   *
   * @param own the offer that the posting has already
   * @returns `undefined` where there is none
   */
  #join(key: string, keys: readonly number[], own: string | undefined): string | undefined {
    const links = this.#links(key, keys);
    if (![...links.keys()].some((id) => id !== own)) return own;
    let offer = own;
    let members = [this.#profile(key), ...(own === undefined ? [] : this.#mates(own, key))];
    let joined = false;
    for (const link of LINKS.toReversed()) {
      const ids = [...links].filter(([id, found]) => found === link && id !== own).map(([id]) => id);
      const elders = ids.toSorted((a, b) => this.#identities.minted(a) - this.#identities.minted(b));
      const companies = elders
        .map((id) => ({ id, mates: this.#mates(id, key) }))
        .filter(({ mates }) => this.#agree(members, mates));
      const torn = companies.some((one) => companies.some((other) => !this.#agree(one.mates, other.mates)));
      if (torn && !joined) return own;
      for (const { id, mates } of companies) {
        if (!this.#agree(members, mates)) continue;
        members = [...members, ...mates];
        offer = offer === undefined ? id : this.#merge(offer, id);
      }
      joined ||= offer !== own;
    }
    return offer;
  }

  /** How a posting is linked to the offers of its candidates; those of which one excludes it are left out. */
  #links(key: string, keys: readonly number[]): Map<string, Link> {
    const links = new Map<string, Link>();
    const excluded = new Set<string>();
    for (const candidate of this.#postings.fingerprints.meeting(keys, key)) {
      const id = this.#identities.known(candidate)?.id;
      if (id === undefined || excluded.has(id)) continue;
      const { link, against } = compare(this.#profile(key), this.#profile(candidate));
      const known = links.get(id);
      if (against !== undefined) excluded.add(id);
      else if (link && (known === undefined || LINKS.indexOf(link) > LINKS.indexOf(known)))
        links.set(id, link);
    }
    for (const id of excluded) links.delete(id);
    return links;
  }

  #agree(some: readonly Profile[], others: readonly Profile[]): boolean {
    return some.every((one) =>
      others.every((other) => one === other || compare(one, other).against === undefined),
    );
  }

  /** The older of two offers, which both are from now on. */
  #merge(one: string, other: string): string {
    const [elder, younger] =
      this.#identities.minted(one) <= this.#identities.minted(other) ? [one, other] : [other, one];
    for (const posting of this.#identities.postings(younger))
      this.#postings.fingerprints.move(posting, elder);
    this.#identities.merge(younger, elder);
    this.#touched.add(younger).add(elder);
    return elder;
  }

  /** Postings that stand in an offer, some of them where there are many. */
  #mates(id: string, except: string): Profile[] {
    const mates: Profile[] = [];
    for (const posting of this.#identities.postings(id)) {
      if (posting === except || !this.#postings.fingerprints.has(posting)) continue;
      mates.push(this.#profile(posting));
      if (mates.length >= MOST_MATES) break;
    }
    return mates;
  }

  /** Of a posting that was not staged: a rule that changed lets it be seen again. */
  #marks(key: string): Marks {
    const profile = this.#profile(key);
    return marksOf(profile.posting, profile);
  }

  #profile(key: string): Profile {
    let profile = this.#profiles.get(key);
    if (!profile) {
      profile = profileOf(this.#postings.get(key)!);
      this.#profiles.set(key, profile);
    }
    return profile;
  }
}
