import { deepEqual, equal, ok } from 'node:assert/strict';
import { axe, changedPixels, look, type Picture } from '../eyes.ts';
import { EVERY_PAGE, type Point } from '../point.ts';
import type { Visit } from '../visit.ts';

/** The smallest width of a phone, and of a screen of 1280 pixels at 400 %. */
const NARROW_PX = 320;
/** What a resident's own style sheet may ask of text (WCAG 1.4.12). */
const SPACING =
  '*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}p{margin-block-end:2em!important}';

/** Texts that leave the window or are cut off, inside elements and on the endpoint's own page. */
function lost(visit: Visit): Promise<string[]> {
  return visit.run(() => {
    const own = globalThis.a11y
      .all('*')
      .filter(
        (one) => one.getRootNode() !== document || !document.querySelector('town-jobs, town-jobs-results'),
      );
    const cut = own.filter((one) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(one);
      if (clipPath !== 'none' || one.matches('input,select,svg *,html,body') || !globalThis.a11y.shown(one))
        return false;
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
        (hides(overflowY) && one.scrollHeight > one.clientHeight + 1)
      );
    });
    const outside = own.filter((one) => {
      if (!globalThis.a11y.shown(one) || one.closest('.view, .rows, .hidden, .skip')) return false;
      return [...one.childNodes].some((node) => {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent!.trim()) return false;
        const range = document.createRange();
        range.selectNode(node);
        const { left, right } = range.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      });
    });
    return [
      ...cut
        .filter((one) => !one.matches('.view, .view *'))
        .map((one) => `cut: ${one.localName} ${one.className}`),
      ...outside.map((one) => `outside: ${globalThis.a11y.words(one).slice(0, 40)}`),
    ];
  });
}

/** Brings the first shown element that matches to the middle of the window, and takes a picture of it. */
async function lookAt(visit: Visit, selector: string): Promise<Picture> {
  await visit.run((wanted) => {
    globalThis.a11y.all(wanted).find(globalThis.a11y.shown)!.scrollIntoView({ block: 'center' });
  }, selector);
  await visit.drawn();
  return look(visit, selector);
}

