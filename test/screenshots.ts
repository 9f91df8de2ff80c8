import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { servePages } from '../demo/serve.ts';
import { openList, residentStates } from './e2e/states.ts';
import { findBrowser } from './kit/browser.ts';
import { startEndpoint } from './kit/endpoint.ts';
import { connectProxy } from './kit/proxy-client.ts';
import { startProxy } from './kit/proxy.ts';
import {
  HEIGHT,
  LANGUAGES,
  picturedElements,
  SCHEMES,
  WIDTHS,
  writePages,
  type PicturedElement,
} from './screenshots/elements.ts';
import { makeSheet, type SheetRow } from './screenshots/sheet.ts';

/*
 * Takes pictures for people to look at: `npm run screenshots -- FOLDER [NAME…]`. Each element on three widths, light,
 * dark and in forced colours, in French and in Arabic, with a contact sheet of its 18 pictures; each demo page and
 * each state that a resident can meet, on a narrow and a wide screen, light and dark. Without names all.
 */

const SCREENS = [
  { width: 390, height: 844 },
  { width: 1280, height: 860 },
];
/** Lists are long: a picture ends after so many screens. */
const MAX_SCREENS = 3;
const POSTINGS = 6000;
/** What other languages than an element's own are looked at in, and the word on the button that shows that they came. */
const OTHER_LANGUAGES = {
  english: { lang: 'en', submit: 'Search' },
  german: { lang: 'de', submit: 'Suchen' },
  ukrainian: { lang: 'uk', submit: 'Шукати' },
};

const [folder = '', ...asked] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the pictures go: npm run screenshots -- FOLDER');
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const proxy = await startProxy(() => endpoint.address);
const endpoint = await startEndpoint({ size: POSTINGS, env: { TOWN_JOBS_ORIGIN: proxy.address } });
const pages = await servePages({ endpoint: proxy.address });
const bareFolder = await writePages();
const barePages = await servePages({ endpoint: proxy.address, folder: bareFolder });
const browser = await chromium.launch(await findBrowser());
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);
try {
  for (const element of picturedElements) if (isAsked(element.name)) await takeElement(browser, element);
  for (const [name, enter] of shots()) if (isAsked(name)) await takePage(browser, name, enter);
} finally {
  await browser.close();
  await pages.close();
  await barePages.close();
  await rm(bareFolder, { recursive: true });
  await proxy.close();
  await endpoint.close();
}

type Enter = (page: Page) => Promise<void>;

/** Every page and state: what it is called, and the way there. */
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
    ...Object.entries(OTHER_LANGUAGES).map(([name, { submit, lang }]): [string, Enter] => [
      name,
      async (page) => {
        await pretend(page, { lang });
        await openList(page, oneTag);
        await page.getByRole('button', { name: submit, exact: true }).waitFor();
      },
    ]),
  ];
}

/** Takes what `enter` leads to, on every screen, as FOLDER/NAME-WIDTH-SCHEME.png. */
async function takePage(where: Browser, name: string, enter: Enter): Promise<void> {
  for (const viewport of SCREENS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await take(where, { viewport, colorScheme }, `${name}-${viewport.width}-${colorScheme}.png`, enter);
    }
  }
  console.log(name);
}

/** Takes an element as FOLDER/NAME-WIDTH-SCHEME-LANGUAGE.png, and all of its pictures as FOLDER/NAME.png. */
async function takeElement(where: Browser, element: PicturedElement): Promise<void> {
  const { name, shown, query = '', act } = element;
  const rows: SheetRow[] = [];
  for (const lang of Object.keys(LANGUAGES)) {
    const enter: Enter = async (page) => {
      const address = `${barePages.address}/${name}-${lang}.html`;
      await page.goto(address + (name === 'town-jobs-offer' ? await anyOffer() : query));
      await page.locator(`${name} ${shown}`).first().waitFor({ state: 'attached' });
      await speaks(page, lang);
      await act?.(page);
    };
    for (const [scheme, colours] of Object.entries(SCHEMES)) {
      const pictures = WIDTHS.map((width) => ({ width, file: `${name}-${width}-${scheme}-${lang}.png` }));
      for (const { width, file } of pictures) {
        await take(where, { viewport: { width, height: HEIGHT }, ...colours }, file, enter);
      }
      rows.push({ title: `${name}, ${scheme}, ${lang}`, pictures });
    }
  }
  await makeSheet(where, folder, `${name}.png`, rows);
  console.log(name);
}

async function take(
  where: Browser,
  options: BrowserContextOptions,
  file: string,
  enter: Enter,
): Promise<void> {
  const context = await where.newContext({ ...options, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  try {
    const page = await context.newPage();
    await enter(page);
    await page.evaluate(() => document.fonts.ready);
    const { width, height } = options.viewport!;
    const long = await page.evaluate(() => {
      const { documentElement, body } = document;
      const { top } = body.getBoundingClientRect();
      return Math.min(documentElement.scrollHeight, 2 * top + body.scrollHeight);
    });
    await page.screenshot({
      path: join(folder, file),
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(long, MAX_SCREENS * height) },
    });
  } finally {
    await context.close();
    proxy.calm();
  }
}

/** Waits until nothing speaks another language than the page does. */
async function speaks(page: Page, lang: string): Promise<void> {
  await page.waitForFunction(
    (asked) =>
      document.querySelector('[board]')!.shadowRoot!.querySelector('[part=base]')!.matches(`:lang(${asked})`),
    lang,
  );
}

/** The address of an offer of the board that gives its pay, and that several partners have. */
async function anyOffer(): Promise<string> {
  const answer = await fetch(`${endpoint.address}/v1/boards/saint-omer/offers`);
  const { offers } = (await answer.json()) as { offers: { id: string; partners: string[]; pay?: object }[] };
  const told = offers.find(({ partners, pay }) => partners.length > 1 && pay) ?? offers[0]!;
  return `?jobs-offer=${encodeURIComponent(told.id)}`;
}

/** Gives `<html>` other attributes before the script reads them. */
async function pretend(page: Page, attributes: { lang: string }): Promise<void> {
  await page.addInitScript((pretended) => {
    const observer = new MutationObserver(() => {
      Object.assign(document.documentElement, pretended);
      observer.disconnect();
    });
    observer.observe(document, { childList: true });
  }, attributes);
}
