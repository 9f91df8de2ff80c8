import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pages, test } from '../kit/e2e.ts';

/** Gives `<html>` another language before the script reads it, as a town's page has it that is written so. */
async function inLanguage(page: Page, attributes: { lang: string; dir: string }): Promise<void> {
  await page.addInitScript((given) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      Object.assign(document.documentElement, given);
    }).observe(document, { childList: true });
  }, attributes);
}

const results = (page: Page) => page.locator('town-jobs-results');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** What `Intl` of this browser says: the total, the radius steps of the page, and each age that an offer can have. */
function wordsOfIntl(page: Page, lang: string, total: number) {
  return page.evaluate(
    ({ lang, total }) => {
      const search = document.querySelector('town-jobs')!.shadowRoot!.querySelector('town-jobs-search')!;
      const steps = [...search.shadowRoot!.querySelectorAll('option')].map(({ value }) => Number(value));
      const km = new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilometer', unitDisplay: 'short' });
      const ago = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
      const day = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'Europe/Paris' });
      const days = Array.from({ length: 366 }, (_, days) => days);
      return {
        offers: new Intl.NumberFormat(lang).format(total),
        radii: steps.filter((step) => step > 0).map((step) => km.format(step)),
        ages: days.map((days) =>
          days > 30 ? day.format(Date.now() - days * 86_400_000) : ago.format(-days, 'day'),
        ),
      };
    },
    { lang, total },
  );
}

const towns = [
  {
    lang: 'uk',
    dir: 'ltr',
    box: 'Професія або ключове слово',
    submit: 'Шукати',
    none: 'Немає вакансій за запитом «qxzqxz»',
    count: (total: number, offers: string) =>
      `${offers} ${['вакансія', 'вакансії', 'вакансій'][formOf(total)]}`,
  },
  {
    lang: 'ar',
    dir: 'rtl',
    box: 'المهنة أو كلمة مفتاحية',
    submit: 'بحث',
    none: 'لا عروض عمل لـ «\u2068qxzqxz\u2069»',
    count: (total: number, offers: string) =>
      `${offers} ${total % 100 > 2 && total % 100 < 11 ? 'عروض عمل' : 'عرض عمل'}`,
  },
];

/** Which of "вакансія", "вакансії", "вакансій" follows a number. */
function formOf(total: number): 0 | 1 | 2 {
  const [tens, ones] = [total % 100, total % 10];
  if (tens > 10 && tens < 20) return 2;
  return ones === 1 ? 0 : ones > 1 && ones < 5 ? 1 : 2;
}

for (const { lang, dir, box, submit, none, count } of towns) {
  test(`a page in "${lang}" speaks it, with one file for its first texts`, async ({ open }) => {
    const { page, watched } = await open();
    await inLanguage(page, { lang, dir });
    const answered = page.waitForResponse((response) => response.url().includes('/offers?'));
    await page.goto(`${pages}/clean/`);
    const answer = (await (await answered).json()) as { total: number };
    await page.getByRole('button', { name: submit, exact: true }).waitFor();
    const card = results(page).locator('[part=card]').first();
    await card.waitFor();

    const { offers, radii, ages } = await wordsOfIntl(page, lang, answer.total);
    const said = await results(page).locator('[part=count]').innerText();
    expect(plain(said)).toBe(plain(count(answer.total, offers)));
    await page.getByRole('combobox', { name: box }).waitFor();
    const steps = await page.locator('town-jobs-search option:not([value="0"])').allInnerTexts();
    expect(steps.map((step) => step.trim())).toEqual(radii);
    const dates = await results(page).locator('[part=age]').allInnerTexts();
    expect(dates.filter((date) => !ages.some((age) => date.replace(/[,\s]+$/, '').endsWith(age)))).toEqual(
      [],
    );
    expect(await card.evaluate((element) => getComputedStyle(element).direction)).toBe(dir);
    const texts = watched.requests.filter((url) => /\/assets\/[a-z]{2}(\.\w+)?-[^/]+\.js$/.test(url));
    expect(texts.map((url) => new URL(url).pathname.slice('/assets/'.length, '/assets/'.length + 3))).toEqual(
      [`${lang}-`],
    );

    await page.getByRole('combobox', { name: box }).fill('qxzqxz');
    await page.getByRole('button', { name: submit, exact: true }).click();
    await page.getByText(none).first().waitFor();
    expect(watched.errors).toEqual([]);
  });
}

test('a French place does not draw the number of its distance out of a line of Arabic', async ({ open }) => {
  const { page } = await open();
  await inLanguage(page, { lang: 'ar', dir: 'rtl' });
  await page.goto(`${pages}/clean/?jobs-place=62765`);
  const distances = results(page).locator('[part=place] .muted').filter({ hasText: 'كم' });
  await distances.first().waitFor();

  const drawn = await distances.evaluateAll((all) =>
    all.map((distance) => {
      const place = document.createRange();
      place.selectNodeContents(distance.parentElement!);
      place.setEndBefore(distance);
      return [distance.getBoundingClientRect().right, place.getBoundingClientRect().left];
    }),
  );
  for (const [right, left] of drawn) expect(right).toBeLessThanOrEqual(left! + 1);
});
