import { Agent, errors, request, type Dispatcher } from 'undici';
import { checkedLookup, checkUrl } from '../feeds/address.ts';
import { FeedError } from '../feeds/error.ts';

/** A page of 150 offers has about 1 MB. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const CONNECT_MS = 10_000;
const HEADERS_MS = 60_000;
const BODY_MS = 30_000;

/** What the service answered, its text whole. */
export interface Answer {
  status: number;
  /** A header, by its name in small letters. */
  header(name: string): string | undefined;
  text: string;
  bytes: number;
}

/** The service could not be asked, or not to the end of its answer: to be tried again. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** Asks over HTTP. Private addresses are refused unless their host is allowed, as for feeds; redirects are not followed. */
export class Caller {
  readonly #dispatcher: Agent;
  readonly #allowed: ReadonlySet<string>;
  readonly #signal: AbortSignal | undefined;

  constructor(allowedHosts: ReadonlySet<string>, signal?: AbortSignal) {
    this.#allowed = allowedHosts;
    this.#signal = signal;
    this.#dispatcher = new Agent({
      connect: { timeout: CONNECT_MS, lookup: checkedLookup(allowedHosts) as never },
      headersTimeout: HEADERS_MS,
      bodyTimeout: BODY_MS,
    });
  }

  /**
   * @throws {Unreachable} where it may work the next time
   * @throws {FeedError} where it will not: a private address, or the gathering was stopped
   */
  async call(
    url: URL,
    options: Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>,
  ): Promise<Answer> {
    checkUrl(url, this.#allowed);
    try {
      const answer = await request(url, { ...options, dispatcher: this.#dispatcher, signal: this.#signal });
      const pieces: Uint8Array[] = [];
      let bytes = 0;
      for await (const piece of answer.body as AsyncIterable<Uint8Array>) {
        bytes += piece.length;
        if (bytes > MAX_ANSWER_BYTES) throw new Unreachable('its answer is larger than 32 MB');
        pieces.push(piece);
      }
      return {
        status: answer.statusCode,
        header: (name) => [answer.headers[name]].flat()[0],
        text: Buffer.concat(pieces).toString('utf8'),
        bytes,
      };
    } catch (error) {
      throw this.#sentence(error);
    }
  }

  /** Lets go of its connections. */
  close(): Promise<void> {
    return this.#dispatcher.destroy();
  }

  /** What undici and sockets throw, in our words; a fault of our own stays what it is. */
  #sentence(error: unknown): unknown {
    const { cause, code, name } = error as { cause?: unknown; code?: string; name?: string };
    if (this.#signal?.aborted) return new FeedError('The gathering was stopped.');
    if (error instanceof FeedError) return error;
    if (cause instanceof FeedError) return cause;
    const network =
      error instanceof errors.UndiciError || /^E[A-Z_]+$/.test(code ?? '') || name === 'AbortError';
    return network ? new Unreachable(`it cannot be reached (${code ?? name})`, { cause: error }) : error;
  }
}
