import { deepEqual, equal, ok } from 'node:assert/strict';
import { EVERY_PAGE, type Point } from '../point.ts';
import type { Visit } from '../visit.ts';

/** Keys that a page must leave to those who speak to their computer or use a screen reader. */
const SINGLE_KEYS = [...'abcdefghijklmnopqrstuvwxyz0123456789/?.', '+', '-'];

const inEnglish = () => globalThis.a11y.mark('lang', 'en');
const inPolish = () => globalThis.a11y.mark('lang', 'pl');
const fromTheRight = () => globalThis.a11y.mark('dir', 'rtl');
/** The first offer is in English, as a partner may say. */
const foreignOffer = () => {
  const ask = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const answer = await ask(input, init);
    if (!/\/offers\?/.test(input instanceof Request ? input.url : String(input))) return answer;
    const body = (await answer.json()) as { offers: { language?: string }[] };
    body.offers[0]!.language = 'en';
    return new Response(JSON.stringify(body), { status: answer.status, headers: answer.headers });
  };
};

/** Controls that stand above the one before them, element by element. */
function upwards(visit: Visit): Promise<string[]> {
  return visit.run(() => {
    const found: string[] = [];
    let last: { root: Node; box: DOMRect; name: string } | undefined;
    for (const control of globalThis.a11y.all('a[href],button,input,select,summary')) {
      if (!globalThis.a11y.shown(control) || control.matches('[part=bubble],.skip')) continue;
      const root = control.getRootNode();
      const box = control.getBoundingClientRect();
      const name = globalThis.a11y.name(control).slice(0, 40);
      if (root !== document && root === last?.root && box.bottom <= last.box.top)
        found.push(`"${name}" stands above "${last.name}"`);
      last = { root, box, name };
    }
    return found;
  });
}

