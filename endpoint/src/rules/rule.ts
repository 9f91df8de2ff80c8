import type { Posting } from '../offers/posting.ts';

/** What a rule can look at, each with values as a partner's file writes them. */
export const TOPICS = ['contract', 'trade', 'place', 'employer', 'pay', 'words'] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * What a rule says of one topic. A posting with several values (two contracts, five communes) is refused by one that
 * is refused, and allowed by one that is allowed; what it does not state is the value `unstated`.
 */
export interface Rule {
  allow?: readonly string[];
  refuse?: readonly string[];
}

/** All that has to hold of a posting at once. */
export type Rules = Readonly<Partial<Record<Topic, Rule>>>;

/** The part of a posting that rules look at; an offer has the same one. */
export type Ruled = Pick<
  Posting,
  'title' | 'description' | 'employer' | 'places' | 'contract' | 'pay' | 'trade'
>;

/** Which rule refuses a posting, in a few words ("contract interim"); nothing where all let it pass. */
export type RuleTest = (posting: Ruled) => string | undefined;
