import { xmlText } from '../shared/xml.ts';
import type { Feed } from './feed.ts';
import { fragment } from './xml-feeds.ts';

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed({ title, home, self, description, language, publisher, items }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    language,
    authors: [{ name: publisher }],
    items: items.map((item) => ({
      id: item.id,
      url: item.link,
      title: item.title,
      content_html: fragment(item),
      content_text: item.lines.join('\n\n'),
      date_published: item.posted,
      date_modified: item.updated,
      language: item.language,
      authors: item.employer ? [{ name: item.employer }] : undefined,
    })),
  };
  return JSON.stringify(feed, (_name, value) => (typeof value === 'string' ? xmlText(value) : value));
}
