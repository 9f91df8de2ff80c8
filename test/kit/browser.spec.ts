import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBrowser, type Surroundings } from './browser.ts';
import { canRunBundledChromium } from './bundled-chromium.ts';

const bundle = { executablePath: '/cache/chromium', env: { LD_LIBRARY_PATH: '/cache/lib' } };

function machine(paths: string[], more: Surroundings = {}): Surroundings {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin', HOME: '/home/a' },
    platform: 'linux',
    exists: (path) => paths.includes(path),
    playwrightPath: '/playwright/chrome',
    canRunBundled: true,
    inflate: () => Promise.resolve(bundle),
    isRoot: false,
    ...more,
  };
}

test('takes the browser that CHROME_PATH names before any other', async () => {
  const found = await findBrowser(
    machine(['/opt/chrome', '/usr/bin/chromium'], { env: { PATH: '/usr/bin', CHROME_PATH: '/opt/chrome' } }),
  );

  expect(found.executablePath).toBe('/opt/chrome');
});

test('says so when CHROME_PATH names nothing', async () => {
  const surroundings = machine(['/usr/bin/chromium'], { env: { PATH: '/usr/bin', CHROME_PATH: '/gone' } });

  await expect(findBrowser(surroundings)).rejects.toThrow('CHROME_PATH names /gone, but no file is there.');
});

test('prefers a browser of the system to Playwright’s, and that to the bundled one', async () => {
  const all = ['/usr/bin/google-chrome', '/playwright/chrome'];

  expect((await findBrowser(machine(all))).executablePath).toBe('/usr/bin/google-chrome');
  expect((await findBrowser(machine(all.slice(1)))).executablePath).toBe('/playwright/chrome');
  expect((await findBrowser(machine([]))).executablePath).toBe('/cache/chromium');
});

test('gives the bundled one its libraries and keeps the environment', async () => {
  const found = await findBrowser(machine([]));

  expect(found.env).toEqual({
    PATH: '/usr/local/bin:/usr/bin',
    HOME: '/home/a',
    LD_LIBRARY_PATH: '/cache/lib',
  });
});

test('switches the sandbox off only for root and for the bundled browser', async () => {
  expect((await findBrowser(machine(['/usr/bin/chromium']))).chromiumSandbox).toBe(true);
  expect((await findBrowser(machine(['/usr/bin/chromium'], { isRoot: true }))).chromiumSandbox).toBe(false);
  expect((await findBrowser(machine([]))).chromiumSandbox).toBe(false);
});

test('names the ways to a browser where there is none', async () => {
  const bare = findBrowser(machine([], { canRunBundled: false }));

  await expect(bare).rejects.toThrow(
    /No Chromium was found.*CHROME_PATH.*npx playwright-core install chromium/,
  );
});

test.runIf(canRunBundledChromium())(
  'starts the Chromium that npm brought and shows text in it',
  async () => {
    const found = await findBrowser({ env: { ...process.env, CHROME_PATH: 'bundled' } });

    const browser = await chromium.launch(found);
    const page = await browser.newPage();
    await page.setContent('<h1>Offres d’emploi</h1>');
    const { width } = (await page.getByRole('heading').boundingBox())!;
    await browser.close();

    expect(found.executablePath).toContain('node_modules/.cache');
    expect(width).toBeGreaterThan(0);
  },
  60_000,
);
