import { deepEqual, equal, ok } from 'node:assert/strict';
import { EVERY_PAGE, type Point } from '../point.ts';
import type { Visit } from '../visit.ts';

const FOCUS_LIMIT = 150;

/** The focus as a resident would tell it: the control's place and name. */
function focus(visit: Visit) {
  return visit.run(() => {
    const focused = globalThis.a11y.focused();
    return focused && { offer: focused.dataset['offer'], part: focused.getAttribute('part') };
  });
}

/** Follows the link that has the focus, to another site; the page may write its own address before it goes. */
async function follow({ tab, patienceMs }: Visit): Promise<void> {
  const origin = await tab.evaluate(() => location.origin);
  await tab.press('Enter');
  const left = await tab.holds((own: string) => location.origin !== own, 2 * patienceMs, [origin]);
  ok(left, 'the link leads to no partner');
}

/** The list of offers: its structure, more of it, the way out of it and back. */
export const list: readonly Point[] = [
  {
    number: 16,
    text: 'Offers are items of a list, each with one heading, at a level that skips none',
    rgaa: ['9.1', '9.3'],
    wcag: ['1.3.1', '2.4.6'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page);
        const found = await visit.run(() => {
          const heading = 'h1,h2,h3,h4,h5,h6,[role=heading]';
          const cards = globalThis.a11y.all('[part=card], ul.offers > li');
          return {
            loose: cards.filter((card) => card.localName !== 'li' || card.parentElement!.localName !== 'ul')
              .length,
            headings: cards.map((card) => card.querySelectorAll(heading).length).filter((many) => many !== 1),
            levels: globalThis.a11y
              .all(heading)
              .map((one) => Number(one.getAttribute('aria-level') ?? one.localName.slice(1))),
          };
        });
        equal(found.loose, 0, `${page}: offers are no items of a list`);
        deepEqual(found.headings, [], `${page}: offers with no heading or several`);
        const jumps = found.levels.filter(
          (level, index) => index > 0 && level > found.levels[index - 1]! + 1,
        );
        deepEqual(jumps, [], `${page}: heading levels that skip one (${found.levels.join(' ')})`);
      }
      const visit = await open('saint-omer');
      await visit.run(() => document.querySelector('town-jobs-results')!.setAttribute('heading-level', '4'));
      await visit.until(
        () => globalThis.a11y.all('[part=title]').every((title) => title.getAttribute('aria-level') === '4'),
        'heading-level="4" does not change the level of offers',
      );
    },
    faults: [
      {
        what: 'offers have headings of level 6',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const title of root.querySelectorAll('[part=title]')) title.setAttribute('aria-level', '6');
          }),
      },
      {
        what: 'offers have no heading',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const title of root.querySelectorAll('[part=title]')) title.removeAttribute('role');
          }),
      },
    ],
  },
  {
    number: 17,
    text: 'No empty list and no empty heading, whatever the answer',
    rgaa: ['9.1', '9.3'],
    wcag: ['1.3.1', '2.4.6'],
    async check({ open, proxy }) {
      const empties = (visit: Visit) =>
        visit.run(() =>
          globalThis.a11y
            .all('ul,ol,dl,h1,h2,h3,h4,h5,h6,[role=heading],[role=list],[role=listbox],table,fieldset,legend')
            .filter((one) => one.checkVisibility() && !one.textContent!.trim())
            .map((one) => `${one.localName} ${one.getAttribute('part') ?? ''}`.trim()),
        );
      for (const page of EVERY_PAGE) {
        deepEqual(await empties(await open(page)), [], `${page}: empty lists or headings`);
        const query = page === 'board' ? '?q=spationaute' : '?jobs-q=spationaute';
        const none = await open(page, { query, until: '' });
        await none.until(
          () =>
            /aucune offre/i.test(
              globalThis.a11y
                .all('[part=count], h2')
                .map(({ textContent }) => textContent)
                .join(),
            ),
          `${page}: it is not said that there is none`,
        );
        deepEqual(await empties(none), [], `${page} without results: empty lists or headings`);
      }
      proxy.fault('hold', { path: '/offers?' });
      const loading = await open('une-balise', { until: '[part=submit]' });
      deepEqual(await empties(loading), [], 'while loading: empty lists or headings');
    },
    faults: [
      {
        what: 'an empty heading over the list',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            const head = root.querySelector('[part=head]:not(:has(h3))');
            head?.append(document.createElement('h3'));
          }),
      },
      {
        what: 'the list of suggestions is never hidden',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const list of root.querySelectorAll('ul[hidden]')) list.removeAttribute('hidden');
          }),
      },
    ],
  },
  {
    number: 23,
    text: 'A button shows more offers; the focus goes to the first new one, and it is said how many came',
    rgaa: ['7.5', '12.8'],
    wcag: ['2.4.3', '4.1.3'],
    async check({ open }) {
      const visit = await open('saint-omer');
      const before = await visit.run(() => globalThis.a11y.all('[part=link]').length);
      await visit.focus('button[part=more]');
      await visit.hush();
      await visit.press('Enter');
      await visit.shows('[part=card]', before + 1);
      await visit.hears(/offres? ajoutées?/);
      await visit.drawn();
      const first = await visit.run(
        (index) => globalThis.a11y.all('[part=link]')[index]!.dataset['offer'],
        before,
      );
      deepEqual(
        await focus(visit),
        { offer: first, part: 'link' },
        'the focus is not on the first new offer',
      );
    },
    faults: [
      {
        what: 'the focus is lost with the click',
        plant: () =>
          addEventListener('click', () => {
            const focused = globalThis.a11y.focused();
            focused?.blur();
            HTMLElement.prototype.focus = () => {};
          }),
      },
      {
        what: 'it is not said that offers came',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const region of root.querySelectorAll('p.hidden[role=status]'))
              region.removeAttribute('role');
          }),
      },
    ],
  },
  {
    number: 24,
    text: 'The pages of the list without JavaScript are a named navigation that tells the current one',
    rgaa: ['12.1', '6.1'],
    wcag: ['2.4.5', '2.4.4', '2.4.8'],
    async check({ open }) {
      const visit = await open('board');
      const pages = () =>
        visit.run(() => {
          const nav = document.querySelector('nav:has([aria-current])');
          return {
            name: nav?.getAttribute('aria-label') ?? '',
            current: [...(nav?.querySelectorAll('[aria-current=page]') ?? [])].map(
              ({ textContent }) => textContent,
            ),
            names: [...(nav?.querySelectorAll('a') ?? [])].map((link) => globalThis.a11y.name(link)),
          };
        });
      const first = await pages();
      ok(first.name, 'the navigation has no name, or no page is told as the current one');
      deepEqual(first.current, ['1'], 'the current page is not told');
      ok(
        first.names.every((name) => /^page \d+$/i.test(name)),
        `links that do not say "Page N": ${first.names.join(', ')}`,
      );
      await visit.focus('nav li a');
      await visit.tab.press('Enter');
      await visit.until(
        () => document.readyState === 'complete' && /page 2/i.test(document.title),
        'no page comes whose title says that it is the second',
      );
      deepEqual((await pages()).current, ['2'], 'the second page is not told as the current one');
    },
    faults: [
      {
        what: 'the current page is told by its look alone',
        plant: () =>
          globalThis.a11y.everyRoot((root) =>
            root.querySelector('[aria-current]')?.removeAttribute('aria-current'),
          ),
      },
      {
        what: 'links are numbers alone',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const link of root.querySelectorAll('nav a[aria-label]')) link.removeAttribute('aria-label');
          }),
      },
    ],
  },
  {
    number: 25,
    text: 'More offers come on request alone: Tab leaves the list and reaches the foot of the page',
    rgaa: ['12.8', '13.8'],
    wcag: ['2.1.2', '2.4.3'],
    async check({ open }) {
      for (const page of ['une-balise', 'saint-omer'] as const) {
        const visit = await open(page);
        const offers = await visit.run(() => globalThis.a11y.all('[part=card]').length);
        await visit.focus('[part=link]');
        let reached = false;
        for (let presses = 0; presses < FOCUS_LIMIT && !reached; presses++) {
          await visit.tab.press('Tab');
          reached = await visit.run(() => !!globalThis.a11y.focused()?.closest('body > footer'));
        }
        ok(reached, `${page}: ${FOCUS_LIMIT} times Tab do not reach the foot of the page`);
        const now = await visit.run(() => globalThis.a11y.all('[part=card]').length);
        equal(now, offers, `${page}: offers came without being asked for`);
      }
    },
    faults: [
      {
        what: 'offers come when the last one is reached',
        plant: () => {
          const load = () => {
            const focused = globalThis.a11y.focused();
            if (focused?.matches('[part=more]')) focused.click();
          };
          globalThis.a11y.everyRoot((root) => root.addEventListener('focusin', load));
        },
      },
    ],
  },
  {
    number: 26,
    text: 'Back restores words, list, scroll and focus',
    rgaa: ['12.8'],
    wcag: ['2.4.3', '3.2.3'],
    async check({ open }) {
      const visit = await open('clean');
      await visit.focus('#words');
      await visit.type('agent');
      await visit.press('Enter');
      await visit.until(() => /agent/.test(location.search), 'the address does not tell the search');
      await visit.until(
        () => /agent/.test(globalThis.a11y.all('[part=count].count')[0]!.textContent!),
        'the search was not answered',
      );
      const offers = () =>
        visit.run(() => globalThis.a11y.all('[part=link]').map((link) => link.dataset['offer'] ?? ''));
      const before = await offers();
      const offer = before[Math.min(14, before.length - 1)]!;
      // To the partner at once, without the offer in full on the page.
      await visit.run(() => document.querySelector('town-jobs')?.toggleAttribute('without-offer', true));
      await visit.run((id) => globalThis.a11y.all(`[data-offer="${id}"]`)[0]!.focus(), offer);
      await follow(visit);

      await visit.tab.back();
      await visit.shows('[part=card]');
      await visit.until(
        (id) => globalThis.a11y.focused()?.dataset['offer'] === id,
        'the focus does not come back to the offer',
        offer,
      );
      deepEqual(await offers(), before, 'another list came back');
      const back = await visit.run(() => {
        const { top, bottom } = globalThis.a11y.focused()!.getBoundingClientRect();
        const [box] = globalThis.a11y.all<HTMLInputElement>('#words');
        return { words: box!.value, seen: top >= 0 && bottom <= innerHeight };
      });
      deepEqual(back, { words: 'agent', seen: true }, 'words or scroll did not come back');
    },
    faults: [
      {
        what: 'the address does not keep the search',
        plant: () => {
          History.prototype.pushState = () => {};
          History.prototype.replaceState = () => {};
        },
      },
      {
        what: 'the focus is not given back',
        plant: () => {
          if (
            performance
              .getEntriesByType('navigation')
              .some((entry) => 'type' in entry && entry.type === 'back_forward')
          ) {
            HTMLElement.prototype.focus = () => {};
          }
          addEventListener('pageshow', ({ persisted }) => {
            if (persisted) globalThis.a11y.focused()?.blur();
          });
        },
      },
    ],
  },
];
