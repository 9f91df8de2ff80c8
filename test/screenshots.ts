import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { servePages } from '../demo/serve.ts';
import { openList, residentStates } from './e2e/states.ts';
import { findBrowser } from './kit/browser.ts';
import { startEndpoint } from './kit/endpoint.ts';
import { connectProxy } from './kit/proxy-client.ts';
import { startProxy } from './kit/proxy.ts';

/*
 * Takes pictures for people to look at: `npm run screenshots -- FOLDER [NAME…]`. Each demo page and each state that a
 * resident can meet, in other languages and mirrored too, on a narrow and a wide screen, light and dark; without names all.
 */

const SCREENS = [
  { width: 390, height: 844 },
  { width: 1280, height: 860 },
];
/** Lists are long: a picture ends after so many screens. */
const MAX_SCREENS = 3;
const POSTINGS = 6000;
/** What `<html>` says, and the button that shows that the texts have come. */
const LANGUAGES = {
  english: { lang: 'en', submit: 'Search' },
  german: { lang: 'de', submit: 'Suchen' },
  ukrainian: { lang: 'uk', submit: 'Шукати' },
  arabic: { lang: 'ar', dir: 'rtl', submit: 'بحث' },
};

const [folder, ...asked] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the pictures go: npm run screenshots -- FOLDER');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const proxy = await startProxy(() => endpoint.address);
const endpoint = await startEndpoint({ size: POSTINGS, env: { TOWN_JOBS_ORIGIN: proxy.address } });
const pages = await servePages({ endpoint: proxy.address });
const browser = await chromium.launch(await findBrowser());
try {
  for (const [name, enter] of shots()) {
    if (asked.length === 0 || asked.includes(name)) await take(browser, name, enter);
  }
} finally {
  await browser.close();
  await pages.close();
  await proxy.close();
  await endpoint.close();
}

type Enter = (page: Page) => Promise<void>;

/** Every picture: what it is called, and the way there. */
function shots(): [string, Enter][] {
  const addressOf = (name: string) => `${pages.address}/${name}/`;
  const oneTag = addressOf('une-balise');
  const towns = ['saint-omer', 'pessac', 'bordeaux', 'carte', 'une-balise', 'clean', 'csp'];
  return [
    ...towns.map((name): [string, Enter] => [name, (page) => openList(page, addressOf(name))]),
    ...residentStates.map(({ name, enter }): [string, Enter] => [
      name.replaceAll(/[ ,]+/g, '-'),
      (page) => enter(page, oneTag, connectProxy(proxy.address)),
    ]),
    ...Object.entries(LANGUAGES).map(([name, { submit, ...attributes }]): [string, Enter] => [
      name,
      async (page) => {
        await pretend(page, attributes);
        await openList(page, oneTag);
        await page.getByRole('button', { name: submit, exact: true }).waitFor();
      },
    ]),
  ];
}

/** Takes what `enter` leads to, on every screen, as FOLDER/NAME-WIDTH-SCHEME.png. */
async function take(where: Browser, name: string, enter: Enter): Promise<void> {
  for (const viewport of SCREENS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await where.newContext({
        viewport,
        colorScheme,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
      });
      const page = await context.newPage();
      await enter(page);
      const long = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.screenshot({
        path: join(folder!, `${name}-${viewport.width}-${colorScheme}.png`),
        fullPage: true,
        clip: { x: 0, y: 0, width: viewport.width, height: Math.min(long, MAX_SCREENS * viewport.height) },
      });
      await context.close();
      proxy.calm();
    }
  }
  console.log(name);
}

/** Gives `<html>` other attributes before the script reads them. */
async function pretend(page: Page, attributes: { lang?: string; dir?: string }): Promise<void> {
  await page.addInitScript((pretended) => {
    const observer = new MutationObserver(() => {
      Object.assign(document.documentElement, pretended);
      observer.disconnect();
    });
    observer.observe(document, { childList: true });
  }, attributes);
}
