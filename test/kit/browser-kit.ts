import { connectProxy } from './proxy-client.ts';

const ask = globalThis.fetch.bind(globalThis);
const { address } = (await (await ask('/__kit__/proxy', { method: 'POST' })).json()) as { address: string };

// Chromium calls a machine that has loopback alone offline; tests that want to be so set it on `navigator` itself.
Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => true });

/**
 * What elements are given as `endpoint`: a real endpoint with 300 offers, through a proxy that can misbehave and
 * that belongs to this test file alone. Boards: saint-omer, pessac, bordeaux.
 */
export const endpointAddress = address;

/** Controls of this file's proxy; call `calm()` in `afterEach`. */
export const { fault, release, calm, requests } = connectProxy(address, ask);
