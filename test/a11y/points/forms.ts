import { deepEqual, equal, ok } from 'node:assert/strict';
import { EVERY_PAGE, type Point } from '../point.ts';

/** Forms: what they ask for, what they say of errors, and what they must not do. */
export const forms: readonly Point[] = [
  {
    number: 32,
    text: 'What a form needs is said in words, and fields about a person can be filled in by the browser',
    rgaa: ['11.1', '11.10', '11.13'],
    wcag: ['3.3.2', '1.3.5'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page);
        const wrong = await visit.run(() => {
          const told = (field: HTMLInputElement) =>
            [...(field.labels ?? [])].map(({ textContent }) => textContent).join(' ') +
            (field.closest('fieldset')?.querySelector('legend')?.textContent ?? '');
          const fields = globalThis.a11y.all<HTMLInputElement>('input:not([type=hidden]),select,textarea');
          const needed = fields.filter((field) => field.required || field.ariaRequired === 'true');
          const personal = fields.filter(
            (field) => /^(email|tel)$/.test(field.type) || /mail|phone|prenom|nom$/i.test(field.name),
          );
          return [
            ...needed
              .filter((field) => !/obligatoire/i.test(told(field)))
              .map((field) => `needed, not said: ${field.id}`),
            ...personal
              .filter(
                (field) => !/^(email|tel|name|(given|family)-name|organization)/.test(field.autocomplete),
              )
              .map((field) => `personal, no autocomplete: ${field.id}`),
          ];
        });
        deepEqual(wrong, [], `${page}: fields that do not say what they need`);
      }
    },
    faults: [
      {
        what: 'the words are needed, and it is not said',
        plant: () =>
          globalThis.a11y.everyRoot((root) => root.querySelector('#words, #q')?.setAttribute('required', '')),
      },
      {
        what: 'an address for e-mail that the browser cannot fill in',
        plant: () =>
          globalThis.a11y.everyRoot((root) => root.querySelector('#where')?.setAttribute('type', 'email')),
      },
    ],
  },
  {
    number: 33,
    text: 'An input that is not understood is told in words, with what was done instead, and is kept',
    rgaa: ['11.10', '11.11'],
    wcag: ['3.3.1', '3.3.3'],
    async check({ open }) {
      const visit = await open('saint-omer');
      await visit.focus('#where');
      await visit.type('Zzyzx');
      await visit.hush();
      await visit.press('Enter');
      await visit.hears(/Zzyzx.*pas un lieu connu/);
      const after = await visit.run(() => ({
        kept: globalThis.a11y.all<HTMLInputElement>('#where')[0]!.value,
        focused: globalThis.a11y.focused()?.id,
        shown: globalThis.a11y.words(globalThis.a11y.all('[part=count].count')[0]!),
      }));
      equal(after.kept, 'Zzyzx', 'what was typed is gone');
      equal(after.focused, 'where', 'the focus left the field');
      ok(/voici/.test(after.shown), `it is not said what is shown instead: "${after.shown}"`);

      const board = await open('board', { query: '?place=Zzyzx' });
      const text = await board.run(() => ({
        said: globalThis.a11y.words(document.querySelector('main')!),
        kept: document.querySelector<HTMLInputElement>('#place')!.value,
      }));
      ok(/Zzyzx/.test(text.said), 'the page without JavaScript does not tell the unknown place');
      equal(text.kept, 'Zzyzx', 'the page without JavaScript forgets what was typed');
    },
    faults: [
      {
        what: 'a form empties its fields',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            if (!/offre/.test(root.querySelector('[part=count]')?.textContent ?? '')) return;
            if (!/pas un lieu/.test(root.querySelector('[part=count]')!.textContent!)) return;
            globalThis.a11y.all<HTMLInputElement>('#where')[0]!.value = '';
          }),
      },
      {
        what: 'the reason is not said',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            root.querySelector('[part=head] + [role=status]')?.removeAttribute('role');
          }),
      },
    ],
  },
  {
    number: 34,
    text: 'What is sent can be looked over before, and taken back by a mailed link',
    rgaa: ['11.12'],
    wcag: ['3.3.4'],
    needs: ['town-jobs-post', 'town-jobs-alert'],
    check: () => Promise.reject(new Error('Elements that send something exist: write this check.')),
    faults: [],
  },
  {
    number: 35,
    text: 'No puzzle stands before a form, and one can paste into every field',
    rgaa: ['1.3', '11.10'],
    wcag: ['3.3.8', '1.1.1'],
    async check({ open }) {
      for (const page of EVERY_PAGE) {
        const visit = await open(page);
        const found = await visit.run(() => {
          const fields = globalThis.a11y.all<HTMLInputElement>(
            'input:not([type=hidden],[type=checkbox],[type=radio]),textarea',
          );
          const closed = fields.filter((field) => {
            const clipboard = {
              clipboardData: new DataTransfer(),
              bubbles: true,
              cancelable: true,
              composed: true,
            };
            return !field.dispatchEvent(new ClipboardEvent('paste', clipboard));
          });
          return {
            puzzles: globalThis.a11y
              .all('iframe,form img,form canvas,form audio,[class*=captcha],[id*=captcha]')
              .map(({ localName }) => localName),
            closed: closed.map(({ id }) => id),
            fields: fields.length,
          };
        });
        ok(found.fields > 0, `${page}: there is no form`);
        deepEqual(found.puzzles, [], `${page}: a puzzle stands there`);
        deepEqual(found.closed, [], `${page}: one cannot paste into these`);
      }
    },
    faults: [
      {
        what: 'pasting is forbidden',
        plant: () => addEventListener('paste', (event) => event.preventDefault(), true),
      },
      {
        what: 'a puzzle in a frame',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            const form = root.querySelector('form:not(:has(iframe))');
            form?.append(document.createElement('iframe'));
          }),
      },
    ],
  },
];
