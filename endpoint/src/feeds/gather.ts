import { Digest, type DigestOptions } from './digest.ts';
import { FeedError } from './error.ts';
import type { FeedSettings, Gathering, Validators } from './feed.ts';
import { fetchFeed, type Fetched, type FetchOptions } from './fetch.ts';

export interface GatherRequest
  extends Omit<FetchOptions, 'validators'>, Omit<DigestOptions, 'onProgress' | 'onRecord'> {
  settings: FeedSettings;
  /** Of the last complete gathering; with them an unchanged feed is not sent again. */
  validators?: Validators;
  onProgress?(progress: GatherProgress): void;
}

/** How far a feed was read: bytes over the wire, and records. */
export interface GatherProgress {
  bytes: number;
  expectedBytes?: number;
  read: number;
}

/**
 * Fetches one partner's feed and hands over its postings as they come. Whatever is wrong with the feed shows in the
 * result, never as an exception; what `onPosting` throws goes through.
 *
 * A feed of several pages is asked for page by page, each time whole: one that cannot be read makes the feed
 * incomplete.
 */
export async function gatherFeed(request: GatherRequest): Promise<Gathering> {
  const started = performance.now();
  const { settings } = request;
  const addresses = [settings.address, ...(settings.pages ?? [])];
  const single = addresses.length === 1;
  const digest = new Digest({ ...request, onProgress: () => tell() });
  let bytes = 0;
  let answer: Answer | undefined;
  const received = () => bytes + (answer?.received() ?? 0);
  const tell = () => {
    // What one page says of its size tells nothing of the others.
    const expectedBytes = single ? answer?.expectedBytes : undefined;
    request.onProgress?.({ bytes: received(), expectedBytes, read: digest.tally.read });
  };
  const finish = (end: Pick<Gathering, 'status' | 'reason' | 'validators'>): Gathering => ({
    ...digest.tally,
    contacts: digest.contacts,
    bytes: received(),
    ...end,
    ms: Math.round(performance.now() - started),
  });

  let fault: string | undefined;
  let expected = 0;
  for (const address of addresses) {
    const asked = await ask(
      { ...settings, address },
      { ...request, validators: single ? request.validators : undefined },
    );
    if ('reason' in asked) {
      fault ??= asked.reason;
      continue;
    }
    if (asked.status === 'unchanged') return finish({ status: 'unchanged', validators: asked.validators });
    bytes = received();
    answer = asked;
    try {
      const ending = await digest.take(asked.body, { encoding: settings.encoding, charset: asked.charset });
      if (!ending.complete) fault ??= ending.reason;
      expected += ending.expected ?? 0;
    } finally {
      await asked.close();
    }
    tell();
  }

  const { read } = digest.tally;
  if (fault !== undefined) return finish({ status: read > 0 ? 'incomplete' : 'failed', reason: fault });
  if (read < expected) {
    const reason = `The feed announces ${expected} offers and holds ${read}.`;
    return finish({ status: 'incomplete', reason });
  }
  return finish({ status: 'complete', validators: single ? answer?.validators : undefined });
}

type Answer = Extract<Fetched, { status: 'fetched' }>;

async function ask(settings: FeedSettings, options: FetchOptions): Promise<Fetched | { reason: string }> {
  try {
    return await fetchFeed(settings, { environment: process.env, ...options });
  } catch (error) {
    if (error instanceof FeedError) return { reason: error.message };
    throw error;
  }
}
