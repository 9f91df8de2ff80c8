import iconv from 'iconv-lite';
import { cdata, escapeXml, parisClock } from '../../demo/partners/formats/writing.ts';
import type { FeedRecord } from './records.ts';

/** A format that feeds are served in. */
export interface Format {
  /** The endpoint's mapping that reads it. */
  mapping: string;
  type: string;
  /** Named in the partner's file, where the feed does not say it. */
  encoding?: string;
  head: string;
  /** Between two records. */
  between: string;
  tail: string;
  record(record: FeedRecord): string;
  encode(text: string): Buffer;
}

const utf8 = (text: string) => Buffer.from(text);
const element = (name: string, text = '') => `<${name}>${cdata(text)}</${name}>`;
/** "62500 Saint-Omer", where a format has one field for the place. */
const oneLine = ({ place }: FeedRecord) => [place.postcode, place.name].filter(Boolean).join(' ');
const NO_DATE = '32/13/2026';

const indeed: Format = {
  mapping: 'indeed',
  type: 'application/xml',
  head: '<?xml version="1.0" encoding="utf-8"?>\n<source>\n',
  between: '\n',
  tail: '\n</source>\n',
  encode: utf8,
  record: (record) =>
    `<job>${[
      element('title', record.title),
      element('date', record.postedAt?.toUTCString() ?? NO_DATE),
      element('referencenumber', record.reference),
      element('url', record.link),
      element('company', record.employer),
      element('city', record.place.name),
      element('postalcode', record.place.postcode),
      element('country', 'FR'),
      element('description', record.html),
      element('salary', record.pay),
      element('jobtype', [record.contract, record.hours].filter(Boolean).join(', ')),
    ].join('')}</job>`,
};

const meteojob: Format = {
  mapping: 'meteojob',
  type: 'application/xml',
  head: '<?xml version="1.0" encoding="utf-8"?>\n<source>\n',
  between: '\n',
  tail: '\n</source>\n',
  encode: utf8,
  record: (record) =>
    `<job id="${record.reference}" lang="fr">${[
      element('title', record.title),
      element('link', record.link),
      element('description', record.html),
      `<company>${element('name', record.employer)}</company>`,
      `<workplace><locations><location>${element('city', record.place.name)}${element('postalCode', record.place.postcode)}</location></locations></workplace>`,
      `<contract><types><type>${escapeXml(record.contract)}</type></types></contract>`,
      `<workSchedule><types><type>${record.hours ?? ''}</type></types></workSchedule>`,
      element('publicationDate', record.postedAt?.toISOString() ?? NO_DATE),
    ].join('')}</job>`,
};

const rss: Format = {
  mapping: 'rss',
  type: 'application/rss+xml',
  head: '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Offres</title>\n',
  between: '\n',
  tail: '\n</channel></rss>\n',
  encode: utf8,
  record: (record) =>
    `<item>${[
      element('guid', record.reference),
      element('title', record.title),
      element('link', record.link),
      element('content:encoded', record.html),
      element('job_listing:company', record.employer),
      element('job_listing:location', oneLine(record)),
      element('job_listing:job_type', [record.contract, record.hours].filter(Boolean).join(', ')),
      element('job_listing:salary', record.pay),
      element('pubDate', record.postedAt?.toUTCString() ?? NO_DATE),
    ].join('')}</item>`,
};

const json: Format = {
  mapping: 'json-ats',
  type: 'application/json',
  head: '[',
  between: ',\n',
  tail: ']',
  encode: utf8,
  record: (record) =>
    JSON.stringify({
      id: record.reference,
      title: record.title,
      url: record.link,
      description: record.html,
      company: record.employer && { name: record.employer },
      locations: [{ city: record.place.name, postalCode: record.place.postcode, country: 'FR' }],
      contractType: record.contract,
      workingTime: record.hours,
      salary: record.pay && { text: record.pay },
      publishedAt: record.postedAt?.toISOString() ?? NO_DATE,
    }),
};

const cell = (text = '') => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const row = (cells: (string | undefined)[]) => `${cells.map(cell).join(';')}\r\n`;

const csv: Format = {
  mapping: 'csv-mairie',
  type: 'text/csv',
  encoding: 'windows-1252',
  head: row([
    'Référence',
    'Intitulé du poste',
    'Employeur',
    'Commune',
    'Code postal',
    'Type de contrat',
    'Temps de travail',
    'Rémunération',
    'Date de publication',
    'Description',
    'Lien',
  ]),
  between: '',
  tail: '',
  encode: (text) => iconv.encode(text, 'windows-1252'),
  record: (record) =>
    row([
      record.reference,
      record.title,
      record.employer,
      record.place.name,
      record.place.postcode,
      record.contract,
      record.hours,
      record.pay,
      record.postedAt ? parisClock(record.postedAt) : NO_DATE,
      record.text,
      record.link,
    ]),
};

/** The formats, taken by partners in turn. */
export const FORMATS = [indeed, json, csv, rss, meteojob];

/** The format of a partner. */
export function formatOf(partner: number): Format {
  return FORMATS[partner % FORMATS.length]!;
}
