import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Point } from '../point.ts';
import type { Visit } from '../visit.ts';

const WORDS = '#words';

/** Types into the box "job or keyword" and waits for suggestions. */
async function suggestions(visit: Visit, text = 'serv'): Promise<void> {
  await visit.focus(WORDS);
  await visit.type(text);
  await visit.until(
    () =>
      globalThis.a11y.all('#words-list [role=option]').length > 0 &&
      globalThis.a11y.all('#words')[0]!.getAttribute('aria-expanded') !== null,
    'no suggestion came for what was typed',
  );
}

/** What assistive technology is told of the box, and what is true. */
function told(visit: Visit) {
  return visit.run(() => {
    const [box] = globalThis.a11y.all<HTMLInputElement>('#words');
    const root = box!.getRootNode() as ShadowRoot;
    const list = root.getElementById(box!.getAttribute('aria-controls') ?? '');
    const id = box!.getAttribute('aria-activedescendant');
    const active = id ? root.getElementById(id) : null;
    const options = globalThis.a11y.all('#words-list [role=option]');
    const selected = options.filter((option) => option.getAttribute('aria-selected') === 'true');
    const frame = list?.getBoundingClientRect();
    const place = active?.getBoundingClientRect();
    return {
      role: box!.getAttribute('role'),
      value: box!.value,
      caret: [box!.selectionStart, box!.selectionEnd],
      expanded: box!.getAttribute('aria-expanded'),
      controls: list?.getAttribute('role') ?? null,
      open: !!list && globalThis.a11y.shown(list) && options.length > 0,
      id,
      active: active ? options.indexOf(active) : -1,
      activeRole: active?.getAttribute('role') ?? null,
      activeSeen:
        !!place &&
        globalThis.a11y.shown(active!) &&
        place.top >= frame!.top - 1 &&
        place.bottom <= frame!.bottom + 1,
      selected: selected.map((option) => options.indexOf(option)),
      options: options.map((option) => option.firstElementChild?.textContent ?? option.textContent),
      focused: globalThis.a11y.focused() === box,
    };
  });
}

/** Counts searches that the page hears of. */
function listenToSearches(): void {
  const asked: (string | undefined)[] = [];
  Object.assign(globalThis, { asked });
  addEventListener('town-jobs-search', (event) => {
    asked.push((event as unknown as { criteria: { q?: string } }).criteria.q);
  });
}
const searches = (visit: Visit) =>
  visit.run(() => (globalThis as unknown as { asked: (string | undefined)[] }).asked);

