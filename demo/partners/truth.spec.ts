import { beforeAll, describe, expect, it } from 'vitest';
import { generatePostings } from './generate.ts';
import type { DemoFlaw, DemoPartner, DemoPosting } from './posting.ts';
import { truth } from './truth.ts';

const TODAY = new Date('2026-11-22T09:00:00Z');
const PARTNERS: DemoPartner[] = ['grand-tableau', 'boussole', 'atelier-rh', 'mairies'];

let postings: DemoPosting[];

beforeAll(() => {
  postings = generatePostings({ seed: 5, size: 900, today: TODAY });
});

const own = (partner: DemoPartner) => postings.filter((posting) => posting.partner === partner);
const flawed = (flaw: DemoFlaw | undefined, job: number) => ({ ...own('boussole')[0]!, flaw, job });

describe('the truth', () => {
  it('counts every record once', () => {
    const { partners } = truth(postings);

    for (const partner of PARTNERS) {
      const { postings: all, valid, broken, expired, repeated } = partners[partner];
      const refused = Object.values(broken).reduce((sum, count) => sum + count, 0);
      expect(all).toBe(own(partner).length);
      expect(valid + refused + expired + repeated).toBe(all);
    }
  });

  it.each(PARTNERS)('agrees with what the records of %s show', (partner) => {
    const records = own(partner);
    const counts = truth(postings).partners[partner];

    expect(counts.repeated).toBe(records.length - new Set(records.map(({ reference }) => reference)).size);
    expect(counts.expired).toBe(records.filter(({ expiresAt }) => expiresAt && expiresAt < TODAY).length);
    expect(counts.broken['no-title'] ?? 0).toBe(records.filter(({ title }) => !title).length);
  });

  it('counts a job once, whoever posts it, and not where every record of it is refused', () => {
    const counted = truth([
      flawed(undefined, 1),
      flawed('no-link', 1),
      flawed(undefined, 1),
      flawed('control-characters', 2),
      flawed('expired', 3),
      flawed('impossible-date', 4),
    ]);

    expect(counted.jobs).toBe(2);
    expect(counted.partners.boussole).toEqual({
      postings: 6,
      valid: 3,
      broken: { 'no-link': 1, 'impossible-date': 1 },
      expired: 1,
      repeated: 0,
    });
  });

  it('has fewer jobs than valid postings, since partners share and spray them', () => {
    const { jobs, partners } = truth(postings);
    const valid = PARTNERS.reduce((sum, partner) => sum + partners[partner].valid, 0);

    expect(jobs).toBeLessThan(valid);
    expect(jobs).toBe(new Set(postings.filter(isShown).map(({ job }) => job)).size);
  });
});

function isShown({ flaw }: DemoPosting): boolean {
  return flaw === undefined || flaw === 'control-characters';
}
