import { deepEqual, ok } from 'node:assert/strict';
import { changedPixels, look } from '../eyes.ts';
import type { Point } from '../point.ts';
import type { Visit } from '../visit.ts';

/** Controls whose focus must be seen, one of each kind. */
const KINDS = ['#words', '#radius', '[part=near]', '[part=submit]', '[part=link]', 'button[part=more]'];
/** A ring of 2 pixels around the control, less what round ones take: a circle a fifth. */
const RING = 0.7 * 2;

/** Gives the focus by keys: browsers show it then. */
async function focusByKeys(visit: Visit, selector: string): Promise<void> {
  await visit.focus(selector);
  await visit.press('Shift+Tab', 'Tab');
}

/** Kinds of controls whose focus does not change enough pixels by enough contrast. */
async function unseen(visit: Visit, kinds: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const kind of kinds) {
    await focusByKeys(visit, kind);
    // The ring of a title stands around its card.
    const frame = kind === '[part=link]' ? '[part=card]' : kind;
    const focused = await look(visit, frame);
    await visit.run(() => globalThis.a11y.focused()?.blur());
    await visit.drawn();
    const resting = await look(visit, frame);
    const changed = await changedPixels(visit, resting, focused);
    if (changed < focused.perimeter * RING) {
      found.push(`${kind}: ${changed} pixels of ${Math.round(focused.perimeter * RING)}`);
    }
  }
  return found;
}

/** What a careless town's style sheet does. */
const noOutlines = () => {
  addEventListener('DOMContentLoaded', () => {
    const style = document.createElement('style');
    style.textContent = '*{outline:none!important}';
    document.head.append(style);
  });
};

const noRing = () =>
  globalThis.a11y.style(
    '*,*::after{outline:none!important;box-shadow:none!important;text-decoration:none!important}',
  );

/** Where the focus is must be seen. */
export const focus: readonly Point[] = [
  {
    number: 36,
    text: 'The focus is seen: 2 pixels at 3 to 1 around each kind of control, though the town hides outlines',
    rgaa: ['10.7'],
    wcag: ['2.4.7', '1.4.11', '2.4.13'],
    async check({ open }) {
      for (const page of ['saint-omer', 'pessac'] as const) {
        const visit = await open(page, { before: noOutlines });
        deepEqual(await unseen(visit, KINDS), [], `${page}: focus that is hardly seen`);
      }
      const dark = await open('une-balise', { before: noOutlines, prefers: 'dark' });
      deepEqual(
        await unseen(dark, ['#words', '[part=submit]', '[part=link]']),
        [],
        'dark: focus hardly seen',
      );
      const map = await open('clean', { insert: ['town-jobs-map'], until: '[part=bubble]' });
      deepEqual(await unseen(map, ['[part=bubble]', '[part=tools] button']), [], 'map: focus hardly seen');
    },
    faults: [
      { what: 'no ring', plant: noRing },
      {
        what: 'a pale ring',
        plant: () => globalThis.a11y.style('*,*::after{outline-color:#dde!important}'),
      },
    ],
  },
  {
    number: 37,
    text: 'What has the focus is not hidden under a header that the town sticks to the top, nor under our own parts',
    rgaa: ['10.7'],
    wcag: ['2.4.11'],
    async check({ open }) {
      const visit = await open('saint-omer', {
        before: () => {
          addEventListener('DOMContentLoaded', () => {
            const header = document.createElement('div');
            header.id = 'stuck';
            header.textContent = 'Ville';
            const style = document.createElement('style');
            style.textContent =
              '#stuck{position:fixed;inset:0 0 auto 0;block-size:90px;background:#fff;z-index:50}' +
              'html{scroll-padding-top:100px}';
            document.body.prepend(header);
            document.head.append(style);
          });
        },
      });
      for (const [start, key] of [
        ['button[part=more]', 'Shift+Tab'],
        ['#words', 'Tab'],
      ] as const) {
        await visit.focus(start);
        for (let presses = 0; presses < 16; presses++) {
          await visit.press(key);
          const hidden = await visit.run(() => {
            const focused = globalThis.a11y.focused();
            if (!focused) return null;
            const { left, top, right, bottom } = focused.getBoundingClientRect();
            const deepest = (x: number, y: number) => {
              let at = document.elementFromPoint(x, y);
              while (at?.shadowRoot) {
                const inner = at.shadowRoot.elementFromPoint(x, y);
                if (!inner || inner === at) break;
                at = inner;
              }
              return at;
            };
            const points = [0.1, 0.5, 0.9].map((part) =>
              deepest(left + part * (right - left), top + part * (bottom - top)),
            );
            const seen = points.some((at) => at && (focused.contains(at) || at.contains(focused)));
            return seen ? null : `${focused.localName} ${globalThis.a11y.name(focused)}`;
          });
          ok(!hidden, `after ${presses + 1} times ${key}, "${hidden}" has the focus and is hidden`);
        }
      }
    },
    faults: [
      {
        what: 'the head of the list sticks over the offers',
        plant: () =>
          globalThis.a11y.style(
            '[part=head]{position:fixed!important;inset:0!important;z-index:99;background:#fff}',
          ),
      },
    ],
  },
  {
    number: 41,
    text: 'With forced colours borders and focus are seen',
    rgaa: ['3.3', '10.7'],
    wcag: ['1.4.11', '2.4.7'],
    async check({ open }) {
      const visit = await open('saint-omer', { prefers: 'forced-colors' });
      ok(
        await visit.run(() => matchMedia('(forced-colors: active)').matches),
        'the browser does not force colours',
      );
      const bare = await visit.run(() =>
        globalThis.a11y
          .all('input,select,button,[part=card]')
          .filter((one) => globalThis.a11y.shown(one) && one.getRootNode() !== document)
          .filter((one) => {
            const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(one);
            const isDrawn = Number.parseFloat(borderTopWidth) >= 1 && borderTopStyle !== 'none';
            return (
              !isDrawn ||
              globalThis.a11y.contrast(borderTopColor, globalThis.a11y.ground(one.parentElement!)) < 3
            );
          })
          .map((one) => `${one.localName} ${one.getAttribute('part') ?? one.id}`),
      );
      deepEqual(bare, [], 'with forced colours these have no border that one sees');
      deepEqual(await unseen(visit, ['#words', '[part=submit]', '[part=link]']), [], 'focus is hardly seen');
    },
    faults: [
      {
        what: 'fields and buttons have no border',
        plant: () => globalThis.a11y.style('input,button,select{border:none!important}'),
      },
      { what: 'no ring', plant: noRing },
    ],
  },
];
