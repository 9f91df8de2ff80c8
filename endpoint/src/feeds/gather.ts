import type { Posting } from '../offers/posting.ts';
import { decodeFeed } from './decode.ts';
import { FeedError } from './error.ts';
import type { FeedSettings, Gathering, Refusals, Validators } from './feed.ts';
import { fetchFeed, type Fetched, type FetchOptions } from './fetch.ts';
import { MAX_SAMPLES } from './limits.ts';
import type { Mapping } from './mapping.ts';
import { PostingMapper, type FeedPartner, type Locator } from './postings.ts';
import { Reading } from './read/read.ts';
import { RejectedRecord } from './read/record.ts';

export interface GatherRequest extends Omit<FetchOptions, 'validators'> {
  partner: FeedPartner;
  settings: FeedSettings;
  mapping: Mapping;
  places: Locator;
  /** Of the last complete gathering; with them an unchanged feed is not sent again. */
  validators?: Validators;
  /** ms since the epoch; decides what has expired. */
  now: number;
  /** Takes each posting; the feed waits for what it promises. */
  onPosting(posting: Posting): void | Promise<void>;
  onProgress?(progress: GatherProgress): void;
}

/** How far a feed was read: bytes over the wire, and records. */
export interface GatherProgress {
  bytes: number;
  expectedBytes?: number;
  read: number;
}

/** Progress is told after so many records. */
const PROGRESS_RECORDS = 100;

/**
 * Fetches one partner's feed and hands over its postings as they come. Whatever is wrong with the feed shows in the
 * result, never as an exception; what `onPosting` throws goes through.
 */
export async function gatherFeed(request: GatherRequest): Promise<Gathering> {
  const started = performance.now();
  const contacts = { emails: 0, phones: 0 };
  const tally = { read: 0, accepted: 0, refused: Object.create(null) as Refusals };
  const finish = (end: Partial<Gathering> & Pick<Gathering, 'status'>): Gathering => ({
    ...tally,
    contacts,
    bytes: 0,
    ...end,
    ms: Math.round(performance.now() - started),
  });

  let fetched: Fetched;
  try {
    fetched = await fetchFeed(request.settings, { environment: process.env, ...request });
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return finish({ status: 'failed', reason: error.message });
  }
  if (fetched.status === 'unchanged') return finish({ status: 'unchanged', validators: fetched.validators });

  const { body, charset, expectedBytes, received, validators, close } = fetched;
  const reading = new Reading(
    decodeFeed(body, { encoding: request.settings.encoding, charset }),
    request.mapping.layout,
  );
  const mapper = new PostingMapper({ ...request, contacts });
  const seen = new Set<string>();
  const refuse = (reason: string, sample: string) => {
    const refusal = (tally.refused[reason] ??= { count: 0, samples: [] });
    refusal.count++;
    if (sample && refusal.samples.length < MAX_SAMPLES) refusal.samples.push(sample.slice(0, 120));
  };
  const progress = () => request.onProgress?.({ bytes: received(), expectedBytes, read: tally.read });
  try {
    for await (const record of reading) {
      if (++tally.read % PROGRESS_RECORDS === 0) progress();
      const result =
        record instanceof RejectedRecord
          ? { refused: record.reason, sample: record.sample }
          : mapper.posting(record);
      if ('refused' in result) refuse(result.refused, result.sample);
      else if (seen.has(result.key)) refuse('repeated reference', result.reference ?? result.title);
      else {
        seen.add(result.key);
        tally.accepted++;
        await request.onPosting(result);
      }
    }
  } finally {
    await close();
  }
  progress();

  const { complete, reason, expected } = reading.ending;
  const bytes = received();
  if (!complete) return finish({ status: tally.read > 0 ? 'incomplete' : 'failed', reason, bytes });
  if (expected !== undefined && tally.read < expected) {
    const short = `The feed announces ${expected} offers and holds ${tally.read}.`;
    return finish({ status: 'incomplete', reason: short, bytes });
  }
  return finish({ status: 'complete', bytes, validators });
}
