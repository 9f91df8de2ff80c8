import { deepEqual, equal, ok } from 'node:assert/strict';
import { EVERY_PAGE, type Fault, type Point } from '../point.ts';
import type { Heard } from '../in-page.ts';
import type { Visit } from '../visit.ts';

const LIST = 'town-jobs-results';
const ofList = (heard: readonly Heard[]) => heard.filter(({ host }) => host === LIST);

/** Searches for words with keys alone. */
async function search(visit: Visit, words: string): Promise<void> {
  await visit.focus('#words');
  await visit.run(() => globalThis.a11y.all<HTMLInputElement>('#words')[0]!.select());
  await visit.type(words);
  await visit.press('Enter');
}

const silent: Fault = {
  what: 'the count is no live region',
  plant: () =>
    globalThis.a11y.everyRoot((root) => {
      root.querySelector('[part=head] + [role=status]')?.removeAttribute('role');
    }),
};

/** What a screen reader says by itself, and what it does not. */
export const announcements: readonly Point[] = [
  {
    number: 12,
    text: 'The number of offers is said from a region that was there before it changed',
    rgaa: ['7.5'],
    wcag: ['4.1.3'],
    async check({ open }) {
      for (const page of ['saint-omer', 'une-balise'] as const) {
        const visit = await open(page);
        await visit.hears(/offres? d.emploi/);
        await visit.hush();
        await search(visit, 'cuisinier');
        await visit.hears(/offres? d.emploi/);
        const counts = ofList(await visit.heard()).filter(({ text }) => /offres? d.emploi/.test(text));
        ok(
          counts.every(({ born }) => !born),
          `${page}: the region came together with its text "${counts[0]?.text}"`,
        );
        const shown = await visit.run(() =>
          globalThis.a11y.words(globalThis.a11y.all('[part=count].count')[0]!),
        );
        equal(counts.at(-1)!.text, shown, `${page}: what is said is not what is shown`);
      }
    },
    faults: [
      silent,
      {
        what: 'each count comes in a new region',
        plant: () => {
          globalThis.a11y.everyRoot((root) => {
            const region = root.querySelector('[part=head] + p');
            region?.removeAttribute('role');
            const text = region?.textContent ?? '';
            const made = root.querySelector('.late');
            if (made?.textContent === text) return;
            made?.remove();
            if (!text) return;
            const late = document.createElement('p');
            late.className = 'late';
            late.setAttribute('role', 'status');
            late.textContent = text;
            // The page does not notice its own change at once.
            setTimeout(() => !root.querySelector('.late') && region!.after(late));
          });
        },
      },
    ],
  },
  {
    number: 13,
    text: 'An equal count is said again',
    rgaa: ['7.5'],
    wcag: ['4.1.3'],
    async check({ open }) {
      const visit = await open('saint-omer', { query: '?jobs-q=agent' });
      await visit.hears(/offres? d.emploi/);
      await visit.hush();
      await visit.focus('#sort');
      for (const [many, order] of ['newest', 'relevance'].entries()) {
        await visit.run((value) => {
          const [select] = globalThis.a11y.all<HTMLSelectElement>('#sort');
          select!.value = value;
          select!.dispatchEvent(new Event('change', { bubbles: true }));
        }, order);
        await visit.until(
          (wanted) =>
            globalThis.a11y.heard.filter(({ text }) => /offres? d.emploi/.test(text)).length >= wanted,
          `the same count is not said again after order ${order}`,
          many + 1,
        );
      }
      const [first, second] = (await visit.heard()).filter(({ text }) => /offres? d.emploi/.test(text));
      equal(first!.text, second!.text, 'another sentence was said');
    },
    faults: [
      {
        what: 'what was said stays in the region',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            const region = root.querySelector('[part=head] + p');
            region?.removeAttribute('role');
            if (!region?.textContent) return;
            const kept = root.querySelector('.kept') ?? document.createElement('p');
            kept.className = 'kept';
            kept.setAttribute('role', 'status');
            if (!kept.isConnected) region.after(kept);
            if (kept.textContent !== region.textContent) kept.textContent = region.textContent;
          }),
      },
    ],
  },
  {
    number: 14,
    text: 'No result, a failure, no network and a long wait are each said',
    rgaa: ['7.5'],
    wcag: ['4.1.3'],
    async check({ open, proxy }) {
      const visit = await open('saint-omer');
      await visit.hush();
      await search(visit, 'spationaute');
      await visit.hears(/^aucune offre/);

      proxy.fault('hold', { path: '/offers?' });
      await search(visit, 'cuisinier');
      await visit.hears(/recherche en cours/);
      await visit.hush();
      proxy.release();
      await visit.hears(/offres? d.emploi/);

      await visit.hush();
      proxy.fault('status', { status: 500, path: '/offers?' });
      await search(visit, 'serveur');
      await visit.hears(/problème/);
      proxy.calm();

      await visit.hush();
      await visit.tab.setOffline(true);
      await search(visit, 'maçon');
      await visit.hears(/hors ligne|n’a pas pu être joint/);
      await visit.tab.setOffline(false);
    },
    faults: [
      silent,
      {
        what: 'failures are shown but not said',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            root.querySelector('[part=head]:has(.wrong) + [role=status]')?.removeAttribute('role');
          }),
      },
    ],
  },
  {
    number: 15,
    text: 'The list itself is not live, and nothing interrupts but a failure',
    rgaa: ['7.5'],
    wcag: ['4.1.3'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page);
        const live = await visit.run(() =>
          globalThis.a11y
            .all('[part=card], ul.offers > li')
            .flatMap((card) => [card, card.parentElement!, card.parentElement!.parentElement!])
            .filter((element) => element.closest('[role=status],[role=alert],[role=log],[aria-live]'))
            .map((element) => element.localName),
        );
        deepEqual(live, [], `${page}: offers stand in a live region`);
        if (page !== 'board') await visit.hears(/offres? d.emploi/);
        const alerts = (await visit.heard()).filter(({ alert }) => alert);
        deepEqual(alerts, [], `${page}: something interrupts though nothing failed`);
      }
    },
    faults: [
      {
        what: 'the list is live',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            root.querySelector('[part=list]')?.setAttribute('aria-live', 'polite');
          }),
      },
      {
        what: 'the count interrupts',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            root.querySelector('[part=head] + [role=status]')?.setAttribute('role', 'alert');
          }),
      },
    ],
  },
];
