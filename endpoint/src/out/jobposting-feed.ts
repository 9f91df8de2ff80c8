import type { Offer, OfferPlace, PayPeriod } from '../contract/index.ts';
import { xmlText } from '../shared/xml.ts';
import type { Outgoing } from './outgoing.ts';
import { contractWords, descriptionHtml, payWords } from './words.ts';

const UNITS: Record<PayPeriod, string> = { hour: 'HOUR', day: 'DAY', month: 'MONTH', year: 'YEAR' };

/** Names of départements by their codes. */
export type DepartmentName = (code: string) => string | undefined;

/** Offers as a JSON list of schema.org JobPosting (https://schema.org/JobPosting), a piece of text for each. */
export async function* jobPostingFeed(
  offers: AsyncIterable<Outgoing>,
  departmentName: DepartmentName,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const outgoing of offers) {
    yield before + JSON.stringify(jobPosting(outgoing, departmentName), clean);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function clean(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? xmlText(value) : value;
}

function jobPosting(outgoing: Outgoing, departmentName: DepartmentName) {
  const { offer, link, source } = outgoing;
  const { employer, trade, sector, hours, schedule, places, remote } = offer;
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: source, value: offer.id },
    url: link,
    title: offer.title,
    description: descriptionHtml(outgoing),
    datePosted: offer.postedAt,
    dateModified: offer.updatedAt !== offer.postedAt ? offer.updatedAt : undefined,
    validThrough: offer.expiresAt,
    hiringOrganization: employer && {
      '@type': 'Organization',
      name: employer.name,
      identifier: employer.siret,
    },
    jobLocation: places.map((place) => location(place, departmentName)),
    // schema.org has no word for a part of the week.
    jobLocationType: remote === 'full' ? 'TELECOMMUTE' : undefined,
    employmentType: employmentType(offer),
    contractType: contractWords(offer),
    workHours:
      [hours?.weekly && `${hours.weekly} h par semaine`, ...(schedule ?? [])].filter(Boolean).join(', ') ||
      undefined,
    baseSalary: salary(offer),
    experienceRequirements: offer.experience,
    occupationalCategory: trade && {
      '@type': 'CategoryCode',
      codeValue: trade.code,
      name: trade.label,
    },
    industry: sector && { '@type': 'DefinedTerm', termCode: sector.code, name: sector.label },
    totalJobOpenings: offer.openings,
    inLanguage: offer.language,
  };
}

function location({ insee, name, postcode, department, country, point }: OfferPlace, nameOf: DepartmentName) {
  return {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressLocality: insee || !department ? name : undefined,
      postalCode: postcode,
      addressRegion: department && nameOf(department),
      addressCountry: country ?? 'FR',
    },
    geo: point && { '@type': 'GeoCoordinates', latitude: point[0], longitude: point[1] },
  };
}

/** Google's words for employmentType, those that French contracts fit. */
function employmentType({ contract: { kind }, hours }: Offer): string[] | undefined {
  const words: string[] = [];
  if (hours?.time) words.push(hours.time === 'full' ? 'FULL_TIME' : 'PART_TIME');
  if (kind === 'stage') words.push('INTERN');
  if (kind === 'independant') words.push('CONTRACTOR');
  if (kind === 'cdd' || kind === 'interim' || kind === 'saisonnier') words.push('TEMPORARY');
  return words.length > 0 ? words : undefined;
}

function salary({ pay }: Offer) {
  if (!pay) return undefined;
  const { min, max, period } = pay;
  const figures = min !== undefined || max !== undefined;
  if (!figures || !period) return { '@type': 'MonetaryAmount', currency: 'EUR', value: payWords(pay) };
  const value = { '@type': 'QuantitativeValue', minValue: min, maxValue: max, unitText: UNITS[period] };
  return { '@type': 'MonetaryAmount', currency: 'EUR', value };
}
