import { CRITERIA, formatCriterion, parseCriterion, type Criterion } from '../board/criteria.ts';
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

/** Puts a search's criteria into a query string and leaves every foreign parameter as it is written. */
export function writeAddress(
  query: string,
  { prefix, presets, locked }: AddressRules,
  criteria: Criteria,
): string {
  const parts: string[] = [];
  for (const part of query.replace(/^\?/, '').split('&')) {
    if (part && !isOurs(part, prefix)) parts.push(part);
  }
  for (const key of CRITERIA) {
    const text = formatCriterion(criteria, key);
    if (locked.has(key) || text === formatCriterion(presets, key)) continue;
    parts.push(`${encodeURIComponent(`${prefix}-${key}`)}=${encode(text)}`);
  }
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function isOurs(part: string, prefix: string): boolean {
  for (const [name] of new URLSearchParams(part)) {
    for (const key of CRITERIA) {
      if (name === `${prefix}-${key}`) return true;
    }
  }
  return false;
}

/** Commas and spaces stay readable: these addresses are shared by people. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%20', '+');
}
