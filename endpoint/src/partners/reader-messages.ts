import type { GatherProgress } from '../feeds/gather.ts';
import type { Reach } from '../france-travail/areas.ts';
import type { FeedRead } from './feed-read.ts';
import type { ReadJob } from './read-feed.ts';

/** What a thread that reads feeds is started with. */
export interface ReaderSettings {
  jobs: readonly ReadJob[];
  /** For each job the thread that began it, counted from 1; 0 where nobody has. Threads take jobs from it. */
  begun: Int32Array;
  /** The thread's own number. */
  thread: number;
  /** How many feeds to read at a time; some without it. */
  parallel?: number;
  /** Where the places were kept. */
  dataFolder: string;
  /** The index, to compare with what stands. */
  indexFile: string;
  reach: Reach;
  allowedHosts: readonly string[];
}

/** What a thread that reads feeds tells. */
export type FromReader =
  | { kind: 'progress'; job: number; progress: GatherProgress }
  | { kind: 'read'; job: number; read: FeedRead }
  /** `damaged`: the path of a database that was found to be so. */
  | { kind: 'fault'; job: number; reason: string; damaged?: string };

/** What it is told: to stop. */
export type ToReader = 'stop';
