import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';

const cards = (page: Page) => page.locator('town-jobs-results [part=card]');
const chips = (page: Page) => page.locator('town-jobs-results [part=chip]');
const count = (page: Page) => page.locator('town-jobs-results [part=count]').innerText();
const numberIn = (text: string) => Number(text.replaceAll(/\D/g, ''));
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(`jobs-${name}`);

/** What has the focus, through shadow roots: its label, or its text. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const named = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return named?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  });
}

/** Presses Tab until the focus is on what begins so. */
async function tabTo(page: Page, beginning: RegExp, key = 'Tab'): Promise<string> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    const text = await focused(page);
    if (beginning.test(text)) return text;
  }
  throw new Error(
    `80 presses of ${key} did not lead to ${beginning}; the focus is on "${await focused(page)}".`,
  );
}

for (const width of [390, 1280]) {
  test(`narrows the list by two filters with the keyboard alone, and goes back, at ${width} px`, async ({
    open,
  }) => {
    const { page, watched } = await open({ viewport: { width, height: 900 } });
    await page.goto(`${pages}/une-balise/`);
    await cards(page).first().waitFor();
    const all = await count(page);

    if (width === 390) {
      await tabTo(page, /^Filtres$/);
      await page.keyboard.press('Enter');
    }
    const cdi = await tabTo(page, /^CDI ,/);
    await page.keyboard.press('Space');
    await expect.poll(async () => numberIn(await count(page))).toBe(numberIn(cdi));
    expect(await focused(page)).toMatch(/^CDI ,/);
    const onlyCdi = await count(page);

    await tabTo(page, /^Temps de travail/);
    await page.keyboard.press('Enter');
    const part = await tabTo(page, /^Temps partiel ,/);
    await page.keyboard.press('Space');
    await expect.poll(async () => numberIn(await count(page))).toBe(numberIn(part));

    expect(await focused(page)).toMatch(/^Temps partiel ,/);
    // What writes the address may come later than the answer.
    await expect.poll(() => [parameter(page, 'contract'), parameter(page, 'hours')]).toEqual(['cdi', 'part']);
    await expect.poll(() => chips(page).count()).toBe(2);
    await page.goBack();
    await expect.poll(() => count(page)).toBe(onlyCdi);
    expect([parameter(page, 'contract'), parameter(page, 'hours')]).toEqual(['cdi', null]);
    await page.goBack();
    await expect.poll(() => count(page)).toBe(all);
    await expect.poll(() => chips(page).count()).toBe(0);
    expect(watched.errors).toEqual([]);
  });
}

test('counts in the one request of the list, what filters show and nothing where none stand', async ({
  open,
}) => {
  const facets = async (name: string) => {
    const { page, watched } = await open();
    await page.goto(`${pages}/${name}/`);
    await cards(page).first().waitFor();
    const asked = watched.requests.filter((url) => url.includes('/offers?'));
    return asked.map((url) => new URL(url).searchParams.get('facets')?.split(',').length);
  };

  expect(await facets('une-balise')).toEqual([12]);
  expect(await facets('pessac')).toEqual([6]);
  expect(await facets('saint-omer')).toEqual([undefined]);
});

test('takes every filter away by one chip, with the focus on the count', async ({ open }) => {
  const { page } = await open({ viewport: { width: 390, height: 900 } });
  await page.goto(`${pages}/une-balise/?jobs-contract=cdi,cdd&jobs-remote=unstated&jobs-q=agent`);
  await cards(page).first().waitFor();
  expect(await chips(page).allInnerTexts()).toEqual([
    expect.stringMatching(/CDI/),
    expect.stringMatching(/CDD/),
    expect.stringMatching(/Télétravail : non précisé/),
  ]);
  await page.getByRole('button', { name: 'Filtres, 3 actifs' }).waitFor();

  await page.locator('town-jobs-results .chips [part=clear]').click();
  await page.getByRole('button', { name: 'Filtres', exact: true }).waitFor();

  await expect
    .poll(() => ['contract', 'remote', 'q'].map((name) => parameter(page, name)))
    .toEqual([null, null, 'agent']);
  await expect.poll(() => focused(page)).toMatch(/offres d’emploi/);
});

test('shows an offer within a screen of its head on a phone, and stands beside them on a wide one', async ({
  open,
}) => {
  const { page } = await open({ viewport: { width: 390, height: 844 } });
  await page.goto(`${pages}/une-balise/`);
  await cards(page).first().waitFor();
  const panel = page.locator('town-jobs-filters [part=panel]');
  expect(await panel.isVisible()).toBe(false);
  const top = (await page.locator('town-jobs').boundingBox())!.y;
  // What the first offer says below its title differs from day to day.
  const title = (await cards(page).first().locator('[part=link]').boundingBox())!;
  expect(title.y + title.height - top).toBeLessThan(844);

  await page.setViewportSize({ width: 1280, height: 900 });
  await panel.waitFor();
  const list = page.locator('town-jobs-results [part=demonstration]');
  const [filters, first] = [(await panel.boundingBox())!, (await list.boundingBox())!];

  expect(filters.x + filters.width).toBeLessThan(first.x);
  expect(Math.abs(filters.y - first.y)).toBeLessThan(4);
});
