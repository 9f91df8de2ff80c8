import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { endpoint, pages, test } from '../kit/e2e.ts';

const townPages = ['saint-omer', 'pessac', 'bordeaux', 'une-balise', 'clean', 'csp'];

const firstCard = (page: Page) => page.locator('town-jobs-results [part=card]').first();

/** A browser asks each host for an icon by itself; a town that has none is no fault of ours. */
const isComplaint = (line: string) => line.startsWith('error') && !line.includes('/favicon.ico');

describe.each(townPages)('the page %s', (name) => {
  test('shows offers with two requests to the endpoint and none to others, without cookie or storage', async ({
    open,
  }) => {
    const { page, context, watched } = await open();
    await page.goto(`${pages}/${name}/`, { waitUntil: 'networkidle' });
    await firstCard(page).waitFor();
    const asked = watched.requests.filter((url) => url.startsWith(`${endpoint}/`));

    expect(asked.map((url) => new URL(url).pathname)).toEqual([
      '/town-jobs.js',
      expect.stringMatching(/^\/v1\/boards\/[a-z-]+\/offers$/),
    ]);
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

test('tells the browser to compile all of the script while it comes, in its first line, where that counts', async () => {
  const script = await fetch(`${endpoint}/town-jobs.js`);

  expect(await script.text()).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
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