/** Language, order, and keys that belong to the page. */
export const page: readonly Point[] = [
  {
    number: 44,
    text: "Texts are in the page's language or say in which; an offer in another one says so; the direction is the page's",
    rgaa: ['8.7', '8.8', '8.10'],
    wcag: ['3.1.2', '1.3.2'],
    async check({ open }) {
      const told = (visit: Visit) =>
        visit.run(() => {
          const [button] = globalThis.a11y.all('[part=submit]');
          const base = button!.closest('[part=base]')!;
          let lang: string | null = null;
          for (let at: Element | null = base; at && !lang;) {
            lang = at.getAttribute('lang');
            const root: Node = at.getRootNode();
            at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
          }
          return {
            text: globalThis.a11y.words(button!),
            lang,
            direction: getComputedStyle(base).direction,
          };
        });
      const english = await open('clean', { before: inEnglish });
      await english.until(
        () => globalThis.a11y.words(globalThis.a11y.all('[part=submit]')[0]!) === 'Search',
        'an English page has no English texts',
      );
      equal((await told(english)).lang, 'en', 'English texts are said to be in another language');

      const polish = await told(await open('clean', { before: inPolish }));
      equal(
        polish.text === 'Rechercher' ? 'fr' : 'en',
        polish.lang,
        `"${polish.text}" is said to be in "${polish.lang}"`,
      );

      const arabic = await told(await open('clean', { before: fromTheRight }));
      equal(arabic.direction, 'rtl', 'the direction of the page is not taken');

      const mixed = await open('clean', { before: foreignOffer });
      const lang = await mixed.run(
        () => globalThis.a11y.all('[part=link]')[0]!.querySelector('[lang]')?.getAttribute('lang') ?? null,
      );
      equal(lang, 'en', 'an English offer does not say its language');
    },
    faults: [
      {
        what: 'offers do not say their language',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const title of root.querySelectorAll('[part=link] [lang]')) title.removeAttribute('lang');
          }),
      },
      {
        what: 'texts do not say their language',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const base of root.querySelectorAll('[part=base][lang]')) base.removeAttribute('lang');
          }),
      },
      {
        what: 'the direction is fixed',
        plant: () => globalThis.a11y.style('.base{direction:ltr!important}'),
      },
    ],
  },
  {
    number: 45,
    text: 'Without styles, and without the map, all is there; what is read first stands first',
    rgaa: ['10.2', '10.3', '12.8'],
    wcag: ['1.3.1', '1.3.2', '2.4.3'],
    async check({ open, proxy }) {
      for (const name of EVERY_PAGE) {
        for (const width of [1280, 390]) {
          const visit = await open(name, { width });
          deepEqual(await upwards(visit), [], `${name}, ${width} pixels: the order of keys goes upwards`);
        }
        const bare = await open(name);
        // Of the same elements: more offers may still come.
        const text = () =>
          bare.run(() => {
            const kept = globalThis as unknown as { told?: HTMLElement[] };
            kept.told ??= globalThis.a11y
              .all('[part=count], [part=card], ul.offers > li, h2, label')
              .filter((one) => !one.closest('details:not([open])'));
            return kept.told.map((one) => globalThis.a11y.words(one));
          });
        const styled = await text();
        await bare.run(() => {
          for (const sheet of document.styleSheets) sheet.disabled = true;
          for (const element of globalThis.a11y.all('*')) {
            if (element.shadowRoot) {
              element.shadowRoot.adoptedStyleSheets = [];
              for (const style of element.shadowRoot.querySelectorAll('style')) style.remove();
            }
          }
        });
        await bare.drawn();
        const plain = await text();
        for (const [index, words] of styled.entries()) {
          const missing = words.split(' ').filter((word) => !plain[index]!.includes(word));
          deepEqual(missing, [], `${name} without styles: words that are gone`);
        }
      }
      proxy.fault('reset', { path: '/assets/map' });
      const mapless = await open('clean', { insert: ['town-jobs-map'] });
      ok((await mapless.run(() => globalThis.a11y.all('[part=card]').length)) > 0, 'no list without the map');
    },
    faults: [
      {
        what: 'the list runs upwards',
        plant: () =>
          globalThis.a11y.style(
            '[part=list]{display:flex!important;flex-direction:column-reverse!important}ul.offers{display:flex!important;flex-direction:column-reverse!important}',
          ),
      },
      {
        what: 'the pay is a matter of styles',
        plant: () => {
          globalThis.a11y.everyRoot((root) => {
            const line = root.querySelector<HTMLElement>('[part=card] [part=pay]:not([hidden])');
            if (!line || line.style.display) return;
            line.classList.add('told');
            line.hidden = true;
          });
          globalThis.a11y.style('.told{display:inline-flex!important}');
        },
      },
    ],
  },
  {
    number: 46,
    text: 'No single key is a shortcut, and twenty elements on a page have no id twice',
    rgaa: ['12.9', '12.10', '8.2'],
    wcag: ['2.1.2', '2.1.4', '4.1.2'],
    async check({ open }) {
      const visit = await open('saint-omer');
      const state = () =>
        visit.run(() => ({
          address: location.href,
          focus: globalThis.a11y.name(globalThis.a11y.focused() ?? document.body).slice(0, 60),
          open: globalThis.a11y.all('[aria-expanded=true], details[open], dialog[open]').length,
          offers: globalThis.a11y.all('[part=card]').length,
        }));
      for (const control of ['[part=link]', 'button[part=more]']) {
        await visit.focus(control);
        const before = await state();
        for (const key of SINGLE_KEYS) await visit.tab.press(key);
        await visit.drawn();
        deepEqual(await state(), before, `a single key does something while ${control} has the focus`);
      }
      await visit.focus('#words');
      for (let presses = 0; presses < 6; presses++) await visit.press('Tab');
      const left = await visit.run(() => globalThis.a11y.focused()?.id !== 'words');
      ok(left, 'Tab does not leave the search');

      const twenty = await open('clean');
      await twenty.run(() => {
        for (let count = 0; count < 20; count++) {
          const tag = ['town-jobs-search', 'town-jobs-results', 'town-jobs-counter', 'town-jobs-map'][
            count % 4
          ]!;
          const element = document.createElement(tag);
          element.setAttribute('search', `number${Math.floor(count / 4)}`);
          element.setAttribute('board', 'saint-omer');
          document.body.append(element);
        }
      });
      await twenty.shows('[part=list]', 5);
      const twice = await twenty.run(() => {
        const roots = [document, ...globalThis.a11y.all('*').flatMap(({ shadowRoot }) => shadowRoot ?? [])];
        return roots.flatMap((root) => {
          const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
          return ids.filter((id, index) => ids.indexOf(id) !== index);
        });
      });
      deepEqual(twice, [], 'ids that stand twice in one root');
    },
    faults: [
      {
        what: 'the key "s" leads to the search',
        plant: () =>
          addEventListener('keydown', ({ key }) => {
            if (key === 's') globalThis.a11y.all('#words')[0]?.focus();
          }),
      },
      {
        what: 'Tab stays in the box',
        plant: () =>
          addEventListener(
            'keydown',
            (event) => {
              if (event.key === 'Tab' && globalThis.a11y.focused()?.id === 'words') event.preventDefault();
            },
            true,
          ),
      },
      {
        what: 'two lines with one id',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const one of root.querySelectorAll('[part=head], [part=head] + p')) one.id = 'said';
          }),
      },
    ],
  },
];
