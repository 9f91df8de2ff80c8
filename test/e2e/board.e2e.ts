import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';
import { openList } from './states.ts';

const links = (page: Page) => page.locator('town-jobs-results [part=link]');
const bubbles = (page: Page) => page.locator('town-jobs-map [part=bubble]');
const button = (page: Page, name: 'Carte' | 'Liste') => page.getByRole('button', { name, exact: true });
const phone = { viewport: { width: 390, height: 844 } };
const wall = { viewport: { width: 1500, height: 900 } };

/** Where a request went, without what a build adds to the names of files. */
const path = (url: string) => new URL(url).pathname.replace(/-.{6}\.js$/, '');
const isWanted = (name: string) => /^\/assets\/|\/map$|\/offers\//.test(name);

/** Waits for the first offer and notes what was asked for until then. */
async function firstOffers(page: Page, requests: readonly string[]): Promise<string[]> {
  await openList(page, `${pages}/clean/`);
  return requests.map(path).filter(isWanted);
}

test('a phone asks for the map when its button is pressed, and Back leads to the list', async ({ open }) => {
  const { page, watched } = await open(phone);
  expect(await firstOffers(page, watched.requests)).toEqual([]);
  const address = page.url();

  await button(page, 'Carte').click();
  await bubbles(page).first().waitFor();
  expect(await links(page).first().isVisible()).toBe(false);
  await page.goBack();
  await links(page).first().waitFor();

  expect(page.url()).toBe(address);
  expect(await bubbles(page).first().isVisible()).toBe(false);
  expect(watched.requests.map(path).filter(isWanted).toSorted()).toEqual([
    '/assets/layout',
    '/assets/map',
    '/v1/boards/saint-omer/map',
  ]);
  expect(watched.errors).toEqual([]);
});

test('a map that is shown is there again after a reload, and its list after Back', async ({ open }) => {
  const { page, watched } = await open(phone);
  await openList(page, `${pages}/clean/`);
  await button(page, 'Carte').click();
  await bubbles(page).first().waitFor();

  await page.reload();
  await bubbles(page).first().waitFor();
  await button(page, 'Liste').press('Enter');
  await links(page).first().waitFor();

  expect(await button(page, 'Carte').evaluate((found) => found.matches(':focus'))).toBe(true);
  await page.goForward();
  await bubbles(page).first().waitFor();
  expect(watched.errors).toEqual([]);
});

test('a bubble narrows the list that stands behind the map', async ({ open }) => {
  const { page } = await open(phone);
  await openList(page, `${pages}/clean/`);
  const count = page.locator('town-jobs-results [part=count]');
  const before = await count.innerText();
  await button(page, 'Carte').click();
  await bubbles(page).first().click();
  await expect.poll(() => count.innerText()).not.toBe(before);
  const narrowed = await count.innerText();

  await button(page, 'Liste').click();
  await links(page).first().waitFor();

  expect(await count.innerText()).toBe(narrowed);
  await expect.poll(() => new URL(page.url()).searchParams.get('jobs-commune')).toMatch(/^\d/);
});

test('a wide board shows the map beside the list, and asks for it after the first offers', async ({
  open,
  proxy,
}) => {
  const { page, watched } = await open(wall);
  await proxy.fault('hold', { path: '/offers?' });
  await page.goto(`${pages}/clean/`);
  await page.locator('town-jobs-results .skeleton').waitFor();
  await page.getByText('Recherche en cours…').first().waitFor();
  expect(watched.requests.map(path).filter(isWanted)).toEqual([]);

  await proxy.calm();
  await bubbles(page).first().waitFor();

  expect(await links(page).first().isVisible()).toBe(true);
  const [list, map] = await Promise.all([
    page.locator('town-jobs-results [part=list]').boundingBox(),
    page.locator('town-jobs-map').boundingBox(),
  ]);
  expect(list!.x + list!.width).toBeLessThan(map!.x);
  expect(watched.errors).toEqual([]);
});

test('an offer opens in the board with one click, and Back leads to its card', async ({ open }) => {
  const { page, watched } = await open(phone);
  await openList(page, `${pages}/clean/`);
  const card = links(page).nth(4);
  const id = await card.getAttribute('data-offer');

  await card.click();
  await page.locator('town-jobs-offer [part=text]').waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('jobs-offer')).toBe(id);
  await page.goBack();

  await expect.poll(() => card.evaluate((found) => found.matches(':focus'))).toBe(true);
  expect(watched.requests.map(path).filter((name) => name.startsWith('/assets/'))).toEqual([
    '/assets/layout',
    '/assets/offer',
  ]);
  expect(watched.strangers).toEqual([]);
  expect(watched.errors).toEqual([]);
});

test('Forward opens an offer in a board that was loaded anew on its list', async ({ open }) => {
  const { page } = await open(phone);
  await openList(page, `${pages}/clean/`);
  await links(page).nth(2).click();
  await page.locator('town-jobs-offer [part=text]').waitFor();
  await page.goBack();
  await page.reload();
  await links(page).first().waitFor();

  await page.goForward();

  await page.locator('town-jobs-offer [part=text]').waitFor();
});

test('a link to an offer opens it in the board', async ({ open }) => {
  const { page } = await open(phone);
  await openList(page, `${pages}/clean/`);
  const id = await links(page).nth(2).getAttribute('data-offer');

  const other = await open(phone);
  await other.page.goto(`${pages}/clean/?jobs-offer=${id}`);
  await other.page.locator('town-jobs-offer [part=text]').waitFor();
});

test.for(['layout', 'offer'])(
  'a card leads to the partner where the code of %s does not arrive',
  async (chunk, { open }) => {
    const { page, watched } = await open();
    await page.route(`**/assets/${chunk}-*.js`, (route) => route.abort());
    await openList(page, `${pages}/clean/`);

    await links(page).first().click();
    await page.waitForURL((url) => !url.href.startsWith(pages));

    expect(watched.errors).toEqual([]);
  },
);

test('the list stays where the code of the map does not arrive', async ({ open }) => {
  const { page, watched } = await open(phone);
  await page.route('**/assets/map-*.js', (route) => route.abort());
  await openList(page, `${pages}/clean/`);

  const asked = page.waitForRequest('**/assets/map-*.js');
  await button(page, 'Carte').click();
  await asked;
  await button(page, 'Carte').waitFor();

  await links(page).first().waitFor();
  expect(watched.errors).toEqual([]);
});
