import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { servePages } from '../../demo/serve.ts';
import { outlineKey, writeKept, type KeptPlaces } from '../../endpoint/src/places/kept.ts';
import { endpoint, pages, test } from '../kit/e2e.ts';
import { startEndpoint } from '../kit/endpoint.ts';

/** Around Bordeaux, with a hole. */
const OUTLINE: KeptPlaces['outlines'][string] = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [-0.9, 44.7],
        [-0.4, 44.7],
        [-0.5, 45.1],
        [-0.9, 44.7],
      ],
      [
        [-0.6, 44.8],
        [-0.55, 44.8],
        [-0.55, 44.85],
        [-0.6, 44.8],
      ],
    ],
  ],
};

/** An endpoint with pages that know it, to which geo.api.gouv.fr gave an outline of Bordeaux. */
async function withOutline() {
  const board = (await (await fetch(`${endpoint}/v1/boards/bordeaux`)).json()) as {
    territory: { communes: { insee: string }[] };
  };
  const key = outlineKey(board.territory.communes.map(({ insee }) => insee));
  const dataFolder = await mkdtemp(join(tmpdir(), 'town-jobs-outline-'));
  await writeKept(dataFolder, {
    form: 1,
    takenAt: new Date().toISOString(),
    communes: [],
    epcis: [],
    outlines: { [key]: OUTLINE },
  });
  const own = await startEndpoint({ dataFolder });
  const served = await servePages({ endpoint: own.address });
  return {
    pages: served.address,
    async close() {
      await served.close();
      await own.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

test('a map that comes late is loaded once, asks once, and narrows the list with keys alone', async ({
  open,
}) => {
  const { page, watched } = await open();
  await page.goto(`${pages}/clean/`);
  await page.locator('town-jobs-results [part=card]').first().waitFor();
  const paths = () => watched.requests.map((url) => new URL(url).pathname);
  expect(paths().filter((path) => /\/map/.test(path))).toEqual([]);

  await page.evaluate(() => {
    const results = document.querySelector('town-jobs-results, town-jobs')!;
    for (let count = 0; count < 2; count++) results.before(document.createElement('town-jobs-map'));
  });
  const bubble = page.locator('town-jobs-map [part=bubble]').first();
  await bubble.waitFor();
  await bubble.focus();
  await page.keyboard.press('Enter');
  await page.locator('town-jobs-map [aria-pressed=true]').first().waitFor();
  await page.getByRole('button', { name: /Retirer : \d+ communes? choisies?/ }).waitFor();

  await expect.poll(() => new URL(page.url()).searchParams.get('jobs-commune')).toMatch(/^\d/);
  const asked = paths().filter((path) => /\/map/.test(path));
  expect(asked.map((path) => path.replace(/-.{6}\.js$/, ''))).toEqual([
    '/assets/map',
    '/v1/boards/saint-omer/map',
  ]);
  expect(watched.errors).toEqual([]);
  expect(watched.strangers).toEqual([]);
});

test('a map draws the outline of its territory, asked for once and beside its numbers', async ({ open }) => {
  const own = await withOutline();
  try {
    const { page, watched } = await open({ viewport: { width: 1280, height: 900 } });
    const searched = page.waitForResponse((response) => /\/offers\?.*include=board/.test(response.url()));
    await page.goto(`${own.pages}/carte/`);
    expect(await (await searched).text()).not.toContain('MultiPolygon');
    await page.locator('town-jobs-map [part=bubble]').first().waitFor();
    const outline = page.locator('town-jobs-map svg path.outline');
    await expect
      .poll(() => outline.getAttribute('d'))
      .toMatch(/^(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+){3}Z){2}$/);
    expect(await page.locator('town-jobs-map [part=notes] [lang=fr]').textContent()).toMatch(
      /^Contours : IGN/,
    );
    await page.getByRole('button', { name: 'Zoomer', exact: true }).click();

    const asked = watched.requests.map((url) => new URL(url).pathname);
    expect(asked.filter((path) => path === '/v1/boards/bordeaux')).toHaveLength(1);
    const [ground, frame] = await Promise.all([
      outline.boundingBox(),
      page.locator('town-jobs-map [part=view]').boundingBox(),
    ]);
    expect(ground!.width).toBeGreaterThan(frame!.width / 4);
  } finally {
    await own.close();
  }
});

test('the ground of a map is plain where the endpoint has no outline', async ({ open }) => {
  const { page, watched } = await open({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${pages}/carte/`);
  await page.locator('town-jobs-map [part=bubble]').first().waitFor();
  expect(await page.locator('town-jobs-map path.outline').getAttribute('d')).toBe('');
  expect(watched.errors).toEqual([]);
});

test('a map on a page in English is English from its first word on', async ({ open }) => {
  const { page, watched } = await open({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    const words: string[] = [];
    Object.assign(globalThis, { words });
    new MutationObserver((_, observer) => {
      observer.disconnect();
      document.documentElement.lang = 'en';
    }).observe(document, { childList: true });
    // Each word of the map, as soon as it stands there.
    const look = () => {
      const root = document.querySelector('town-jobs-map')?.shadowRoot;
      const skip = root?.querySelector('.skip')?.textContent;
      if (skip && words.at(-1) !== skip) words.push(skip);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // Its code is there before them.
  const code = page.waitForResponse((response) => /\/assets\/map-/.test(response.url()));
  await page.route('**/assets/en.map-*.js', async (route) => {
    await (await code).finished();
    await route.continue();
  });
  await page.goto(`${pages}/carte/`);
  await page.locator('town-jobs-map [part=bubble]').first().waitFor();
  await page.getByRole('button', { name: 'Zoom in', exact: true }).waitFor();

  expect(await page.evaluate(() => (globalThis as unknown as { words: string[] }).words)).toEqual([
    'Skip the map',
  ]);
  const texts = watched.requests.filter((url) => /\/assets\/en\b/.test(url));
  expect(texts.map((url) => url.replace(/.*\/(.*)-.{6}\.js$/, '$1')).toSorted()).toEqual([
    'en',
    'en.barometer',
    'en.map',
  ]);
  expect(watched.errors).toEqual([]);
});
