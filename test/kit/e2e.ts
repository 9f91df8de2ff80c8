import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { inject, test as base } from 'vitest';
import { findBrowser } from './browser.ts';
import { connectProxy, type ProxyClient } from './proxy-client.ts';

/** What happened in a browser context that a town would not want. */
export interface Watched {
  /** Requests to any other host than the pages' and the endpoint's own. */
  strangers: string[];
  /** Uncaught errors of the page. */
  errors: string[];
  /** Lines of the console, as "type: text (address)". */
  console: string[];
  /** Every request, in order. */
  requests: string[];
}

interface Fixtures {
  browser: Browser;
  /** Opens another page in a context of its own (viewport, colour scheme, JavaScript off). */
  open: (
    options?: BrowserContextOptions,
  ) => Promise<{ page: Page; context: BrowserContext; watched: Watched }>;
  /** Controls of the proxy before the endpoint; calmed after each test. */
  proxy: ProxyClient;
}

/** Where the pictures of failed tests go. */
const PICTURES = join(import.meta.dirname, '../../node_modules/.cache/town-jobs/failed');

/** A page that does not get there in this time is broken. */
const ACTION_DEADLINE_MS = 15_000;

/** Origin of the demo's pages. */
export const pages = inject('pages');

/** Origin of the endpoint as the pages know it. */
export const endpoint = inject('endpoint');

/** `test` with a browser, the demo and the proxy's controls; contexts are closed and faults ended after each. */
export const test = base.extend<Fixtures>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the names from the pattern
    async ({}, use) => {
      const browser = await chromium.launch(await findBrowser());
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  open: async ({ browser, task }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options });
      context.setDefaultTimeout(ACTION_DEADLINE_MS);
      contexts.push(context);
      const watched = watch(context);
      return { context, page: await context.newPage(), watched };
    });
    if (task.result?.state === 'fail') await takePictures(task.name, contexts);
    for (const context of contexts) await context.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the names from the pattern
  proxy: async ({}, use) => {
    const proxy = connectProxy(endpoint);
    await use(proxy);
    await proxy.calm();
  },
});

/** Keeps what each page of a failed test showed in the end. */
async function takePictures(test: string, contexts: readonly BrowserContext[]): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const name = test.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const shown = contexts.flatMap((context) => context.pages());
  for (const [index, page] of shown.entries()) {
    await page.screenshot({ path: join(PICTURES, `${name}-${index}.png`) }).catch(() => undefined);
  }
}

function watch(context: BrowserContext): Watched {
  const watched: Watched = { strangers: [], errors: [], console: [], requests: [] };
  context.on('request', (request) => {
    const url = request.url();
    watched.requests.push(url);
    if (/^https?:/.test(url) && !url.startsWith(`${pages}/`) && !url.startsWith(`${endpoint}/`)) {
      watched.strangers.push(url);
    }
  });
  context.on('weberror', (error) => watched.errors.push(error.error().message));
  context.on('console', (line) =>
    watched.console.push(`${line.type()}: ${line.text()} (${line.location().url})`),
  );
  return watched;
}
