import type { Database } from '../../endpoint/src/shared/database.ts';
import type { Plan, Round } from './plan.ts';

/** The number in the reference of a posting: "partner-12:r0077k2". */
const REFERENCE = /:r([0-9a-z]+)$/;

/**
 * How many offers are missing because jobs that the plan holds apart became one. The texts are made of a few thousand
 * sentences: among a million some jobs without an employer share place, title and half of their words by chance.
 *
 * @param db with the identities of postings after the round
 */
export function joinedByChance(plan: Plan, round: Round, db: Database): number {
  const { partners, records } = plan.size;
  const jobs = new Map<string, Set<number>>();
  const rows = db.prepare<{ posting: string; offer: string }>('SELECT posting, offer FROM identity');
  for (const { posting, offer } of rows.iterate()) {
    const own = Number.parseInt(REFERENCE.exec(posting)![1]!, 36) % (partners * records);
    const { reference, job } = plan.record(Math.floor(own / records), own % records, round);
    // What the round has no more keeps its identity for a while.
    if (!posting.endsWith(`:${reference}`)) continue;
    const known = jobs.get(offer);
    if (known) known.add(job);
    else jobs.set(offer, new Set([job]));
  }
  let missing = 0;
  for (const { size } of jobs.values()) missing += size - 1;
  return missing;
}
