import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';

const cards = (page: Page) => page.locator('town-jobs-results [part=card]');
/** Our own lines of a card that are seen. */
const ours = (page: Page) => page.locator('town-jobs-results [part=card] .who').filter({ visible: true });

/** A page with a card of its own whose code does not arrive before it is let through, or never. */
async function withoutTemplates(page: Page) {
  let letThrough: (fate: 'continue' | 'abort') => void;
  const decided = new Promise<'continue' | 'abort'>((resolve) => (letThrough = resolve));
  await page.route('**/assets/template-cards-*.js', async (route) => route[await decided]());
  const answered = page.waitForResponse((response) => /\/offers\?/.test(response.url()));
  await page.goto(`${pages}/carte/`);
  await (await answered).finished();
  await page.locator('town-jobs-results [role=status]', { hasText: 'offres' }).waitFor();
  return { letThrough: letThrough! };
}

describe('a page with cards of its own', () => {
  test('holds their place until their code has come, and shows no other cards before', async ({ open }) => {
    const { page } = await open();
    const { letThrough } = await withoutTemplates(page);

    expect(await ours(page).count()).toBe(0);
    expect(await page.locator('town-jobs-results .skeleton').isVisible()).toBe(true);

    letThrough('continue');
    await page.locator('town-jobs-results .lieu').first().waitFor();

    expect(await page.locator('.lieu:visible').count()).toBe(await cards(page).count());
    expect(await ours(page).count()).toBe(0);
  });

  test('shows our cards where their code never comes', async ({ open }) => {
    const { page } = await open();
    const { letThrough } = await withoutTemplates(page);

    letThrough('abort');
    await ours(page).first().waitFor();

    expect(await ours(page).count()).toBe(await cards(page).count());
  });
});
