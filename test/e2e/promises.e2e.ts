import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { endpoint, pages, test } from '../kit/e2e.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const townPages = ['saint-omer', 'pessac', 'bordeaux', 'une-balise', 'clean', 'csp'];

const firstCard = (page: Page) => page.locator('town-jobs-results [part=card]').first();

/** A browser asks each host for an icon by itself; a town that has none is no fault of ours. */
const isComplaint = (line: string) => line.startsWith('error') && !line.includes('/favicon.ico');

/** The rules that the page breaks, with the places; nothing where it is accessible. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const found = (await run.run()).violations;
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => JSON.stringify(target)).join(' ')}`,
    );
  });
}

describe.each(townPages)('the page %s', (name) => {
  test('shows offers and asks nobody but the town and the endpoint, without cookie or storage', async ({
    open,
  }) => {
    const { page, context, watched } = await open();
    await page.goto(`${pages}/${name}/`);
    await firstCard(page).waitFor();

    expect(watched.strangers).toEqual([]);
    expect(watched.errors).toEqual([]);
    expect(watched.console.filter(isComplaint)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    const stored = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ]);
    expect(stored).toEqual([0, 0, 0]);
  });

  test.for([
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('breaks no rule of axe at %i px, %s', async ([width, colorScheme], { open }) => {
    const { page } = await open({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    await page.goto(`${pages}/${name}/`);
    await firstCard(page).waitFor();

    expect(await violations(page)).toEqual([]);
  });
});

test('needs three requests to the first results: page, script, search', async ({ open }) => {
  const { page, watched } = await open();
  await page.goto(`${pages}/clean/`);
  await firstCard(page).waitFor();

  const asked = watched.requests.map((url) => new URL(url).pathname);
  expect(asked.filter((path) => path !== '/favicon.ico')).toEqual([
    '/clean/',
    '/town-jobs.js',
    '/v1/boards/saint-omer/offers',
  ]);
});

test('shows the same offers under a strict content-security policy', async ({ open }) => {
  const strict = await open();
  const answer = await strict.page.goto(`${pages}/csp/`);
  await firstCard(strict.page).waitFor();
  const other = await open();
  await other.page.goto(`${pages}/saint-omer/`);
  await firstCard(other.page).waitFor();

  const titles = (page: Page) => page.locator('town-jobs-results [part=link]').allTextContents();
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(await titles(strict.page)).toEqual(await titles(other.page));
  const card = await firstCard(strict.page).evaluate((element) => getComputedStyle(element).display);
  expect(card).toBe(await firstCard(other.page).evaluate((element) => getComputedStyle(element).display));
});

test('leaves a link to the board’s own page where the script never comes, and the page works without scripts', async ({
  open,
}) => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto(`${pages}/une-balise/`);
  await page
    .getByRole('link', { name: /offres d.emploi/i })
    .first()
    .click();
  await page.waitForURL(`${endpoint}/saint-omer`);

  expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('');
  expect(await page.getByRole('listitem').count()).toBeGreaterThan(10);
});

test('says that the service has a problem, keeps the link, and shows the offers once asked again', async ({
  open,
  proxy,
}) => {
  await proxy.fault('status', { status: 500, path: '/v1/' });
  const { page, watched } = await open();
  await page.goto(`${pages}/clean/`);
  const again = page.getByRole('button', { name: 'Réessayer' });
  await again.waitFor();
  const link = page.locator('town-jobs > a');

  expect(await link.isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);

  await proxy.calm();
  await again.click();
  await firstCard(page).waitFor();

  expect(watched.errors).toEqual([]);
});

test('says what to loosen where nothing is found, without breaking a rule of axe', async ({ open }) => {
  const { page } = await open();
  await page.goto(`${pages}/clean/?jobs-q=spationaute&jobs-place=62765`);
  await page.getByText('Aucune offre d’emploi').first().waitFor();

  expect(await page.locator('town-jobs-results [part=loosen]').count()).toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
});
