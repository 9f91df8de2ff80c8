import type { DemoFlaw, DemoPartner, DemoPosting } from './posting.ts';

/** What a partner's feed holds, as its generator knows. */
export interface PartnerTruth {
  postings: number;
  /** Postings that a reader must let through: without a flaw, or with one that can be cleaned away. */
  valid: number;
  /** Records that a reader must refuse, by what is wrong with them. */
  broken: Partial<Record<DemoFlaw, number>>;
  /** Well-formed postings whose end has passed. */
  expired: number;
  /** Records that give a reference of the same feed a second time. */
  repeated: number;
}

export interface Truth {
  /** Distinct jobs behind the valid postings: what a perfect grouping shows as offers. */
  jobs: number;
  partners: Record<DemoPartner, PartnerTruth>;
}

/** Flaws that a reader mends: the posting stays. */
const MENDED: ReadonlySet<DemoFlaw> = new Set(['control-characters']);

/** Counts what a reader should find in the postings, from what was done to them on purpose. */
export function truth(postings: readonly DemoPosting[]): Truth {
  const partners: Record<DemoPartner, PartnerTruth> = {
    'grand-tableau': nothing(),
    boussole: nothing(),
    'atelier-rh': nothing(),
    mairies: nothing(),
  };
  const jobs = new Set<number>();
  for (const { partner, flaw, job } of postings) {
    const counts = partners[partner];
    counts.postings++;
    if (!flaw || MENDED.has(flaw)) {
      counts.valid++;
      jobs.add(job);
    } else if (flaw === 'expired') counts.expired++;
    else if (flaw === 'repeated-reference') counts.repeated++;
    else counts.broken[flaw] = (counts.broken[flaw] ?? 0) + 1;
  }
  return { jobs: jobs.size, partners };
}

function nothing(): PartnerTruth {
  return { postings: 0, valid: 0, broken: {}, expired: 0, repeated: 0 };
}
