import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { pages, test } from '../kit/e2e.ts';

const words = (page: Page) => page.getByRole('combobox', { name: 'Métier ou mot-clé' });
const where = (page: Page) => page.getByRole('combobox', { name: 'Où' });
const cards = (page: Page) => page.locator('town-jobs-results [part=card]');
const titles = (page: Page) =>
  page.locator('town-jobs-results [part=link] > span:first-child').allTextContents();
const offers = (page: Page) =>
  page
    .locator('town-jobs-results [part=link]')
    .evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset['offer']));
const count = (page: Page) => page.locator('town-jobs-results [part=count]').innerText();

test('finds nurses around a commune, opens an offer, comes back to it, and shares the address', async ({
  open,
}) => {
  const { page, watched } = await open();
  await page.goto(`${pages}/saint-omer/`);
  await cards(page).first().waitFor();
  const all = await count(page);

  await words(page).fill('infirmiere');
  await where(page).pressSequentially('arques');
  await page.getByRole('option', { name: /^Arques 62510/ }).click();
  await page.getByRole('button', { name: 'Rechercher', exact: true }).click();
  await expect.poll(() => count(page)).not.toBe(all);
  const found = await titles(page);
  const sentence = await count(page);

  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(/infirmi/i);
  await expect.poll(() => new URL(page.url()).searchParams.get('jobs-q')).toBe('infirmiere');
  await expect.poll(() => new URL(page.url()).searchParams.get('jobs-place')).toBe('62040');

  const opened = page.locator('town-jobs-results [part=link]').nth(Math.min(2, found.length - 1));
  const id = await opened.getAttribute('data-offer');
  await opened.click();
  await page.waitForURL((url) => !url.href.startsWith(pages));
  await page.goBack();
  await cards(page).first().waitFor();

  expect(await titles(page)).toEqual(found);
  await expect.poll(async () => (await focused(page)).offer).toBe(id);

  const other = await open();
  await other.page.goto(page.url());
  await cards(other.page).first().waitFor();

  expect(await titles(other.page)).toEqual(found);
  expect(await count(other.page)).toBe(sentence);
  expect(await words(other.page).inputValue()).toBe('infirmiere');
  expect(await where(other.page).inputValue()).toBe('Arques');
  expect([...watched.errors, ...other.watched.errors]).toEqual([]);
});

test('goes the whole way with the keyboard alone', async ({ open }) => {
  const { page, watched } = await open();
  await page.goto(`${pages}/saint-omer/`);
  await cards(page).first().waitFor();
  const all = await count(page);

  await tabTo(page, ({ id }) => id === 'words');
  await page.keyboard.type('infirm');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, ({ id }) => id === 'where');
  await page.keyboard.type('saint-om');
  await page.getByRole('option', { name: /^Saint-Omer 62500/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).not.toBe(all);

  const newest = await offers(page);
  await tabTo(page, ({ id }) => id === 'sort');
  await page.keyboard.press('End');
  await expect.poll(() => offers(page)).not.toEqual(newest);

  await expect.poll(() => new URL(page.url()).searchParams.get('jobs-sort')).toBe('nearest');
  expect((await focused(page)).id).toBe('sort');

  await tabTo(page, ({ offer }) => offer !== undefined);
  await page.keyboard.press('Tab');
  const { offer } = await focused(page);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.href.startsWith(pages));
  await page.goBack();
  await cards(page).first().waitFor();

  expect(offer).toBeDefined();
  await expect.poll(async () => (await focused(page)).offer).toBe(offer);

  await tabTo(page, ({ id }) => id === 'where', 'Shift+Tab');
  await page.keyboard.press('Escape');
  await tabTo(page, ({ id }) => id === 'words', 'Shift+Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe(all);

  expect((await focused(page)).id).toBe('words');

  await tabTo(page, ({ part }) => part === 'more');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await offers(page)).length).toBe(40);

  await expect.poll(async () => (await focused(page)).offer).toBe((await offers(page))[20]);
  expect(watched.errors).toEqual([]);
});

interface Focused {
  id?: string;
  part?: string;
  /** Of the link of an offer. */
  offer?: string;
}

/** What tells the focused element apart, through shadow roots. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!(element instanceof HTMLElement)) return {};
    return { id: element.id, part: element.part.value, offer: element.dataset['offer'] };
  });
}

/** Presses Tab, or Shift+Tab, until the focus is where it is wanted. */
async function tabTo(page: Page, isWanted: (focus: Focused) => boolean, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if (isWanted(await focused(page))) return;
  }
  throw new Error(
    `60 presses of ${key} did not lead there; the focus is on ${JSON.stringify(await focused(page))}.`,
  );
}
