import { gatherFeed, type GatherProgress } from '../feeds/gather.ts';
import type { Mapping } from '../feeds/mapping.ts';
import type { Validators } from '../feeds/feed.ts';
import type { Reach } from '../france-travail/areas.ts';
import { type Cursor, lookAtFranceTravail } from '../france-travail/gather.ts';
import type { Posting } from '../offers/posting.ts';
import { type Standing, StagingFile } from '../offers/staged.ts';
import type { Places } from '../places/places.ts';
import { type FeedRead, unreadable } from './feed-read.ts';
import type { Gathered } from './judge.ts';
import type { Partner } from './partner.ts';
import { rulingOf } from './ruling.ts';
import { gatherSamples } from './samples.ts';

/** A partner's feed to be read, in whichever thread. */
export interface ReadJob {
  partner: Partner;
  /** Absent for samples. */
  mapping?: Mapping;
  /** The file in which its postings are laid aside. */
  path: string;
  /** Whether postings of the partner stand, to compare with. */
  stands: boolean;
  /** Of the last whole gathering, where an unchanged feed need not be sent again. */
  validators?: Validators;
  /** How far a service in pages was read the last time. */
  cursor?: Cursor;
}

/** What feeds are read with. */
export interface ReadingTools {
  places: Places;
  /** What the boards show; services that give out everything are asked for no more. */
  reach: Reach;
  /** Hosts that may be asked although their address is private. */
  allowedHosts: ReadonlySet<string>;
  /** Finds a posting that stands by its key. */
  standing(key: string): Standing | undefined;
}

/** Whom to tell how far a feed is, and who may stop it. */
export interface ReadOptions {
  signal?: AbortSignal;
  onProgress?(progress: GatherProgress): void;
}

/**
 * Reads a partner's feed and lays its postings aside. Whatever is wrong with the feed shows in the result.
 *
 * @throws where its postings could not be laid aside
 */
export async function readFeed(job: ReadJob, tools: ReadingTools, options: ReadOptions): Promise<FeedRead> {
  const { partner, mapping, path, stands } = job;
  const { places, allowedHosts, reach } = tools;
  const { feed } = partner;
  const { barOf } = rulingOf(partner, places);
  const file = new StagingFile(path, stands ? tools.standing : () => undefined);
  let fault: { error: unknown } | undefined;
  const onPosting = (posting: Posting) => {
    const bar = barOf(posting);
    try {
      file.add(posting, bar);
    } catch (error) {
      fault = { error };
      throw error;
    }
  };
  try {
    const gathered = await look();
    return { gathered, changed: file.changed, endedAt: Date.now() };
  } catch (error) {
    if (fault) throw fault.error;
    return unreadable(`Reading the feed failed: ${(error as Error).message}`);
  } finally {
    file.close();
  }

  async function look(): Promise<Gathered> {
    if (feed.kind === 'samples') return gatherSamples(partner.id, feed, places, onPosting);
    const request = {
      ...{ ...options, partner, places, allowedHosts, onPosting },
      ...{ mapping: mapping!, environment: process.env, now: Date.now() },
    };
    if (feed.kind === undefined)
      return gatherFeed({ ...request, settings: feed, validators: job.validators });
    return lookAtFranceTravail({ ...request, feed, reach, cursor: job.cursor });
  }
}
