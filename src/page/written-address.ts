import { CRITERIA, formatCriterion } from '../board/criteria.ts';
import type { Criteria } from '../board/state.ts';
import type { AddressRules } from './address.ts';

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
