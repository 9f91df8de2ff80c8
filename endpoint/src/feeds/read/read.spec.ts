import { describe, expect, it } from 'vitest';
import { type Layout, Reading } from './read.ts';
import { RejectedRecord, type ReadItem } from './record.ts';

const XML: Layout = { format: 'xml', records: 'source.job' };
const JSON_LIST: Layout = { format: 'json', records: '$' };
const CSV: Layout = { format: 'csv' };

/** Reads a text that comes in pieces of so many characters. */
async function setup(text: string | Iterable<string>, layout: Layout, size = 7) {
  async function* pieces() {
    if (typeof text !== 'string') yield* text;
    else for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const reading = new Reading(pieces(), layout);
  const items: ReadItem[] = [];
  for await (const item of reading) items.push(item);
  const records = items.filter((item) => !(item instanceof RejectedRecord));
  return {
    records: records.map((record) => JSON.parse(JSON.stringify(record)) as unknown),
    rejected: items.filter((item) => item instanceof RejectedRecord).map(({ reason }) => reason),
    ending: reading.ending,
  };
}

describe('XML', () => {
  it('becomes groups, lists, attributes and texts', async () => {
    const feed = `<?xml version="1.0"?><source><lastBuildDate>x</lastBuildDate>
      <job id="7" lang='fr'><title><![CDATA[Chef <b>H/F</b> & Cie]]></title><pay unit="€">12</pay><pay>13</pay>
      <places><place><name>A</name></place><place><name>B</name></place></places><empty/></job></source>`;

    const { records, ending } = await setup(feed, XML);

    expect(records).toMatchObject([
      {
        '@id': '7',
        '@lang': 'fr',
        title: 'Chef <b>H/F</b> & Cie',
        pay: [{ '@unit': '€', '#text': '12' }, '13'],
        places: { place: [{ name: 'A' }, { name: 'B' }] },
        empty: '',
      },
    ]);
    expect(ending).toEqual({ complete: true });
  });

  it('survives bare ampersands and unknown references', async () => {
    const { records } = await setup(
      '<source><job><a>R&D&nbsp;&eacute; &amp;</a><u>?a=1&b=2</u></job></source>',
      XML,
    );

    expect(records).toEqual([{ a: 'R&D&nbsp;&eacute; &', u: '?a=1&b=2' }]);
  });

  it('keeps markup that was not escaped inside a field', async () => {
    const { records } = await setup(
      '<source><job><d><p>a<br/>b</p><ul><li>c</li></ul></d></job></source>',
      XML,
    );

    expect(records).toEqual([{ d: '<p>a<br></br>b</p><ul><li>c</li></ul>' }]);
  });

  it('reads records that are attributes alone, and an empty feed', async () => {
    expect((await setup('<source><job id="1"/><job id="2"/></source>', XML)).records).toEqual([
      { '@id': '1' },
      { '@id': '2' },
    ]);
    expect(await setup('<source/>', XML)).toMatchObject({ records: [], ending: { complete: true } });
  });

  it('loses one record where one is not closed', async () => {
    const feed = '<source><job><t>1</t></job><job><t>2</t><job><t>3</t></job><job><t>4</t></job></source>';

    const { records, rejected, ending } = await setup(feed, XML);

    expect(records).toEqual([{ t: '1' }, { t: '3' }, { t: '4' }]);
    expect(rejected).toEqual(['record is not closed']);
    expect(ending.complete).toBe(true);
  });

  it('loses the last record where only the root is closed', async () => {
    const { records, rejected } = await setup('<source><job><t>1</t></job><job><t>2</t></source>', XML);

    expect(records).toEqual([{ t: '1' }]);
    expect(rejected).toEqual(['record is not closed']);
  });

  it.each([
    ['record larger than 256 KB', `<d>${`<e>${'x'.repeat(400)}</e>`.repeat(1000)}</d>`],
    ['record with more than 4000 elements', `<d>${'<e>abcdefgh</e>'.repeat(5000)}</d>`],
    ['record with more than 4000 elements', `<d>${'<b/>'.repeat(5000)}</d>`],
    ['field larger than 64 KB', `<d>${'x'.repeat(70_000)}</d>`],
    ['record larger than 256 KB', `<d><![CDATA[${'x'.repeat(2_000_000)}]]></d>`],
    ['record larger than 256 KB', `<!-- ${'x'.repeat(2_000_000)} -->`],
    ['record larger than 256 KB', `<d a="${'x'.repeat(2_000_000)}"/>`],
    ['record nested deeper than 32 levels', `${'<x>'.repeat(40)}${'</x>'.repeat(40)}`],
    [
      'element with more than 64 attributes',
      `<d ${[...Array(70).keys()].map((i) => `a${i}="1"`).join(' ')}/>`,
    ],
  ])('refuses a record alone: %s', async (reason, content) => {
    const feed = `<source><job><t>1</t></job><job><t>2</t>${content}</job><job><t>3</t></job></source>`;

    const { records, rejected, ending } = await setup(feed, XML, 16_384);

    expect(records).toEqual([{ t: '1' }, { t: '3' }]);
    expect(rejected).toEqual([reason]);
    expect(ending).toEqual({ complete: true });
  });

  it.each([
    ['entities', '<!DOCTYPE s [<!ENTITY a "b">]><source><job/></source>', /declares entities/],
    [
      'entities from elsewhere',
      '<!DOCTYPE s [\n<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><source/>',
      /declares entities/,
    ],
    ['a web page', '<!DOCTYPE html><html><body>Maintenance</body></html>', /web page/],
    ['a web page after a declaration', '<?xml version="1.0"?><html><body/></html>', /web page/],
    ['another root', '<jobs><job/></jobs>', /begins with <jobs>.*reads <source>/],
    ['endless nesting', `<source>${'<a>'.repeat(100_000)}`, /deeper than 256/],
    [
      'an endless comment before the records',
      `<source><!--${'x'.repeat(2_000_000)}`,
      /outside of its records/,
    ],
    ['no XML', 'Service unavailable', /no XML/],
    ['nothing', '', /no XML/],
  ])('refuses %s in one sentence', async (_, feed, reason) => {
    const { records, ending } = await setup(feed, XML, 16_384);

    expect(records).toEqual([]);
    expect(ending).toEqual({ complete: false, reason: expect.stringMatching(reason) as string });
  });

  it('goes on behind an endless attribute of a record', async () => {
    const feed = `<source><job id="${'x'.repeat(2_000_000)}"/><job><t>1</t></job><job><t>2</t></job></source>`;

    const { records, rejected } = await setup(feed, XML, 16_384);

    expect(records).toEqual([{ t: '1' }, { t: '2' }]);
    expect(rejected).toEqual(['record larger than 256 KB']);
  });

  it('knows how many records a feed announces', async () => {
    const layout = { ...XML, expected: 'source.expectedJobCount' };

    const { ending } = await setup('<source><expectedJobCount>12</expectedJobCount><job/></source>', layout);

    expect(ending).toEqual({ complete: true, expected: 12 });
  });

  it('has no record that can reach the prototype', async () => {
    const { records } = await setup(
      '<source><job><__proto__><x>1</x></__proto__><t>1</t></job></source>',
      XML,
    );

    expect(({} as { x?: string }).x).toBeUndefined();
    expect(records).toHaveLength(1);
  });
});

describe('JSON', () => {
  it('becomes the objects of a list, numbers and booleans as text', async () => {
    const { records, ending } = await setup(
      '[{"a": 1.5, "b": true, "c": null, "d": {"e": ["x", "}]\\"{"]}}, {"f": "é\\u00e9"}]',
      JSON_LIST,
    );

    expect(records).toEqual([{ a: '1.5', b: 'true', d: { e: ['x', '}]"{'] } }, { f: 'éé' }]);
    expect(ending).toEqual({ complete: true });
  });

  it('is read at a path', async () => {
    const feed =
      '{"meta": {"items": [{"no": 1}], "a": "x:y"}, "data": {"items": [{"a": 1}, {"a": 2}], "next": null}}';

    const { records } = await setup(feed, { format: 'json', records: '$.data.items' });

    expect(records).toEqual([{ a: '1' }, { a: '2' }]);
  });

  it.each([
    ['record is not valid JSON', '{"t": 2, "x": nope}'],
    ['record is not valid JSON', '{"t": 2 "x": 1}'],
    ['field larger than 64 KB', `{"t": 2, "x": "${'y'.repeat(70_000)}"}`],
    ['record larger than 256 KB', `{"t": 2, "x": "${'y'.repeat(3_000_000)}"}`],
    ['record with more than 4000 values', `{"t": 2, "x": [${'0,'.repeat(5000)}0]}`],
    ['record nested deeper than 32 levels', `{"t": 2, "x": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('refuses a record alone: %s', async (reason, record) => {
    const { records, rejected, ending } = await setup(`[{"t": 1}, ${record}, {"t": 3}]`, JSON_LIST, 16_384);

    expect(records).toEqual([{ t: '1' }, { t: '3' }]);
    expect(rejected).toEqual([reason]);
    expect(ending.complete).toBe(true);
  });

  it('forgives line breaks inside texts', async () => {
    expect((await setup('[{"t": "a\nb"}]', JSON_LIST)).records).toEqual([{ t: 'a b' }]);
  });

  it.each([
    ['{"error": "closed"}', /no list at its top/],
    ['[{"a": 1}, {"b"', /breaks off/],
    ['[{"a": 1}}', /brackets .* do not match/],
    ['<html><body>', /web page/],
    ['<?xml version="1.0"?><a/>', /reads JSON/],
    ['oops', /reads JSON/],
    ['', /empty/],
  ])('%j ends with a sentence', async (feed, reason) => {
    expect((await setup(feed, JSON_LIST)).ending).toEqual({
      complete: false,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('gives what came before it broke', async () => {
    expect((await setup('[{"a": 1}}, {"b": 1}]', JSON_LIST, 100)).records).toEqual([{ a: '1' }]);
  });
});

describe('CSV', () => {
  it.each([';', ',', '\t'])('finds that cells are parted by %j', async (mark) => {
    const row = (...cells: string[]) => `${cells.join(mark)}\r\n`;
    const feed =
      row('Réf', 'Titre', 'Texte') +
      row('1', '"Chef ""H/F"""', `"ligne 1\nligne 2${mark} fin"`) +
      row('2', '5" à 6"', '');

    const { records, ending } = await setup(feed, CSV);

    expect(records).toEqual([
      { Réf: '1', Titre: 'Chef "H/F"', Texte: `ligne 1\nligne 2${mark} fin` },
      { Réf: '2', Titre: '5" à 6"', Texte: '' },
    ]);
    expect(ending).toEqual({ complete: true });
  });

  it('leaves empty rows out and refuses rows of another width alone', async () => {
    const { records, rejected } = await setup('a;b\n1;2\n;\n\n3\n4;5;6\n7;8;;\n9;10\n', CSV);

    expect(records).toEqual([
      { a: '1', b: '2' },
      { a: '7', b: '8' },
      { a: '9', b: '10' },
    ]);
    expect(rejected).toEqual(['fewer cells than the header', 'more cells than the header']);
  });

  it('takes quotation marks inside of a cell as text', async () => {
    const { records } = await setup('a;b\n1;2 ""x\n3;4\n', CSV);

    expect(records).toEqual([
      { a: '1', b: '2 ""x' },
      { a: '3', b: '4' },
    ]);
  });

  it('goes on behind a quotation mark that nothing closes', async () => {
    const rows = [...Array(40_000).keys()].map((i) => `${i};x y z\n`).join('');

    const { records, rejected, ending } = await setup(`a;b\n1;"open\n${rows}`, CSV, 16_384);

    expect(rejected).toEqual(['quotation mark is not closed']);
    expect(records).toHaveLength(40_000);
    expect(ending.complete).toBe(true);
  });

  it.each([
    ['a;b\n1;2\n3;4', /no line break/, 1],
    ['a;b\n1;2\n3;"4\n', /quotation marks/, 1],
    ['a;b\r\n1;2\r\n3;4\r', /no line break/, 1],
    ['', /empty/, 0],
    ['<!doctype html><html>', /web page/, 0],
    ['{"a": 1}\n', /JSON/, 0],
  ])('%j is incomplete', async (feed, reason, count) => {
    const { records, ending } = await setup(feed, CSV);

    expect(records).toHaveLength(count);
    expect(ending).toEqual({ complete: false, reason: expect.stringMatching(reason) as string });
  });

  it('may end without a line break where the mapping says so', async () => {
    const { records, ending } = await setup('a;b\n1;2', { ...CSV, lastLineBreak: false });

    expect(records).toEqual([{ a: '1', b: '2' }]);
    expect(ending).toEqual({ complete: true });
  });

  it.each(['\n', '\r\n', '\r'])('takes %j as the end of a line however the text is cut', async (end) => {
    for (let size = 1; size < 9; size++) {
      const { records, ending } = await setup(['a;b', '1;"x', 'y"', '3;4', ''].join(end), CSV, size);

      expect(records).toEqual([
        { a: '1', b: `x${end}y` },
        { a: '3', b: '4' },
      ]);
      expect(ending.complete).toBe(true);
    }
  });
});

describe('a web page', () => {
  const PAGE: Layout = { format: 'html' };
  const script = (json: string, type = 'application/ld+json') => `<script type="${type}">${json}</script>`;
  const page = (inside: string) => `<!doctype html><html><head>${inside}</head><body><p>x</p></body></html>`;

  it('becomes its JobPosting objects, alone, in lists and in graphs', async () => {
    const { records, ending } = await setup(
      page(
        script('{"@type": "JobPosting", "title": "A"}') +
          script('[{"@type": ["Thing", "JobPosting"], "title": "B"}, {"@type": "Person", "name": "x"}]') +
          script(
            '{"@graph": [{"@type": "ItemList", "itemListElement": [{"item": {"@type": "JobPosting", "title": "C"}}]}]}',
          ) +
          script('{"@type": "JobPosting", "title": "D"}', 'application/json'),
      ),
      PAGE,
    );

    expect(records).toMatchObject([{ title: 'A' }, { title: 'B' }, { title: 'C' }]);
    expect(ending).toEqual({ complete: true });
  });

  it('gives a record its own canonical address', async () => {
    const { records } = await setup(
      page(`<link rel="canonical" href="https://exemple.fr/1">${script('{"@type": "JobPosting"}')}`),
      PAGE,
    );

    expect(records).toEqual([{ '@type': 'JobPosting', '@page': 'https://exemple.fr/1' }]);
  });

  it('loses a broken block alone', async () => {
    const { records, rejected } = await setup(
      page(script('{"@type": "JobPosting", ') + script('{"@type": "JobPosting", "title": "A"}')),
      PAGE,
    );

    expect(records).toHaveLength(1);
    expect(rejected).toEqual(['record is not valid JSON']);
  });

  it.each([
    ['', /empty/],
    [page(''), /no JobPosting/],
    [page(script('{"@type": "JobPosting"}')).slice(0, -9), /breaks off/],
    [page('<b>'.repeat(600)), /deeper than 512/],
    [page('x'.repeat(11_000_000)), /larger than 10 MB/],
  ])('ends with a sentence, case %#', async (feed, reason) => {
    expect((await setup(feed, PAGE, 65_536)).ending).toEqual({
      complete: false,
      reason: expect.stringMatching(reason) as string,
    });
  });
});

describe('a feed that is cut', () => {
  const count = 20;
  const numbers = [...Array(count).keys()];
  const cdata = (i: number) => `<job><t>${i}</t><d><![CDATA[<p>Texte </job> numéro ${i}</p>]]></d></job>\n`;
  const feeds: [string, string[], string, Layout][] = [
    ['XML', ['<source>\n', ...numbers.map(cdata)], '</source>', XML],
    ['JSON', ['[', ...numbers.map((i) => `${i ? ',' : ''}{"t": "${i}", "d": "] } ${i}"}`)], ']', JSON_LIST],
    ['CSV', ['t;d\n', ...numbers.map((i) => `${i};"a\n""b"" ${i}"\n`)], '', CSV],
  ];

  it.each(feeds)('gives exactly its whole records: %s', async (_, parts, end, layout) => {
    const whole = parts.join('') + end;

    for (let percent = 0; percent < 100; percent++) {
      const cut = whole.slice(0, Math.floor((whole.length * percent) / 100));
      const { records, ending, rejected } = await setup(cut, layout, 64);

      const boundary =
        layout.format === 'csv' &&
        cut.endsWith('"\n') &&
        parts.some((__, i) => parts.slice(0, i + 1).join('') === cut);
      expect({ percent, n: records.length, rejected }).toEqual({
        percent,
        n: wholeRecords(parts, cut, layout),
        rejected: [],
      });
      if (!boundary && cut !== parts[0])
        expect({ percent, complete: ending.complete }).toEqual({ percent, complete: false });
    }
  });

  /** A record of JSON or XML is whole with its closing mark, a row with its line break. */
  function wholeRecords(parts: string[], cut: string, { format }: Layout): number {
    let end = parts[0]!.length;
    let whole = 0;
    for (const part of parts.slice(1)) {
      end += part.length;
      if ((format === 'xml' ? end - 1 : end) <= cut.length) whole++;
    }
    return whole;
  }
});
