import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A feed made to hurt: what it is, how it is served, and the mapping that reads it. */
export interface Bomb {
  name: string;
  mapping: 'indeed' | 'jobposting' | 'csv-mairie';
  headers?: Record<string, string>;
  /** The body by pieces; without an end where the attack has none. */
  body(): Iterable<string | Buffer>;
  /** ms between two pieces, for a body that drips. */
  every?: number;
}

const MB = 1024 * 1024;
/** More than any feed may hold. */
const MUCH = 210 * MB;

const job = (i: number, inside = '') =>
  `<job><title>Soudeur ${i}</title><referencenumber>${i}</referencenumber><url>http://localhost/${i}</url>${inside}</job>`;

/** A piece again and again, in pieces of 64 KB, until so many bytes have come. */
function* repeated(text: string, bytes: number): Generator<string> {
  const piece = text.repeat(Math.max(1, Math.ceil(65_536 / text.length)));
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

function* around(begin: string, middle: Iterable<string | Buffer>, end: string): Generator<string | Buffer> {
  yield begin;
  yield* middle;
  yield end;
}

/** Records that differ in their number, until so many bytes have come. */
function* records(make: (i: number) => string, bytes: number): Generator<string> {
  let piece = '';
  let sent = 0;
  for (let i = 0; sent < bytes; i++) {
    piece += make(i);
    if (piece.length < 65_536) continue;
    sent += piece.length;
    yield piece;
    piece = '';
  }
}

const source = (middle: Iterable<string | Buffer>) => around('<source>', middle, '</source>');
const laughs = [...Array(10).keys()].map((i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);

/** Every attack of the table, in its order. */
export const BOMBS: readonly Bomb[] = [
  {
    name: 'entities that unfold ×10¹⁰',
    mapping: 'indeed',
    body: () => [
      `<!DOCTYPE s [<!ENTITY l0 "ha">${laughs.join('')}]><source><job><title>&l10;</title></job></source>`,
    ],
  },
  {
    name: 'one entity of 1 MB, used 10⁶ times',
    mapping: 'indeed',
    body: () =>
      around(
        `<!DOCTYPE s [<!ENTITY a "${'a'.repeat(MB)}">]><source><job><title>`,
        repeated('&a;', 3 * MB),
        '</title></job></source>',
      ),
  },
  {
    name: '10⁷ elements inside of each other',
    mapping: 'indeed',
    body: () => around('<source>', repeated('<a>', 30 * MB), ''),
  },
  {
    name: 'records of 10,000 nested elements, 200 MB',
    mapping: 'indeed',
    body: () => source(repeated(`<job>${'<x>'.repeat(10_000)}${'</x>'.repeat(10_000)}</job>`, 199 * MB)),
  },
  {
    name: 'one record of 150 MB of text',
    mapping: 'indeed',
    body: () => source(around('<job><title>', repeated('x', 150 * MB), `</title></job>${job(1)}`)),
  },
  {
    name: 'one record of 150 MB of CDATA',
    mapping: 'indeed',
    body: () =>
      source(around('<job><title><![CDATA[', repeated('x', 150 * MB), `]]></title></job>${job(1)}`)),
  },
  {
    name: 'one attribute of 150 MB',
    mapping: 'indeed',
    body: () => source(around('<job id="', repeated('x', 150 * MB), `"></job>${job(1)}`)),
  },
  {
    name: 'one JSON record of 150 MB',
    mapping: 'jobposting',
    body: () => around('[{"title": "', repeated('x', 150 * MB), '"}]'),
  },
  {
    name: 'gzip of 200 MB of zeros',
    mapping: 'indeed',
    headers: { 'content-encoding': 'gzip' },
    body: () => [gzipSync(Buffer.alloc(200 * MB))],
  },
  {
    name: 'brotli of 200 MB of records',
    mapping: 'indeed',
    headers: { 'content-encoding': 'br' },
    body: () => [
      brotliCompressSync(Buffer.from(`<source>${'<job><title>A</title></job>'.repeat(7_000_000)}`)),
    ],
  },
  { name: '10⁶ empty records', mapping: 'indeed', body: () => source(repeated('<job/>', 6 * MB)) },
  {
    name: '10⁶ tiny records that are postings',
    mapping: 'indeed',
    body: () => source(records((i) => job(i), 95 * MB)),
  },
  {
    name: '200 MB of empty elements around records',
    mapping: 'indeed',
    body: () => source(repeated('<a/>', 199 * MB)),
  },
  {
    name: 'records of 16,000 elements, 200 MB',
    mapping: 'indeed',
    body: () => source(records((i) => job(i, `<d>${'<b/>'.repeat(16_000)}</d>`), 199 * MB)),
  },
  {
    name: 'records of 3,900 list entries, 200 MB',
    mapping: 'indeed',
    body: () => source(records((i) => job(i, '<city>X</city>'.repeat(3900)), 199 * MB)),
  },
  {
    name: 'descriptions of 20,000 marks, 200 MB',
    mapping: 'indeed',
    body: () =>
      source(
        records((i) => job(i, `<description><![CDATA[${'<b>a</b>'.repeat(8000)}]]></description>`), 199 * MB),
      ),
  },
  {
    name: 'descriptions of phone numbers, 200 MB',
    mapping: 'indeed',
    body: () =>
      source(
        records((i) => job(i, `<description>${'06 12 34 56 78 '.repeat(4200)}</description>`), 199 * MB),
      ),
  },
  {
    name: 'descriptions of half addresses, 200 MB',
    mapping: 'indeed',
    body: () => source(records((i) => job(i, `<description>${'a@'.repeat(32_000)}</description>`), 199 * MB)),
  },
  {
    name: 'amounts of 60,000 spaces, 200 MB',
    mapping: 'jobposting',
    body: () =>
      around(
        '[',
        records(
          (i) =>
            `${i ? ',' : ''}{"title": "A", "identifier": "${i}", "url": "http://localhost/${i}", "baseSalary": {"value": {"minValue": "1${' '.repeat(60_000)}x"}}}`,
          199 * MB,
        ),
        ']',
      ),
  },
  {
    name: '40 million references (&amp;amp;)',
    mapping: 'indeed',
    body: () => source(repeated(`<job><title>${'&amp;'.repeat(12_000)}</title></job>`, 199 * MB)),
  },
  {
    name: '200 MB of UTF-8 and windows-1252 in turn',
    mapping: 'indeed',
    body: () => source(turns(199 * MB)),
  },
  {
    name: 'JSON of 10⁷ open brackets',
    mapping: 'jobposting',
    body: () => around('[{"a": ', repeated('[', 10 * MB), ''),
  },
  {
    name: 'CSV of quotation marks that nothing closes, 200 MB',
    mapping: 'csv-mairie',
    body: () =>
      around('Référence;Intitulé du poste;Lien\n', repeated(`1;"${'x'.repeat(1000)}\n`, 199 * MB), ''),
  },
  {
    name: 'CSV header of 150 MB',
    mapping: 'csv-mairie',
    body: () => repeated('a;', 150 * MB),
  },
  {
    name: 'a body without an end',
    mapping: 'indeed',
    body: () =>
      around(
        '<source>',
        records((i) => job(i, `<description>${'Texte. '.repeat(300)}</description>`), MUCH),
        '',
      ),
  },
  { name: 'a million pieces of one byte', mapping: 'indeed', body: () => source(bytes(MB)) },
  { name: 'a body that drips', mapping: 'indeed', body: () => source(repeated(' ', 1000 * MB)), every: 20 },
];

function* turns(size: number): Generator<Buffer> {
  const piece = Buffer.alloc(65_535);
  for (let i = 0; i < piece.length; i += 3) piece.set([0xc3, 0xa9, 0xe9], i);
  for (let sent = 0; sent < size; sent += piece.length) yield piece;
}

function* bytes(count: number): Generator<string> {
  for (let i = 0; i < count; i++) yield ' ';
}
