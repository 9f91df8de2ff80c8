import type { Page } from 'playwright-core';
import type { ProxyClient } from '../kit/proxy-client.ts';

/** A state that a resident can meet, and the way to it. */
export interface ResidentState {
  name: string;
  /** Opens the page at `address` in this state; resolves when a resident sees it. */
  enter(page: Page, address: string, proxy: ProxyClient): Promise<void>;
}

const cards = (page: Page) => page.locator('town-jobs-results [part=card]');
const words = (page: Page) => page.getByRole('combobox', { name: /Métier|Job/ });
const submit = (page: Page) => page.locator('town-jobs-search [part=submit]');

/** Opens a page and waits for its first offer. */
export async function openList(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await cards(page).first().waitFor();
}

/** Opens the filters of a page that has some, where they are folded. */
export async function openFilters(page: Page): Promise<void> {
  const toggle = page.locator('town-jobs-filters [part=toggle]');
  if ((await toggle.isVisible()) && (await toggle.getAttribute('aria-expanded')) === 'false')
    await toggle.click();
}

/** Loses the network and searches. */
export async function searchOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await words(page).fill('cuisinier');
  await submit(page).click();
  await page.getByText('Vous êtes hors ligne').first().waitFor();
}

/** Every state that a resident can meet on a page that shows the offers of Saint-Omer. */
export const residentStates: ResidentState[] = [
  {
    name: 'loading',
    async enter(page, address, proxy) {
      await proxy.fault('hold', { path: '/offers?' });
      await page.goto(address);
      await page.getByText('Recherche en cours…').first().waitFor();
    },
  },
  { name: 'answers', enter: openList },
  {
    name: 'suggested words',
    async enter(page, address) {
      await openList(page, address);
      await words(page).pressSequentially('serveu');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=option][aria-selected=true]').waitFor();
    },
  },
  {
    name: 'suggested places',
    async enter(page, address) {
      await openList(page, address);
      await page.getByRole('combobox', { name: 'Où' }).pressSequentially('saint');
      await page.getByRole('option').nth(1).waitFor();
    },
  },
  {
    name: 'a search with a place and filters',
    enter: (page, address) =>
      openList(page, `${address}?jobs-q=agent&jobs-place=62765&jobs-contract=cdi&jobs-since=30`),
  },
  {
    name: 'filters in use',
    async enter(page, address) {
      await openList(page, `${address}?jobs-hours=part&jobs-contract=cdi,cdd`);
      await openFilters(page);
      for (const name of ['Temps de travail', 'Salaire', 'Commune']) {
        const summary = page.locator('town-jobs-filters summary').filter({ hasText: name });
        if (await summary.isVisible()) await summary.click();
      }
    },
  },
  {
    name: 'more offers',
    async enter(page, address) {
      await openList(page, address);
      await page.getByRole('button', { name: 'Voir plus d’offres' }).click();
      await cards(page).nth(39).waitFor();
    },
  },
  {
    name: 'none',
    async enter(page, address) {
      await page.goto(`${address}?jobs-q=spationaute&jobs-place=62765`);
      await page.locator('town-jobs-results [part=loosen]').first().waitFor();
    },
  },
  {
    name: 'failed',
    async enter(page, address, proxy) {
      await proxy.fault('status', { status: 500, path: '/v1/' });
      await page.goto(address);
      await page.getByRole('button', { name: 'Réessayer' }).waitFor();
    },
  },
  {
    name: 'busy, with the list kept',
    async enter(page, address, proxy) {
      await openList(page, address);
      await proxy.fault('status', { status: 503, retryAfter: 120, path: '/v1/' });
      await words(page).fill('cuisinier');
      await submit(page).click();
      await page.getByText('Le service est très demandé').first().waitFor();
    },
  },
  {
    name: 'offline',
    async enter(page, address) {
      await openList(page, address);
      await searchOffline(page);
    },
  },
];
