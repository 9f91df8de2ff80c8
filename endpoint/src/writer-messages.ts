import type { Feeds } from './boards/configuration.ts';
import type { Clicks } from './offers/clicks.ts';
import type { TakenDown } from './offers/take-down.ts';
import type { Progress, Summary } from './partners/refresh.ts';
import type { PublishedMessage } from './search/embedded/message.ts';

/** What the writer's thread is started with. */
export interface WriterSettings {
  /** Folder with `town-jobs.db` and the index. */
  dataFolder: string;
  /** Hosts that may be asked although their address is private. */
  allowedHosts: string[];
}

/** What the server tells the writer. */
export type ToWriter =
  | { kind: 'refresh'; only?: string[]; whole?: boolean; accept?: boolean }
  | { kind: 'takeDown'; number: number; id: string; why?: string; undo?: boolean }
  | { kind: 'acknowledge'; generation: number }
  | { kind: 'clicks'; clicks: Clicks[] }
  | { kind: 'feeds'; feeds: Feeds }
  | { kind: 'close' };

/** What the writer tells the server. */
export type FromWriter =
  | { kind: 'ready'; notes: string[]; published: PublishedMessage }
  | { kind: 'published'; message: PublishedMessage }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'refreshed'; summary: Summary }
  | { kind: 'takenDown'; number: number; offer: TakenDown }
  | { kind: 'notTakenDown'; number: number; reason: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'note'; line: string }
  | { kind: 'closed' };
