import { html } from 'ghtml';
import { xmlText } from '../shared/xml.ts';
import type { Feed, FeedItem } from './feed.ts';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

/** A feed as RSS 2.0 (https://www.rssboard.org/rss-specification) with the author's name from Dublin Core. */
export function rssFeed(feed: Feed): string {
  const { title, home, self, description, language, updated, rights, items } = feed;
  const entries = items.map(
    (item) => html`<item>
<title>${item.title}</title>
<link>${item.link}</link>
<guid isPermaLink="false">${item.id}</guid>
<pubDate>${rfc822(item.posted)}</pubDate>
!${item.employer ? html`<dc:creator>${item.employer}</dc:creator>` : ''}
<description>${fragment(item)}</description>
</item>
`,
  );
  return xmlText(html`!${DECLARATION}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title}</title>
<link>${home}</link>
<atom:link href="${self}" rel="self" type="application/rss+xml"/>
<description>${description}</description>
<language>${language}</language>
!${rights ? html`<copyright>${rights}</copyright>` : ''}
<lastBuildDate>${rfc822(updated)}</lastBuildDate>
!${entries}</channel>
</rss>
`);
}

/** A feed as Atom 1.0 (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { title, home, self, description, language, updated, publisher, rights, items } = feed;
  const entries = items.map(
    (item) => html`<entry xml:lang="${item.language}">
<id>${item.iri}</id>
<title>${item.title}</title>
<link rel="alternate" href="${item.link}"/>
<published>${item.posted}</published>
<updated>${item.updated}</updated>
!${item.employer ? html`<author><name>${item.employer}</name></author>` : ''}
<content type="html">${fragment(item)}</content>
</entry>
`,
  );
  return xmlText(html`!${DECLARATION}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${self}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<link rel="alternate" type="text/html" href="${home}"/>
<link rel="self" type="application/atom+xml" href="${self}"/>
<updated>${updated}</updated>
<author><name>${publisher}</name></author>
!${rights ? html`<rights>${rights}</rights>` : ''}
!${entries}</feed>
`);
}

/** The lines of an item as HTML; it is escaped once more where it stands in XML. */
export function fragment({ lines }: FeedItem): string {
  return lines.map((line) => html`<p>${line}</p>`).join('');
}

function rfc822(instant: string): string {
  return new Date(instant).toUTCString();
}
