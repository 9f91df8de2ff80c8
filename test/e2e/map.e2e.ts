import { expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';

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

  expect(new URL(page.url()).searchParams.get('jobs-commune')).toMatch(/^\d/);
  const asked = paths().filter((path) => /\/map/.test(path));
  expect(asked.map((path) => path.replace(/-.{8}\.js$/, ''))).toEqual([
    '/assets/map',
    '/v1/boards/saint-omer/map',
  ]);
  expect(watched.errors).toEqual([]);
  expect(watched.strangers).toEqual([]);
});
