import type { TestRunnerPlugin } from '@web/test-runner';
import { startEndpoint, type RunningEndpoint } from './endpoint.ts';
import { startProxy, type Proxy } from './proxy.ts';

/**
 * Starts one real endpoint for a run of the web test runner. Each test file that imports `browser-kit.ts` gets a
 * proxy of its own before it, since files run beside each other and must not meet each other's faults.
 */
export function realEndpoint(): TestRunnerPlugin {
  let endpoint: RunningEndpoint | undefined;
  const proxies: Proxy[] = [];

  return {
    name: 'real-endpoint',
    async serverStart() {
      endpoint = await startEndpoint();
    },
    async serve(context) {
      if (context.path !== '/__kit__/proxy') return;
      const proxy = await startProxy(() => endpoint?.address ?? '');
      proxies.push(proxy);
      return { body: JSON.stringify({ address: proxy.address }), type: 'json' };
    },
    async serverStop() {
      for (const proxy of proxies) await proxy.close();
      await endpoint?.close();
    },
  };
}
