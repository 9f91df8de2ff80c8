import { connectProxy } from './proxy-client.ts';

const ask = globalThis.fetch.bind(globalThis);
const { address } = (await (await ask('/__kit__/proxy', { method: 'POST' })).json()) as { address: string };

/**
 * What elements are given as `endpoint`: a real endpoint with 300 offers, through a proxy that can misbehave and
 * that belongs to this test file alone. Boards: saint-omer, pessac, bordeaux.
 */
export const endpointAddress = address;

/** Controls of this file's proxy; call `calm()` in `afterEach`. */
export const { fault, release, calm, requests } = connectProxy(address, ask);