/** The search box with suggestions, after the W3C's "editable combobox with list autocomplete". */
export const combobox: readonly Point[] = [
  {
    number: 3,
    text: 'The box says that it is a combobox, open or closed, and of which list, after each key',
    rgaa: ['7.1'],
    wcag: ['4.1.2'],
    async check({ open }) {
      for (const page of ['saint-omer', 'une-balise'] as const) {
        const visit = await open(page);
        const consistent = async (after: string) => {
          const { role, expanded, controls, open: isOpen } = await told(visit);
          equal(role, 'combobox', `${page}: the box has the role ${role} after ${after}`);
          equal(expanded, String(isOpen), `${page}: aria-expanded is ${expanded} after ${after}`);
          equal(controls, 'listbox', `${page}: aria-controls leads to ${controls} after ${after}`);
        };
        await consistent('the page came');
        await suggestions(visit);
        await consistent('typing');
        for (const key of [
          'ArrowDown',
          'ArrowUp',
          'Escape',
          'Alt+ArrowDown',
          'Alt+ArrowUp',
          'ArrowDown',
          'Tab',
        ]) {
          await visit.press(key);
          await consistent(key);
        }
      }
    },
    faults: [
      {
        what: 'aria-expanded stays false',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const box of root.querySelectorAll('[aria-expanded=true][role=combobox]')) {
              box.setAttribute('aria-expanded', 'false');
            }
          }),
      },
      {
        what: 'aria-controls names nothing',
        plant: () =>
          globalThis.a11y.everyRoot((root) =>
            root.querySelector('#words')?.setAttribute('aria-controls', 'gone'),
          ),
      },
    ],
  },
  {
    number: 4,
    text: 'The active suggestion is one that is on the screen; there is none before an arrow key',
    rgaa: ['7.1'],
    wcag: ['4.1.2'],
    async check({ open }) {
      const visit = await open('saint-omer');
      await suggestions(visit);
      equal((await told(visit)).id, null, 'a suggestion is active before an arrow key');
      const { options } = await told(visit);
      for (const index of [...options.keys(), 0]) {
        await visit.press('ArrowDown');
        const state = await told(visit);
        equal(state.activeRole, 'option', `aria-activedescendant "${state.id}" is no suggestion`);
        equal(state.active, index, `suggestion ${state.active} is active in place of ${index}`);
        ok(state.activeSeen, `the active suggestion ${index} is not on the screen`);
      }
    },
    faults: [
      {
        what: 'suggestions have other ids than the box says',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const option of root.querySelectorAll('[role=option]:not([id$=x])')) option.id += 'x';
          }),
      },
      {
        what: 'the list does not scroll to the active suggestion',
        plant: () => {
          Element.prototype.scrollIntoView = () => {};
          globalThis.a11y.style('[role=listbox]{max-block-size:60px!important}');
        },
      },
    ],
  },
  {
    number: 5,
    text: 'Every key of the pattern does what it must: arrows, Alt, Escape twice, Home and End in the text',
    rgaa: ['7.3'],
    wcag: ['2.1.1'],
    async check({ open }) {
      const visit = await open('saint-omer');
      await suggestions(visit);
      const last = (await told(visit)).options.length - 1;
      for (const [key, index] of [
        ['ArrowDown', 0],
        ['ArrowUp', last],
        ['ArrowDown', 0],
        ['ArrowDown', Math.min(1, last)],
      ] as const) {
        await visit.press(key);
        equal((await told(visit)).active, index, `${key} leads to another suggestion`);
      }
      for (const [key, caret] of [
        ['Home', 0],
        ['End', 4],
        ['ArrowLeft', 3],
        ['ArrowRight', 4],
      ] as const) {
        await visit.press('ArrowDown', key);
        const state = await told(visit);
        deepEqual(state.caret, [caret, caret], `${key} does not move in the text`);
        equal(state.id, null, `${key} leaves a suggestion active`);
      }
      await visit.press('Escape');
      let state = await told(visit);
      deepEqual([state.open, state.value], [false, 'serv'], 'Escape does not close alone');
      await visit.press('Alt+ArrowDown');
      state = await told(visit);
      deepEqual([state.open, state.id], [true, null], 'Alt+Down does not open without a choice');
      await visit.press('Alt+ArrowUp');
      equal((await told(visit)).open, false, 'Alt+Up does not close');
      await visit.press('ArrowDown');
      await visit.until(
        () => globalThis.a11y.all('#words')[0]!.hasAttribute('aria-activedescendant'),
        'Down does not open at the first suggestion',
      );
      await visit.press('Escape', 'Escape');
      state = await told(visit);
      deepEqual([state.value, state.focused], ['', true], 'a second Escape does not clear');
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
        what: 'Home and End go through the suggestions',
        plant: () =>
          addEventListener(
            'keydown',
            (event) => {
              if (event.key === 'Home' || event.key === 'End') event.preventDefault();
            },
            true,
          ),
      },
    ],
  },
  {
    number: 6,
    text: 'What is typed is echoed: nothing becomes active or is filled in by itself',
    rgaa: ['7.1'],
    wcag: ['4.1.2', '3.3.2'],
    async check({ open }) {
      const visit = await open('saint-omer');
      await visit.run(() => {
        const [box] = globalThis.a11y.all('#words');
        const actives: string[] = [];
        Object.assign(globalThis, { actives });
        new MutationObserver(() => {
          const active = box!.getAttribute('aria-activedescendant');
          if (active) actives.push(active);
        }).observe(box!, { attributes: true });
      });
      let typed = '';
      await visit.focus(WORDS);
      for (const letter of 'serv') {
        typed += letter;
        await visit.type(letter);
        const { value, caret } = await told(visit);
        deepEqual([value, caret], [typed, [typed.length, typed.length]], 'the box holds another text');
      }
      await visit.shows('#words-list [role=option]');
      await visit.drawn();
      const { value, id } = await told(visit);
      deepEqual([value, id], [typed, null], 'the box changes when suggestions come');
      const actives = await visit.run(() => (globalThis as unknown as { actives: string[] }).actives);
      deepEqual(actives, [], 'a suggestion became active by itself');
    },
    faults: [
      {
        what: 'the first suggestion is active from the start',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            const box = root.querySelector('#words:not([aria-activedescendant])');
            if (root.querySelector('#words-0')) box?.setAttribute('aria-activedescendant', 'words-0');
          }),
      },
      {
        what: 'the first suggestion is completed in the box',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            const option = root.querySelector('#words-0')?.firstElementChild;
            const box = root.querySelector<HTMLInputElement>('#words');
            if (option && box && !box.value.includes('serveu')) box.value = option.textContent!;
          }),
      },
    ],
  },
  {
    number: 7,
    text: 'Enter searches for the text; with an active suggestion it fills that in and does not search',
    rgaa: ['7.3', '7.4'],
    wcag: ['2.1.1', '3.2.2'],
    async check({ open }) {
      const visit = await open('saint-omer', { before: listenToSearches });
      await suggestions(visit);
      await visit.press('ArrowDown');
      const { options } = await told(visit);
      await visit.press('Enter');
      const state = await told(visit);
      deepEqual([state.value, state.open, state.id], [options[0], false, null], 'Enter does not fill in');
      deepEqual(await searches(visit), [], 'Enter on a suggestion searches at once');
      await visit.press('Escape');
      await suggestions(visit);
      await visit.press('Enter');
      deepEqual(await searches(visit), ['serv'], 'Enter does not search for the text');
      equal((await told(visit)).open, false, 'the list stays open after the search');
    },
    faults: [
      {
        what: 'Enter always searches',
        plant: () =>
          addEventListener(
            'keydown',
            (event) => {
              const [box] = event.composedPath() as [HTMLElement];
              if (event.key === 'Enter' && box.id === 'words') event.stopImmediatePropagation();
            },
            true,
          ),
      },
      {
        what: 'Enter never searches',
        plant: () =>
          addEventListener('keydown', (event) => {
            if (event.key === 'Enter') event.preventDefault();
          }),
      },
    ],
  },
  {
    number: 8,
    text: 'The list closes with Escape, when the focus leaves and on a click outside; the box keeps the focus',
    rgaa: ['10.13'],
    wcag: ['1.4.13'],
    async check({ open }) {
      const visit = await open('saint-omer');
      await suggestions(visit);
      await visit.press('Escape');
      let state = await told(visit);
      deepEqual([state.open, state.focused], [false, true], 'Escape does not close, or takes the focus away');
      await visit.press('ArrowDown');
      await visit.until(
        () => globalThis.a11y.all('#words')[0]!.hasAttribute('aria-activedescendant'),
        'the list does not open again',
      );
      await visit.press('Tab');
      equal((await told(visit)).open, false, 'the list stays open when the focus leaves');

      await visit.focus(WORDS);
      await visit.press('ArrowDown');
      const place = await visit.run(() => {
        const [option] = globalThis.a11y.all('#words-0');
        const { x, y, width, height } = option!.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await visit.tab.click(place);
      await visit.drawn();
      state = await told(visit);
      deepEqual([state.open, state.focused], [false, true], 'a click on a suggestion takes the focus away');

      await visit.press('Escape');
      await suggestions(visit);
      const title = await visit.run(() => {
        const { x, y } = document.querySelector('h1')!.getBoundingClientRect();
        return { x: x + 5, y: y + 5 };
      });
      await visit.tab.click(title);
      await visit.drawn();
      equal((await told(visit)).open, false, 'the list stays open after a click outside');
    },
    faults: [
      {
        what: 'nothing listens to the loss of the focus',
        plant: () => addEventListener('blur', (event) => event.stopImmediatePropagation(), true),
      },
      {
        what: 'a press on the list takes the focus',
        plant: () => addEventListener('mousedown', (event) => event.stopImmediatePropagation(), true),
      },
    ],
  },
  {
    number: 9,
    text: 'The list of suggestions has a name and holds suggestions alone, with no control in them',
    rgaa: ['7.1'],
    wcag: ['1.3.1', '4.1.2'],
    async check({ open }) {
      const visit = await open('une-balise');
      await suggestions(visit);
      const list = await visit.run(() => {
        const [found] = globalThis.a11y.all('#words-list');
        return {
          name: found!.getAttribute('aria-label'),
          others: [...found!.children].filter((child) => child.getAttribute('role') !== 'option').length,
          controls: found!.querySelectorAll('a,button,input,select,textarea,[tabindex]').length,
        };
      });
      ok(list.name, 'the list has no name');
      equal(list.others, 0, 'there is something else than suggestions in the list');
      equal(list.controls, 0, 'there is a control inside the list');
      ok(await visit.tab.offers('listbox', list.name), `the browser tells of no list "${list.name}"`);
    },
    faults: [
      {
        what: 'a button in a suggestion',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            const option = root.querySelector('[role=option]:not(:has(button))');
            option?.append(document.createElement('button'));
          }),
      },
      {
        what: 'the list has no name',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            root.querySelector('[role=listbox][aria-label]')?.removeAttribute('aria-label');
          }),
      },
    ],
  },
  {
    number: 10,
    text: 'At most one suggestion is selected, and it is the active one',
    rgaa: ['7.1'],
    wcag: ['4.1.2'],
    async check({ open }) {
      const visit = await open('saint-omer');
      await suggestions(visit);
      deepEqual((await told(visit)).selected, [], 'a suggestion is selected before an arrow key');
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
        await visit.press(key);
        const { selected, active } = await told(visit);
        deepEqual(selected, [active], `other suggestions than the active one are selected after ${key}`);
      }
    },
    faults: [
      {
        what: 'suggestions stay selected',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            for (const option of root.querySelectorAll('[role=option][aria-selected=true]')) {
              option.setAttribute('aria-selected', 'true');
              option.previousElementSibling?.setAttribute('aria-selected', 'true');
            }
          }),
      },
    ],
  },
  {
    number: 11,
    text: 'The number of suggestions is said once a pause, not once a key',
    rgaa: ['7.5'],
    wcag: ['4.1.3'],
    async check({ open }) {
      const visit = await open('saint-omer');
      await visit.focus(WORDS);
      await visit.hush();
      for (const [part, pauses] of [
        ['serv', 1],
        ['eu', 2],
      ] as const) {
        await visit.type(part, 60);
        await visit.until(
          (wanted) => globalThis.a11y.heard.filter(({ text }) => /suggestion/i.test(text)).length >= wanted,
          'the number of suggestions is not said',
          pauses,
        );
        const said = (await visit.heard()).filter(({ text }) => /suggestion/i.test(text));
        equal(said.length, pauses, `said in ${pauses} pause(s): ${said.map(({ text }) => text).join('; ')}`);
        const { options } = await told(visit);
        ok(
          said.at(-1)!.text.startsWith(options.length ? String(options.length) : 'Aucune'),
          `${options.length} suggestions are said as "${said.at(-1)!.text}"`,
        );
      }
    },
    faults: [
      {
        what: 'each key says the number again',
        plant: () =>
          addEventListener(
            'input',
            (event) => {
              const [box] = event.composedPath() as [HTMLElement];
              const region = (box.getRootNode() as ShadowRoot).querySelector('p[role=status]:last-child');
              region?.append(' 3 suggestions');
            },
            true,
          ),
      },
      {
        what: 'nothing is said',
        plant: () =>
          globalThis.a11y.everyRoot((root) => {
            root.querySelector('form p.hidden[role=status]')?.removeAttribute('role');
          }),
      },
    ],
  },
];
