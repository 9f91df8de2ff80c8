import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { endpoint, pages, test } from '../kit/e2e.ts';
import { rendered, violationsOnEveryScreen, violations } from './axe.ts';
import { openList } from './states.ts';

const links = (page: Page) => page.locator('town-jobs-results [part=link]');
const region = (page: Page) => page.locator('town-jobs-offer [part=offer]');
const text = (page: Page) => page.locator('town-jobs-offer [part=text]');
const opens = `${pages}/clean/`;

/** Puts the element before the list, as a webmaster would have. */
async function withOffer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const list = document.querySelector('town-jobs, town-jobs-results');
      if (!list) return;
      observer.disconnect();
      list.before(document.createElement('town-jobs-offer'));
    }).observe(document, { childList: true, subtree: true });
  });
}

/** What has the focus, through shadow roots. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return `${active?.getAttribute('part')} ${(active as HTMLElement | null)?.dataset['offer'] ?? ''}`.trim();
  });

describe('an offer in full', () => {
  test('is opened, read, closed and opened again by a link, with keys alone and without strangers', async ({
    open,
  }) => {
    const { page, context, watched } = await open();
    await withOffer(page);
    await openList(page, opens);
    await page.waitForFunction(() => customElements.get('town-jobs-offer'));
    const id = await links(page).nth(3).getAttribute('data-offer');
    const title = await links(page).nth(3).locator('span').first().textContent();
    const { origin, pathname } = new URL(page.url());

    await links(page).nth(3).focus();
    await page.keyboard.press('Enter');
    await text(page).waitFor();

    expect(await focused(page)).toBe('title');
    expect(await page.getByRole('region', { name: title! }).count()).toBe(1);
    expect(page.url()).toBe(`${origin}${pathname}?jobs-offer=${id}`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('apply');
    await page.keyboard.press('Escape');
    await region(page).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(`link ${id}`);
    await page.goForward();
    await text(page).waitFor();
    await page.reload();
    await text(page).waitFor();
    expect(await focused(page)).toBe('title');
    await page.getByRole('button', { name: 'Retour à la liste' }).press('Enter');
    await region(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).toBe(`${origin}${pathname}`);

    expect(watched.errors).toEqual([]);
    expect(watched.strangers).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    const scripts = watched.requests.filter((url) => /\/assets\/offer-[^.]+\.js$/.test(url));
    expect(new Set(scripts).size).toBe(1);
  });

  test('is followed to the partner by the one clear link, and Back shows it again', async ({ open }) => {
    const { page } = await open();
    await withOffer(page);
    await openList(page, opens);
    await page.waitForFunction(() => customElements.get('town-jobs-offer'));
    await links(page).first().click();
    await text(page).waitFor();
    const address = page.url();

    await page.getByRole('link', { name: /^Postuler sur .+ : / }).click();
    await page.waitForURL((url) => !url.href.startsWith(pages));
    await page.goBack({ waitUntil: 'commit' });
    await text(page).waitFor();

    expect(page.url()).toBe(address);
  });

  test('goes to the partner from the card where its code does not arrive', async ({ open }) => {
    const { page } = await open();
    await withOffer(page);
    await page.route('**/assets/offer-*.js', (route) => route.abort());
    await openList(page, opens);

    await links(page).first().click();

    await page.waitForURL((url) => !url.href.startsWith(pages));
  });

  for (const state of ['answers', 'loading', 'failed', 'closed', 'shared'] as const) {
    test(`breaks no rule of axe in the state ${state}, where a planted fault is seen`, async ({
      open,
      proxy,
    }) => {
      const { page } = await open({ bypassCSP: true });
      await withOffer(page);
      await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
      await openList(page, opens);
      await page.waitForFunction(() => customElements.get('town-jobs-offer'));
      if (state === 'loading') await proxy.fault('hold', { path: '/offers/' });
      if (state === 'failed') await proxy.fault('status', { status: 500, path: '/offers/' });
      if (state === 'closed')
        await proxy.fault('status', { status: 410, path: '/offers/', more: await gone() });
      await links(page).nth(1).click();
      const settled = { failed: 'button.primary', closed: '[part=card]', loading: '[aria-busy=true]' };
      const awaited = state in settled ? settled[state as 'failed'] : '[part=text]';
      await page.locator(`town-jobs-offer ${awaited}`).first().waitFor();
      if (state === 'shared') await page.locator('town-jobs-offer [part=share]').click();

      const found = await violationsOnEveryScreen(page);
      await region(page).evaluate((shown) => shown.append(document.createElement('button')));

      expect(found).toEqual([]);
      expect(await violations(page)).toEqual([expect.stringMatching(/^button-name: .*town-jobs-offer/)]);
    });
  }
});

/** What the endpoint says of a closed offer, with offers that are open. */
async function gone(): Promise<object> {
  const list = await fetch(`${endpoint}/v1/boards/saint-omer/offers?limit=3`);
  const { offers } = (await list.json()) as { offers: unknown[] };
  return { offer: 'Cariste', closedAt: '2026-11-20T10:00:00Z', similar: offers };
}

describe('the page of an offer without JavaScript', () => {
  test('is reached from the list, says all in a small page and leads to the partner', async ({ open }) => {
    const { page, watched } = await open({ javaScriptEnabled: false });
    await page.goto(`${endpoint}/saint-omer`);
    // The title, with what only ears need to tell it from its like.
    const named = await page.locator('.offers a').first().textContent();
    await page.getByRole('link', { name: `Détails : ${named}`, exact: true }).click();

    const title = await page.locator('h1').textContent();
    expect(named!.startsWith(`${title}, `)).toBe(true);
    expect((await page.content()).length).toBeLessThan(25_000);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).not.toContain(endpoint);
    expect(await page.locator('script').count()).toBe(0);
    await page.getByRole('link', { name: /^Postuler sur / }).click();
    await page.waitForURL((url) => !url.href.startsWith(endpoint));
    expect(watched.errors).toEqual([]);
  });

  test('breaks no rule of axe and fits 320 px, open or unknown', async ({ open }) => {
    const { page } = await open({ bypassCSP: true });
    const list = await fetch(`${endpoint}/v1/boards/saint-omer/offers?limit=1`);
    const { offers } = (await list.json()) as { offers: { id: string }[] };

    for (const id of [offers[0]!.id, 'xxxxxxxxxx']) {
      await page.goto(`${endpoint}/saint-omer/offres/${id}`);
      expect(await violationsOnEveryScreen(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 600 });
      await rendered(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });
});
