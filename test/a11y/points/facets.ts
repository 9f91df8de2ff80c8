import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Point } from '../point.ts';
import type { Visit } from '../visit.ts';

const FILTERS = 'town-jobs-filters';

/** Opens every group of filters. */
async function unfold(visit: Visit): Promise<void> {
  await visit.until(
    () => globalThis.a11y.all('town-jobs-filters')[0]?.shadowRoot?.querySelector('fieldset'),
    'the filters do not come',
  );
  await visit.run(() => {
    const { shadowRoot } = globalThis.a11y.all('town-jobs-filters')[0]!;
    const toggle = shadowRoot!.querySelector<HTMLElement>('[part=toggle][aria-expanded=false]');
    if (toggle && globalThis.a11y.shown(toggle)) toggle.click();
    for (const group of shadowRoot!.querySelectorAll('details')) group.open = true;
  });
  await visit.drawn();
}

/** Filters, and what happens when one is set. */
export const facets: readonly Point[] = [
  {
    number: 21,
    text: 'Filters are native boxes in a named group, with their number of offers in the label',
    rgaa: ['11.5', '11.6', '11.7'],
    wcag: ['1.3.1', '3.3.2'],
    needs: [FILTERS],
    async check({ open }) {
      const visit = await open('saint-omer', { insert: [FILTERS] });
      await unfold(visit);
      await visit.until(
        () =>
          /\d/.test(
            globalThis.a11y.all('town-jobs-filters')[0]!.shadowRoot!.querySelector('label')!.textContent!,
          ),
        'the labels of filters have no numbers',
      );
      const found = await visit.run(() => {
        const root = globalThis.a11y.all('town-jobs-filters')[0]!.shadowRoot!;
        const groups = [...root.querySelectorAll('fieldset')];
        const boxes = [...root.querySelectorAll<HTMLInputElement>('input')];
        const label = (box: HTMLInputElement) =>
          [...(box.labels ?? [])].map(({ textContent }) => textContent!.trim()).join(' ');
        return {
          groups: groups.length,
          nameless: groups.filter((group) => !group.querySelector(':scope > legend')?.textContent?.trim())
            .length,
          loose: boxes.filter((box) => !box.closest('fieldset')).length,
          foreign: boxes.filter(({ type }) => type !== 'checkbox' && type !== 'radio').length,
          imitated: root.querySelectorAll('[role=checkbox],[role=radio],[role=switch]').length,
          unlabelled: boxes.filter((box) => !label(box)).length,
          uncounted: boxes.filter((box) => box.type === 'checkbox' && !/\d/.test(label(box))).map(label),
          many: boxes.length,
        };
      });
      ok(
        found.groups > 2 && found.many > 5,
        `only ${found.groups} groups of filters with ${found.many} boxes`,
      );
      equal(found.nameless, 0, 'groups without a legend');
      equal(found.loose, 0, 'boxes outside of a group');
      equal(found.foreign + found.imitated, 0, 'filters that are no native boxes');
      equal(found.unlabelled, 0, 'boxes without a label');
      deepEqual(found.uncounted, [], 'labels without a number of offers');
    },
    faults: [
      {
        what: 'groups have no legend',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const legend of root.querySelectorAll('fieldset > legend')) legend.remove();
          }),
      },
      {
        what: 'numbers stand beside the labels',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const number of root.querySelectorAll('label [part=number]'))
              number.closest('label')!.after(number);
          }),
      },
    ],
  },
  {
    number: 22,
    text: 'Setting a filter leaves the focus where it was, and the new count is said',
    rgaa: ['7.4', '7.5'],
    wcag: ['3.2.2', '4.1.3'],
    needs: [FILTERS],
    async check({ open }) {
      const visit = await open('saint-omer', { insert: [FILTERS] });
      await unfold(visit);
      await visit.until(
        () => globalThis.a11y.all('input[type=checkbox]:not(:disabled)').length > 0,
        'no filter can be set',
      );
      await visit.hears(/offres? d.emploi/);
      const focused = () =>
        visit.run(() => {
          const box = globalThis.a11y.focused() as HTMLInputElement | null;
          return box && `${box.name} ${box.value}`;
        });
      for (const index of [0, 1]) {
        await visit.run((at) => {
          const boxes = globalThis.a11y
            .all('input[type=checkbox]:not(:disabled)')
            .filter(globalThis.a11y.shown);
          boxes[at]!.focus();
        }, index);
        const before = await focused();
        await visit.hush();
        await visit.press(' ');
        await visit.hears(/offres? d.emploi/);
        await visit.drawn();
        equal(await focused(), before, 'the focus left the filter');
      }
    },
    faults: [
      {
        what: 'the focus is lost with each filter',
        plant: () => {
          const lose = () => globalThis.a11y.focused()?.blur();
          globalThis.a11y.everyRoot((root) => root.addEventListener('change', lose));
        },
      },
      {
        what: 'the count is no live region',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            root.querySelector('[part=head] + [role=status]')?.removeAttribute('role');
          }),
      },
    ],
  },
  {
    number: 31,
    text: 'What opens has a name, takes the focus, closes with Escape and gives the focus back; behind a modal nothing answers',
    rgaa: ['7.1', '7.3', '12.8'],
    wcag: ['4.1.2', '2.1.2', '2.4.3'],
    needs: ['town-jobs-offer'],
    async check({ open }) {
      const visit = await open('clean', { insert: ['town-jobs-offer'] });
      await visit.until(
        () => globalThis.a11y.all('town-jobs-offer')[0]?.shadowRoot,
        'the element for one offer does not come',
      );
      await visit.focus('[part=link]');
      const opener = await visit.run(() => globalThis.a11y.focused()!.dataset['offer']);
      await visit.press('Enter');
      await visit.shows('town-jobs-offer [part=title], [part=offer] [part=title]');
      await visit.until(
        () => globalThis.a11y.focused()?.closest('[part=offer]'),
        'the focus does not go into what opened',
      );
      const opened = await visit.run(() => {
        const frame = globalThis.a11y.all('[part=offer]')[0]!;
        const root = frame.getRootNode() as ShadowRoot;
        const by = frame.getAttribute('aria-labelledby');
        const isModal = frame.matches('dialog:modal,[aria-modal=true]');
        const behind = globalThis.a11y.all('town-jobs-results')[0]!;
        return {
          role: frame.getAttribute('role') ?? frame.localName,
          name: frame.getAttribute('aria-label') ?? (by && root.getElementById(by)?.textContent?.trim()),
          answers: isModal && !behind.closest('[inert]') && frame.localName !== 'dialog',
          close: frame.querySelectorAll('button').length,
        };
      });
      ok(opened.name, `what opened (${opened.role}) has no name`);
      ok(/region|dialog|section|article/.test(opened.role), `what opened is a ${opened.role}`);
      ok(opened.close > 0, 'no button closes it');
      ok(!opened.answers, 'what lies behind a modal answers');
      await visit.press('Escape');
      await visit.until(
        (id) => globalThis.a11y.focused()?.dataset['offer'] === id,
        'Escape does not close, or the focus does not return to the offer',
        opener,
      );
    },
    faults: [
      {
        what: 'Escape is swallowed',
        plant: () =>
          addEventListener(
            'keydown',
            (event) => {
              if (event.key === 'Escape') event.stopImmediatePropagation();
            },
            true,
          ),
      },
      {
        what: 'it has no name',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            const frame = root.querySelector('[part=offer]');
            frame?.removeAttribute('aria-labelledby');
            frame?.removeAttribute('aria-label');
          }),
      },
    ],
  },
];
