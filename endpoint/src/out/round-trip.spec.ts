import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, Contract, Hours, Inline, Offer, OfferPlace, Pay } from '../contract/index.ts';
import { Digest } from '../feeds/digest.ts';
import { loadMapping } from '../feeds/mapping.ts';
import { pay as readPay } from '../feeds/parsers/pay.ts';
import { makeOffer } from '../offers/group.ts';
import type { Posting } from '../offers/posting.ts';
import { Places } from '../places/places.ts';
import { indeedFeed } from './indeed-feed.ts';
import { jobPostingFeed } from './jobposting-feed.ts';
import type { Outgoing } from './outgoing.ts';
import { NOW, ORIGIN, posting } from './under-test.ts';

/** All communes are read slowly on a busy machine; nothing here is about time. */
const PATIENCE_MS = 60_000;

const HEAD = { publisher: 'town-jobs', address: ORIGIN, changedAt: NOW };
type Format = 'indeed' | 'jobposting';

let places: Places;
beforeAll(async () => {
  places = await Places.load();
}, PATIENCE_MS);

function outgoing(change: Partial<Posting>, attributions: string[] = []): Outgoing {
  const offer = makeOffer('offer00001', [posting('board:omer', 'A', change)]);
  return { offer, link: `${ORIGIN}/omer/offres/${offer.id}`, source: 'L’emploi à Omer', attributions };
}

async function written(format: Format, offers: readonly Outgoing[]): Promise<string> {
  async function* each() {
    yield* offers;
  }
  const nameOf = (code: string) => places.department(code)?.name;
  const pieces = format === 'indeed' ? indeedFeed(HEAD, each()) : jobPostingFeed(each(), nameOf);
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** What we gather of a feed that we send. */
async function gathered(format: Format, text: string) {
  const postings: Posting[] = [];
  const digest = new Digest({
    partner: { id: 'other', hosts: ['emploi.example'] },
    mapping: loadMapping(format, '.'),
    places,
    now: NOW,
    onPosting: (one) => void postings.push(one),
  });
  async function* bytes() {
    yield Buffer.from(text);
  }
  const ending = await digest.take(bytes(), {});
  return { ...ending, ...digest.tally, postings };
}

/** The texts of a feed's first job by their names, as an independent reader that forgives nothing sees them. */
function readXml(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => void open.push(name));
  const add = (more: string) => (fields[open.at(-1)!] = (fields[open.at(-1)!] ?? '') + more);
  parser.on('text', (more) => open.length > 0 && add(more));
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return fields;
}

const OMER = () => places.locate({ name: 'Saint-Omer', postcode: '62500' });
const PAY = (min: number | undefined, max: number | undefined, period: Pay['period'], hours?: Hours) =>
  readPay({ min, max, period }, hours);

describe('what we send', () => {
  const CASES: [string, () => Partial<Posting>][] = [
    ['a plain offer', () => ({})],
    ...(
      [
        { kind: 'cdi' },
        { kind: 'cdd', months: 6 },
        { kind: 'cdd', months: 1.5, nature: 'insertion' },
        { kind: 'cdd', nature: 'apprentissage' },
        { kind: 'unstated', nature: 'professionnalisation', months: 24 },
        { kind: 'interim', months: 3 },
        { kind: 'cdi-interim' },
        { kind: 'saisonnier', months: 4 },
        { kind: 'independant' },
        { kind: 'stage', months: 2 },
        { kind: 'unstated' },
      ] as Contract[]
    ).map((contract): [string, () => Partial<Posting>] => [JSON.stringify(contract), () => ({ contract })]),
    ...(
      [
        { time: 'full' },
        { time: 'part' },
        { time: 'full', weekly: 35 },
        { time: 'part', weekly: 17.5 },
      ] as Hours[]
    ).map((hours): [string, () => Partial<Posting>] => [
      JSON.stringify(hours),
      () => ({ hours, contract: { kind: 'cdd', months: 6 } }),
    ]),
    ['pay by the hour', () => ({ pay: PAY(11.88, undefined, 'hour') })],
    ['a range of pay', () => ({ pay: PAY(1867.02, 2300, 'month') })],
    ['pay by the year', () => ({ pay: PAY(24_000, 30_000, 'year') })],
    ['pay by the day', () => ({ pay: PAY(120, undefined, 'day') })],
    ['at most', () => ({ pay: PAY(undefined, 2300, 'month') })],
    [
      'part time with pay',
      () => {
        const hours: Hours = { time: 'part', weekly: 20 };
        return { hours, pay: PAY(1100, undefined, 'month', hours) };
      },
    ],
    ['a commune', () => ({ places: [OMER()] })],
    ['a département', () => ({ places: [places.locate({ department: '62' })] })],
    ['a town abroad', () => ({ places: [places.locate({ name: 'Gand', country: 'BE' })] })],
    ['an employer', () => ({ employer: { name: 'Caron & Fils « SARL »' } })],
    ['experience', () => ({ experience: '1 à 3 ans' })],
    ['remote work', () => ({ remote: 'full' })],
    ['a sector', () => ({ sector: { label: 'Commerce & distribution' } })],
    ['an end', () => ({ expiresAt: '2026-12-24T22:59:59.000Z' })],
  ];

  it.each(CASES)('is gathered again as it was, in both formats: %s', async (_name, change) => {
    const { offer, ...rest } = outgoing({ places: [OMER()], ...change() });

    for (const format of ['indeed', 'jobposting'] as const) {
      const { postings, complete, accepted } = await gathered(
        format,
        await written(format, [{ offer, ...rest }]),
      );

      expect({ complete, accepted }).toEqual({ complete: true, accepted: 1 });
      expect(postings[0], format).toMatchObject({ reference: offer.id, link: rest.link, title: offer.title });
      expect(factsOf(postings[0]!), format).toEqual(factsOf(offer));
    }
  });

  it('keeps more of it in JSON: every place, trade, codes, openings, schedule', async () => {
    const more: Partial<Posting> = {
      places: [OMER(), places.locate({ name: 'Arques', postcode: '62510' })],
      trade: { code: 'K2204', label: 'Nettoyage de locaux' },
      employer: { name: 'Caron', siret: '73282932000074' },
      openings: 3,
      schedule: ['nuit', 'horaires décalés'],
      hours: { time: 'part', weekly: 28 },
      language: 'nl',
    };

    const { postings } = await gathered('jobposting', await written('jobposting', [outgoing(more)]));

    expect(postings[0]).toMatchObject({ ...more, places: more.places!.map(({ insee }) => ({ insee })) });
  });

  it('says what a licence asks for, behind the text', async () => {
    for (const format of ['indeed', 'jobposting'] as const) {
      const text = await written(format, [outgoing({}, ['Source : Tableau & Cie'])]);

      const { postings } = await gathered(format, text);

      expect(postings[0]!.description.at(-1)).toEqual({
        kind: 'p',
        runs: [{ text: 'Source : Tableau & Cie' }],
      });
    }
  });

  it('is a whole feed where nothing goes out', async () => {
    expect(readXml(await written('indeed', [])).publisher).toBe('town-jobs');
    expect(JSON.parse(await written('jobposting', []))).toEqual([]);
    expect(JSON.parse(await written('jobposting', [outgoing({}), outgoing({})]))).toHaveLength(2);
  });

  it('names no field for people, and no empty one', async () => {
    const fields = readXml(await written('indeed', [outgoing({ contract: { kind: 'unstated' } })]));

    expect(Object.keys(fields).sort()).toEqual(
      'city country date description job lastBuildDate postalcode publisher publisherurl referencenumber source sourcename title url'.split(
        ' ',
      ),
    );
  });
});

