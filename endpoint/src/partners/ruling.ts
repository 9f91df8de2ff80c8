import { createHash } from 'node:crypto';
import type { Bar } from '../offers/bars.ts';
import type { Posting } from '../offers/posting.ts';
import type { Places } from '../places/places.ts';
import { compileRules } from '../rules/compile.ts';
import { ANALYSIS_VERSION } from '../search/words/analyse.ts';
import type { Partner } from './partner.ts';

/** A partner's rules, ready to judge its postings. */
export interface Ruling {
  /** See {@link rulingRevision}. */
  revision: string;
  /** The rule that lets nobody see a posting. */
  barOf(posting: Posting): Bar | undefined;
}

/** By what it is told whether a partner's rules may judge otherwise than before; empty without rules. */
export function rulingRevision({ rulesIn = {} }: Partner, placesRevision: string): string {
  if (Object.keys(rulesIn).length === 0) return '';
  const all = JSON.stringify([rulesIn, placesRevision, ANALYSIS_VERSION]);
  return createHash('sha256').update(all).digest('base64url').slice(0, 16);
}

/** What becomes of the postings of a partner by the rules of its file. */
export function rulingOf(partner: Partner, places: Places): Ruling {
  const revision = rulingRevision(partner, places.revision);
  if (revision === '') return { revision, barOf: () => undefined };
  const refusalOf = compileRules(partner.rulesIn!, places);
  return {
    revision,
    barOf(posting) {
      const refusal = refusalOf(posting);
      if (refusal === undefined) return undefined;
      return { reason: `partner's rule: ${refusal}`, sample: posting.reference ?? posting.title };
    },
  };
}
