import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';
import { openList, searchOffline } from './states.ts';

const cards = (page: Page) => page.locator('town-jobs-results [part=card]');
const count = (page: Page) => page.locator('town-jobs-results [part=count]').innerText();
const again = (page: Page) => page.getByRole('button', { name: 'Réessayer' });
const boardLink = (page: Page) => page.getByRole('link', { name: /^Voir les offres/ });

/** What the endpoint does, and the sentence that a resident reads. */
const faults = [
  ['answers 500', 'status', { status: 500 }, 'Le service rencontre un problème.'],
  ['breaks the connection', 'reset', {}, 'Le service n’a pas pu être joint.'],
  ['never answers', 'hang', {}, 'Le service met trop de temps à répondre.'],
  ['stops in the middle of an answer', 'stall', {}, 'Le service met trop de temps à répondre.'],
  ['gives way to the page of a captive portal', 'html', {}, 'Le service rencontre un problème.'],
  ['sends half an answer', 'truncated', {}, 'Le service rencontre un problème.'],
] as const;

test.for(faults)(
  'says so where the endpoint %s, keeps the link, and shows the offers once asked again',
  async ([, fault, options, sentence], { open, proxy }) => {
    await proxy.fault(fault, { ...options, path: '/v1/' } as never);
    const { page, watched } = await open();
    // A machine that has loopback alone calls itself offline, and would be told so.
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => true }),
    );
    await page.goto(`${pages}/clean/`);
    await page.getByRole('status').filter({ hasText: sentence }).waitFor();

    expect(await boardLink(page).isVisible()).toBe(true);

    await proxy.calm();
    await again(page).click();
    await cards(page).nth(19).waitFor();

    expect(await again(page).count()).toBe(0);
    expect(watched.errors).toEqual([]);
  },
);

test('says when to ask a busy endpoint again, and keeps the list', async ({ open, proxy }) => {
  const { page } = await open();
  await openList(page, `${pages}/clean/`);
  await proxy.fault('status', { status: 429, retryAfter: 120, path: '/v1/' });
  await page.getByRole('combobox', { name: 'Métier ou mot-clé' }).fill('cuisinier');
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: /Réessayez à partir de \d\d?:\d\d/ })
    .waitFor();

  expect(await again(page).count()).toBe(0);
  expect(await cards(page).count()).toBe(20);
});

test('keeps the list where "see more" fails, and adds to it once asked again', async ({ open, proxy }) => {
  const { page } = await open();
  await openList(page, `${pages}/clean/`);
  await proxy.fault('status', { status: 500, path: '/v1/' });
  await page.getByRole('button', { name: 'Voir plus d’offres' }).click();
  await again(page).waitFor();

  expect(await cards(page).count()).toBe(20);

  await proxy.calm();
  await again(page).click();
  await cards(page).nth(39).waitFor();
});

test('says that there is no network, keeps the list, and searches by itself once it is back', async ({
  open,
}) => {
  const { page, context, watched } = await open();
  await openList(page, `${pages}/clean/`);
  const all = await count(page);
  await searchOffline(page);

  expect(await cards(page).count()).toBe(20);

  await context.setOffline(false);
  await page
    .getByRole('status')
    .filter({ hasText: /offres? d’emploi pour « cuisinier »/ })
    .waitFor();

  expect(await count(page)).not.toBe(all);
  expect(await page.locator('town-jobs-results [part=failure]').count()).toBe(0);
  expect(watched.errors).toEqual([]);
});
