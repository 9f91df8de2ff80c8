import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Point } from '../point.ts';

const OPENING = { insert: ['town-jobs-map'], until: '[part=bubble]' } as const;

/** The map, for those who use no pointer or do not see it. */
export const map: readonly Point[] = [
  {
    number: 29,
    text: 'The map is no one-way: bubbles are buttons, moves are buttons, a table says the same, the wheel scrolls the page',
    rgaa: ['13.10', '7.3', '1.1'],
    wcag: ['2.5.7', '2.1.1', '1.1.1', '2.5.1'],
    needs: ['town-jobs-map'],
    async check({ open }) {
      const visit = await open('clean', OPENING);
      const bubbles = await visit.run(() =>
        globalThis.a11y.all('[part=bubble]').map((bubble) => ({
          tag: bubble.localName,
          name: globalThis.a11y.name(bubble),
          reached: bubble.tabIndex === 0 && !bubble.closest('[aria-hidden=true],[inert]'),
          pressed: bubble.getAttribute('aria-pressed'),
        })),
      );
      for (const { tag, name, reached, pressed } of bubbles) {
        ok(
          tag === 'button' && reached && pressed !== null,
          `the bubble "${name}" is no button that Tab reaches`,
        );
        ok(/\d+ offres?$/.test(name), `the bubble "${name}" does not say how many offers`);
      }
      const tools = await visit.run(() =>
        globalThis.a11y.all('[part=tools] button').map((button) => globalThis.a11y.name(button)),
      );
      for (const tool of [/^zoomer/i, /^dézoomer/i, /ouest/i, /est$/i, /nord/i, /sud/i]) {
        ok(
          tools.some((name) => tool.test(name)),
          `no button ${tool} (${tools.join(', ')})`,
        );
      }

      await visit.focus('[part=table] > summary');
      await visit.press('Enter');
      await visit.shows('[part=table] td');
      const table = await visit.run(() => {
        const [details] = globalThis.a11y.all('[part=table]');
        const totals = [...details!.querySelectorAll('td')].map(({ textContent }) =>
          Number(textContent!.replaceAll(/\D/g, '')),
        );
        const areas = globalThis.a11y.all('[part=bubble]').map((bubble) => globalThis.a11y.name(bubble));
        const onMap = areas.map((name) =>
          Number(/([\d\s  ]+) offres?$/.exec(name)![1]!.replaceAll(/\D/g, '')),
        );
        const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);
        return { table: sum(totals), map: sum(onMap), heads: details!.querySelectorAll('th[scope]').length };
      });
      ok(table.heads > 2, 'the table has no headers');
      ok(
        table.table >= table.map && table.map > 0,
        `the table counts ${table.table} offers, the map ${table.map}`,
      );

      await visit.run(() => scrollTo(0, 0));
      await visit.run(() => globalThis.a11y.all('[part=view]')[0]!.scrollIntoView({ block: 'center' }));
      await visit.drawn();
      const start = await visit.run(() => {
        const { x, y, width, height } = globalThis.a11y.all('[part=view]')[0]!.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2, scroll: scrollY };
      });
      await visit.tab.wheel(start, 200);
      await visit.until(
        (from) => scrollY > from,
        'the wheel over the map does not scroll the page',
        start.scroll,
      );
    },
    faults: [
      {
        what: 'bubbles are no buttons for the keyboard',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const bubble of root.querySelectorAll('[part=bubble]'))
              bubble.setAttribute('tabindex', '-1');
          }),
      },
      {
        what: 'the map takes the wheel',
        plant: () => addEventListener('wheel', (event) => event.preventDefault(), { passive: false }),
      },
      {
        what: 'one can only drag',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const tool of root.querySelectorAll('[part=tools] button[aria-label]')) tool.remove();
          }),
      },
    ],
  },
  {
    number: 30,
    text: 'A link passes the map by, and Escape leaves it',
    rgaa: ['12.9', '12.7'],
    wcag: ['2.1.2', '2.4.1'],
    needs: ['town-jobs-map'],
    async check({ open }) {
      const visit = await open('clean', OPENING);
      const after = () =>
        visit.run(() => {
          const focused = globalThis.a11y.focused();
          const [view] = globalThis.a11y.all('[part=view]');
          if (!focused || view!.contains(focused)) return 'in the map';
          const follows = view!.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
          return follows ? 'after the map' : 'before the map';
        });
      await visit.focus('[part=view]');
      await visit.press('Shift+Tab');
      equal(await after(), 'before the map', 'one cannot go back out of the map');
      const skip = await visit.run(() => globalThis.a11y.name(globalThis.a11y.focused()!));
      ok(/passer la carte/i.test(skip), `before the map stands "${skip}", nothing to pass it by`);
      await visit.press('Enter');
      equal(await after(), 'after the map', 'the map is not passed by');
      for (const inside of ['[part=view]', '[part=bubble]']) {
        await visit.focus(inside);
        await visit.press('Escape');
        equal(await after(), 'after the map', `Escape in ${inside} does not leave the map`);
      }
      const shown = await visit.run(() => globalThis.a11y.all('[part=view]').length);
      deepEqual(shown, 1, 'the map is gone');
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
        what: 'nothing passes the map by',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            if (root.querySelector('[part=view]')) root.querySelector('.skip')?.remove();
          }),
      },
    ],
  },
];
