import { FeedError } from '../feeds/error.ts';
import type { Gathering, Refusals } from '../feeds/feed.ts';
import type { GatherProgress } from '../feeds/gather.ts';
import { MAX_SAMPLES } from '../feeds/limits.ts';
import type { Locator } from '../feeds/groups.ts';
import type { Mapping } from '../feeds/mapping.ts';
import { PostingMapper, type FeedPartner } from '../feeds/postings.ts';
import { RejectedRecord, type ReadItem } from '../feeds/read/record.ts';
import type { Posting } from '../offers/posting.ts';
import { areasOf, type Reach } from './areas.ts';
import { Caller } from './call.ts';
import { Limiter } from './limiter.ts';
import { idOf, postingOf } from './posting.ts';
import { Service } from './service.ts';
import { type FranceTravailFeed, KEY_VARIABLES } from './settings.ts';
import { readSlice } from './slices.ts';
import { Token } from './token.ts';

const HOUR_MS = 3_600_000;
/** Everything is read again so long after it was last begun; in between only what is new. Four times a day. */
const WHOLE_AFTER_MS = 4.5 * HOUR_MS;
/** What is new is looked for from so long before the last look: an offer is seen some time after it was created. */
const LATE_MS = HOUR_MS;
/** Older offers than ten years are not looked for. */
const OLDEST_MS = 10 * 365 * 24 * HOUR_MS;
/** A look that takes longer is given up; the next one begins anew. */
const MAX_LOOK_MS = 45 * 60_000;
/** Areas that are read at a time: answers take longer than the limiter's spacing. */
const PARALLEL_AREAS = 3;

/** How far France Travail was read, for the next time: ms since the epoch. */
export interface Cursor {
  /** When the last look began, whatever it looked for. */
  lookedAt: number;
  /** When everything was last read. */
  wholeAt: number;
}

/** What a look at France Travail gave. */
export interface Look extends Omit<Gathering, 'status' | 'validators'> {
  /** `news`: all that was created since the last look, so that nothing in it says what has vanished. */
  status: 'complete' | 'news' | 'incomplete' | 'failed';
  /** For the next time; absent where everything has to be read again. */
  cursor?: Cursor;
}

export interface LookRequest {
  partner: FeedPartner;
  feed: FranceTravailFeed;
  mapping: Mapping;
  places: Locator & { commune(insee: string): { department: string } | undefined };
  /** What the boards show: nothing else is asked for or kept. */
  reach: Reach;
  /** Of the last look; without it everything is read. */
  cursor?: Cursor;
  environment: Readonly<Record<string, string | undefined>>;
  allowedHosts?: ReadonlySet<string>;
  signal?: AbortSignal;
  /** ms since the epoch */
  now: number;
  /** The wait after a first fault, in ms; a second without it. */
  firstWaitMs?: number;
  onPosting(posting: Posting): void | Promise<void>;
  onProgress?(progress: GatherProgress): void;
}

/**
 * Reads the offers of the boards' territories from France Travail: all of them four times a day, in between what is
 * new. Whatever is wrong with the service shows in the result, never as an exception; what `onPosting` throws goes
 * through.
 */
export async function lookAtFranceTravail(request: LookRequest): Promise<Look> {
  const { feed, now, cursor } = request;
  const deadline = AbortSignal.timeout(MAX_LOOK_MS);
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
  const started = performance.now();
  const contacts = { emails: 0, phones: 0 };
  const tally = { read: 0, accepted: 0, bytes: 0, refused: Object.create(null) as Refusals };
  const finish = (end: Pick<Look, 'status' | 'reason' | 'cursor'>): Look => ({
    ...tally,
    contacts,
    ...end,
    ms: Math.round(performance.now() - started),
  });
  const [id = '', secret = ''] = KEY_VARIABLES.map((name) => request.environment[name] ?? '');
  if (!id || !secret) {
    return finish({ status: 'failed', reason: `The variables ${KEY_VARIABLES.join(' and ')} are not set.` });
  }
  const news = cursor !== undefined && now - cursor.wholeAt < WHOLE_AFTER_MS;
  const from = news ? cursor.lookedAt - LATE_MS : now - OLDEST_MS;

  const mapper = new PostingMapper({ ...request, contacts });
  const seen = new Set<string>();
  let expected = 0;
  const take = async (offer: ReadItem) => {
    const known = offer instanceof RejectedRecord ? offer.sample : idOf(offer);
    if (known !== undefined && seen.has(known)) return;
    if (known !== undefined) seen.add(known);
    tally.read++;
    const result =
      offer instanceof RejectedRecord
        ? { refused: offer.reason, sample: offer.sample }
        : postingOf(mapper, offer, request.reach);
    if ('refused' in result) {
      const refusal = (tally.refused[result.refused] ??= { count: 0, samples: [] });
      refusal.count++;
      if (result.sample && refusal.samples.length < MAX_SAMPLES)
        refusal.samples.push(result.sample.slice(0, 120));
    } else {
      tally.accepted++;
      await request.onPosting(result);
    }
  };

  const caller = new Caller(request.allowedHosts ?? new Set(), signal);
  const service = new Service({
    ...{ address: feed.address, caller, signal, firstWaitMs: request.firstWaitMs },
    token: new Token(caller, feed.token, { id, secret }),
    limiter: new Limiter(feed.perSecond),
    onBytes: (bytes) => (tally.bytes += bytes),
  });
  const reading = {
    page: service.page.bind(service),
    common: {
      sort: '1',
      ...(feed.exclude.length > 0 && {
        partenaires: feed.exclude.join(','),
        modeSelectionPartenaires: 'EXCLU',
      }),
    },
    idOf: (offer: ReadItem) => (offer instanceof RejectedRecord ? undefined : idOf(offer)),
    onSize: (offers: number) => (expected += offers),
    async onOffers(offers: readonly ReadItem[]) {
      for (const offer of offers) await take(offer);
      const { read, bytes } = tally;
      const expectedBytes = read > 0 ? Math.round((bytes * Math.max(expected, read)) / read) : undefined;
      request.onProgress?.({ bytes, expectedBytes, read });
    },
  };

  const areas = areasOf(request.reach, (insee) => request.places.commune(insee)?.department).values();
  let reason: string | undefined;
  let broken: unknown;
  await Promise.all(
    [...Array(PARALLEL_AREAS)].map(async () => {
      try {
        for (const area of areas) {
          if (broken !== undefined) return;
          reason = (await readSlice({ area, from, to: now }, reading)) ?? reason;
        }
      } catch (error) {
        broken ??= error;
      }
    }),
  );
  await caller.close();
  if (request.signal?.aborted) broken = new FeedError('The gathering was stopped.');
  else if (signal.aborted) broken = new FeedError('France Travail had not been read whole after 45 minutes.');
  if (broken !== undefined && !(broken instanceof FeedError)) throw broken;
  reason = broken?.message ?? reason;
  if (reason !== undefined) {
    return finish({
      status: tally.read > 0 ? 'incomplete' : 'failed',
      reason,
      cursor: news ? cursor : undefined,
    });
  }
  if (news) return finish({ status: 'news', cursor: { ...cursor, lookedAt: now } });
  return finish({ status: 'complete', cursor: { lookedAt: now, wholeAt: now } });
}
