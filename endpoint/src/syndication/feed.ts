/** The formats in which a search is given as a feed, which are also the endings of their addresses. */
export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** A search as feed readers show it, whatever the format. Addresses are absolute. */
export interface Feed {
  title: string;
  /** A sentence on whose offers these are. */
  description: string;
  /** BCP 47 tag of the feed's own words. */
  language: string;
  /** The same search as a page. */
  home: string;
  /** Where the feed itself stands. */
  self: string;
  /** Who publishes it. */
  publisher: string;
  /** What the licences of partners want to be said. */
  rights?: string;
  /** When something changed last (ISO 8601). */
  updated: string;
  /** The newest first. */
  items: readonly FeedItem[];
}

/** An offer as an entry of a feed. */
export interface FeedItem {
  /** The offer's own id, whatever becomes of its address. */
  id: string;
  /** An address that says the same as the id, for formats that want one. */
  iri: string;
  title: string;
  /** The page that a click leads to: the board's own, since feed readers load links ahead and must not count as clicks. */
  link: string;
  employer?: string;
  /** ISO 8601. */
  posted: string;
  /** ISO 8601, never before `posted`. */
  updated: string;
  /** BCP 47 tag of the offer's text. */
  language: string;
  /** Short lines without markup: employer and place, contract and pay, the beginning of the text. */
  lines: readonly string[];
}
