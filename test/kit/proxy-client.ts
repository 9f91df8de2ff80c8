import type { FaultName, Faults, FaultScope, SeenRequest } from './faults.ts';

/** The proxy's controls from another process or from a browser. */
export interface ProxyClient {
  /** Makes a fault from now on: `await fault('status', { status: 503, path: '/offers', times: 1 })`. */
  fault<Name extends FaultName>(name: Name, options: Faults[Name] & FaultScope): Promise<void>;
  /** Ends `fault('hold', …)`: lets the answers go that it keeps, in the order of their arrival. */
  release(): Promise<void>;
  /** Ends all faults, lets go what is held and forgets the requests: call it in `afterEach`. */
  calm(): Promise<void>;
  /** The requests since the start or the last `calm()`, in order, without preflights; `path` is a part of it. */
  requests(path?: string): Promise<SeenRequest[]>;
}

/** Connects to the proxy at `address`. `ask` is kept, since tests of hostile pages replace the global one. */
export function connectProxy(address: string, ask: typeof fetch = fetch): ProxyClient {
  async function order(name: string, body?: unknown): Promise<SeenRequest[]> {
    const answer = await ask(`${address}/__proxy__/${name}`, {
      method: 'POST',
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The proxy at ${address} does not know "${name}".`);
    return (await answer.json()) as SeenRequest[];
  }

  return {
    fault: async (name, options) => void (await order('fault', { name, options })),
    release: async () => void (await order('release')),
    calm: async () => void (await order('calm')),
    async requests(path = '') {
      const seen = await order('requests');
      return seen.filter((entry) => entry.method !== 'OPTIONS' && (entry.path + entry.query).includes(path));
    },
  };
}
