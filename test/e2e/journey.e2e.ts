import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { pages, test } from '../kit/e2e.ts';

const words = (page: Page) => page.getByRole('combobox', { name: 'Métier ou mot-clé' });
const where = (page: Page) => page.getByRole('combobox', { name: 'Où' });
const cards = (page: Page) => page.locator('town-jobs-results [part=card]');
const titles = (page: Page) =>
  page.locator('town-jobs-results [part=link] > span:first-child').allTextContents();
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
  expect(new URL(page.url()).searchParams.get('jobs-q')).toBe('infirmiere');
  expect(new URL(page.url()).searchParams.get('jobs-place')).toBe('62040');

  const opened = page.locator('town-jobs-results [part=link]').nth(Math.min(2, found.length - 1));
  const id = await opened.getAttribute('data-offer');
  await opened.click();
  await page.waitForURL((url) => !url.href.startsWith(pages));
  await page.goBack();
  await cards(page).first().waitFor();

  expect(await titles(page)).toEqual(found);
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          (document.activeElement?.shadowRoot?.activeElement as HTMLElement | null | undefined)?.dataset[
            'offer'
          ],
      ),
    )
    .toBe(id);

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

  await tabTo(page, 'words');
  await page.keyboard.type('infirm');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, 'where');
  await page.keyboard.type('saint-om');
  await page.getByRole('option', { name: /^Saint-Omer 62500/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).not.toBe(all);

  for (let presses = 0; (await focused(page))?.['offer'] === undefined && presses < 40; presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.href.startsWith(pages));

  expect(watched.errors).toEqual([]);
});

/** Id and data of the focused element, through shadow roots. */
function focused(page: Page): Promise<Record<string, string> | undefined> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element instanceof HTMLElement ? { id: element.id, ...(element.dataset as object) } : undefined;
  });
}

async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page))?.['id'] === id) return;
  }
  throw new Error(`No 40 presses of Tab led to "${id}".`);
}
