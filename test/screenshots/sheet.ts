import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** Pictures that stand beside each other, with their line of text. */
export interface SheetRow {
  title: string;
  /** Names of files in the folder. */
  pictures: readonly { file: string; width: number }[];
}

const SCALE = 0.5;
/** Long pictures are cut: the sheet shows how they begin. */
const MAX_CELL_PX = 420;

/** Lays pictures of a folder out on one contact sheet, written to `FOLDER/file`, each at the same scale. */
export async function makeSheet(
  browser: Browser,
  folder: string,
  file: string,
  rows: readonly SheetRow[],
): Promise<void> {
  const html = await Promise.all(
    rows.map(async ({ title, pictures }) => {
      const cells = pictures.map(async ({ file: name, width }) => {
        const data = (await readFile(join(folder, name))).toString('base64');
        return `<div><img width="${width * SCALE}" src="data:image/png;base64,${data}"></div>`;
      });
      return `<h2>${title}</h2><section>${(await Promise.all(cells)).join('')}</section>`;
    }),
  );
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  try {
    await page.setContent(`<style>
      body { margin: 0; padding: 12px; inline-size: max-content; background: #8a8f98; font: 14px sans-serif }
      h2 { margin: 8px 0 4px; font-size: 14px }
      section { display: flex; align-items: start; gap: 12px }
      div { max-block-size: ${MAX_CELL_PX}px; overflow: hidden }
      img { display: block }
      </style>${html.join('')}`);
    await page.locator('body').screenshot({ path: join(folder, file) });
  } finally {
    await page.close();
  }
}
