import { parse } from 'csv-parse/sync';
import { parseDocument } from 'htmlparser2';
import { getElementsByTagName, textContent } from 'domutils';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoPartner } from './posting.ts';
import { type Partners, startPartners } from './server.ts';

let partners: Partners;

beforeAll(async () => {
  partners = await startPartners({ size: 300, seed: 7, today: new Date('2026-11-22T09:00:00Z') });
});

afterAll(() => partners.close());

const own = (partner: DemoPartner) => partners.postings.filter((posting) => posting.partner === partner);
const references = (partner: DemoPartner) => own(partner).map((posting) => posting.reference);

async function fetchFeed(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(partners.address + path, { headers });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

describe('the feeds', () => {
  it('gives Indeed-style XML whose records an independent parser finds', async () => {
    const { body } = await fetchFeed('/grand-tableau/feed.xml');

    const jobs = getElementsByTagName('job', parseDocument(body.toString(), { xmlMode: true }));

    const found = jobs.map((job) => textContent(getElementsByTagName('referencenumber', job)));
    expect(found).toEqual(references('grand-tableau'));
    expect(body.toString()).toMatch(/<category>[^<]* & [^<]*&nbsp;<\/category>/);
  });

  it('gives HelloWork-style XML with coded values and decimal commas', async () => {
    const { body } = await fetchFeed('/boussole/feed.xml');

    const jobs = getElementsByTagName('job', parseDocument(body.toString(), { xmlMode: true }));

    expect(jobs.map((job) => textContent(getElementsByTagName('job_id', job)))).toEqual(
      references('boussole'),
    );
    expect(body.toString()).toMatch(/<min>\d+,\d+<\/min>/);
    expect(body.toString()).toMatch(/<publication_date>2026-\d\d-\d\d \d\d:\d\d:\d\d</);
  });

  it('gives a JSON list of JobPosting', async () => {
    const { body } = await fetchFeed('/atelier-rh/feed.json');

    const list = JSON.parse(body.toString()) as { '@type': string; identifier: { value: string } }[];

    expect(list.map((item) => item.identifier.value)).toEqual(references('atelier-rh'));
    expect(new Set(list.map((item) => item['@type']))).toEqual(new Set(['JobPosting']));
  });

  it('gives a windows-1252 CSV with cells of several lines', async () => {
    const { body, response } = await fetchFeed('/mairies/offres.csv');

    const rows = parse(iconv.decode(body, 'windows-1252'), { columns: true, delimiter: ';' }) as Record<
      string,
      string
    >[];

    expect(response.headers.get('content-type')).toBe('text/csv; charset=windows-1252');
    expect(rows.map((row) => row['Référence'])).toEqual(references('mairies'));
    expect(rows.some((row) => row['Description']!.includes('\n'))).toBe(true);
    expect(body.includes(0x92), 'a typographic apostrophe as one byte').toBe(true);
  });

  it('says 304 to who has the feed already', async () => {
    const { response } = await fetchFeed('/boussole/feed.xml');

    const again = await fetchFeed('/boussole/feed.xml', { 'if-none-match': response.headers.get('etag')! });

    expect(again.response.status).toBe(304);
    expect(again.body.length).toBe(0);
  });

  it('serves another body in a feed’s place until it is restored', async () => {
    partners.serve('/boussole/feed.xml', '<html>', 'text/html');
    const { body } = await fetchFeed('/boussole/feed.xml');
    partners.serve('/boussole/feed.xml', undefined);
    const restored = await fetchFeed('/boussole/feed.xml');

    expect(body.toString()).toBe('<html>');
    expect(restored.body.toString()).toContain('<root>');
  });
});

describe('the pages', () => {
  it('shows an offer with its text escaped and the tag that the click came with', async () => {
    const posting = own('grand-tableau').find((candidate) => !candidate.flaw)!;
    const address = `${partners.address}/grand-tableau/offre/${posting.reference}?utm_source=%3Cb%3Etown`;

    const html = await (await fetch(address)).text();

    expect(html).toContain('&lt;b&gt;town');
    expect(html).not.toContain('<b>town');
    expect(html).toContain('aucune candidature');
  });

  it('answers 404 to an offer that it does not have', async () => {
    const response = await fetch(`${partners.address}/boussole/offre/nothing`);

    expect(response.status).toBe(404);
  });
});
