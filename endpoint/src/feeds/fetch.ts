import { Agent, errors, request, type Dispatcher } from 'undici';
import { checkedLookup, checkUrl, hostOf } from './address.ts';
import { chunksOf } from './chunks.ts';
import { FeedError } from './error.ts';
import type { FeedSettings, Validators } from './feed.ts';
import { MAX_REDIRECTS } from './limits.ts';
import { unfold, type UnfoldCaps } from './unfold.ts';

/** How long a partner may take, in ms. */
export interface FetchTimeouts {
  connect: number;
  headers: number;
  /** Between two pieces of the body. */
  idle: number;
  /** From the first connection to the last byte. */
  total: number;
}

export const DEFAULT_TIMEOUTS: FetchTimeouts = {
  connect: 10_000,
  headers: 60_000,
  idle: 30_000,
  total: 900_000,
};

export interface FetchOptions {
  /** What the last complete fetch gave. */
  validators?: Validators;
  /** Names or literal addresses that may be private. */
  allowedHosts?: ReadonlySet<string>;
  signal?: AbortSignal;
  timeouts?: Partial<FetchTimeouts>;
  caps?: UnfoldCaps;
  /** Where the values of the feed's headers stand. */
  environment?: Readonly<Record<string, string | undefined>>;
}

/** Where a feed stands, and what it is asked with. */
export type FeedAddress = Omit<FeedSettings, 'mapping'>;

/** What a partner's address answered. */
export type Fetched =
  | { status: 'unchanged'; validators: Validators }
  | {
      status: 'fetched';
      /** Decompressed bytes; throws {@link FeedError} where the answer breaks off, stalls or grows too large. */
      body: AsyncIterable<Uint8Array>;
      /** As the header names it. */
      charset?: string;
      /** How many bytes come over the wire, where the partner says it. */
      expectedBytes?: number;
      /** How many bytes have come over the wire so far. */
      received(): number;
      validators: Validators;
      /** Lets go of the connection; to be called in every case. */
      close(): Promise<void>;
    };

/** What an answer may be; anything else than a feed has its own sentence. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const USER_AGENT = 'town-jobs (+https://www.npmjs.com/package/town-jobs)';

/**
 * Asks a partner's address for its feed. Addresses of this machine and its network are refused unless the host is
 * allowed, at each hop again; the socket connects to the address that was checked.
 * @throws {FeedError} with one sentence for the operator
 */
export async function fetchFeed(
  settings: FeedAddress | FeedSettings,
  options: FetchOptions = {},
): Promise<Fetched> {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const allowed = options.allowedHosts ?? new Set();
  const deadline = AbortSignal.timeout(timeouts.total);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  const dispatcher = new Agent({
    connect: { timeout: timeouts.connect, lookup: checkedLookup(allowed) as never },
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.idle,
    maxHeaderSize: 64 * 1024,
  });
  const close = () => dispatcher.destroy();
  let url = parse(settings.address);
  const name = () => hostOf(url);
  try {
    const first = url.origin;
    for (let hop = 0; ; hop++) {
      checkUrl(url, allowed);
      const headers = {
        ...(url.origin === first ? secretHeaders(settings, options.environment ?? {}) : {}),
        ...conditions(options.validators),
        accept: '*/*',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': USER_AGENT,
      };
      const answer = await request(url, { dispatcher, headers, signal });
      if (REDIRECTS.has(answer.statusCode)) {
        url = redirected(url, answer, hop);
        await answer.body.dump();
        continue;
      }
      if (answer.statusCode === 304 && options.validators) {
        await answer.body.dump();
        await close();
        return { status: 'unchanged', validators: options.validators };
      }
      if (answer.statusCode !== 200) {
        throw new FeedError(statusSentence(answer.statusCode, name()), {
          status: answer.statusCode,
          retryAfter: [answer.headers['retry-after']].flat()[0],
        });
      }
      return fetched(answer, { ...options, close, name: name(), timeouts, deadline });
    }
  } catch (error) {
    await close();
    throw sentence(error, name(), timeouts, deadline, options.signal);
  }
}

