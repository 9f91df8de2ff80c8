import type { DemoPosting } from '../posting.ts';
import { blocksHtml, cdata, comma, escapeXml, flawed, parisClock } from './writing.ts';

const CONTRACTS = {
  cdi: 'CDI',
  cdd: 'CDD',
  interim: 'Travail_temp',
  saisonnier: 'Saisonnier',
  apprentissage: 'Alternance',
  stage: 'Stage',
  independant: 'Freelance',
};
const EXPERIENCES = { none: 'Inf_1', some: 'Exp_1_7', long: 'Sup_7' };
const REMOTE = { partial: 'Partiel', full: 'Complet' };
const PERIODS = { hour: 'Heure', month: 'Mois', year: 'An' };

/** Boussole Emploi's feed, in HelloWork's style: coded values, capitals, decimal commas, Paris time without a zone. */
export function helloworkFeed(postings: readonly DemoPosting[], base: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<root>
${postings.map((posting) => job(posting, base)).join('\n')}
</root>
`;
}

function job(posting: DemoPosting, base: string): string {
  const {
    reference,
    employer,
    sector,
    trade,
    places,
    contract,
    months,
    time,
    weeklyHours,
    remote,
    experience,
  } = posting;
  const { title, link, text } = flawed(posting, base, blocksHtml(posting.description));
  const place = places[0];
  const fields: [string, string][] = [
    ['job_id', escapeXml(reference)],
    ['guid', `bo-${escapeXml(reference)}`],
    ['title', cdata(title)],
    ['description', cdata(text)],
    ['url', escapeXml(link)],
    ['company', cdata(employer?.name ?? '')],
    ['siret', employer?.siret ?? ''],
    ['naf_code', sector.naf],
    ['naf_label', cdata(sector.label)],
    ['rome_code', trade.rome],
    ['rome_label', cdata(trade.label)],
    ['city', place?.insee ? escapeXml(place.written.toUpperCase()) : ''],
    ['postal_code', place?.postcode ?? ''],
    ['dept', place?.department ?? ''],
    ['region', escapeXml(place?.region.toUpperCase() ?? '')],
    ['country', 'FRANCE'],
    ['geoloc', place?.point?.join(',') ?? ''],
    ['contract', CONTRACTS[contract]],
    ['contract_months', months === undefined ? '' : String(months)],
    ['working_time', time === 'full' ? 'Temps_plein' : 'Temps_partiel'],
    ['weekly_hours', weeklyHours === undefined ? '' : comma(weeklyHours)],
    ['remote', remote ? REMOTE[remote] : 'Pas_teletravail'],
    ['experience', experience ? EXPERIENCES[experience] : ''],
    ['salary_details', salary(posting)],
    [
      'publication_date',
      posting.flaw === 'impossible-date' ? '2026-13-32 25:61:00' : parisClock(posting.postedAt),
    ],
    ['update_date', posting.updatedAt ? parisClock(posting.updatedAt) : ''],
    ['expiration_date', posting.expiresAt ? parisClock(posting.expiresAt) : ''],
    ['cpc', '0,18'],
  ];
  return `<job>${fields.map(([name, value]) => `<${name}>${value}</${name}>`).join('')}</job>`;
}

function salary({ pay }: DemoPosting): string {
  if (!pay) return '<min></min><max></max><period></period>';
  const period = PERIODS[pay.wrongPeriod ? 'year' : pay.period];
  return `<min>${comma(pay.min)}</min><max>${pay.max === undefined ? '' : comma(pay.max)}</max><period>${period}</period>`;
}
