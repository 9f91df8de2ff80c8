import { CRITERIA, mergeCriteria, parseCriterion, type Criterion } from '../board/criteria.ts';
import type { Criteria } from '../board/state.ts';

/** Which parameters of an address are a search's, and which criteria need not stand there. */
export interface AddressRules {
  /** `jobs` for the default search, else its name. */
  readonly prefix: string;
  /** What holds without a parameter. */
  readonly presets: Criteria;
  readonly locked: ReadonlySet<Criterion>;
}

/**
 * Reads a search's criteria from a query string (`?jobs-q=macon&jobs-radius=20`). An empty parameter takes a preset
 * away: its key is there, undefined. Locked criteria and values that make no sense are passed over.
 */
export function readAddress(query: string, { prefix, locked }: AddressRules): Criteria {
  const parameters = new URLSearchParams(query);
  const criteria: Record<string, unknown> = {};
  for (const key of CRITERIA) {
    const text = parameters.get(`${prefix}-${key}`);
    if (text === null || locked.has(key)) continue;
    const value = parseCriterion(key, text);
    if (value !== undefined || !text) criteria[key] = value;
  }
  return criteria;
}

/** The criteria of the page's address over the presets. */
export function addressed(rules: AddressRules): Criteria {
  return mergeCriteria(rules.presets, readAddress(location.search, rules));
}
