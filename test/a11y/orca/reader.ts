import { AssertionError } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import type { Visit } from '../visit.ts';
import type { Desktop } from './desktop.ts';
import type { Speech } from './speech.ts';

/** What was done, and what was said after it. */
export interface Moment {
  /** A key ("Tab"), or what happened ("The page comes"). */
  act: string;
  said: string[];
}

/** What is not said after so long is not said. */
const PATIENCE_MS = 15_000;
/** Somebody who listens goes on when nothing was said for so long. */
const SILENCE_MS = 700;
const LOOK_MS = 50;

/** Somebody who cannot see the page: presses keys and listens. */
export class Reader {
  /** All so far, in order. */
  readonly moments: Moment[] = [];
  readonly #desktop: Desktop;
  readonly #speech: Speech;
  #from = 0;

  constructor(desktop: Desktop, speech: Speech) {
    this.#desktop = desktop;
    this.#speech = speech;
  }

  /** Notes that something begins; what is said from here on belongs to it. */
  begin(act: string): void {
    this.#collect();
    this.moments.push({ act, said: [] });
  }

  /** Presses keys one after the other and listens to each until there is silence. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.begin(key);
      await this.#desktop.press(key);
      await this.listen();
    }
  }

  /** Types letters at a steady pace. */
  async type(text: string): Promise<void> {
    this.begin(`« ${text} »`);
    await this.#desktop.press(...text);
    await this.listen();
  }

  /** Presses Tab, or another key, until what matches has the focus. */
  async goTo(visit: Visit, selector: string, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      await this.press(key);
      if (await visit.run((wanted) => !!globalThis.a11y.focused()?.matches(wanted), selector)) return;
    }
    throw new AssertionError({ message: `80 times ${key} do not lead to ${selector}` });
  }

  /** Waits until a text was said since the last act; rejects with what was said in its place. */
  async hears(wanted: string | RegExp): Promise<void> {
    const began = Date.now();
    while (!this.#has(wanted)) {
      if (Date.now() - began > PATIENCE_MS) {
        const said = this.moments.at(-1)?.said.join(' / ') || 'nothing';
        throw new AssertionError({
          message: `after ${this.moments.at(-1)?.act} "${String(wanted)}" is not said; said was: ${said}`,
        });
      }
      await pause(LOOK_MS);
    }
    await this.listen();
  }

  /** Waits until nothing is said any more. */
  async listen(): Promise<void> {
    let heard = -1;
    let since = Date.now();
    while (Date.now() - since < SILENCE_MS) {
      if (heard !== this.#speech.said.length) {
        heard = this.#speech.said.length;
        since = Date.now();
      }
      await pause(LOOK_MS);
    }
    this.#collect();
  }

  #has(wanted: string | RegExp): boolean {
    this.#collect();
    const said = simple(this.moments.at(-1)?.said.join(' ') ?? '');
    return typeof wanted === 'string' ? said.includes(simple(wanted)) : wanted.test(said);
  }

  #collect(): void {
    const { said } = this.#speech;
    this.moments.at(-1)?.said.push(...said.slice(this.#from));
    this.#from = said.length;
  }
}

/** A text without what a screen reader is free to say in its own way: spaces before commas, points, non-breaking spaces. */
function simple(text: string): string {
  return text
    .replaceAll(/[\s.]+/g, ' ')
    .replaceAll(' ,', ',')
    .trim();
}
