import { type Answering, answerOffers } from '../boards/answer.ts';
import type { CompiledBoard } from '../boards/board.ts';
import { type Board, type CountQuery, type Offer, type OfferCard, OPEN_FACETS } from '../contract/index.ts';
import { listPath, offerPath } from '../pages/address.ts';
import { feedPath } from '../pages/feed-links.ts';
import { contractText, hoursText, payText, placeText } from '../pages/wording.ts';
import { plainText } from '../shared/plain-text.ts';
import type { Feed, FeedFormat, FeedItem } from './feed.ts';
import { searchTitle } from './title.ts';

/** Offers in a feed. */
const ITEMS = 50;
/** The beginning of an offer's text that a feed gives; the whole of it stands on the partner's site. */
const TEXT_CHARS = 300;

/** Where a feed is made. */
export interface Syndicating {
  answering: Answering;
  board: CompiledBoard;
  described: Board;
  /** Public origin of the endpoint, without a slash at its end. */
  origin: string;
}

/** The newest offers that a search finds, as a feed. */
export async function searchFeed(
  { answering, board, described, origin }: Syndicating,
  query: CountQuery,
  format: FeedFormat,
): Promise<Feed> {
  const named = OPEN_FACETS.filter((facet) => query[facet] !== undefined);
  const answer = await answerOffers(answering, board, {
    ...query,
    sort: 'newest',
    limit: ITEMS,
    facets: named.length > 0 ? named.join() : undefined,
  });
  const items: FeedItem[] = [];
  // One after the other: other searches go in between.
  for (const card of answer.offers) {
    const offer = await answering.engine.offer(card.id);
    items.push(itemOf(card, offer, { board, described, origin }));
  }
  // A search tells days apart, not hours.
  items.sort((a, b) => (a.posted < b.posted ? 1 : a.posted > b.posted ? -1 : 0));
  const attributions = described.partners.flatMap(({ attribution }) => attribution ?? []);
  return {
    title: `${searchTitle({ ...answer, query })} – ${described.name}`,
    description: `Les offres d’emploi les plus récentes : ${described.territory.name}.`,
    language: 'fr',
    home: origin + listPath(board, query),
    self: origin + feedPath(board, query, format),
    publisher: described.name,
    ...(attributions.length > 0 && { rights: attributions.join(' ') }),
    updated: newest(items) ?? described.freshness.refreshedAt ?? new Date(answering.now()).toISOString(),
    items,
  };
}

function itemOf(
  card: OfferCard,
  offer: Offer | undefined,
  { board, described, origin }: Omit<Syndicating, 'answering'>,
): FeedItem {
  const partner = described.partners.find(({ id }) => id === card.partners[0]);
  const facts = [contractText(card.contract), card.hours ? hoursText(card.hours) : '', payText(card.pay)];
  const text = offer ? beginning(plainText(offer.description)) : '';
  const updated = offer?.updatedAt;
  return {
    id: card.id,
    iri: `${origin}/v1/boards/${board.definition.id}/offers/${card.id}`,
    title: card.title,
    link: origin + offerPath(board, card.id),
    ...(card.employer && { employer: card.employer.name }),
    posted: card.postedAt,
    updated: updated !== undefined && updated > card.postedAt ? updated : card.postedAt,
    language: card.language ?? 'fr',
    lines: [
      `${card.employer?.name ?? 'Employeur non précisé'} – ${placeText(card)}`,
      facts.filter(Boolean).join(' · '),
      text,
      partner ? `Sur ${partner.name}` : '',
    ].filter(Boolean),
  };
}

/** The first words of a text, on one line. */
function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= TEXT_CHARS) return line;
  const cut = line.slice(0, TEXT_CHARS);
  const space = cut.lastIndexOf(' ');
  return `${space > TEXT_CHARS / 2 ? cut.slice(0, space) : cut.replace(/\p{Surrogate}$/u, '')}…`;
}

function newest(items: readonly FeedItem[]): string | undefined {
  return items
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
}
