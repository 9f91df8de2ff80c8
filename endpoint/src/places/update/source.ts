import { setTimeout as pause } from 'node:timers/promises';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { checkUrl } from '../../feeds/address.ts';
import { FeedError } from '../../feeds/error.ts';
import { fetchFeed, type FetchTimeouts } from '../../feeds/fetch.ts';
import { Limiter } from '../../france-travail/limiter.ts';

/** A département with its outlines has about 3 MB. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** How often one request is made before it is given up. */
const ATTEMPTS = 4;
/** The service allows 50 requests a second to one address. */
const PER_SECOND = 10;
/** The first rest after a fault, doubled each time. */
const BACKOFF_MS = 2_000;
/** A service that asks for a longer rest is asked another day. */
const LONGEST_REST_MS = 120_000;
const TIMEOUTS: FetchTimeouts = { connect: 10_000, headers: 60_000, idle: 30_000, total: 180_000 };

export interface SourceOptions {
  /** Where the service stands, without a slash at its end. */
  address: string;
  /** Hosts that may be asked although their address is private. */
  allowedHosts: ReadonlySet<string>;
  timeouts?: Partial<FetchTimeouts>;
  maxBytes?: number;
  perSecond?: number;
  /** Rests for so many ms. */
  rest?(ms: number): Promise<unknown>;
}

/** geo.api.gouv.fr: asked politely, and again where it is busy; what it answers is checked before it is believed. */
export class GeoSource {
  readonly #options: SourceOptions;
  readonly #limiter: Limiter;
  readonly #rest: (ms: number) => Promise<unknown>;

  constructor(options: SourceOptions) {
    this.#options = options;
    this.#limiter = new Limiter(options.perSecond ?? PER_SECOND);
    this.#rest = options.rest ?? pause;
  }

  /**
   * Asks for a list.
   *
   * @param what what its rows are, for the sentence of a fault: "communes of 62"
   * @throws {FeedError} with one sentence where the service does not give it whole
   */
  async list<T extends TSchema>(path: string, row: T, what: string): Promise<Static<T>[]> {
    return rowsOf(await this.#patiently(path), row, what);
  }

  async #patiently(path: string): Promise<string> {
    const { address, allowedHosts } = this.#options;
    checkUrl(new URL(address), allowedHosts);
    for (let attempt = 1; ; attempt++) {
      await this.#limiter.turn();
      try {
        return await this.#text(path);
      } catch (error) {
        const rest = error instanceof FeedError ? restAfter(error, attempt) : undefined;
        if (rest === undefined) throw error;
        await this.#rest(rest);
      }
    }
  }

  async #text(path: string): Promise<string> {
    const { address, allowedHosts, timeouts, maxBytes = MAX_ANSWER_BYTES } = this.#options;
    const fetched = await fetchFeed(
      { address: address + path },
      { allowedHosts, timeouts: { ...TIMEOUTS, ...timeouts }, caps: { maxBytes } },
    );
    if (fetched.status === 'unchanged') throw new FeedError('The service answers what was not asked.');
    try {
      const pieces: Uint8Array[] = [];
      for await (const piece of fetched.body) pieces.push(piece);
      return Buffer.concat(pieces).toString('utf8');
    } finally {
      await fetched.close();
    }
  }
}

/** How long to rest before the next attempt; nothing where another one would be of no use. */
function restAfter({ refusal }: FeedError, attempt: number): number | undefined {
  if (attempt >= ATTEMPTS) return undefined;
  if (refusal && refusal.status !== 429 && refusal.status < 500) return undefined;
  const rest = BACKOFF_MS * 2 ** (attempt - 1);
  const wanted = retryAfterMs(refusal?.retryAfter);
  if (wanted === undefined) return rest;
  return wanted > LONGEST_REST_MS ? undefined : Math.max(rest, wanted);
}

function retryAfterMs(header = ''): number | undefined {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

function rowsOf<T extends TSchema>(text: string, row: T, what: string): Static<T>[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    throw new FeedError(`The list of ${what} is no JSON: it was cut, or is something else.`);
  }
  if (!Array.isArray(rows)) throw new FeedError(`The answer for ${what} is no list.`);
  const schema = Compile(row);
  const wrong = rows.findIndex((value) => !schema.Check(value));
  if (wrong < 0) return rows as Static<T>[];
  const [fault] = schema.Errors(rows[wrong]);
  const where = fault?.instancePath.slice(1).replaceAll('/', '.') || 'row';
  throw new FeedError(`The list of ${what} is not as documented: ${where} of row ${wrong + 1} is wrong.`);
}
