import { chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../kit/browser.ts';
import { pages, test as base } from '../kit/e2e.ts';
import { openList } from './states.ts';

/** With a browser that keeps pages for Back, as residents' browsers do; Playwright switches that off. */
const test = base.extend({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the names from the pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        ...(await findBrowser()),
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
});

const links = (page: Page) => page.locator('town-jobs-results [part=link]');

/** Whether the page came out of the back/forward cache, and what has the focus in it. */
const returned = (page: Page) =>
  page.evaluate(() => {
    const { persisted } = globalThis as unknown as { persisted?: boolean };
    const focus = document.activeElement?.shadowRoot?.activeElement as HTMLElement | null | undefined;
    return { persisted, offer: focus?.dataset['offer'] };
  });

/** Whether this browser keeps pages at all: the one that npm brings does not, and loads them again. */
async function keepsPages(page: Page): Promise<boolean> {
  await page.goto(`${pages}/`);
  await page.goto(`${pages}/introuvable.html`);
  await page.goBack({ waitUntil: 'commit' });
  return page.evaluate(() => (globalThis as unknown as { persisted?: boolean }).persisted === true);
}

test('Back shows the same list with the focus on the same offer, out of the cache where there is one', async ({
  open,
  proxy,
}) => {
  const { page, watched } = await open();
  await page.addInitScript(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted })),
  );
  const persisted = await keepsPages(page);
  await openList(page, `${pages}/saint-omer/`);
  await page.getByRole('button', { name: 'Voir plus d’offres' }).click();
  await links(page).nth(39).waitFor();
  const list = await links(page).allTextContents();
  const offer = await links(page).nth(29).getAttribute('data-offer');
  await proxy.calm();

  await links(page).nth(29).click();
  await page.waitForURL((url) => !url.href.startsWith(pages));
  // A page that comes out of the cache does not load again.
  await page.goBack({ waitUntil: 'commit' });

  await expect.poll(() => returned(page)).toEqual({ persisted, offer });
  expect(await links(page).allTextContents()).toEqual(list);
  expect((await proxy.requests('/v1/')).length > 0).toBe(!persisted);
  expect(watched.errors).toEqual([]);
});
