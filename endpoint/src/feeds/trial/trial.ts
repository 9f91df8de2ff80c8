import { createReadStream } from 'node:fs';
import type { Posting } from '../../offers/posting.ts';
import { Digest } from '../digest.ts';
import { FeedError } from '../error.ts';
import type { Gathering } from '../feed.ts';
import { fetchFeed } from '../fetch.ts';
import type { Locator } from '../groups.ts';
import { MAX_SAMPLES } from '../limits.ts';
import { openMapping } from '../mapping.ts';
import { ANY_HOST } from '../parsers/link.ts';
import type { FeedPartner } from '../postings.ts';
import { unfold } from '../unfold.ts';
import { adviceOn, recordsAdvice, type Advice } from './advice.ts';
import { Census } from './census.ts';

/** What to try: one feed with one mapping. */
export interface TrialRequest {
  /** A file, or an http(s) address. */
  feed: string;
  /** The name of a known format, or a path to a file. */
  mapping: string;
  encoding?: string;
  /** Whose feed it is; without it links may lead to any host, since the partner's file is still to be written. */
  partner?: FeedPartner;
  /** Why nobody would be shown a posting, in a few words: the partner's rules. */
  barOf?(posting: Posting): string | undefined;
  places: Locator;
  /** ms since the epoch; decides what has expired. */
  now: number;
  /** Hosts that may be asked although their address is private. */
  allowedHosts: ReadonlySet<string>;
}

/** What a feed becomes with a mapping; nothing of it is kept. */
export interface Trial extends Advice, Pick<Gathering, 'read' | 'accepted' | 'refused' | 'contacts'> {
  complete: boolean;
  /** One sentence where it is not complete. */
  reason?: string;
  /** Hosts that links lead to, with how many do: what the partner's file has to name. */
  hosts: Map<string, number>;
  /** The accepted postings, at most a thousand. */
  postings: Posting[];
}

const MAX_KEPT = 1000;
/** So much of a feed is looked at for the place of its records. */
const HEAD_BYTES = 1024 * 1024;

/**
 * Reads a feed as a refresh would and tells what becomes of it.
 * @throws {ConfigError} where the mapping cannot be loaded, naming file and line
 */
export async function tryFeed(request: TrialRequest): Promise<Trial> {
  const mapping = openMapping(request.mapping);
  const census = new Census();
  const hosts = new Map<string, number>();
  const postings: Posting[] = [];
  const digest: Digest = new Digest({
    partner: request.partner ?? { id: 'trial', hosts: [ANY_HOST] },
    mapping: mapping.mapping,
    places: request.places,
    now: request.now,
    onRecord: (record) => census.add(record),
    onPosting(posting) {
      const bar = request.barOf?.(posting);
      if (bar !== undefined) return refuse(digest, bar, posting.reference ?? posting.title);
      const { hostname } = new URL(posting.link);
      hosts.set(hostname, (hosts.get(hostname) ?? 0) + 1);
      if (postings.length < MAX_KEPT) postings.push(posting);
    },
  });
  let head = Buffer.alloc(0);
  async function* remembered(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]);
      yield chunk;
    }
  }

  const opened = await open(request);
  const ending =
    'reason' in opened
      ? { complete: false, reason: opened.reason }
      : await digest
          .take(remembered(opened.body), { encoding: request.encoding, charset: opened.charset })
          .finally(opened.close);
  const advice = digest.tally.read > 0 ? adviceOn(mapping, census) : { faults: [], unread: [] };
  const elsewhere = digest.tally.read === 0 ? recordsAdvice(mapping, head.toString()) : undefined;
  return {
    ...digest.tally,
    contacts: digest.contacts,
    complete: ending.complete,
    reason: ending.reason,
    hosts,
    postings,
    faults: elsewhere ? [elsewhere] : advice.faults,
    unread: advice.unread,
  };
}

/** Counts a posting that was accepted until a rule was held against it. */
function refuse({ tally }: Digest, reason: string, sample: string): void {
  tally.accepted--;
  const refusal = (tally.refused[reason] ??= { count: 0, samples: [] });
  refusal.count++;
  if (refusal.samples.length < MAX_SAMPLES) refusal.samples.push(sample);
}

interface Opened {
  body: AsyncIterable<Uint8Array>;
  charset?: string;
  close(): Promise<void>;
}

async function open({ feed, mapping, allowedHosts }: TrialRequest): Promise<Opened | { reason: string }> {
  if (!/^https?:\/\//i.test(feed)) {
    return { body: unfold(fileBytes(feed), undefined), close: () => Promise.resolve() };
  }
  try {
    const fetched = await fetchFeed({ address: feed, mapping }, { allowedHosts });
    if (fetched.status === 'fetched') return fetched;
    return { reason: 'The address answers that nothing changed.' };
  } catch (error) {
    if (error instanceof FeedError) return { reason: error.message };
    throw error;
  }
}

async function* fileBytes(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code } = error as { code?: string };
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    throw new FeedError(`The file ${file} ${why}.`);
  }
}
