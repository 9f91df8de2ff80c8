import { CRITERIA, parseCriterion, type Criterion } from '../board/criteria.ts';
import type { Criteria } from '../board/state.ts';
import { tell } from '../shared/console.ts';
import { COUNTER, ELEMENTS, nameOf, own } from './settings.ts';

/** What a webmaster wrote on the elements of one search. */
export interface Presets {
  readonly criteria: Criteria;
  /** The criteria that residents cannot change, with their value. */
  readonly locked: Criteria;
  /** False where an element says `url="off"`: the address of the page is left alone. */
  readonly isInAddress: boolean;
}

/** Collects the presets of a search from every element of its name, the first in the document winning. */
export function collectPresets(name: string): Presets {
  const criteria: Criteria = {};
  const keys = new Set<Criterion>();
  let isInAddress = true;

  for (const element of document.querySelectorAll(ELEMENTS)) {
    if (element.localName === COUNTER || nameOf(element) !== name) continue;
    for (const [key, value] of Object.entries(ownCriteria(element))) {
      if (!Object.hasOwn(criteria, key)) Object.assign(criteria, { [key]: value });
    }
    for (const key of lockedBy(element)) keys.add(key);
    if (element.getAttribute('url') === 'off') isInAddress = false;
  }

  const locked: Record<string, unknown> = {};
  for (const key of keys) locked[key] = criteria[key];
  return { criteria, locked, isInAddress };
}

/** The criteria that stand on an element as attributes; values that make no sense are told and passed over. */
export function ownCriteria(element: Element): Criteria {
  const criteria: Record<string, unknown> = {};
  for (const key of CRITERIA) {
    const text = key === 'page' ? undefined : own(element, key);
    if (text === undefined) continue;
    const value = parseCriterion(key, text);
    if (value === undefined) tell('badCriterion', key, text);
    else criteria[key] = value;
  }
  return criteria;
}

function lockedBy(element: Element): Criterion[] {
  const locked: Criterion[] = [];
  for (const word of (own(element, 'locked') ?? '').split(/[\s,]+/)) {
    if ((CRITERIA as readonly string[]).includes(word)) locked.push(word as Criterion);
    else if (word) tell('badLock', word);
  }
  return locked;
}
