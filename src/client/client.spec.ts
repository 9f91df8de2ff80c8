import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSmallEndpoint, type SmallEndpoint } from '../../test/kit/small-endpoint.ts';
import { Client, queryString } from './client.ts';
import { getCount } from './count.ts';
import { saneBoard } from './sanity.ts';

let endpoint: SmallEndpoint;
beforeAll(async () => {
  endpoint = await startSmallEndpoint();
});
afterEach(() => {
  vi.useRealTimers();
  endpoint.proxy.calm();
  Object.assign(endpoint.index, { total: 130, generation: 1 });
});
afterAll(() => endpoint.close());

function setup() {
  const client = new Client(endpoint.address);
  const never = new AbortController().signal;
  const ask = (q: string, signal = never) => client.offers('saint-omer', { q }, signal);
  return { client, ask, never };
}

describe('a query string', () => {
  it('has one order and no absent criteria', () => {
    const query = { page: 2, contract: ['cdi', 'cdd'], radius: 0, q: 'aide à domicile', place: undefined };

    expect(queryString(query)).toBe('?q=aide+%C3%A0+domicile&radius=0&contract=cdd%2Ccdi&page=2');
    expect(queryString({})).toBe('');
  });
});

describe('equal questions', () => {
  it('at the same time are one request', async () => {
    const { ask } = setup();

    const answers = await Promise.all([ask('a'), ask('a'), ask('a')]);

    expect(answers.map(({ total }) => total)).toEqual([130, 130, 130]);
    expect(endpoint.proxy.requests()).toHaveLength(1);
  });

  it('go on for the others when one gives up', async () => {
    const { ask } = setup();
    const first = new AbortController();
    endpoint.proxy.fault('hold');
    const given = ask('a', first.signal).catch((error: Error) => error.name);
    const other = ask('a');
    await vi.waitFor(() => expect(endpoint.proxy.requests()).toHaveLength(1));
    first.abort();
    expect(await given).toBe('AbortError');
    endpoint.proxy.release();

    expect(await other).toMatchObject({ total: 130 });
  });

  it('end when the last one gives up', async () => {
    const { ask } = setup();
    const both = new AbortController();
    endpoint.proxy.fault('hold');
    const given = Promise.allSettled([ask('a', both.signal), ask('a', both.signal)]);
    await vi.waitFor(() => expect(endpoint.proxy.requests()).toHaveLength(1));
    both.abort();
    await given;

    await vi.waitFor(() => expect(endpoint.proxy.requests()[0]?.aborted).toBe(true));
  });

  it('one after the other are answered from what is kept', async () => {
    const { ask } = setup();
    await ask('a');
    await ask('a');

    expect(endpoint.proxy.requests()).toHaveLength(1);
  });

  it('are asked again half a minute later', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { ask } = setup();
    await ask('a');
    vi.setSystemTime(Date.now() + 31_000);
    await ask('a');

    expect(endpoint.proxy.requests()).toHaveLength(2);
  });

  it('are asked again once a newer generation was seen', async () => {
    const { ask } = setup();
    await ask('a');
    endpoint.index.generation = 2;
    await ask('b');
    await ask('a');

    expect(endpoint.proxy.requests()).toHaveLength(3);
  });

  it('after a failure are asked again', async () => {
    const { ask } = setup();
    endpoint.proxy.fault('html', { times: 1 });
    await ask('a').catch(() => undefined);

    expect(await ask('a')).toMatchObject({ total: 130 });
  });
});

describe('a busy endpoint', () => {
  it('is left alone until the time that it named', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { ask, client, never } = setup();
    endpoint.proxy.fault('status', { status: 429, retryAfter: 120, times: 1 });
    const first = await ask('a').catch((error: unknown) => error);
    const second = await getCount(client, 'pessac', {}, never).catch((error: unknown) => error);

    expect(first).toMatchObject({ kind: 'busy' });
    expect(second).toBe(first);
    expect(endpoint.proxy.requests()).toHaveLength(1);

    vi.setSystemTime(Date.now() + 121_000);
    expect(await ask('a')).toMatchObject({ total: 130 });
  });
});

describe('the routes', () => {
  it('are those of the contract', async () => {
    const { client, never } = setup();

    expect(await getCount(client, 'saint-omer', { q: 'a' }, never)).toMatchObject({ total: 130 });
    expect(await client.get('saint-omer', '', saneBoard, never)).toMatchObject({ id: 'saint-omer' });
    expect(endpoint.proxy.requests().map(({ path, query }) => path + query)).toEqual([
      '/v1/boards/saint-omer/count?q=a',
      '/v1/boards/saint-omer',
    ]);
  });

  it('hold whatever an id contains in its segment', () => {
    const { client } = setup();

    expect(client.link('saint-omer', '../x?y')).toBe(`${endpoint.address}/saint-omer/go/..%2Fx%3Fy`);
  });
});
