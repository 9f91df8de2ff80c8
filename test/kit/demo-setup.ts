import type { TestProject } from 'vitest/node';
import { servePages } from '../../demo/serve.ts';
import { startEndpoint } from './endpoint.ts';
import { startProxy } from './proxy.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the demo's pages. */
    pages: string;
    /** Origin that the pages take the elements from: the proxy before the endpoint. */
    endpoint: string;
  }
}

/** Starts what the tests end to end need, once: partners, endpoint, the proxy before it, the towns' pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const proxy = await startProxy(() => endpoint.address);
  const endpoint = await startEndpoint({ size: 1500, env: { TOWN_JOBS_ORIGIN: proxy.address } });
  const pages = await servePages({ endpoint: proxy.address });
  project.provide('pages', pages.address);
  project.provide('endpoint', proxy.address);

  return async () => {
    await pages.close();
    await proxy.close();
    await endpoint.close();
  };
}
