import { createHash } from 'node:crypto';
import type { Bar } from '../offers/bars.ts';
import type { Posting } from '../offers/posting.ts';
import type { Places } from '../places/places.ts';
import { compileRules } from '../rules/compile.ts';
import { ANALYSIS_VERSION } from '../search/words/analyse.ts';
import type { Partner } from './partner.ts';

/** A partner's rules, ready to judge its postings. */
export interface Ruling {
  /** Changes whenever the rules may judge otherwise; empty without rules. */
  revision: string;
  /** The rule that lets nobody see a posting. */
  barOf(posting: Posting): Bar | undefined;
}

/** What becomes of the postings of a partner by the rules of its file. */
export function rulingOf({ rulesIn = {} }: Partner, places: Places): Ruling {
  if (Object.keys(rulesIn).length === 0) return { revision: '', barOf: () => undefined };
  const all = JSON.stringify([rulesIn, places.revision, ANALYSIS_VERSION]);
  const refusalOf = compileRules(rulesIn, places);
  return {
    revision: createHash('sha256').update(all).digest('base64url').slice(0, 16),
    barOf(posting) {
      const refusal = refusalOf(posting);
      if (refusal === undefined) return undefined;
      return { reason: `partner's rule: ${refusal}`, sample: posting.reference ?? posting.title };
    },
  };
}
