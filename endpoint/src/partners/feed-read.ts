import type { Gathered } from './judge.ts';

/** What came of a feed. */
export interface FeedRead {
  gathered: Gathered;
  /** How many of its postings are not as they stand. */
  changed: number;
  /** ms since the epoch. */
  endedAt: number;
}

/** What came of a feed that could not be read for a fault of ours; it costs no other partner its refresh. */
export function unreadable(reason: string): FeedRead {
  const gathered: Gathered = {
    ...{ status: 'failed', reason, read: 0, accepted: 0, refused: {} },
    ...{ contacts: { emails: 0, phones: 0 }, bytes: 0, ms: 0 },
  };
  return { gathered, changed: 0, endedAt: Date.now() };
}
