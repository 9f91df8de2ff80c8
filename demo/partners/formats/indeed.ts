import { PARTNERS } from '../partners.ts';
import type { DemoPosting } from '../posting.ts';
import { blocksHtml, cdata, contractName, escapeXml, flawed } from './writing.ts';

const EXPERIENCES = { none: 'Débutant accepté', some: '1 à 3 ans', long: 'Plus de 5 ans' };
const REMOTE = { full: 'Fully remote', partial: 'Hybrid remote' };

/** Le Grand Tableau's feed, in the XML style that Indeed made common: CDATA everywhere, dates of RFC 822. */
export function indeedFeed(postings: readonly DemoPosting[], base: string): string {
  const newest = Math.max(0, ...postings.map((posting) => posting.postedAt.getTime()));
  return `<?xml version="1.0" encoding="utf-8"?>
<source>
<publisher>${PARTNERS['grand-tableau'].name}</publisher>
<publisherurl>${base}/grand-tableau/</publisherurl>
<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>
${postings.map((posting) => job(posting, base)).join('\n')}
</source>
`;
}

function job(posting: DemoPosting, base: string): string {
  const { reference, employer, places, payText, trade, sector, experience, remote, contact, flaw } = posting;
  const { title, link, text } = flawed(posting, base, blocksHtml(posting.description));
  const place = places[0];
  const fields: [string, string][] = [
    ['title', cdata(title)],
    [
      'date',
      cdata(flaw === 'impossible-date' ? 'Sun, 32 Foo 2026 25:61:00 GMT' : posting.postedAt.toUTCString()),
    ],
    ['referencenumber', cdata(reference)],
    ['url', cdata(link)],
    ['company', cdata(employer?.name ?? '')],
    ['sourcename', cdata(PARTNERS['grand-tableau'].name)],
    ['city', cdata(place?.insee ? place.written : '')],
    ['state', cdata(place?.departmentName ?? '')],
    ['country', 'FR'],
    ['postalcode', cdata(place?.postcode ?? '')],
    ['streetaddress', ''],
    ['email', cdata(contact?.email ?? '')],
    ['description', cdata(text.replace('</p>', '&nbsp;</p>'))],
    ['salary', cdata(payText ?? '')],
    ['education', ''],
    ['jobtype', cdata(jobType(posting))],
    // Real feeds hold a bare ampersand and HTML's own entities here; a strict reader would lose the record.
    ['category', `${escapeXml(trade.label)} & ${escapeXml(sector.label)}&nbsp;`],
    ['experience', cdata(experience ? EXPERIENCES[experience] : '')],
    ['remotetype', cdata(remote ? REMOTE[remote] : '')],
    ['expirationdate', cdata(posting.expiresAt?.toUTCString() ?? '')],
  ];
  return `<job>\n${fields.map(([name, value]) => `  <${name}>${value}</${name}>`).join('\n')}\n</job>`;
}

function jobType(posting: DemoPosting): string {
  const name = contractName(posting);
  const length = posting.months ? ` de ${posting.months} mois` : '';
  if (posting.time === 'part') return `${name}${length} - temps partiel`;
  return posting.contract === 'cdi' ? `${name}, temps plein` : `${name}${length}`;
}
