import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Faults, SeenRequest } from './faults.ts';
import { startProxy, type Proxy } from './proxy.ts';

const answer = { total: 2, offers: [{ title: 'Boulanger', age: 3 }, { title: 'Infirmière' }] };
let proxy: Proxy;

const outside = createServer((request, reply) => {
  reply.setHeader('content-type', 'application/json');
  reply.setHeader('x-asked', `${request.method} ${request.url}`);
  reply.end(JSON.stringify(answer));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  const { port } = outside.address() as AddressInfo;
  proxy = await startProxy(() => `http://127.0.0.1:${port}`);
});
afterEach(() => proxy.calm());
afterAll(async () => {
  await proxy.close();
  outside.closeAllConnections();
  await new Promise((resolve) => outside.close(resolve));
});

const ask = (path = '/offers?q=a', init?: RequestInit) => fetch(proxy.address + path, init);
const control = (order: string, body?: unknown) =>
  ask(`/__proxy__/${order}`, { method: 'POST', body: body === undefined ? null : JSON.stringify(body) });

test('passes a request and its answer on when it is calm', async () => {
  const response = await ask();

  expect(response.headers.get('x-asked')).toBe('GET /offers?q=a');
  expect(await response.json()).toEqual(answer);
  expect(proxy.requests()).toMatchObject([{ method: 'GET', path: '/offers', query: '?q=a', aborted: false }]);
});

test('meets only the paths and the number of requests that a fault names', async () => {
  proxy.fault('status', { status: 503, path: '/offers', times: 1 });

  expect((await ask('/count')).status).toBe(200);
  expect((await ask()).status).toBe(503);
  expect((await ask()).status).toBe(200);
  expect(proxy.requests().map(({ fault }) => fault)).toEqual([undefined, 'status', undefined]);
});

test('refuses with a problem document that another origin may read, with its Retry-After', async () => {
  proxy.fault('status', { status: 429, retryAfter: 120, detail: 'Trop de demandes.' });

  const response = await ask();

  expect(response.headers.get('retry-after')).toBe('120');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-expose-headers')).toContain('retry-after');
  expect(await response.json()).toEqual({ status: 429, detail: 'Trop de demandes.' });
});

test('sends no header while it hangs, until the asker goes away', async () => {
  proxy.fault('hang', {});
  const asker = new AbortController();

  const response = ask('/offers', { signal: asker.signal });
  await expect.poll(() => proxy.requests().length).toBe(1);
  asker.abort();

  await expect(response).rejects.toThrow('aborted');
  await expect.poll(() => proxy.requests()[0]?.aborted).toBe(true);
});

test('stalls after headers and half of the body', async () => {
  proxy.fault('stall', {});
  const asker = new AbortController();

  const response = await ask('/offers', { signal: asker.signal });
  const reader = response.body!.getReader();
  const first = await reader.read();
  const next = reader.read();
  asker.abort();

  expect(response.status).toBe(200);
  expect(first.value?.length).toBe(Math.floor(Buffer.byteLength(JSON.stringify(answer)) / 2));
  await expect(next).rejects.toThrow('aborted');
});

test('breaks the connection before or within the answer', async () => {
  proxy.fault('cut', { path: '/offers' });
  proxy.fault('reset', { path: '/count' });

  await expect(ask('/count')).rejects.toThrow('fetch failed');
  const response = await ask('/offers');
  await expect(response.text()).rejects.toThrow('terminated');
});

test('answers 200 with a portal page, half of the JSON, or bytes that are none', async () => {
  proxy.fault('html', { path: '/html' });
  proxy.fault('truncated', { path: '/truncated' });
  proxy.fault('garbage', { path: '/garbage' });

  expect((await ask('/html')).headers.get('content-type')).toContain('text/html');
  for (const path of ['/truncated', '/garbage']) {
    const response = await ask(path);
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  }
});

test.each([
  [
    { change: 'missing', names: ['title'] },
    { total: 2, offers: [{ age: 3 }, {}] },
  ],
  [
    { change: 'null', names: ['offers', 'title'] },
    { total: 2, offers: null },
  ],
  [
    { change: 'wrong', names: ['total'] },
    { ...answer, total: 'unexpected' },
  ],
] satisfies [Faults['fields'], unknown][])(
  'damages the fields of the real answer: %j',
  async (options, expected) => {
    proxy.fault('fields', options);

    expect(await (await ask()).json()).toEqual(expected);
  },
);

test('adds a field that nobody knows to every object', async () => {
  proxy.fault('fields', { change: 'extra' });

  const damaged = (await (await ask()).json()) as typeof answer;

  expect(damaged).toHaveProperty('addedLater');
  expect(damaged.offers[1]).toHaveProperty('addedLater');
  expect(damaged.offers[1]?.title).toBe('Infirmière');
});

test('holds an answer until it is released, so that a later one overtakes it', async () => {
  proxy.fault('hold', { times: 1 });
  const order: string[] = [];

  const first = ask('/first').then(() => order.push('first'));
  await expect.poll(() => proxy.requests().length).toBe(1);
  await ask('/second').then(() => order.push('second'));
  proxy.release();
  await first;

  expect(order).toEqual(['second', 'first']);
});

test('holds nothing that arrives after the release', async () => {
  proxy.fault('hold', {});
  proxy.release();

  expect((await ask()).status).toBe(200);
});

test('takes its orders over HTTP too, and forgets all when it is calmed', async () => {
  await control('fault', { name: 'status', options: { status: 500 } });
  expect((await ask('/a')).status).toBe(500);
  const seen = (await (await control('requests')).json()) as SeenRequest[];
  expect(seen).toMatchObject([{ path: '/a', fault: 'status' }]);

  await control('calm');

  expect((await ask('/b')).status).toBe(200);
  expect(proxy.requests()).toHaveLength(1);
  expect((await control('unknown')).status).toBe(404);
});
