import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { atomFeed, rssFeed } from './xml-feeds.ts';

const FEED: Feed = {
  title: 'Offres d’emploi : infirmier – Pays',
  description: 'Les offres les plus récentes.',
  language: 'fr',
  home: 'https://emploi.example/pays?q=a&radius=5',
  self: 'https://emploi.example/pays/flux.rss?q=a&radius=5',
  publisher: 'Pays',
  rights: 'Données : Tableau',
  updated: '2026-11-22T12:00:00.000Z',
  items: [],
};
const ITEM: FeedItem = {
  id: 'offer00001',
  iri: 'https://emploi.example/v1/boards/pays/offers/offer00001',
  title: 'Infirmier (F/H)',
  link: 'https://emploi.example/pays/offres/offer00001',
  employer: 'CH & fils',
  posted: '2026-11-20T08:00:00.000Z',
  updated: '2026-11-21T08:00:00.000Z',
  language: 'fr',
  lines: ['CH & fils – Arques (62)', 'CDI <35 h>'],
};

/** What XML 1.0 says of a document, from a parser that accepts nothing else. */
function wellFormed(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return xml;
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ']]>',
    '<!--',
    '&amp;',
    '&#0;',
    '\u0000\u0008\u001f\u007f\u0085\ufffe\uffff',
    '\ud800',
    '\udc00a',
    '👩🏽‍🚒',
    '\u202eمرحبا\u202c',
    '</title><script>alert(1)</script>',
    '"\' onload=',
    '<?xml version="1.0"?>',
  ),
);
const hostileItem = fc.record({
  title: hostile,
  employer: fc.option(hostile, { nil: undefined }),
  lines: fc.array(hostile, { minLength: 1, maxLength: 4 }),
});

const printable = (text: string) => text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
/** As every XML parser reads ends of lines, and as this one trims. */
const read = (text: string) => printable(text).replace(/\r\n?/g, '\n').trim();

describe.each([
  ['RSS', rssFeed],
  ['Atom', atomFeed],
] as const)('%s', (_name, write) => {
  it('is well-formed whatever offers say', () => {
    fc.assert(
      fc.property(fc.array(hostileItem, { maxLength: 3 }), hostile, (items, title) => {
        wellFormed(write({ ...FEED, title, items: items.map((change) => ({ ...ITEM, ...change })) }));
      }),
      { numRuns: 300 },
    );
  });

  it('holds each hostile text as text, never as markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const parser = new SaxesParser({ xmlns: true });
        const titles: string[] = [];
        let names: string[] = [];
        parser.on('opentag', ({ name }) => names.push(name));
        parser.on('closetag', () => (names = names.slice(0, -1)));
        parser.on('text', (found) => {
          if (names.join('/').match(/(item|entry)\/title$/)) titles.push(found);
        });
        parser.write(write({ ...FEED, items: [{ ...ITEM, title: text }] })).close();

        expect(read(titles.join(''))).toBe(read(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an independent parser reads', () => {
  it('RSS', () => {
    const feed = parseRssFeed(wellFormed(rssFeed({ ...FEED, items: [ITEM] })));

    expect(feed).toMatchObject({
      title: FEED.title,
      link: FEED.home,
      language: 'fr',
      copyright: FEED.rights,
      lastBuildDate: 'Sun, 22 Nov 2026 12:00:00 GMT',
      atom: { links: [{ href: FEED.self, rel: 'self', type: 'application/rss+xml' }] },
      items: [
        {
          title: ITEM.title,
          link: ITEM.link,
          guid: { value: ITEM.id, isPermaLink: false },
          pubDate: 'Fri, 20 Nov 2026 08:00:00 GMT',
          dc: { creators: ['CH & fils'] },
          description: '<p>CH &#38; fils – Arques (62)</p><p>CDI &#60;35 h&#62;</p>',
        },
      ],
    });
  });

  it('Atom', () => {
    const feed = parseAtomFeed(wellFormed(atomFeed({ ...FEED, items: [ITEM] })));

    expect(feed).toMatchObject({
      id: FEED.self,
      title: { value: FEED.title },
      updated: FEED.updated,
      authors: [{ name: 'Pays' }],
      links: [
        { rel: 'alternate', href: FEED.home },
        { rel: 'self', href: FEED.self },
      ],
      entries: [
        {
          id: ITEM.iri,
          title: { value: ITEM.title },
          links: [{ rel: 'alternate', href: ITEM.link }],
          published: ITEM.posted,
          updated: ITEM.updated,
          authors: [{ name: 'CH & fils' }],
        },
      ],
    });
  });

  it('JSON Feed, also with hostile texts', () => {
    fc.assert(
      fc.property(hostileItem, (change) => {
        const item = { ...ITEM, ...change };
        const written = jsonFeed({ ...FEED, items: [item] });

        const feed = parseJsonFeed(written);

        expect(feed).toMatchObject({
          title: FEED.title,
          home_page_url: FEED.home,
          feed_url: FEED.self,
          language: 'fr',
          items: [{ id: ITEM.id, url: ITEM.link }],
        });
        const { version, items } = JSON.parse(written);
        expect(version).toBe('https://jsonfeed.org/version/1.1');
        expect(items[0].title).toBe(printable(item.title));
        expect(items[0].content_html).not.toMatch(/<(?!\/?p>)/);
      }),
      { numRuns: 200 },
    );
  });

  it('feeds without a single offer', () => {
    expect(parseRssFeed(wellFormed(rssFeed(FEED))).items ?? []).toEqual([]);
    expect(parseAtomFeed(wellFormed(atomFeed(FEED))).entries ?? []).toEqual([]);
    expect(JSON.parse(jsonFeed(FEED)).items).toEqual([]);
  });
});
