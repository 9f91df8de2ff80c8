import { xmlText } from '../shared/xml.ts';
import type { Outgoing } from './outgoing.ts';
import { contractWords, descriptionHtml, hoursWords, payWords } from './words.ts';

/** Who sends a feed. */
export interface FeedHead {
  /** Name of the endpoint's operator. */
  publisher: string;
  /** Its address. */
  address: string;
  /** When something changed last, in ms since the epoch. */
  changedAt: number;
}

const REMOTE = { full: 'Fully remote', partial: 'Hybrid remote' };

/**
 * Offers as the XML feed that Indeed made common, a piece of text for each. The format has room for one place: an offer
 * in several communes goes with the first; and none for people: contacts are never in it.
 */
export async function* indeedFeed(head: FeedHead, offers: AsyncIterable<Outgoing>): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>
<source>
<publisher>${cdata(head.publisher)}</publisher>
<publisherurl>${cdata(head.address)}</publisherurl>
<lastBuildDate>${new Date(head.changedAt).toUTCString()}</lastBuildDate>
`;
  for await (const outgoing of offers) yield jobXml(outgoing);
  yield '</source>\n';
}

function jobXml(outgoing: Outgoing): string {
  const { offer, link, source } = outgoing;
  const [place] = offer.places;
  const isDepartment = place?.precision === 'department';
  const fields: Record<string, string | undefined> = {
    title: offer.title,
    date: rfc822(offer.postedAt),
    referencenumber: offer.id,
    url: link,
    company: offer.employer?.name,
    sourcename: source,
    city: isDepartment ? undefined : place?.name,
    state: isDepartment ? place.name : undefined,
    country: place?.country ?? 'FR',
    postalcode: place?.postcode,
    description: descriptionHtml(outgoing),
    salary: payWords(offer.pay),
    jobtype: [contractWords(offer), hoursWords(offer)].filter(Boolean).join(', '),
    category: offer.sector?.label,
    experience: offer.experience,
    remotetype: offer.remote && REMOTE[offer.remote],
    expirationdate: offer.expiresAt && rfc822(offer.expiresAt),
  };
  const lines = Object.entries(fields).flatMap(([name, text]) =>
    text ? `<${name}>${cdata(text)}</${name}>\n` : [],
  );
  return `<job>\n${lines.join('')}</job>\n`;
}

function rfc822(instant: string): string {
  return new Date(instant).toUTCString();
}

/** Any text as it may stand in XML: its own end mark does not close the section. */
function cdata(text: string): string {
  return `<![CDATA[${xmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
