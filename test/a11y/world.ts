import { servePages } from '../../demo/serve.ts';
import { startEndpoint } from '../kit/endpoint.ts';
import { startProxy, type Proxy } from '../kit/proxy.ts';
import type { Driver } from './browsers.ts';
import { setUpPage } from './in-page.ts';
import type { Fault } from './point.ts';
import { FIRST_OFFER, Visit, type Opening, type PageName } from './visit.ts';

/** Offers of the demo's partners: enough for several pages of results. */
const OFFERS = 1500;

/** The real endpoint, and for each browser a proxy before it and pages that know that proxy alone. */
export interface World {
  /** A view of the world in which a browser can misuse the network without the others' notice. */
  corner(driver: Driver): Promise<Corner>;
  close(): Promise<void>;
}

/** One browser's part of the world. */
export interface Corner {
  proxy: Proxy;
  /** Opens a page, with faults planted in it. */
  open(page: PageName, opening: Opening, faults: readonly Fault[]): Promise<Visit>;
}

/** Starts partners and an endpoint that serves the elements of a folder; `close` ends all. */
export async function startWorld(elements: string): Promise<World> {
  const endpoint = await startEndpoint({ size: OFFERS, env: { TOWN_JOBS_ELEMENTS: elements } });
  const closing: (() => Promise<void>)[] = [() => endpoint.close()];

  return {
    async corner(driver) {
      const proxy = await startProxy(() => endpoint.address);
      const pages = await servePages({ endpoint: proxy.address });
      closing.push(
        () => proxy.close(),
        () => pages.close(),
      );
      return {
        proxy,
        open: (name, opening, faults) => {
          const page = name === 'board' ? `${proxy.address}/saint-omer` : `${pages.address}/${name}/`;
          return openPage(driver, page + (opening.query ?? ''), opening, faults);
        },
      };
    },
    async close() {
      for (const close of closing.reverse()) await close();
    },
  };
}

/** Opens a page with `a11y` in it; rejects with an ordinary error where it does not come. */
export async function openPage(
  driver: Driver,
  address: string,
  { width = 1280, height = 900, prefers, insert = [], until = FIRST_OFFER, before }: Opening,
  faults: readonly Fault[] = [],
): Promise<Visit> {
  const scripts = [
    // The loader of TypeScript wraps inner functions in this helper.
    'globalThis.__name ??= (made) => made',
    ...[setUpPage, ...(before ? [before] : []), ...faults.map(({ plant }) => plant)].map(
      (run) => `(${run})()`,
    ),
  ];
  const visit = new Visit(await driver.open(address, { width, height, prefers, scripts }));
  // What a fault takes away does not come by waiting.
  if (faults.length > 0) visit.patienceMs = 6000;
  try {
    for (const tag of insert) {
      await visit.run((name) => {
        const list = document.querySelector('town-jobs-results, town-jobs')!;
        if (!document.querySelector(name)) list.before(document.createElement(name));
      }, tag);
    }
    if (until) await visit.shows(until);
    return visit;
  } catch (error) {
    await visit.close();
    // Not what a check looks for: a fault that does this is not seen by it.
    throw new Error(`${address} did not come: ${(error as Error).message}`, { cause: error });
  }
}
