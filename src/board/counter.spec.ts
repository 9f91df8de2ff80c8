import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startSmallEndpoint, type SmallEndpoint } from '../../test/kit/small-endpoint.ts';
import { Client } from '../client/client.ts';
import { countOf, type CountState } from './counter.ts';
import { createCounter } from './own-count.ts';

let endpoint: SmallEndpoint;
beforeAll(async () => {
  endpoint = await startSmallEndpoint();
});
afterEach(() => endpoint.proxy.calm());
afterAll(() => endpoint.close());

function setup(client = new Client(endpoint.address)) {
  const states: CountState[] = [];
  const criteria = { q: 'infirmier', page: 4, sort: 'newest' as const };
  const counter = createCounter({ board: 'saint-omer', client, criteria });
  counter.subscribe((state) => states.push(countOf(state)));
  return { client, counter, states };
}

it('counts with one small request, whatever the list would need besides', async () => {
  const { counter, states } = setup();
  counter.start();
  counter.start();
  await vi.waitFor(() => expect(counter.state.status).toBe('answers'));

  expect(states.map(({ status }) => status)).toEqual(['loading', 'answers']);
  expect(countOf(counter.state)).toMatchObject({ total: 130, refreshedAt: '2026-11-22T06:00:00Z' });
  expect(endpoint.proxy.requests().map(({ path, query }) => path + query)).toEqual([
    '/v1/boards/saint-omer/count?q=infirmier',
  ]);
});

it('shares its request with nineteen others', async () => {
  const { client, counter } = setup();
  const counters = [counter, ...Array.from({ length: 19 }, () => setup(client).counter)];
  for (const each of counters) each.start();
  await vi.waitFor(() => expect(counters.every(({ state }) => state.total === 130)).toBe(true));

  expect(endpoint.proxy.requests()).toHaveLength(1);
});

it('asks again when the network is back after it was lost', async () => {
  endpoint.proxy.fault('reset');
  const { counter } = setup();
  counter.start();
  await vi.waitFor(() => expect(counter.state.failure?.kind).toBe('network'));

  endpoint.proxy.calm();
  counter.networkBack();
  await vi.waitFor(() => expect(counter.state.total).toBe(130));
});
