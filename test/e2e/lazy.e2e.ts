import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';

const firstCard = (page: Page) => page.locator('town-jobs-results [part=card]').first();
const isScript = (name: string) => (url: string) => new URL(url).pathname.startsWith(`/assets/${name}-`);

/** A page with offers where the code of the suggestions does not arrive before it is let through, or never. */
async function withoutPopup(page: Page) {
  let letThrough: (fate: 'continue' | 'abort') => void;
  const decided = new Promise<'continue' | 'abort'>((resolve) => (letThrough = resolve));
  await page.route('**/assets/popup-*.js', async (route) => route[await decided]());
  await page.goto(`${pages}/clean/`);
  await firstCard(page).waitFor();
  const box = page.getByRole('combobox', { name: 'Métier ou mot-clé' });
  const asked = page.waitForRequest((request) => isScript('popup')(request.url()));
  await box.focus();
  await asked;
  return { box, letThrough: letThrough! };
}

describe('a box whose suggestions have not arrived', () => {
  test('is a combobox that is closed, and opens for what was typed before', async ({ open }) => {
    const { page } = await open();
    const { box, letThrough } = await withoutPopup(page);
    await box.pressSequentially('inf');

    expect(await box.inputValue()).toBe('inf');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    const list = page.locator(`#${await box.getAttribute('aria-controls')}`);
    expect([await list.getAttribute('role'), await list.isVisible()]).toEqual(['listbox', false]);

    letThrough('continue');
    await list.getByRole('option').first().waitFor();

    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    expect(await box.inputValue()).toBe('inf');
  });

  test('goes to the first one with the arrow that was pressed before', async ({ open }) => {
    const { page } = await open();
    const { box, letThrough } = await withoutPopup(page);
    await box.pressSequentially('inf');
    await box.press('ArrowDown');

    letThrough('continue');
    await page.locator('town-jobs-search [aria-selected=true]').waitFor();

    expect(await box.getAttribute('aria-activedescendant')).toBe('words-0');
    expect(await box.inputValue()).toBe('inf');
  });

  test('clears with Escape, and stays closed when they come', async ({ open }) => {
    const { page } = await open();
    const { box, letThrough } = await withoutPopup(page);
    await box.pressSequentially('inf');
    await box.press('Escape');
    expect(await box.inputValue()).toBe('');

    const arrived = page.waitForResponse((response) => isScript('popup')(response.url()));
    letThrough('continue');
    await (await arrived).finished();
    await box.pressSequentially('i');
    await page.locator('town-jobs-search [role=option]').first().waitFor();

    expect(await box.inputValue()).toBe('i');
  });

  test('searches with Enter, and without them for good', async ({ open }) => {
    const { page, watched } = await open();
    const { box, letThrough } = await withoutPopup(page);
    letThrough('abort');
    await box.pressSequentially('infirmier');
    await box.press('Enter');
    await page.getByText('pour « infirmier »').first().waitFor();

    await expect.poll(() => new URL(page.url()).searchParams.get('jobs-q')).toBe('infirmier');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(watched.errors).toEqual([]);
  });
});

describe('a search that finds nothing', () => {
  test('offers ways out with counts, from what is loaded for it', async ({ open }) => {
    const { page, watched } = await open();
    await page.goto(`${pages}/clean/?jobs-q=infirmier&jobs-contract=stage&jobs-since=1`);
    const results = page.locator('town-jobs-results');
    await results.locator('[part=loosen]').first().waitFor();

    await results.getByRole('button', { name: 'Retirer : Stage' }).waitFor();
    expect(await results.locator('[part=chip]').count()).toBe(2);
    expect(watched.requests.filter(isScript('widening'))).toHaveLength(1);
  });

  test('is told in words where they do not arrive, and its chips leave a line', async ({ open }) => {
    const { page, watched } = await open();
    await page.route('**/assets/widening-*.js', (route) => route.abort());
    await page.goto(`${pages}/clean/?jobs-q=infirmier&jobs-contract=stage&jobs-since=1`);
    await page.getByText('Essayez un autre mot ou un autre lieu.').waitFor();

    expect((await page.locator('town-jobs-results .chips').boundingBox())!.height).toBeGreaterThanOrEqual(44);
    expect(watched.errors).toEqual([]);
  });
});

test('a page in English gets its texts and what looks them up, side by side', async ({ open }) => {
  const { page, watched } = await open();
  await page.addInitScript(() => {
    // The page is served in French: its language changes as soon as there is an element that has one.
    new MutationObserver((_, observer) => {
      observer.disconnect();
      document.documentElement.lang = 'en-GB';
    }).observe(document, { childList: true });
  });
  await page.goto(`${pages}/clean/`);
  await page.getByRole('button', { name: 'Search', exact: true }).waitFor();
  await firstCard(page).waitFor();

  const scripts = watched.requests.map((url) => new URL(url).pathname).filter((path) => path.endsWith('.js'));
  expect(scripts.map((path) => path.replace(/-.{6}\.js$/, '')).toSorted()).toEqual([
    '/assets/en',
    '/assets/lookup',
    '/town-jobs.js',
  ]);
  expect(watched.errors).toEqual([]);
});
