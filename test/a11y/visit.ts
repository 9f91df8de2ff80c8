import { AssertionError } from 'node:assert';
import type { Heard } from './in-page.ts';
import type { Look, Tab } from './tab.ts';

/** The demo's pages, and the board's own page from the endpoint. */
export type PageName = 'saint-omer' | 'pessac' | 'bordeaux' | 'une-balise' | 'clean' | 'board';

/** What the resident's system asks of pages. */
export type Preference = 'dark' | 'forced-colors' | 'reduced-motion';

/** How a page is opened. */
export interface Opening {
  /** Of the window, in CSS pixels; 1280 by 900 without it. */
  width?: number;
  height?: number;
  prefers?: Preference;
  /** "?jobs-q=agent" */
  query?: string;
  /** Elements to put before the list once the page is there ("town-jobs-map"). */
  insert?: readonly string[];
  /** Selector of what is waited for, the first offer by default; an empty one waits for nothing. */
  until?: string;
  /** Runs in the page before its own scripts. */
  before?: () => void;
}

/** The first offer of a list that is drawn in full, in an element or on the endpoint's own page. */
export const FIRST_OFFER = '[part=list]:not(.skeleton) > [part=card], ul.offers > li';

/** A page in a browser, as a resident uses it: with keys, a pointer, eyes and ears. */
export class Visit {
  /** The page, as a driver knows it. */
  readonly tab: Tab;
  /** What is not there after so many milliseconds is missing. */
  patienceMs = 20_000;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  /** Runs a function in the page. */
  run<Args extends unknown[], Result>(
    look: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return this.tab.evaluate(look as Look, args) as Promise<Awaited<Result>>;
  }

  /** Waits until `condition` holds in the page; rejects with an `AssertionError` that says `what` is missing. */
  async until<Args extends unknown[]>(
    condition: (...args: Args) => unknown,
    what: string,
    ...args: Args
  ): Promise<void> {
    if (await this.tab.holds(condition as Look, this.patienceMs, args)) return;
    throw new AssertionError({ message: `${what} (waited ${this.patienceMs / 1000} s)` });
  }

  /** Waits until something that matches is shown. */
  async shows(selector: string, count = 1): Promise<void> {
    await this.until(
      (wanted, many) => globalThis.a11y.all(wanted).filter(globalThis.a11y.shown).length >= many,
      `nothing shown matches ${selector}`,
      selector,
      count,
    );
  }

  /** Presses keys one after the other ("Tab", "Shift+Tab", "Alt+ArrowDown") and lets the page answer each. */
  async press(...keys: string[]): Promise<void> {
    for (const combination of keys) {
      await this.tab.press(combination);
      await this.drawn();
    }
  }

  /** Types letter by letter. */
  async type(text: string, pauseMs = 0): Promise<void> {
    await this.tab.type(text, pauseMs);
    await this.drawn();
  }

  /** Gives the focus to the first shown element that matches, without a click. */
  async focus(selector: string): Promise<void> {
    await this.shows(selector);
    await this.run((wanted) => {
      globalThis.a11y.all(wanted).find(globalThis.a11y.shown)!.focus();
    }, selector);
    await this.drawn();
  }

  /** Waits two frames: what happened is rendered then. */
  async drawn(): Promise<void> {
    await this.run(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  /** What live regions said since the last call of `hush`. */
  heard(): Promise<Heard[]> {
    return this.run(() => globalThis.a11y.heard);
  }

  /** Forgets what was said. */
  hush(): Promise<void> {
    return this.run(() => void (globalThis.a11y.heard.length = 0));
  }

  /** Waits until a live region says something that the pattern matches. */
  async hears(pattern: RegExp): Promise<void> {
    await this.until(
      (source) => globalThis.a11y.heard.some(({ text }) => new RegExp(source, 'i').test(text)),
      `no live region said ${pattern}`,
      pattern.source,
    );
  }

  /** Ends the page and all that it kept. */
  close(): Promise<void> {
    return this.tab.close();
  }
}
