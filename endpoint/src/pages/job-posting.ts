import type { Contract, Offer, OfferPlace, PayPeriod } from '../contract/index.ts';
import { boardOf } from '../offers/posting.ts';
import { plainText } from '../shared/plain-text.ts';

const UNITS: Record<PayPeriod, string> = { hour: 'HOUR', day: 'DAY', month: 'MONTH', year: 'YEAR' };

const EMPLOYMENT: Partial<Record<Contract['kind'], string>> = {
  cdd: 'TEMPORARY',
  interim: 'TEMPORARY',
  saisonnier: 'TEMPORARY',
  independant: 'CONTRACTOR',
  stage: 'INTERN',
};

/** Id of the board at which an employer posted the offer; undefined where its leading posting is a partner's. */
export function postedHere({ postings: [leading] }: Offer): string | undefined {
  return leading && boardOf(leading.partner);
}

/** An offer as search engines read it (https://schema.org/JobPosting), as JSON that no script element ends. */
export function jobPosting(offer: Offer): string {
  const { id, title, description, employer, contract, hours, openings, places, pay } = offer;
  const kinds = [
    hours?.time && (hours.time === 'full' ? 'FULL_TIME' : 'PART_TIME'),
    EMPLOYMENT[contract.kind],
  ];
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title,
    description: plainText(description),
    identifier: { '@type': 'PropertyValue', name: 'town-jobs', value: id },
    datePosted: offer.postedAt,
    validThrough: offer.expiresAt,
    employmentType: kinds.filter(Boolean),
    hiringOrganization: employer && { '@type': 'Organization', name: employer.name },
    jobLocation: places.map(jobLocation),
    jobLocationType: offer.remote === 'full' ? 'TELECOMMUTE' : undefined,
    totalJobOpenings: openings,
    baseSalary:
      pay?.min !== undefined && pay.period
        ? {
            '@type': 'MonetaryAmount',
            currency: 'EUR',
            value: {
              '@type': 'QuantitativeValue',
              minValue: pay.min,
              maxValue: pay.max ?? pay.min,
              unitText: UNITS[pay.period],
            },
          }
        : undefined,
  };
  return JSON.stringify(posting).replaceAll('<', '\\u003c');
}

function jobLocation({ name, postcode, country = 'FR', precision }: OfferPlace): object {
  const area = precision === 'department' ? { addressRegion: name } : { addressLocality: name };
  const address = { '@type': 'PostalAddress', ...area, postalCode: postcode, addressCountry: country };
  return { '@type': 'Place', address };
}
