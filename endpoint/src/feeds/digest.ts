import { createHash } from 'node:crypto';
import type { Posting } from '../offers/posting.ts';
import { WorkBudget } from './budget.ts';
import { decodeFeed, type EncodingHints } from './decode.ts';
import type { Refusals } from './feed.ts';
import type { Locator } from './groups.ts';
import { MAX_RECORDS, MAX_SAMPLES } from './limits.ts';
import type { Mapping } from './mapping.ts';
import { PostingMapper, type FeedPartner } from './postings.ts';
import { Reading } from './read/read.ts';
import { RejectedRecord, type Ending, type RecordTree } from './read/record.ts';

/** What is needed to make postings of a feed's bytes. */
export interface DigestOptions {
  partner: FeedPartner;
  mapping: Mapping;
  places: Locator;
  /** ms since the epoch; decides what has expired. */
  now: number;
  /** Takes each posting; the feed waits for what it promises. */
  onPosting(posting: Posting): void | Promise<void>;
  /** Is told of each record that could be read, before it is mapped. */
  onRecord?(record: RecordTree): void;
  /** Is told how many records were read, after every hundred. */
  onProgress?(read: number): void;
}

/** Progress is told after so many records. */
const PROGRESS_RECORDS = 100;
const MAX_SAMPLE_CHARS = 120;
/** A longer key is remembered by its hash. */
const MAX_KEY_CHARS = 60;

/** Makes postings of a feed's bytes, of one answer or of several that belong together, and counts what it refuses. */
export class Digest {
  readonly tally = { read: 0, accepted: 0, refused: Object.create(null) as Refusals };
  readonly contacts = { emails: 0, phones: 0 };
  readonly #options: DigestOptions;
  readonly #mapper: PostingMapper;
  readonly #budget = new WorkBudget();
  readonly #seen = new Set<string>();

  constructor(options: DigestOptions) {
    this.#options = options;
    this.#mapper = new PostingMapper({ ...options, contacts: this.contacts });
  }

  /** Hands over the postings of one answer as they come and tells how it ended. */
  async take(body: AsyncIterable<Uint8Array>, hints: EncodingHints): Promise<Ending> {
    const budget = this.#budget;
    const reading = new Reading(decodeFeed(body, hints, budget), this.#options.mapping.layout, budget);
    for await (const record of reading) {
      if (this.tally.read === MAX_RECORDS) {
        const most = MAX_RECORDS.toLocaleString('en');
        return { complete: false, reason: `The feed holds more than ${most} records; the rest is refused.` };
      }
      if (++this.tally.read % PROGRESS_RECORDS === 0) this.#options.onProgress?.(this.tally.read);
      if (record instanceof RejectedRecord) this.#refuse(record.reason, record.sample);
      else await this.#record(record);
    }
    return reading.ending;
  }

  async #record(record: RecordTree): Promise<void> {
    this.#options.onRecord?.(record);
    const result = this.#budget.run(() => this.#mapper.posting(record));
    if ('refused' in result) this.#refuse(result.refused, result.sample);
    else if (!this.#isNew(result.key)) this.#refuse('repeated reference', result.reference ?? result.title);
    else {
      this.#budget.grant();
      this.tally.accepted++;
      await this.#options.onPosting(result);
    }
  }

  #isNew(key: string): boolean {
    const short =
      key.length <= MAX_KEY_CHARS ? key : createHash('sha256').update(key).digest('base64').slice(0, 24);
    if (this.#seen.has(short)) return false;
    this.#seen.add(short);
    return true;
  }

  #refuse(reason: string, sample: string): void {
    const refusal = (this.tally.refused[reason] ??= { count: 0, samples: [] });
    refusal.count++;
    if (sample && refusal.samples.length < MAX_SAMPLES)
      refusal.samples.push(sample.slice(0, MAX_SAMPLE_CHARS));
  }
}
