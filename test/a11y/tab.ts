import type { Preference } from './visit.ts';

/** A place in the window, in CSS pixels. */
export interface Place {
  x: number;
  y: number;
}

/** A part of the document, in CSS pixels from its corner. */
export interface Clip extends Place {
  width: number;
  height: number;
}

/** A function that runs in the page: it can use nothing from outside. */
export type Look = (...args: never[]) => unknown;

/** How a driver opens a page. */
export interface TabOptions {
  /** Of the window, in CSS pixels. */
  width: number;
  height: number;
  prefers?: Preference | undefined;
  /** Sources that run before the page's own scripts, in each document that it becomes. */
  scripts: readonly string[];
}

/** What can be done with a page in any browser; arguments and results are what JSON can say. */
export interface Tab {
  /** Runs a function or the text of a script in the page, and waits for what it promises. */
  evaluate(look: Look | string, args?: readonly unknown[]): Promise<unknown>;
  /** Whether `condition` came to hold in time, in this document or in one that took its place. */
  holds(condition: Look, patienceMs: number, args?: readonly unknown[]): Promise<boolean>;
  /** Presses a key ("Tab", "s", "+"), or one while others are held ("Alt+ArrowDown"). */
  press(combination: string): Promise<void>;
  /** Types letter by letter. */
  type(text: string, pauseMs: number): Promise<void>;
  click(at: Place): Promise<void>;
  /** Turns the wheel over a place, down by so many pixels. */
  wheel(at: Place, down: number): Promise<void>;
  /** A picture of what is in view, PNG in base64. */
  picture(clip: Clip): Promise<string>;
  /** Goes back in the tab's history; the page may still be coming when this is done. */
  back(): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  /** Lines that the page wrote to the console. */
  console(): Promise<string[]>;
  /** Whether the browser's accessibility tree has something of this role and name. */
  offers(role: string, name: string): Promise<boolean>;
  /** Ends the page and all that it kept. */
  close(): Promise<void>;
}

/** Thrown where a browser has no such thing: a point that needs it does not apply there. */
export class CannotBeAsked extends Error {}

/** What a key combination holds down, and the key that is pressed then. */
export function keysOf(combination: string): { held: string[]; key: string } {
  const held = combination.length > 1 ? combination.split('+') : [combination];
  return { key: held.pop()!, held };
}
