import type { PublishedMessage } from '../../endpoint/src/search/embedded/message.ts';

/** What the bench's server is started with. */
export interface ServerSettings {
  /** The index; it is changed where offers are replaced. */
  file: string;
  /** Offers in it. */
  size: number;
  /** Query threads. */
  threads: number;
}

/** Sends new editions of the first `count` offers; they are published in several generations. */
export interface Replace {
  kind: 'replace';
  count: number;
}

export type ToServer = Replace | { kind: 'memory' };
export type FromServer =
  | { kind: 'listening'; address: string; startedMs: number }
  | { kind: 'replaced'; ms: number }
  | { kind: 'memory'; bytes: number };

export type ToReplacer = Replace | { kind: 'acknowledge'; generation: number };
export type FromReplacer =
  | { kind: 'opened' | 'published'; message: PublishedMessage }
  | { kind: 'replaced'; ms: number };
