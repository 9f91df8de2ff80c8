import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { WRITTEN_ENDPOINT } from '../../demo/serve.ts';
import { openFilters } from '../e2e/states.ts';

/** An element on a page of its own, in the state in which it shows most. */
export interface PicturedElement {
  name: string;
  /** What is found below it once it can be looked at. */
  shown: string;
  /** Criteria in the address of the page. */
  query?: string;
  /** What somebody does before the picture. */
  act?(page: Page): Promise<void>;
}

/** The widths of a phone, a tablet and a desk. */
export const WIDTHS = [390, 768, 1280] as const;
export const HEIGHT = 900;
export const LANGUAGES = { fr: 'ltr', ar: 'rtl' } as const;
export const SCHEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

const SEARCHED = '?jobs-q=agent&jobs-place=62765&jobs-contract=cdi';

/** Every element that a town can place. */
export const picturedElements: PicturedElement[] = [
  { name: 'town-jobs', shown: 'town-jobs-results [part=card]' },
  {
    name: 'town-jobs-search',
    shown: '[part=submit]',
    query: SEARCHED,
    async act(page) {
      const words = page.locator('#words');
      await words.fill('');
      await words.pressSequentially('serveu');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=option][aria-selected=true]').waitFor();
    },
  },
  { name: 'town-jobs-filters', shown: 'summary', query: SEARCHED, act: openFilters },
  { name: 'town-jobs-results', shown: '[part=chip]', query: SEARCHED },
  { name: 'town-jobs-counter', shown: '[part=count]' },
  { name: 'town-jobs-map', shown: '[part=bubble]' },
  { name: 'town-jobs-offer', shown: '[part=apply]' },
  { name: 'town-jobs-barometer', shown: '[part=rank]' },
];

/** Writes a page of its own for each element and language into a new folder, `NAME-LANGUAGE.html`; gives the folder. */
export async function writePages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'town-jobs-pages-'));
  for (const { name } of picturedElements) {
    for (const [lang, dir] of Object.entries(LANGUAGES)) {
      await writeFile(
        join(folder, `${name}-${lang}.html`),
        `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<link rel="icon" href="data:,">
<style>:root { color-scheme: light dark; } body { margin: 20px; font: 16px/1.5 system-ui, sans-serif; }</style>
<script type="module" src="${WRITTEN_ENDPOINT}/town-jobs.js"></script>
<${name} board="saint-omer"><a href="#">Offres d’emploi</a></${name}>
</html>`,
      );
    }
  }
  return folder;
}
