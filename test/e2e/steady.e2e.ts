import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';
import type { ProxyClient } from '../kit/proxy-client.ts';
import { rendered } from './axe.ts';

interface Move {
  /** Layout shift as browsers count it: https://wicg.github.io/layout-instability/ */
  value: number;
  /** What moved. */
  elements: string[];
}

/** Long enough for the page to be drawn before the script and before the offers come. */
const LATE_MS = 300;

/** Notes each layout shift after the first frame in which the elements stand. */
function watchMoves(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const moves: Move[] = [];
    Object.assign(globalThis, { moves });
    let upgraded = Infinity;
    void customElements
      .whenDefined('town-jobs')
      .then(() => requestAnimationFrame(() => requestAnimationFrame((now) => (upgraded = now))));
    interface LayoutShift extends PerformanceEntry {
      value: number;
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    }
    new PerformanceObserver((list) => {
      for (const { startTime, value, sources } of list.getEntries() as LayoutShift[]) {
        if (startTime < upgraded) continue;
        const elements = sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const name = element ? `${element.localName}.${element.className}` : 'removed';
          return `${name} from ${previousRect.y} to ${currentRect.y}`;
        });
        moves.push({ value, elements });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The moves on a page whose script and offers come late, each alone. */
async function movesOn(page: Page, name: string, proxy: ProxyClient): Promise<Move[]> {
  await proxy.fault('delay', { ms: LATE_MS, path: '/town-jobs.js' });
  await proxy.fault('delay', { ms: LATE_MS, path: '/v1/' });
  await watchMoves(page);
  await page.goto(`${pages}/${name}/`);
  await page.locator('town-jobs-results [part=card]').first().waitFor();
  await rendered(page);
  return page.evaluate(() => (globalThis as unknown as { moves: Move[] }).moves);
}

const screens = ['saint-omer', 'pessac', 'bordeaux', 'carte', 'une-balise', 'csp'].flatMap((name) =>
  [390, 1280].map((width) => ({ name, width })),
);
// A board beside whose list the map has room.
screens.push({ name: 'clean', width: 1600 });

test.for(screens)(
  'moves nothing on the page $name at $width px',
  async ({ name, width }, { open, proxy }) => {
    const { page } = await open({ viewport: { width, height: 900 } });

    expect(await movesOn(page, name, proxy)).toEqual([]);
  },
);

test('moves little where the link is a line longer than the name that takes its place', async ({
  open,
  proxy,
}) => {
  const { page } = await open({ viewport: { width: 390, height: 900 } });
  const moves = await movesOn(page, 'clean', proxy);

  expect(moves.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.05);
});
