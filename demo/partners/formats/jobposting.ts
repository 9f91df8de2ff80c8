import type { DemoPlace, DemoPosting } from '../posting.ts';
import { blocksHtml, contractName, flawed, shiftsText } from './writing.ts';

const UNITS = { hour: 'HOUR', month: 'MONTH', year: 'YEAR' };

/** Atelier RH's feed: a JSON list of schema.org JobPosting, with the recruiter's name and address as extras. */
export function jobpostingFeed(postings: readonly DemoPosting[], base: string): string {
  return JSON.stringify(postings.map((posting) => jobPosting(posting, base)));
}

function jobPosting(posting: DemoPosting, base: string) {
  const { reference, employer, places, pay, trade, sector, remote, openings, contact, flaw } = posting;
  const { title, link, text } = flawed(posting, base, blocksHtml(posting.description));
  const locations = places.map(location);
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: employer?.name, value: reference },
    title,
    description: text,
    datePosted: flaw === 'impossible-date' ? '2026-13-32T25:61:00Z' : posting.postedAt.toISOString(),
    validThrough: posting.expiresAt?.toISOString(),
    hiringOrganization: employer && {
      '@type': 'Organization',
      name: employer.name,
      identifier: employer.siret,
    },
    jobLocation: locations.length === 1 ? locations[0] : locations,
    ...(remote === 'full'
      ? { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: { '@type': 'Country', name: 'FR' } }
      : {}),
    baseSalary: pay && {
      '@type': 'MonetaryAmount',
      currency: 'EUR',
      value: {
        '@type': 'QuantitativeValue',
        minValue: pay.min,
        maxValue: pay.max,
        unitText: UNITS[pay.period],
      },
    },
    employmentType: employmentType(posting),
    contractType: contractName(posting),
    occupationalCategory: `${trade.rome} ${trade.label}`,
    industry: sector.label,
    workHours: workHours(posting),
    totalJobOpenings: openings,
    directApply: true,
    url: link,
    recruiter: contact && { name: contact.name, email: contact.email, telephone: contact.phone },
  };
}

function location({ insee, written, postcode, departmentName, point }: DemoPlace) {
  return {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressLocality: insee ? written : undefined,
      postalCode: postcode,
      addressRegion: departmentName,
      addressCountry: 'FR',
    },
    geo: point && { '@type': 'GeoCoordinates', latitude: point[0], longitude: point[1] },
  };
}

function workHours(posting: DemoPosting): string | undefined {
  const week = posting.weeklyHours === undefined ? '' : `${posting.weeklyHours} heures par semaine`;
  return [week, shiftsText(posting)].filter(Boolean).join(', ') || undefined;
}

function employmentType({ contract, time }: DemoPosting): string | string[] {
  const hours = time === 'full' ? 'FULL_TIME' : 'PART_TIME';
  if (contract === 'cdi') return hours;
  if (contract === 'stage') return 'INTERN';
  if (contract === 'independant') return 'CONTRACTOR';
  return [hours, 'TEMPORARY'];
}
