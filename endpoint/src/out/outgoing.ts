import { setImmediate } from 'node:timers/promises';
import type { CompiledBoard } from '../boards/board.ts';
import type { Offer } from '../contract/index.ts';
import { byLead, makeOffer } from '../offers/group.ts';
import type { Identities } from '../offers/identities.ts';
import { BOARD_PREFIX, boardOf, type Posting } from '../offers/posting.ts';
import { offerPath } from '../pages/address.ts';
import type { Receiver } from '../partners/partner.ts';
import { compileRules } from '../rules/compile.ts';
import type { Rule } from '../rules/rule.ts';
import type { Services } from '../services.ts';
import type { Database } from '../shared/database.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** So many postings are looked at before others have their turn on this thread. */
const AT_A_TIME = 25;

/** An offer on its way to a partner. */
export interface Outgoing {
  /** Made of those of its postings that may go. */
  offer: Offer;
  /** Its canonical page: the board's own for what was posted there, else the page at its source. */
  link: string;
  /** Who published it: the name of a board, or of a partner. */
  source: string;
  /** What licences want to be said with it. */
  attributions: string[];
}

/** What decides beside the postings which offers go out. */
export type Sending = Pick<Services, 'boards' | 'partners' | 'places' | 'origin' | 'now'> & {
  engine: Pick<Services['engine'], 'shows'>;
};

interface Source {
  name: string;
  /** The board that it was posted on. */
  board?: CompiledBoard;
  attribution?: string;
  /** Days after which a posting may not be shown. */
  maxAge?: number;
}

/** The offers that go out to partners, read from the index file in small steps, so that any number needs no memory. */
export class OutgoingOffers {
  readonly #identities: Identities;
  readonly #candidates;
  readonly #member;

  /** @param index the index file, also while a writer publishes to it */
  constructor(index: Database, identities: Identities) {
    this.#identities = identities;
    this.#candidates = index.prepare<{ key: string; offer: string }>(
      `SELECT key, offer FROM posting JOIN fingerprint ON fingerprint.posting = posting.key
       WHERE partner = ? AND key > ? ORDER BY key LIMIT ${AT_A_TIME}`,
    );
    this.#member = index.prepare<{ partner: string; json: string }>(
      `SELECT partner, json FROM fingerprint JOIN posting ON posting.key = fingerprint.posting
       WHERE fingerprint.posting = ? AND offer = ?`,
    );
  }

  /**
   * The offers that a partner may receive, each once: those that were posted here and those whose source lets them go
   * on, but none that this partner has itself, none that was taken down, and none that its rules keep back.
   */
  async *to({ id, receiving }: Receiver, sending: Sending): AsyncGenerator<Outgoing> {
    const sources = sourcesOf(sending);
    const lead = byLead(sending.partners);
    const refusalOf = compileRules(receiving.rules, sending.places);
    for (const source of sources.keys()) {
      let last = '';
      for (;;) {
        const candidates = this.#candidates.all(source, last);
        for (const { key, offer } of candidates) {
          const postings = this.#postings(offer, id, sources, sending.now());
          // Each offer goes with the first of its postings, whatever is published between two steps.
          if (postings[0]?.key !== key) continue;
          const outgoing = outgoingOf(offer, postings.toSorted(lead), sources, sending.origin);
          if (Date.parse(outgoing.offer.postedAt) > sending.now() - receiving.embargoHours * HOUR_MS)
            continue;
          if (refusalOf(outgoing.offer) !== undefined) continue;
          if (isOfBoards(outgoing, postings, receiving.boards, sending)) yield outgoing;
        }
        if (candidates.length < AT_A_TIME) break;
        last = candidates.at(-1)!.key;
        await setImmediate();
      }
    }
  }

  /** The postings of an offer that may go, in the order in which they are read; none where the offer may not. */
  #postings(offer: string, receiver: string, sources: ReadonlyMap<string, Source>, now: number): Posting[] {
    const going: Posting[] = [];
    for (const key of this.#identities.postings(offer)) {
      const member = this.#member.get(key, offer);
      if (!member) continue;
      if (member.partner === receiver || this.#identities.denied.has(key)) return [];
      const source = sources.get(member.partner);
      if (!source) continue;
      const posting = JSON.parse(member.json) as Posting;
      if (isCurrent(posting, source, now)) going.push(posting);
    }
    if (going.length < 2) return going;
    const order = [...sources.keys()];
    return going.sort(
      (a, b) =>
        order.indexOf(a.partner) - order.indexOf(b.partner) ||
        Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)),
    );
  }
}

/** Whose offers go out, in a fixed order: all boards, then the partners whose licence says so. */
function sourcesOf({ boards, partners }: Sending): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const [id, board] of [...boards].sort(byId))
    sources.set(BOARD_PREFIX + id, { name: board.definition.name, board });
  for (const [id, { name, licence }] of [...partners].sort(byId)) {
    const { mayForward, attribution, maxAge } = licence;
    if (mayForward) sources.set(id, { name, attribution, maxAge });
  }
  return sources;
}

function byId([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function isCurrent({ postedAt, expiresAt }: Posting, { maxAge }: Source, now: number): boolean {
  if (expiresAt !== undefined && Date.parse(expiresAt) <= now) return false;
  return maxAge === undefined || Date.parse(postedAt) > now - maxAge * DAY_MS;
}

/** @param postings those that may go, the leading one first */
function outgoingOf(
  id: string,
  postings: readonly Posting[],
  sources: ReadonlyMap<string, Source>,
  origin: string,
): Outgoing {
  const [lead] = postings;
  const { name, board } = sources.get(lead!.partner)!;
  const said = postings.flatMap(({ partner }) => sources.get(partner)!.attribution ?? []);
  return {
    offer: makeOffer(id, postings),
    link: board ? origin + offerPath(board, id) : lead!.link,
    source: name,
    attributions: [...new Set(said)],
  };
}

/**
 * Whether a rule on boards lets an offer go. One that was posted here is of the board that it was posted on, any other
 * of each board that shows it.
 */
function isOfBoards(
  { offer }: Outgoing,
  postings: readonly Posting[],
  rule: Rule | undefined,
  { boards, engine }: Sending,
): boolean {
  if (!rule) return true;
  const posted = postings.flatMap(({ partner }) => boardOf(partner) ?? []);
  const isOf = (id: string) => {
    const board = boards.get(id);
    if (posted.length > 0 || !board) return posted.includes(id);
    return engine.shows(board.scope, offer);
  };
  if (rule.refuse?.some(isOf)) return false;
  return rule.allow?.some(isOf) ?? true;
}
