import {
  CHOICES,
  CRITERIA,
  FACETS,
  parseCriterion,
  wordsOf,
  type Criterion,
  type Facet,
} from '../board/criteria.ts';
import type { Criteria } from '../board/state.ts';
import { tell } from '../shared/console.ts';
import { COUNTER, ELEMENTS, FILTERS, nameOf, own } from './settings.ts';

/** What a webmaster wrote on the elements of one search. */
export interface Presets {
  readonly criteria: Criteria;
  /** The criteria that residents cannot change, with their value. */
  readonly locked: Criteria;
  /** What its filters show. */
  readonly facets: ReadonlySet<Facet>;
  /** False where an element says `url="off"`: the address of the page is left alone. */
  readonly isInAddress: boolean;
}

/** Collects the presets of a search from every element of its name, the first in the document winning. */
export function collectPresets(name: string): Presets {
  const criteria: Criteria = {};
  const keys = new Set<Criterion>();
  const facets = new Set<Facet>();
  let isInAddress = true;

  for (const element of document.querySelectorAll(ELEMENTS)) {
    if (element.localName === COUNTER || nameOf(element) !== name) continue;
    for (const [key, value] of Object.entries(ownCriteria(element))) {
      if (!Object.hasOwn(criteria, key)) Object.assign(criteria, { [key]: value });
    }
    for (const key of lockedBy(element)) keys.add(key);
    if ([FILTERS, 'town-jobs'].includes(element.localName))
      for (const facet of facetsOf(element)) facets.add(facet);
    if (element.getAttribute('url') === 'off') isInAddress = false;
  }

  const locked: Record<string, unknown> = {};
  for (const key of keys) locked[key] = criteria[key];
  return { criteria, locked, facets, isInAddress };
}

/** The criteria that stand on an element as attributes; values that make no sense are told and passed over. */
export function ownCriteria(element: Element): Criteria {
  const criteria: Record<string, unknown> = {};
  for (const key of CRITERIA) {
    const text = key === 'page' ? undefined : own(element, key);
    if (text === undefined) continue;
    const value = parseCriterion(key, text);
    if (value === undefined) tell('badCriterion', key, text, (wordsOf(key) ?? []).join(', '));
    else criteria[key] = value;
  }
  return criteria;
}

/** What an element has residents narrow a search by: the names in its `facets` attribute, all usual ones without it. */
export function facetsOf(element: Element): readonly Facet[] {
  const facets: Facet[] = [];
  for (const word of wordsIn(element, 'facets')) {
    if (isFacet(word)) facets.push(word);
    else tell('badFacet', word, FACETS.join(', '));
  }
  return facets.length ? facets : FACETS;
}

function isFacet(word: string): word is Facet {
  return word === 'since' || (CHOICES as readonly string[]).includes(word);
}

function wordsIn(element: Element, name: string): string[] {
  return own(element, name)?.split(/[\s,]+/) ?? [];
}

function lockedBy(element: Element): Criterion[] {
  const locked: Criterion[] = [];
  for (const word of wordsIn(element, 'locked')) {
    if ((CRITERIA as readonly string[]).includes(word)) locked.push(word as Criterion);
    else if (word) tell('badLock', word, CRITERIA.slice(0, -1).join(', '));
  }
  return locked;
}
