import { gzipSync } from 'node:zlib';
import { gatherFeed } from '../../endpoint/src/feeds/gather.ts';
import { loadMapping } from '../../endpoint/src/feeds/mapping.ts';
import { serveLoopback } from './serve.ts';

const OFFERS = 250;

/** A format to cut: its text before, for each and after the offers, and what an offer's text must hold to be whole. */
interface Format {
  mapping: string;
  before: string;
  offer(i: number): string;
  after: string;
}

const words = (i: number) => `Offre n° ${i} : ${'à pourvoir, équipe de jour. '.repeat(1 + (i % 7))}`;
const FORMATS: Record<string, Format> = {
  XML: {
    mapping: 'indeed',
    before: '<?xml version="1.0" encoding="UTF-8"?>\n<source>',
    offer: (i) =>
      `<job><title>Soudeur ${i}</title><referencenumber>${i}</referencenumber><url>http://localhost/${i}</url><description><![CDATA[<p>${words(i)} </job></p>]]></description></job>`,
    after: '</source>',
  },
  JSON: {
    mapping: 'jobposting',
    before: '[',
    offer: (i) =>
      `${i > 0 ? ',' : ''}${JSON.stringify({ title: `Soudeur ${i}`, identifier: `${i}`, url: `http://localhost/${i}`, description: `${words(i)} ]}` })}`,
    after: ']',
  },
  CSV: {
    mapping: 'csv-mairie',
    before: 'Référence;Intitulé du poste;Lien;Description\r\n',
    offer: (i) => `${i};Soudeur ${i};http://localhost/${i};"${words(i)}\r\nfin ""${i}"""\r\n`,
    after: '',
  },
};

/**
 * Cuts a feed of 250 offers after each percent of its bytes and prints how many postings came, beside how many offers
 * were whole before the cut. Only a feed that counts as complete may withdraw offers.
 */
export async function truncationTable(): Promise<void> {
  let body = Buffer.alloc(0);
  const { port, close } = await serveLoopback((_, response) => void response.end(body));
  const rows: Record<string, Record<string, string>> = {};
  let exact = 0;
  let cuts = 0;
  let complete = 0;
  for (const [name, format] of Object.entries(FORMATS)) {
    const parts = [format.before, ...[...Array(OFFERS).keys()].map((i) => format.offer(i))].map((part) =>
      Buffer.from(part),
    );
    const whole = Buffer.concat([...parts, Buffer.from(format.after)]);
    for (let percent = 0; percent < 100; percent++) {
      const cut = Math.floor((whole.length * percent) / 100);
      body = whole.subarray(0, cut);
      const { status, accepted } = await gather(port, format.mapping);
      const expected = wholeOffers(parts, cut, name === 'XML' ? 1 : 0);
      cuts++;
      if (accepted === expected) exact++;
      if (status === 'complete') complete++;
      (rows[`${percent} %`] ??= {})[name] = `${accepted} of ${expected}`;
    }
  }
  const xml = Buffer.from(
    FORMATS.XML!.before + [...Array(OFFERS).keys()].map(FORMATS.XML!.offer).join('') + '</source>',
  );
  const packed = gzipSync(xml);
  for (let percent = 0; percent < 100; percent++) {
    body = packed.subarray(0, Math.floor((packed.length * percent) / 100));
    const { status, accepted } = await gather(port, 'indeed');
    if (status === 'complete') complete++;
    rows[`${percent} %`]!['XML, gzip'] = String(accepted);
  }
  await close();
  console.table(rows);
  console.log(
    `${exact} of ${cuts} cuts gave exactly the offers that were whole; of these and 100 cuts of a compressed feed, ${complete} counted as complete.`,
  );
}

/** How many offers end before the cut; of XML, the last character of a closing tag adds nothing. */
function wholeOffers(parts: readonly Buffer[], cut: number, spare: number): number {
  let end = parts[0]!.length;
  return parts.slice(1).filter((part) => (end += part.length) - spare <= cut).length;
}

async function gather(port: number, mapping: string) {
  return await gatherFeed({
    partner: { id: 'p', hosts: ['localhost'] },
    settings: { address: `http://localhost:${port}/`, mapping },
    mapping: loadMapping(mapping),
    places: { locate: () => ({ name: '', precision: 'none' }) },
    allowedHosts: new Set(['localhost']),
    now: Date.now(),
    onPosting: () => {},
  });
}
