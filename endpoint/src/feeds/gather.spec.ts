import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import type { Posting } from '../offers/posting.ts';
import type { FeedSettings } from './feed.ts';
import { gatherFeed, type GatherRequest } from './gather.ts';
import { loadMapping } from './mapping.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const job = (i: number, more = '') =>
  `<job><title>Soudeur n° ${i}</title><referencenumber>r${i}</referencenumber><url>http://localhost/o/${i}</url><date>Sat, 21 Nov 2026 08:00:00 GMT</date>${more}</job>`;
const feed = (count: number) => `<source>${[...Array(count).keys()].map((i) => job(i)).join('\n')}</source>`;

/** A partner on loopback that answers as `listener` does, and a gathering of its feed. */
async function setup(listener: RequestListener) {
  const asked: { url?: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  closing.push(
    () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  const gather = async (
    options: Partial<Omit<GatherRequest, 'settings'>> & { settings?: Partial<FeedSettings> } = {},
  ) => {
    const postings: Posting[] = [];
    const gathering = await gatherFeed({
      partner: { id: 'p', hosts: ['localhost'] },
      mapping: loadMapping('indeed'),
      places: { locate: (raw) => ({ name: raw.name ?? '', precision: 'none' }) },
      allowedHosts: new Set(['localhost']),
      now: NOW,
      onPosting: (posting) => void postings.push(posting),
      ...options,
      settings: {
        address: `http://localhost:${port}/feed.xml?key=secret`,
        mapping: 'indeed',
        ...options.settings,
      },
    });
    return { gathering, postings };
  };
  return { port, asked, gather };
}

const answer =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/xml', ...headers }).end(body);

describe('a feed that is well', () => {
  it('becomes postings, with its validators for the next time', async () => {
    const { gather, asked } = await setup(
      answer(feed(3), { etag: '"v1"', 'last-modified': 'Sat, 21 Nov 2026 08:00:00 GMT' }),
    );
    const told: number[] = [];

    const { gathering, postings } = await gather({ onProgress: ({ bytes }) => told.push(bytes) });

    expect(gathering).toMatchObject({
      status: 'complete',
      read: 3,
      accepted: 3,
      refused: {},
      bytes: Buffer.byteLength(feed(3)),
      validators: { etag: '"v1"', lastModified: 'Sat, 21 Nov 2026 08:00:00 GMT' },
    });
    expect(postings.map(({ key }) => key)).toEqual(['p:r0', 'p:r1', 'p:r2']);
    expect(told.at(-1)).toBe(Buffer.byteLength(feed(3)));
    expect(asked[0]!.headers).toMatchObject({ 'accept-encoding': 'gzip, deflate, br' });
  });

  it('is not sent again while it has not changed', async () => {
    const { gather, asked } = await setup((_, response) => void response.writeHead(304).end());

    const { gathering } = await gather({ validators: { etag: '"v1"', lastModified: 'yesterday' } });

    expect(gathering).toMatchObject({ status: 'unchanged', validators: { etag: '"v1"' } });
    expect(asked[0]!.headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'yesterday' });
  });

  it.each([
    ['gzip', gzipSync(feed(50))],
    ['deflate', deflateSync(feed(50))],
    ['br', brotliCompressSync(feed(50))],
    ['identity', Buffer.from(feed(50))],
    ['', gzipSync(feed(50))],
    ['gzip', gzipSync(gzipSync(feed(50)))],
  ])('comes compressed as "%s"', async (encoding, body) => {
    const { gather } = await setup(answer(body, encoding ? { 'content-encoding': encoding } : {}));

    expect((await gather()).gathering).toMatchObject({
      status: 'complete',
      accepted: 50,
      bytes: body.length,
    });
  });

  it('waits while its postings are taken', async () => {
    const { gather } = await setup(answer(feed(20)));
    let open = 0;
    let most = 0;

    await gather({
      async onPosting() {
        most = Math.max(most, ++open);
        await new Promise(setImmediate);
        open--;
      },
    });

    expect(most).toBe(1);
  });

  it('is asked for with the headers whose values stand in the environment', async () => {
    const { gather, asked } = await setup(answer(feed(1)));
    const settings = { headers: { 'X-Key': 'PARTNER_KEY' } };

    expect((await gather({ settings, environment: {} })).gathering.reason).toMatch(/PARTNER_KEY.*is not set/);
    await gather({ settings, environment: { PARTNER_KEY: 'abc' } });

    expect(asked.map(({ headers }) => headers['x-key'])).toEqual(['abc']);
  });

  it('is incomplete where it holds less than it announces', async () => {
    const { gather } = await setup(
      answer(feed(3).replace('<source>', '<source><expectedJobCount>4</expectedJobCount>')),
    );
    const mapping = loadMapping('indeed');

    const { gathering } = await gather({
      mapping: { ...mapping, layout: { ...mapping.layout, expected: 'source.expectedJobCount' } },
    });

    expect(gathering).toMatchObject({
      status: 'incomplete',
      accepted: 3,
      reason: 'The feed announces 4 offers and holds 3.',
    });
    expect(gathering.validators).toBeUndefined();
  });

  it('is looked for over five redirects and no more', async () => {
    const { gather, asked } = await setup(
      (_, response) => void response.writeHead(302, { location: '/next' }).end(),
    );

    await gather();

    expect(asked).toHaveLength(6);
  });

  it('follows a redirect and leaves its secret headers behind', async () => {
    const other = await setup(answer(feed(2)));
    const { gather } = await setup((_, response) => {
      response.writeHead(302, { location: `http://localhost:${other.port}/b` }).end();
    });

    const { gathering } = await gather({
      settings: { headers: { 'x-key': 'K' } },
      environment: { K: 'abc' },
    });

    expect(gathering.accepted).toBe(2);
    expect(other.asked[0]!.headers['x-key']).toBeUndefined();
  });
});

describe('a feed in several pages', () => {
  const pages = async (second: RequestListener) => {
    const rest = await setup(second);
    const { gather, asked } = await setup(answer(feed(2), { etag: '"v1"' }));
    const settings = { pages: [`http://localhost:${rest.port}/2`] };
    return { ...(await gather({ settings, validators: { etag: '"v1"' } })), asked };
  };
  const other = `<source>${job(1)}${job(7)}</source>`;

  it('is one feed: each posting once, whole only with its last page', async () => {
    const { gathering, postings, asked } = await pages(answer(other));

    expect(postings.map(({ reference }) => reference)).toEqual(['r0', 'r1', 'r7']);
    expect(gathering).toMatchObject({
      status: 'complete',
      refused: { 'repeated reference': { count: 1 } },
      bytes: Buffer.byteLength(feed(2)) + Buffer.byteLength(other),
    });
    expect(gathering.validators).toBeUndefined();
    expect(asked[0]!.headers).not.toHaveProperty('if-none-match');
  });

  it('keeps what the other pages hold where one fails', async () => {
    const { gathering } = await pages((_, response) => void response.writeHead(500).end());

    expect(gathering).toMatchObject({ status: 'incomplete', accepted: 2 });
    expect(gathering.reason).toMatch(/fault of its own/);
  });
});

it('takes no more than 250,000 records', async () => {
  const { gather } = await setup(answer(`<source>${'<job/>'.repeat(250_001)}</source>`));

  expect((await gather()).gathering).toMatchObject({
    status: 'incomplete',
    read: 250_000,
    reason: 'The feed holds more than 250,000 records; the rest is refused.',
  });
});

describe('a record that cannot be a posting', () => {
  it('is counted with its reason and a sample, and costs no other', async () => {
    const base = '<date>Sat, 21 Nov 2026 08:00:00 GMT</date>';
    const body = `<source>${job(1)}
      <job><referencenumber>a</referencenumber><url>http://localhost/a</url>${base}</job>
      <job><referencenumber>b</referencenumber><title>B</title>${base}</job>
      <job><referencenumber>c</referencenumber><title>C</title><url>https://evil.example/c</url>${base}</job>
      <job><referencenumber>d</referencenumber><title>D</title><url>http://localhost/d</url><date>Sun, 32 Foo 2026</date></job>
      ${job(5, '<expirationdate>Sat, 21 Nov 2026 08:00:00 GMT</expirationdate>')}
      <job><referencenumber>e</referencenumber><title>E</title><url>http://localhost/e</url><date>Sat, 28 Nov 2026 08:00:00 GMT</date></job>
      ${job(7, `<description>${'&lt;b&gt;'.repeat(5000)}</description>`)}
      ${job(1)}${[...Array(9).keys()].map((i) => job(i + 2, `<salary>${'x'.repeat(70_000)}</salary>`)).join('')}
      ${job(99)}</source>`;
    const { gather } = await setup(answer(body));

    const { gathering, postings } = await gather();

    expect(postings.map(({ reference }) => reference)).toEqual(['r1', 'r99']);
    expect(gathering).toMatchObject({ status: 'complete', read: 19, accepted: 2 });
    expect(gathering.refused).toEqual({
      'no title': { count: 1, samples: ['a'] },
      'no link': { count: 1, samples: ['b'] },
      'link leads to a host that the partner did not declare': { count: 1, samples: ['c · evil.example'] },
      'date cannot be read': { count: 1, samples: ['d · Sun, 32 Foo 2026'] },
      expired: { count: 1, samples: ['r5 · 2026-11-21'] },
      'not published yet': { count: 1, samples: ['e · 2026-11-28'] },
      'description nested deeper than 100 levels': { count: 1, samples: ['r7'] },
      'repeated reference': { count: 1, samples: ['r1'] },
      'field larger than 64 KB': { count: 9, samples: [2, 3, 4, 5, 6].map((i) => `Soudeur n° ${i}`) },
    });
  });

  it('is told apart by its link where it has no reference', async () => {
    const record = (link: string) => `<job><title>T</title><url>${link}</url></job>`;
    const { gather } = await setup(
      answer(
        `<source>${record('http://localhost/a?id=1&amp;utm_source=x')}${record('http://localhost/a?id=1')}</source>`,
      ),
    );

    const { gathering, postings } = await gather();

    expect(postings).toMatchObject([
      {
        key: 'p:localhost/a?id=1',
        link: 'http://localhost/a?id=1&utm_source=x',
        undated: true,
        postedAt: new Date(NOW).toISOString(),
      },
    ]);
    expect(gathering.refused).toEqual({ 'repeated reference': { count: 1, samples: ['T'] } });
  });
});

describe('an answer that is no feed', () => {
  it.each<[string, RequestListener, RegExp]>([
    [
      '404',
      (_, response) => void response.writeHead(404).end('no'),
      /^localhost has no feed at this address \(404\)\.$/,
    ],
    ['500', (_, response) => void response.writeHead(500).end(), /fault of its own/],
    ['403', (_, response) => void response.writeHead(403).end(), /credentials/],
    ['204', (_, response) => void response.writeHead(204).end(), /204/],
    ['304 without a condition', (_, response) => void response.writeHead(304).end(), /304/],
    ['HTML with 200', answer('<!DOCTYPE html>\n<html><body>Maintenance</body></html>'), /web page/],
    ['nothing', answer(''), /no XML/],
    ['a reset', (request) => void request.socket.destroy(), /closed the connection/],
    ['rubbish as gzip', answer('rubbish', { 'content-encoding': 'gzip' }), /damaged/],
    ['another compression', answer('x', { 'content-encoding': 'zstd' }), /"zstd"/],
    [
      'an entity bomb',
      answer('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><source>&b;</source>'),
      /entities/,
    ],
    [
      'a redirect to this machine',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /127\.0\.0\.1 is not a public address/,
    ],
    [
      'a redirect to a file',
      (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      /not over "file"/,
    ],
    [
      'a redirect with credentials',
      (_, response) => void response.writeHead(302, { location: 'http://a:b@localhost/' }).end(),
      /user name/,
    ],
    ['a redirect to nowhere', (_, response) => void response.writeHead(302).end(), /more than 5 redirects/],
    [
      'redirects without end',
      (_, response) => void response.writeHead(302, { location: '/feed.xml' }).end(),
      /more than 5 redirects/,
    ],
  ])('%s fails with a sentence', async (_, listener, reason) => {
    const { gather } = await setup(listener);

    const { gathering } = await gather();

    expect(gathering).toMatchObject({ status: 'failed', read: 0, accepted: 0 });
    expect(gathering.reason).toMatch(reason);
    expect(gathering.reason).not.toMatch(/secret|\n/);
    expect(gathering.validators).toBeUndefined();
  });

  it('is never asked for where the host is private', async () => {
    const { gather, asked, port } = await setup(answer(feed(1)));

    for (const address of [
      `http://localhost:${port}/`,
      `http://127.0.0.1:${port}/`,
      `http://[::1]:${port}/`,
    ]) {
      const { gathering } = await gather({ allowedHosts: new Set(), settings: { address } });
      expect(gathering.reason).toMatch(/is not a public address/);
    }
    expect(asked).toEqual([]);
  });

  it.each(['no url', 'ftp://exemple.fr/x', 'http://nobody.invalid/'])(
    '%j fails with a sentence',
    async (address) => {
      const { gather } = await setup(answer(''));

      expect((await gather({ settings: { address } })).gathering).toMatchObject({ status: 'failed' });
    },
  );
});

describe('a feed that breaks off', () => {
  const whole = Buffer.from(feed(40));
  const sent = (bytes: Buffer, headers: Record<string, string>): RequestListener => {
    return (_, response) => {
      response.writeHead(200, headers);
      response.write(bytes, () => response.destroy());
    };
  };

  it('by a lost connection keeps what came', async () => {
    const { gather } = await setup(sent(whole.subarray(0, 3000), { 'content-length': String(whole.length) }));

    const { gathering, postings } = await gather();

    const expected = whole.subarray(0, 3000).toString().split('</job>').length - 1;
    expect(gathering).toMatchObject({ status: 'incomplete', accepted: expected });
    expect(gathering.reason).toMatch(/closed the connection/);
    expect(postings).toHaveLength(expected);
  });

  it.each([
    ['gzip', gzipSync(whole)],
    ['br', brotliCompressSync(whole)],
    ['deflate', deflateSync(whole)],
  ])('in the middle of %s is incomplete', async (encoding, body) => {
    const { gather } = await setup(
      answer(body.subarray(0, body.length - 40), { 'content-encoding': encoding }),
    );

    const { gathering } = await gather();

    expect(gathering).toMatchObject({
      status: 'incomplete',
      reason: expect.stringMatching(/breaks off/) as string,
    });
    expect(gathering.accepted).toBeGreaterThan(0);
  });

  it('at any point gives exactly the whole records before it', async () => {
    let cut = 0;
    const { gather } = await setup((_, response) => void response.end(whole.subarray(0, cut)));

    for (let percent = 5; percent < 100; percent += 10) {
      cut = Math.floor((whole.length * percent) / 100);
      const { gathering, postings } = await gather();
      expect(gathering).toMatchObject({
        status: 'incomplete',
        reason: expect.stringMatching(/closing tag/) as string,
      });
      expect(postings).toHaveLength(whole.subarray(0, cut).toString().split('</job>').length - 1);
    }
  });

  it('by dripping is stopped after its time', async () => {
    const timers: NodeJS.Timeout[] = [];
    const { gather } = await setup((_, response) => {
      response.write(whole.subarray(0, 1000));
      timers.push(setInterval(() => response.write(' '), 20));
    });

    const { gathering } = await gather({ timeouts: { total: 250 } });

    timers.forEach(clearInterval);
    expect(gathering).toMatchObject({
      status: 'incomplete',
      reason: 'localhost had not sent the whole feed after 0.3 s.',
    });
    expect(gathering.accepted).toBeGreaterThan(0);
  });

  it('by silence is stopped after its time', async () => {
    const { gather } = await setup((_, response) => void response.write(whole.subarray(0, 1000)));

    expect((await gather({ timeouts: { idle: 100 } })).gathering.reason).toMatch(
      /stopped sending for 0\.1 s/,
    );
  });

  it('before it begins is stopped after its time', async () => {
    const { gather } = await setup(() => {});

    expect((await gather({ timeouts: { headers: 100 } })).gathering.reason).toMatch(
      /did not answer within 0\.1 s/,
    );
  });

  it('because it has no end is stopped at its cap', async () => {
    const { gather } = await setup((_, response) => {
      response.write('<source>');
      const more = () => {
        while (!response.destroyed && response.write(job(1).repeat(50)));
      };
      response.on('drain', more);
      more();
    });

    const { gathering } = await gather({ caps: { maxBytes: 500_000 } });

    expect(gathering).toMatchObject({ status: 'incomplete', reason: 'The feed is larger than 488 KB.' });
  });

  it('because it unfolds without measure is stopped', async () => {
    const { gather } = await setup(
      answer(gzipSync(Buffer.alloc(30_000_000)), { 'content-encoding': 'gzip' }),
    );

    expect((await gather()).gathering.reason).toMatch(/more than 100 times/);
  });

  it('because the operator stops it says so', async () => {
    const stop = new AbortController();
    const { gather } = await setup(
      (_, response) => void response.write(whole.subarray(0, 1000), () => stop.abort()),
    );

    expect((await gather({ signal: stop.signal })).gathering).toMatchObject({
      reason: 'The gathering was stopped.',
    });
  });
});

it('reads windows-1252 right where the header says UTF-8', async () => {
  const body = iconv.encode(`<source>${job(1, '<company>L’œuf à 3 €</company>')}</source>`, 'windows-1252');
  const { gather } = await setup(answer(body, { 'content-type': 'text/xml; charset=utf-8' }));

  expect((await gather()).postings[0]!.employer).toEqual({ name: 'L’œuf à 3 €' });
});

it('lets a programming error of the caller through', async () => {
  const { gather } = await setup(answer(feed(3)));
  const onPosting = () => {
    throw new RangeError('bug');
  };

  await expect(gather({ onPosting })).rejects.toThrow(RangeError);
});