describe('hostile texts', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      ']]>',
      ']]]]>>',
      '<![CDATA[',
      '</description></job>',
      '&lt;script&gt;',
      '<script>alert(1)</script>',
      '\u0000\u0008\u001f',
      '\ud800x\udfff',
      '\ufffe\uffff',
      '&#0;&#xD800;',
      '\r\n\u2028\u0085',
      '<!--',
      '</source>',
      '\u202e',
    ),
  );
  const inline: fc.Arbitrary<Inline> = fc.record(
    { text: hostile, mark: fc.constantFrom<'strong' | 'em'>('strong', 'em') },
    { requiredKeys: ['text'] },
  );
  const runs = fc.array(inline, { minLength: 1, maxLength: 3 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom<'p' | 'heading'>('p', 'heading'), runs }),
    fc.record({
      kind: fc.constantFrom<'ul' | 'ol'>('ul', 'ol'),
      items: fc.array(runs, { minLength: 1, maxLength: 3 }),
    }),
  );
  const posted = fc.record({
    title: hostile.map((text) => `T${text}`),
    description: fc.array(block, { maxLength: 4 }),
    employer: fc.record({ name: hostile }),
    experience: hostile,
    sector: fc.record({ label: hostile }),
  });

  it('stay texts: both feeds are well formed and read as they were sent', async () => {
    await fc.assert(
      fc.asyncProperty(posted, hostile, async (change, attribution) => {
        const all = [outgoing(change, [attribution]), outgoing({})];

        const xml = readXml(await written('indeed', all.slice(0, 1)));
        const json = JSON.parse(await written('jobposting', all)) as Record<string, string>[];

        expect(xml.title).toBe(asXml(change.title));
        expect(json[0]!.title).toBe(wellFormed(change.title));
        expect(asXml(json[0]!.description!)).toBe(xml.description ?? '');
        // Nothing but our own marks comes out of the description.
        const marks = (xml.description ?? '').match(/<[^>]*>/g) ?? [];
        expect(marks.filter((mark) => !/^<\/?(p|h3|ul|ol|li|strong|em)>$/.test(mark))).toEqual([]);
        const sent = [...change.description, { kind: 'p' as const, runs: [{ text: attribution }] }];
        expect(readHtml(xml.description ?? '')).toBe(asXml(sent.map(textOf).join('')));
      }),
      { numRuns: 300 },
    );
  });
});

/** What both formats carry of a posting or an offer. */
function factsOf({ description, employer, contract, hours, pay, ...rest }: Posting | Offer) {
  const { experience, remote, sector, expiresAt, postedAt, places: all } = rest;
  const { text: _, ...figures } = pay ?? {};
  const where = ({ insee, name, department, country, precision }: OfferPlace) => ({
    ...{ insee, name, department, country, precision },
  });
  return JSON.parse(
    JSON.stringify({
      ...{ description, employer: employer?.name, contract, hours, pay: figures, experience, remote },
      ...{ sector: sector?.label, expiresAt, postedAt, places: all.map(where) },
    }),
  );
}

function textOf({ runs = [], items = [] }: Block): string {
  return [runs, ...items].flatMap((some) => some.map(({ text }) => text)).join('');
}

/** The text of HTML, as a browser's parser reads it. */
function readHtml(source: string): string {
  let text = '';
  const parser = new Parser({ ontext: (more) => void (text += more) });
  parser.end(source);
  return text;
}

function wellFormed(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** Line ends as XML reads them (https://www.w3.org/TR/xml/#sec-line-ends). */
function asXml(text: string): string {
  return wellFormed(text).replace(/\r\n?/g, '\n');
}
