import { match } from 'node:assert/strict';
import type { Visit } from '../visit.ts';
import type { Reader } from './reader.ts';

/** A part of the way, and what must be heard on it. */
export interface Step {
  title: string;
  go(reader: Reader, visit: Visit): Promise<void>;
}

/** Visible words of the first element that matches. */
const words = (visit: Visit, selector: string) =>
  visit.run((wanted) => globalThis.a11y.words(globalThis.a11y.all(wanted)[0]!), selector);

/** The count sentence that is shown, once it is another than before. */
async function newCount(visit: Visit, before: string): Promise<string> {
  await visit.until(
    (old) => globalThis.a11y.words(globalThis.a11y.all('[part=count].count')[0]!) !== old,
    `the count is still "${before}"`,
    before,
  );
  return words(visit, '[part=count].count');
}

const COUNT = '[part=count].count';

/** From the box to an offer in full, with keys alone; what is heard is compared with what the page shows. */
export const journey: readonly Step[] = [
  {
    title: 'The box',
    async go(reader, visit) {
      await reader.goTo(visit, '#words');
      await reader.hears(/Métier ou mot-clé.*(combo|liste déroulante|zone de liste)/i);
    },
  },
  {
    title: 'Suggestions',
    async go(reader, visit) {
      await reader.type('serv');
      await reader.hears(/s e r v/);
      await reader.hears(/\d+ suggestions?/);
      await reader.press('Down');
      const option = await words(visit, '[role=option][aria-selected=true] > :first-child');
      await reader.hears(option);
      await reader.press('Return');
      await reader.hears(option);
    },
  },
  {
    title: 'The count',
    async go(reader, visit) {
      const all = await words(visit, COUNT);
      await reader.press('Return');
      const narrow = await newCount(visit, all);
      await reader.hears(narrow);
      await reader.goTo(visit, '#sort');
      await reader.press('Down');
      await reader.hears(narrow);
      await reader.goTo(visit, '#words', 'shift+Tab');
      await reader.press('ctrl+a', 'BackSpace', 'Return');
      await reader.hears(await newCount(visit, narrow));
    },
  },
  {
    title: 'A filter',
    async go(reader, visit) {
      await reader.goTo(visit, 'input[name=contract]:not(:disabled)');
      const name = await visit.run(() => globalThis.a11y.name(globalThis.a11y.focused()!));
      match(name, /\d+ offres?/);
      await reader.hears(name);
      for (const state of [/\bcoché/, /(non|dé)[ -]?coché/]) {
        const before = await words(visit, COUNT);
        await reader.press('space');
        await reader.hears(state);
        await reader.hears(await newCount(visit, before));
      }
    },
  },
  {
    title: 'See more',
    async go(reader, visit) {
      await reader.goTo(visit, 'button[part=more]:not(fieldset *)');
      await reader.hears(/Voir plus d’offres.*bouton/);
      await reader.press('Return');
      await visit.shows('[part=card]', 40);
      const title = await visit.run(() =>
        globalThis.a11y.words(globalThis.a11y.all('[part=link] > :first-child')[20]!),
      );
      await reader.hears(/20 offres ajoutées/);
      await reader.hears(title);
    },
  },
  {
    title: 'A card',
    async go(reader, visit) {
      const employer = await visit.run(() => {
        const card = globalThis.a11y.focused()!.closest('[part=card]')!;
        return globalThis.a11y.words(card.querySelector('[part=employer]')!).replace(/[, ]+$/, '');
      });
      await reader.press('Down');
      // With the pause that parts it from the place.
      await reader.hears(`${employer},`);
      await reader.press('Up');
    },
  },
  {
    title: 'An offer',
    async go(reader, visit) {
      const title = await visit.run(() =>
        globalThis.a11y.words(globalThis.a11y.focused()!.firstElementChild!),
      );
      await reader.press('Return');
      await visit.shows('[part=offer] [part=title]');
      await reader.hears(title);
      await reader.goTo(visit, '[part=apply]');
      const [apply] = (await words(visit, '[part=apply]')).split(' : ');
      await reader.hears(`${apply} : ${title}`);
      await reader.press('Escape');
      await reader.hears(title);
    },
  },
];
