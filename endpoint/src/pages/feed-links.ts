import { html } from 'ghtml';
import type { CompiledBoard } from '../boards/board.ts';
import type { CountQuery, OffersQuery } from '../contract/index.ts';
import { FEED_FORMATS, type FeedFormat } from '../syndication/feed.ts';
import { boardPath, listPath } from './address.ts';

const FEEDS: Record<FeedFormat, { name: string; type: string }> = {
  rss: { name: 'RSS', type: 'application/rss+xml' },
  atom: { name: 'Atom', type: 'application/atom+xml' },
  json: { name: 'JSON Feed', type: 'application/feed+json' },
};

/** The address of a search as a feed; what a list adds to its criteria (order, page) is left out. */
export function feedPath(board: CompiledBoard, query: OffersQuery, format: FeedFormat): string {
  const path = boardPath(board);
  return `${path}/flux.${format}${listPath(board, criteriaOf(query)).slice(path.length)}`;
}

/** Names a page's feeds to feed readers, in its head. */
export function feedHead(board: CompiledBoard, query: OffersQuery): string {
  return FEED_FORMATS.map((format) => {
    const { name, type } = FEEDS[format];
    const href = feedPath(board, query, format);
    return html`<link rel="alternate" type="${type}" title="Cette recherche en ${name}" href="${href}">
`;
  }).join('');
}

/** Names them to residents. */
export function feedLinks(board: CompiledBoard, query: OffersQuery): string {
  const links = FEED_FORMATS.map(
    (format) => html`<a href="${feedPath(board, query, format)}">${FEEDS[format].name}</a>`,
  );
  return html`<p class="soft">Suivre cette recherche dans un lecteur de flux : !${links.join(', ')}</p>`;
}

function criteriaOf(query: OffersQuery): CountQuery {
  const { sort: _sort, page: _page, limit: _limit, facets: _facets, include: _include, ...criteria } = query;
  return criteria;
}
