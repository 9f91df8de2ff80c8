import { deepEqual, ok } from 'node:assert/strict';
import { EVERY_PAGE, type Point } from '../point.ts';

/** Selector of what a resident operates inside elements and on the endpoint's own page. */
const CONTROLS = 'a[href],button,input:not([type=hidden]),select,textarea,summary';

/** Names of fields, buttons and links. */
export const names: readonly Point[] = [
  {
    number: 1,
    text: 'Every field has a label that one sees, and that label is its name',
    rgaa: ['11.1'],
    wcag: ['3.3.2', '1.3.1', '4.1.2'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page);
        const unlabelled = await visit.run(() =>
          globalThis.a11y
            .all<HTMLInputElement>('input:not([type=hidden]),select,textarea')
            .filter((field) => globalThis.a11y.shown(field))
            .filter((field) => ![...(field.labels ?? [])].some((label) => globalThis.a11y.words(label)))
            .map((field) => `${field.localName}#${field.id}`),
        );
        deepEqual(unlabelled, [], `${page}: fields without a label that one sees`);
        const label = page === 'board' ? 'Commune ou code postal' : 'Où';
        const role = page === 'board' ? 'textbox' : 'combobox';
        ok(await visit.tab.offers(role, label), `${page}: the browser tells of no ${role} "${label}"`);
      }
    },
    faults: [
      {
        what: 'labels name no field',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const label of root.querySelectorAll('label[for]')) label.removeAttribute('for');
          }),
      },
      {
        what: 'labels are hidden, placeholders take their place',
        plant: () =>
          globalThis.a11y.style(
            'label{position:absolute!important;inline-size:1px!important;block-size:1px!important;overflow:hidden!important}',
          ),
      },
    ],
  },
  {
    number: 2,
    text: 'The name of a control holds the words that stand on it',
    rgaa: ['6.1', '11.9'],
    wcag: ['2.5.3'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page, page === 'saint-omer' ? { insert: ['town-jobs-map'] } : {});
        if (page === 'saint-omer') await visit.shows('[part=bubble]');
        const wrong = await visit.run((controls) => {
          const plain = (text: string) =>
            text
              .toLowerCase()
              .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
              .trim();
          return globalThis.a11y
            .all(controls)
            .filter((control) => control.hasAttribute('aria-label') && globalThis.a11y.shown(control))
            .map((control) => [plain(globalThis.a11y.words(control)), plain(globalThis.a11y.name(control))])
            .filter(
              ([seen, name]) => seen && !seen.split(' ').every((word) => name!.split(' ').includes(word)),
            );
        }, CONTROLS);
        deepEqual(wrong, [], `${page}: what is seen is not in the name`);
      }
    },
    faults: [
      {
        what: 'the button "Rechercher" is called "OK"',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            root.querySelector('[part=submit]')?.setAttribute('aria-label', 'OK');
          }),
      },
      {
        what: 'a bubble is called by its commune alone',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const bubble of root.querySelectorAll('[part=bubble]')) {
              bubble.setAttribute('aria-label', bubble.getAttribute('aria-label')!.replace(/,.*/, ''));
            }
          }),
      },
    ],
  },
  {
    number: 18,
    text: 'No two offers have the same link name; each name says the job and tells it from its like',
    rgaa: ['6.1'],
    wcag: ['2.4.4'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page, page === 'board' ? { query: '?q=agent' } : { query: '?jobs-q=agent' });
        const found = await visit.run(() => {
          const links = globalThis.a11y.all<HTMLAnchorElement>('[part=card] a[href], ul.offers a[href]');
          const seen = new Map<string, string>();
          const same: string[] = [];
          for (const link of links) {
            const name = globalThis.a11y.name(link);
            if ((seen.get(name) ?? link.href) !== link.href) same.push(name);
            seen.set(name, link.href);
          }
          return {
            same,
            vague: [...seen.keys()].filter(
              (name) =>
                name.length < 4 ||
                /^(en savoir plus|lire( la suite)?|voir( plus)?|ici|détails?)$/i.test(name),
            ),
            many: links.length,
          };
        });
        ok(found.many > 1, `${page}: there are no offers to compare`);
        deepEqual(found.same, [], `${page}: links with one name lead to different offers`);
        deepEqual(found.vague, [], `${page}: links that say nothing of the offer`);
      }
    },
    faults: [
      {
        what: 'links carry the title alone',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const context of root.querySelectorAll('[part=link] > .hidden')) context.textContent = '';
          }),
      },
      {
        what: 'every link is called "En savoir plus"',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const link of root.querySelectorAll('[part=link]'))
              link.setAttribute('aria-label', 'En savoir plus');
          }),
      },
    ],
  },
  {
    number: 19,
    text: 'Links stay in the tab; one that opens a window says so',
    rgaa: ['13.2'],
    wcag: ['3.2.2', '2.4.4'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page);
        const silent = await visit.run(() =>
          globalThis.a11y
            .all('a[target],form[target]')
            .filter((link) => !['', '_self', '_parent', '_top'].includes(link.getAttribute('target')!))
            .map((link) => `${globalThis.a11y.name(link)} ${link.getAttribute('title') ?? ''}`)
            .filter((name) => !/nouvel(le)? (onglet|fenêtre)/i.test(name)),
        );
        deepEqual(silent, [], `${page}: links open a window and do not say so`);
      }
    },
    faults: [
      {
        what: 'offers open in a new tab',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const link of root.querySelectorAll('[part=link]')) link.setAttribute('target', '_blank');
          }),
      },
    ],
  },
  {
    number: 20,
    text: 'Each offer names the site that its link leads to',
    rgaa: ['6.1', '7.4'],
    wcag: ['2.4.4'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page);
        const nameless = await visit.run(() =>
          globalThis.a11y
            .all('[part=card], ul.offers > li')
            .map((card) => globalThis.a11y.words(card))
            .filter((words) => !/\bsur \p{Lu}/u.test(words)),
        );
        deepEqual(nameless, [], `${page}: offers that do not say where their link leads`);
      }
    },
    faults: [
      {
        what: 'the partner is not shown',
        plant: () => globalThis.a11y.style('[part=partner]{display:none!important}'),
      },
    ],
  },
];
