import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../test/kit/browser.ts';
import { startEndpoint } from '../test/kit/endpoint.ts';
import { PAGES, servePages, type PageName } from './page/pages.ts';
import { percentiles, print } from './search/measuring.ts';

const RUNS = 20;
const CPU_TIMES_SLOWER = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const PHONE = { width: 390, height: 844 };
/**
 * Without it the browser parses a script a second time, before its first question leaves, only because Playwright
 * wants to know which line of it asked: no visitor pays for that, and a short script hardly does.
 */
const LINES_AT_ONCE = '--js-flags=--no-enable-lazy-source-positions';
const SCRIPT = join(import.meta.dirname, '../dist/town-jobs.js.gz');

/** What one visit took, in milliseconds since its start. */
interface Visit {
  /** The first card is drawn. */
  readonly card: number;
  /** The script is there. */
  readonly script: number;
  /** The question has left. */
  readonly asked: number;
  /** The answer is whole. */
  readonly answered: number;
}

/**
 * Measures, on a slow phone with nothing in its cache, when the first offers are drawn: by the board, by a page that
 * asks the same and writes its cards without a library, and by that page with a script as heavy as ours. The pages
 * take turns, so that a busy machine is busy for all.
 */
export async function run(runs = String(RUNS)): Promise<void> {
  const endpoint = await startEndpoint({ size: 1500 });
  const found = await findBrowser();
  const browser = await chromium.launch({ ...found, args: [...found.args, LINES_AT_ONCE] });
  const weight = (await readFile(SCRIPT)).length;
  try {
    const before = await servePages(endpoint.address, '', weight);
    const question = await firstQuestion(browser, `${before.address}/board`);
    await before.close();
    const pages = await servePages(endpoint.address, question, weight);
    const visits = Object.fromEntries(PAGES.map((page) => [page, [] as Visit[]])) as Record<
      PageName,
      Visit[]
    >;
    for (let turn = 0; turn < Number(runs); turn++) {
      for (const page of PAGES) visits[page].push(await visit(browser, `${pages.address}/${page}`));
    }
    await pages.close();
    report(visits, weight);
  } finally {
    await browser.close();
    await endpoint.close();
  }
}

/** The address that the board asks first. */
async function firstQuestion(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage({ viewport: PHONE });
  const asked = page.waitForRequest(/\/offers\?/);
  await page.goto(address);
  const question = (await asked).url();
  await page.close();
  return question;
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
  // What runs this file gives functions their names by a helper that a page has not.
  await page.addInitScript('globalThis.__name ??= (made) => made');
  await page.addInitScript(watchCards);
  await page.goto(address, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => (globalThis as { drawn?: Visit }).drawn);
  const drawn = (await handle.jsonValue()) as Visit;
  await context.close();
  return drawn;
}

/** Runs in the page: looks, frame by frame, for the first card. */
function watchCards(): void {
  const cardIn = (root: ParentNode): boolean => {
    if (root.querySelector('li')) return true;
    for (const inner of root.querySelectorAll('town-jobs, town-jobs-results')) {
      if (inner.shadowRoot && cardIn(inner.shadowRoot)) return true;
    }
    return false;
  };
  const look = () => {
    if (!cardIn(document)) return requestAnimationFrame(look);
    // A message that a frame sends arrives when the frame is drawn.
    const { port1, port2 } = new MessageChannel();
    port2.postMessage('');
    port1.start();
    port1.addEventListener('message', () => {
      const card = performance.now();
      const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const { responseEnd: script } = resources.find(({ name }) => name.endsWith('.js'))!;
      const { startTime: asked, responseEnd: answered } = resources.find(({ name }) =>
        name.includes('/offers?'),
      )!;
      Object.assign(globalThis, { drawn: { card, script, asked, answered } });
    });
    return undefined;
  };
  look();
}

function report(visits: Record<PageName, Visit[]>, weight: number): void {
  const names: Record<PageName, string> = {
    board: '<town-jobs>',
    plain: 'a plain page',
    heavy: `a plain page whose script has ${(weight / 1000).toFixed(1)} kB`,
  };
  const columns = ['script p50', 'asked', 'answered', 'card', 'card p95', 'max'];
  print(
    `First offers, ${visits.board.length} visits each: CPU ÷ ${CPU_TIMES_SLOWER}, 1.6 Mbit/s, 150 ms, nothing cached; ms`,
  );
  print(''.padEnd(40) + columns.map((name) => name.padStart(11)).join(''));
  const medians = {} as Record<PageName, number>;
  for (const page of PAGES) {
    const of = (key: keyof Visit) => percentiles(visits[page].map((one) => one[key]));
    const { p50, p95, max } = of('card');
    medians[page] = p50;
    const figures = [of('script').p50, of('asked').p50, of('answered').p50, p50, p95, max];
    print(names[page].padEnd(40) + figures.map((ms) => ms.toFixed(0).padStart(11)).join(''));
  }
  const ratio = (page: PageName) => ((medians.board / medians[page] - 1) * 100).toFixed(1);
  print(
    `The board needs ${ratio('plain')} % more than a plain page, ${ratio('heavy')} % more than one of its weight (budget: 5 %).`,
  );
}
