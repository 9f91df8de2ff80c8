import { unlessAborted } from '../shared/unless-aborted.ts';
import ky, { HTTPError, type Options } from 'ky';

/** From the first byte asked for to the last byte read, the retry included. */
export const DEADLINE_MS = 8_000;
/** A busy endpoint can keep us waiting at most so long, whatever its Retry-After says. */
const MAX_WAIT_MS = 600_000;
const RETRY_DELAY_MS = 300;
const RETRIED_STATUSES = [500, 502, 503, 504];

export type RequestErrorKind = 'slow' | 'network' | 'server' | 'busy' | 'refused' | 'garbled';

/**
 * Why nothing usable came. `slow`: no whole answer within the deadline; `network`: no connection, or one that broke;
 * `server`: 5xx; `busy`: 429, or 503; `refused`: any other 4xx; `garbled`: an answer that is not the endpoint's JSON.
 */
export class RequestError extends Error {
  readonly kind: RequestErrorKind;
  /** The endpoint's own sentence (RFC 9457 `detail`), where it gave one. */
  readonly detail?: string;
  /** From when on asking again makes sense, ms since the epoch. */
  readonly retryAt?: number;
  /** The endpoint's whole problem document as it came, where it gave one: what it says of a closed offer. */
  readonly problem?: unknown;

  constructor(kind: RequestErrorKind, detail?: string, retryAt?: number, problem?: unknown) {
    super(detail ?? kind);
    this.problem = problem;
    this.kind = kind;
    this.detail = detail;
    this.retryAt = retryAt;
  }
}

/**
 * Gets JSON from the endpoint: no cookies, no referrer, one retry after a lost connection or a 5xx without Retry-After.
 * `fresh` passes over the browser's cache, which may hold what a broken network gave instead of the answer.
 * @throws {RequestError} for every failure, or the signal's own reason when the caller aborts.
 */
export async function getJson(url: string, signal: AbortSignal, fresh = false): Promise<unknown> {
  signal.throwIfAborted();
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A fetch that the page has patched may ignore our signal, so the deadline does not rely on it.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RequestError('slow')), DEADLINE_MS);
  });
  try {
    return await unlessAborted(signal, ask(url, requestInit(controller.signal, fresh)), late);
  } catch (error) {
    // A fetch that the page has replaced may answer with anything.
    throw error instanceof RequestError || signal.aborted ? error : new RequestError('garbled');
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

async function ask(url: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    // ky reads the headers of what it is given: of a plain address, those would be Object.prototype's.
    response = await ky(new Request(url, init), kyOptions(url, init));
  } catch (error) {
    throw error instanceof HTTPError ? await refusal(error.response) : new RequestError('network');
  }
  if (!isJson(response)) throw new RequestError('garbled');

  const text = await response.text().catch(() => {
    throw new RequestError('network');
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError('garbled');
  }
}

async function refusal(response: Response): Promise<RequestError> {
  const { status } = response;
  const kind =
    status === 429 || status === 503
      ? 'busy'
      : status >= 500
        ? 'server'
        : status >= 400
          ? 'refused'
          : 'garbled';
  const problem = isJson(response) ? await response.json().catch(() => undefined) : undefined;
  const detail: unknown = problem?.detail;
  return new RequestError(
    kind,
    typeof detail === 'string' ? detail.slice(0, 300) : undefined,
    retryAt(response),
    problem,
  );
}

function isJson(response: Response): boolean {
  return /^application\/(.+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
}

/** Retry-After (RFC 9110) is a number of seconds or a date. */
function retryAt(response: Response): number | undefined {
  const header = response.headers.get('retry-after');
  if (!header) return undefined;
  const now = Date.now();
  const at = /^\d+$/.test(header) ? now + Number(header) * 1000 : Date.parse(header);
  return at > now ? Math.min(at, now + MAX_WAIT_MS) : undefined;
}

/** An object without a prototype: whatever a page added to Object.prototype cannot be read through it. */
function bare<T extends object>(own: T): T {
  return Object.assign(Object.create(null), own);
}

function kyOptions(url: string, init: RequestInit): Options {
  return bare<Options>({
    ...init,
    // Some pages wrap fetch and expect an address and a plain init, not a Request.
    fetch: () => globalThis.fetch(url, init),
    timeout: false,
    throwHttpErrors: true,
    retry: bare({
      limit: 1,
      methods: ['get' as const],
      shouldRetry: ({ error }: { error: Error }) => !init.signal?.aborted && isWorthRetrying(error),
      delay: () => RETRY_DELAY_MS * (1 + Math.random()),
    }),
    hooks: undefined,
    json: undefined,
    parseJson: undefined,
    stringifyJson: undefined,
    searchParams: undefined,
    prefixUrl: undefined,
    onDownloadProgress: undefined,
    onUploadProgress: undefined,
    context: undefined,
  });
}

function isWorthRetrying(error: Error): boolean {
  if (!(error instanceof HTTPError)) return true;
  return RETRIED_STATUSES.includes(error.response.status) && !error.response.headers.has('retry-after');
}

/** Every key of RequestInit stands here by name, so that none is inherited. */
function requestInit(signal: AbortSignal, fresh: boolean): RequestInit {
  return bare<RequestInit & { duplex: undefined }>({
    method: 'GET',
    headers: bare({ accept: 'application/json' }),
    body: undefined,
    mode: 'cors',
    credentials: 'omit',
    cache: fresh ? 'reload' : 'default',
    redirect: 'follow',
    referrer: 'about:client',
    referrerPolicy: 'no-referrer',
    integrity: '',
    keepalive: false,
    signal,
    window: undefined,
    priority: 'auto',
    duplex: undefined,
  });
}
