import type { Proxy } from '../kit/proxy.ts';
import type { Opening, PageName, Visit } from './visit.ts';

/** Something that must hold for residents with a disability, and how one sees that it does. */
export interface Point {
  /** Its number in the list of points; results keep it for ever. */
  number: number;
  /** What must hold, in a line. */
  text: string;
  /** Criteria of RGAA 4.1 ("11.1"). */
  rgaa: readonly string[];
  /** Success criteria of WCAG 2.2 ("3.3.2"). */
  wcag: readonly string[];
  /** Parts that it is about; where the product has none of them, the point does not apply. Any one will do. */
  needs?: readonly string[];
  /** Rejects with an `AssertionError` that says what does not hold, and where. */
  check(at: Surroundings): Promise<void>;
  /** Faults that the check must see, planted one at a time. */
  faults: readonly Fault[];
}

/** A fault as a careless change would bring it. */
export interface Fault {
  what: string;
  /** Runs in the page before its own scripts; `a11y` is there. It can use nothing else from outside. */
  plant(): void;
}

/** What a check looks at. */
export interface Surroundings {
  /** Opens a page anew and waits for its first offer, unless told otherwise. */
  open(page: PageName, opening?: Opening): Promise<Visit>;
  /** Stands before the endpoint and can misbehave; calm at the start of each check. */
  proxy: Proxy;
}

/** Pages that a town's webmaster wrote, and the endpoint's own, without JavaScript. */
export const EVERY_PAGE: readonly PageName[] = ['saint-omer', 'pessac', 'bordeaux', 'une-balise', 'board'];

/** Success criteria that are new in WCAG 2.2: EN 301 549 V3.2.1, the edition in force, has no clause for them. */
const NEW_IN_22 = new Set([
  '2.4.11',
  '2.4.12',
  '2.4.13',
  '2.5.7',
  '2.5.8',
  '3.2.6',
  '3.3.7',
  '3.3.8',
  '3.3.9',
]);

/** Clauses of EN 301 549 V3.2.1 for success criteria of WCAG: chapter 9 repeats their numbers. */
export function clausesOf(wcag: readonly string[]): string[] {
  return wcag.filter((number) => !NEW_IN_22.has(number)).map((number) => `9.${number}`);
}