/** Sizes, colours and space. */
export const looks: readonly Point[] = [
  {
    number: 38,
    text: 'Targets have 24 pixels or the room of 24; fields and buttons have 44',
    rgaa: ['13.7'],
    wcag: ['2.5.8'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const insert = page === 'une-balise' ? ['town-jobs-map'] : [];
        const visit = await open(page, { width: 390, insert });
        if (insert.length > 0) await visit.shows('[part=bubble]');
        deepEqual(await axe(visit, ['target-size']), [], `${page}: targets that are too small`);
        const low = await visit.run(() =>
          globalThis.a11y
            .all('input:not([type=checkbox],[type=radio]),select,button[part]:not([part=bubble])')
            .filter((one) => globalThis.a11y.shown(one) && one.getBoundingClientRect().height < 43.5)
            .map((one) => `${one.localName} ${one.getAttribute('part') ?? one.id}`),
        );
        if (page !== 'board') deepEqual(low, [], `${page}: fields and buttons lower than 44 pixels`);
      }
    },
    faults: [
      {
        what: 'buttons as low as their text',
        plant: () =>
          globalThis.a11y.style(
            'button{min-block-size:0!important;block-size:16px!important;padding:0!important;margin:0!important}',
          ),
      },
    ],
  },
  {
    number: 39,
    text: 'Text has 4.5 to 1, borders and icons 3 to 1, light and dark; a colour of the town that fails is replaced and told',
    rgaa: ['3.2', '3.3'],
    wcag: ['1.4.3', '1.4.11'],
    async check({ open }) {
      const pale = (visit: Visit) =>
        visit.run(() =>
          globalThis.a11y
            .all('input,select,button:not(.primary)')
            .filter((one) => globalThis.a11y.shown(one) && one.getRootNode() !== document)
            .filter((one) => {
              const ground = globalThis.a11y.ground(one.parentElement!);
              return globalThis.a11y.contrast(getComputedStyle(one).borderTopColor, ground) < 3;
            })
            .map((one) => `${one.localName} ${one.getAttribute('part') ?? one.id}`),
        );
      for (const page of EVERY_PAGE) {
        for (const prefers of page === 'board' ? [undefined] : [undefined, 'dark' as const]) {
          const visit = await open(page, prefers ? { prefers } : {});
          const where = `${page}${prefers ? ', dark' : ''}`;
          deepEqual(await axe(visit, ['color-contrast']), [], `${where}: text that is hard to read`);
          deepEqual(await pale(visit), [], `${where}: borders that are hard to see`);
        }
      }
      const visit = await open('clean', {
        before: () =>
          globalThis.a11y.style(
            'town-jobs-results,town-jobs{--town-jobs-color-on-surface:#bbbbbb;--town-jobs-color-surface:#ffffff}',
          ),
      });
      deepEqual(await axe(visit, ['color-contrast']), [], 'a pale colour of the town is taken as it is');
      ok(
        (await visit.tab.console()).some((said) => said.toLowerCase().includes('#bbbbbb')),
        'the console does not name the colour that was replaced',
      );
    },
    faults: [
      {
        what: 'text of second rank is pale',
        plant: () => globalThis.a11y.style('.base{--_muted:#b5b5b5!important}'),
      },
      {
        what: 'borders are pale',
        plant: () => globalThis.a11y.style('.base{--_outline:#e8e8e8!important}'),
      },
      {
        what: 'the console is silent',
        plant: () => {
          console.warn = () => {};
          console.info = () => {};
          console.error = () => {};
          console.log = () => {};
        },
      },
    ],
  },
  {
    number: 40,
    text: 'What is chosen is told by more than a hue, with forced colours too',
    rgaa: ['3.1'],
    wcag: ['1.4.1'],
    async check({ open }) {
      const plain = await open('une-balise');
      const unlined = await plain.run(
        () =>
          globalThis.a11y
            .all<HTMLAnchorElement>('p a[href]')
            .filter((link) => link.getRootNode() !== document && globalThis.a11y.shown(link))
            .filter((link) => !getComputedStyle(link).textDecorationLine.includes('underline')).length,
      );
      equal(unlined, 0, 'links within text differ by their colour alone');
      for (const prefers of [undefined, 'forced-colors'] as const) {
        const visit = await open('clean', {
          ...(prefers && { prefers }),
          insert: ['town-jobs-map'],
          until: '[part=bubble]',
        });
        const where = prefers ?? 'light';
        await visit.focus('#words');
        await visit.type('serv');
        await visit.shows('[role=option]', 2);
        const resting = await lookAt(visit, '[role=option]');
        await visit.press('ArrowDown');
        const active = await lookAt(visit, '[role=option]');
        const changed = await changedPixels(visit, resting, active);
        ok(
          changed > active.perimeter,
          `${where}: an active suggestion looks like the others (${changed} pixels)`,
        );

        await visit.press('Escape', 'Escape');
        const free = await lookAt(visit, '[part=bubble]');
        await visit.run(() => {
          globalThis.a11y.all('[part=bubble]').find(globalThis.a11y.shown)!.click();
        });
        await visit.until(
          () => globalThis.a11y.all('[part=bubble][aria-pressed=true]').length > 0,
          'a bubble cannot be chosen',
        );
        await visit.drawn();
        const chosen = await lookAt(visit, '[part=bubble][aria-pressed=true]');
        const differing = await changedPixels(visit, free, chosen);
        ok(
          differing > chosen.perimeter,
          `${where}: a chosen bubble looks like the others (${differing} pixels)`,
        );
      }
    },
    faults: [
      {
        what: 'an active suggestion differs by a tint alone',
        plant: () =>
          globalThis.a11y.style(
            '[role=option][aria-selected=true]{box-shadow:none!important;outline:none!important;background:#fff6f6!important;color:inherit!important}',
          ),
      },
      {
        what: 'a chosen bubble looks like the others',
        plant: () => globalThis.a11y.style('[part=bubble]{filter:contrast(0)!important}'),
      },
    ],
  },
  {
    number: 42,
    text: 'At 320 pixels (400 %) and with text of 200 % nothing scrolls sideways and nothing is lost',
    rgaa: ['10.4', '10.11'],
    wcag: ['1.4.4', '1.4.10'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        for (const isLarge of [false, true]) {
          const insert = page === 'une-balise' ? ['town-jobs-map'] : [];
          const visit = await open(page, { width: isLarge ? 2 * NARROW_PX : NARROW_PX, insert });
          if (insert.length > 0) await visit.shows('[part=bubble]');
          if (isLarge) await visit.run(() => document.documentElement.style.setProperty('font-size', '200%'));
          await visit.drawn();
          const where = `${page}, ${isLarge ? 'text of 200 %' : `${NARROW_PX} pixels`}`;
          const wide = await visit.run(() => [document.documentElement.scrollWidth, innerWidth]);
          ok(wide[0]! <= wide[1]!, `${where}: the page is ${wide[0]} pixels wide in a window of ${wide[1]}`);
          deepEqual(await lost(visit), [], `${where}: text that is lost`);
        }
      }
    },
    faults: [
      {
        what: 'cards never get narrower than 25em',
        plant: () => globalThis.a11y.style('[part=card]{min-inline-size:400px!important}'),
      },
      {
        what: 'titles are cut after one line',
        plant: () =>
          globalThis.a11y.style('[part=title]{overflow:hidden!important;white-space:nowrap!important}'),
      },
    ],
  },
  {
    number: 43,
    text: "A resident's spacing of text, set on the page, reaches the text of elements and cuts nothing",
    rgaa: ['10.12'],
    wcag: ['1.4.12'],
    async check({ open }) {
      for (const page of ['saint-omer', 'une-balise'] as const) {
        const visit = await open(page, { width: 390 });
        await visit.run((css) => {
          const style = document.createElement('style');
          style.textContent = css;
          document.head.append(style);
        }, SPACING);
        await visit.drawn();
        const deaf = await visit.run(() =>
          globalThis.a11y
            .all('p,a,button,input,label,[role=heading],span')
            .filter((one) => one.getRootNode() !== document && globalThis.a11y.shown(one))
            .filter((one) => {
              const { letterSpacing, wordSpacing } = getComputedStyle(one);
              return !(Number.parseFloat(letterSpacing) > 0.5 && Number.parseFloat(wordSpacing) > 0.5);
            })
            .map((one) => `${one.localName} ${one.getAttribute('part') ?? one.className}`),
        );
        deepEqual([...new Set(deaf)], [], `${page}: spacing does not reach these`);
        deepEqual(await lost(visit), [], `${page}, spaced from the page: text that is lost`);
        await visit.run((css) => globalThis.a11y.style(css), SPACING);
        await visit.drawn();
        deepEqual(await lost(visit), [], `${page}, spaced inside too: text that is lost`);
      }
    },
    faults: [
      {
        what: 'elements set their own spacing',
        plant: () => globalThis.a11y.style('.base{letter-spacing:normal;word-spacing:normal}'),
      },
      {
        what: 'titles have a fixed height',
        plant: () =>
          globalThis.a11y.style('[part=title]{block-size:1.3em!important;overflow:hidden!important}'),
      },
    ],
  },
];