function fetched(
  answer: Dispatcher.ResponseData,
  context: Pick<FetchOptions, 'caps' | 'signal'> & {
    close(): Promise<void>;
    name: string;
    timeouts: FetchTimeouts;
    deadline: AbortSignal;
  },
): Fetched {
  const header = (key: string) => [answer.headers[key]].flat()[0];
  let received = 0;
  async function* wire(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunksOf(answer.body)) {
      received += chunk.length;
      yield chunk;
    }
  }
  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      yield* unfold(wire(), header('content-encoding'), context.caps);
    } catch (error) {
      throw sentence(error, context.name, context.timeouts, context.deadline, context.signal);
    }
  }
  const length = Number(header('content-length'));
  return {
    status: 'fetched',
    body: body(),
    charset: /charset\s*=\s*"?([\w:.-]+)/i.exec(header('content-type') ?? '')?.[1],
    ...(length > 0 && { expectedBytes: length }),
    received: () => received,
    validators: {
      ...(header('etag') && { etag: header('etag') }),
      ...(header('last-modified') && { lastModified: header('last-modified') }),
    },
    close: context.close,
  };
}

function parse(address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw new FeedError('The address of the feed is no URL; it has to begin with http:// or https://.');
  }
}

function redirected(from: URL, answer: Dispatcher.ResponseData, hop: number): URL {
  if (hop >= MAX_REDIRECTS)
    throw new FeedError(`${hostOf(from)} leads over more than ${MAX_REDIRECTS} redirects.`);
  const location = [answer.headers.location].flat()[0];
  try {
    return new URL(location ?? '', from);
  } catch {
    throw new FeedError(`${hostOf(from)} redirects to an address that cannot be read.`);
  }
}

function conditions(validators: Validators | undefined): Record<string, string> {
  return {
    ...(validators?.etag && { 'if-none-match': validators.etag }),
    ...(validators?.lastModified && { 'if-modified-since': validators.lastModified }),
  };
}

function secretHeaders(
  { headers = {} }: FeedAddress,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([header, variable]) => {
      const value = environment[variable];
      if (!value)
        throw new FeedError(
          `The variable ${variable}, which holds the feed's header "${header}", is not set.`,
        );
      return [header.toLowerCase(), value];
    }),
  );
}

function statusSentence(status: number, host: string): string {
  if (status === 401 || status === 403)
    return `${host} refuses access to the feed (${status}); check its credentials.`;
  if (status === 404 || status === 410) return `${host} has no feed at this address (${status}).`;
  if (status === 429) return `${host} was asked too often (429).`;
  if (status >= 500) return `${host} has a fault of its own (${status}).`;
  return `${host} answers with status ${status} instead of a feed.`;
}

/** Failures of sockets and names, as sentences; anything unknown is a programming error and stays what it is. */
function sentence(
  error: unknown,
  host: string,
  timeouts: FetchTimeouts,
  deadline: AbortSignal,
  asked: AbortSignal | undefined,
): unknown {
  if (error instanceof FeedError) return error;
  const { cause, code, name } = error as { cause?: unknown; code?: string; name?: string };
  if (cause instanceof FeedError) return cause;
  const seconds = (ms: number) => `${Math.round(ms / 100) / 10} s`;
  if (asked?.aborted) return new FeedError('The gathering was stopped.');
  if (deadline.aborted)
    return new FeedError(`${host} had not sent the whole feed after ${seconds(timeouts.total)}.`);
  if (error instanceof errors.ConnectTimeoutError) {
    return new FeedError(`${host} could not be reached within ${seconds(timeouts.connect)}.`);
  }
  if (error instanceof errors.HeadersTimeoutError) {
    return new FeedError(`${host} did not answer within ${seconds(timeouts.headers)}.`);
  }
  if (error instanceof errors.BodyTimeoutError) {
    return new FeedError(`${host} stopped sending for ${seconds(timeouts.idle)}.`);
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new FeedError(`The name ${host} cannot be resolved.`);
  if (code === 'ECONNREFUSED') return new FeedError(`${host} refuses the connection.`);
  if (error instanceof errors.SocketError || /^E[A-Z]+$/.test(code ?? '') || name === 'AbortError') {
    return new FeedError(`${host} closed the connection before the feed was complete.`);
  }
  if (/^(CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code ?? '')) {
    return new FeedError(`The certificate of ${host} is not valid (${code}).`);
  }
  if (error instanceof errors.UndiciError)
    return new FeedError(`${host} does not answer as a web server should (${code}).`);
  return error;
}
