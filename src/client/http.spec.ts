import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSmallEndpoint, type SmallEndpoint } from '../../test/kit/small-endpoint.ts';
import { DEADLINE_MS, getJson, RequestError } from './http.ts';

let endpoint: SmallEndpoint;
beforeAll(async () => {
  endpoint = await startSmallEndpoint();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  endpoint.proxy.calm();
});
afterAll(() => endpoint.close());

function setup() {
  const controller = new AbortController();
  const answer = getJson(`${endpoint.address}/v1/boards/saint-omer/offers`, controller.signal);
  const failure = answer.then(
    () => undefined,
    (error: unknown) => error as RequestError,
  );
  return { answer, failure, abort: () => controller.abort() };
}

/** Waits until the endpoint has seen so many requests. */
async function seen(count: number) {
  await vi.waitFor(() => expect(endpoint.proxy.requests()).toHaveLength(count));
}

describe('an answer', () => {
  it('is what the JSON says', async () => {
    const { answer } = setup();

    expect(await answer).toMatchObject({ total: 130 });
  });

  it('is asked for without cookies, referrer or body', async () => {
    const inits: RequestInit[] = [];
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => (inits.push(init), fetch(url, init)));
    await setup().answer;

    expect(inits).toMatchObject([
      { method: 'GET', credentials: 'omit', referrerPolicy: 'no-referrer', body: undefined },
    ]);
    expect(Object.getPrototypeOf(inits[0])).toBeNull();
  });

  it('that does not say it is JSON is none', async () => {
    vi.stubGlobal('fetch', async () => new Response('{}', { headers: { 'content-type': 'text/html' } }));

    expect(await setup().failure).toMatchObject({ kind: 'garbled' });
  });

  it('comes on a page that added to Object.prototype', async () => {
    const added = {
      method: 'POST',
      headers: 5,

      mode: 'navigate',
      credentials: 'include',
      json: {},
      hooks: 1,
    };
    Object.assign(Object.prototype, added);
    const { answer } = setup();
    const kept = await answer.finally(() => {
      for (const key of Object.keys(added)) delete (Object.prototype as Record<string, unknown>)[key];
    });

    expect(kept).toMatchObject({ total: 130 });
    expect(endpoint.proxy.requests()[0]?.method).toBe('GET');
  });
});

describe('the deadline', () => {
  it.each(['hang', 'stall'] as const)('ends an answer whose server makes it %s', async (fault) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    endpoint.proxy.fault(fault);
    const { failure } = setup();
    await seenWithoutTimers(1);
    await vi.advanceTimersByTimeAsync(DEADLINE_MS);

    expect(await failure).toMatchObject({ kind: 'slow' });
    expect(endpoint.proxy.requests()).toHaveLength(1);
  });

  it('covers the retry too', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    endpoint.proxy.fault('hang');
    endpoint.proxy.fault('status', { status: 500, times: 1 });
    const { failure } = setup();
    await seenWithoutTimers(2, 10);
    await vi.advanceTimersByTimeAsync(DEADLINE_MS - 10);

    expect(await failure).toMatchObject({ kind: 'slow' });
    expect(endpoint.proxy.requests()).toHaveLength(2);
  });
});

describe('a failure', () => {
  it.each([500, 502, 504])('of status %i is retried once, then told', async (status) => {
    endpoint.proxy.fault('status', { status, detail: 'En panne.' });
    const { failure } = setup();

    expect(await failure).toMatchObject({ kind: 'server', detail: 'En panne.' });
    expect(endpoint.proxy.requests()).toHaveLength(2);
  });

  it('that passes is not seen', async () => {
    endpoint.proxy.fault('status', { status: 500, times: 1 });

    expect(await setup().answer).toMatchObject({ total: 130 });
  });

  it('of a connection that breaks is retried once', async () => {
    endpoint.proxy.fault('reset');

    expect(await setup().failure).toMatchObject({ kind: 'network' });
    expect(endpoint.proxy.requests()).toHaveLength(2);
  });

  it('in the middle of the body is told', async () => {
    endpoint.proxy.fault('cut');

    expect(await setup().failure).toMatchObject({ kind: 'network' });
  });

  it.each(['html', 'truncated', 'garbage'] as const)('of an answer that is %s is told', async (fault) => {
    endpoint.proxy.fault(fault);

    expect(await setup().failure).toMatchObject({ kind: 'garbled' });
    expect(endpoint.proxy.requests()).toHaveLength(1);
  });

  it.each([429, 503])('of status %i says when to ask again and is not retried', async (status) => {
    endpoint.proxy.fault('status', { status, retryAfter: 120 });
    const before = Date.now();
    const failure = await setup().failure;

    expect(failure).toMatchObject({ kind: 'busy' });
    expect(failure?.retryAt).toBeGreaterThanOrEqual(before + 120_000);
    expect(failure?.retryAt).toBeLessThanOrEqual(Date.now() + 120_000);
    expect(endpoint.proxy.requests()).toHaveLength(1);
  });

  it('never makes residents wait for more than ten minutes', async () => {
    endpoint.proxy.fault('status', { status: 429, retryAfter: 86_400 });
    const failure = await setup().failure;

    expect(failure?.retryAt).toBeLessThanOrEqual(Date.now() + 600_000);
  });

  it('of a question that is refused brings the sentence of the endpoint', async () => {
    endpoint.proxy.fault('status', { status: 404, detail: 'Ce territoire est inconnu.' });

    expect(await setup().failure).toMatchObject({ kind: 'refused', detail: 'Ce territoire est inconnu.' });
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['answers nothing', async () => undefined],
    ['answers with a plain object', async () => ({ ok: true })],
  ])('of a fetch that the page replaced by one that %s is told', async (_, broken) => {
    vi.stubGlobal('fetch', broken);

    expect(await setup().failure).toBeInstanceOf(RequestError);
  });
});

describe('giving up', () => {
  it('rejects with AbortError and ends the request', async () => {
    endpoint.proxy.fault('hang');
    const { failure, abort } = setup();
    await seen(1);
    abort();

    expect(await failure).toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(endpoint.proxy.requests()[0]?.aborted).toBe(true));
  });
});

/** Waits by turns of the event loop, each letting `step` ms of the faked time pass. */
async function seenWithoutTimers(count: number, step = 0) {
  while (endpoint.proxy.requests().length < count) {
    await new Promise((resolve) => setImmediate(resolve));
    if (step) await vi.advanceTimersByTimeAsync(step);
  }
}
