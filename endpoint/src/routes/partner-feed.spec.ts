import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { HOUR_MS, NOW, openStore, partner, posting } from '../out/under-test.ts';
import type { Receiver } from '../partners/partner.ts';
import { hashOf, type Receiving } from '../partners/rules-file.ts';
import { Places } from '../places/places.ts';
import type { Services } from '../services.ts';

/** All communes are read slowly on a busy machine; nothing here is about time. */
const PATIENCE_MS = 60_000;

const TOKEN = 'the-token-of-jobs';
const OTHER = 'the-token-of-other';
const receiving = (token: string): Receiving => ({ tokenHash: hashOf(token), rules: {}, embargoHours: 0 });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

let places: Places;
let store: Awaited<ReturnType<typeof openStore>>;
let app: FastifyInstance;
let receivers: Map<string, Receiver>;
let now: number;
beforeAll(async () => {
  places = await Places.load();
}, PATIENCE_MS);
beforeEach(async () => {
  now = NOW;
  receivers = new Map([
    ['jobs', { id: 'jobs', receiving: receiving(TOKEN) }],
    ['other', { id: 'other', receiving: receiving(OTHER) }],
  ]);
  const stored = Array.from({ length: 30 }, (_, n) => posting('board:omer', `A${n}`));
  store = await openStore(stored, { partners: [partner('sender')], places });
  app = await createApp({
    ...{ ...store.sending, outgoing: store.outgoing, receivers, engine: store.engine, version: '1.0.0' },
    now: () => now,
  } as unknown as Services);
});
afterEach(async () => {
  await app.close();
  await store.close();
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

describe('a feed for a partner', () => {
  it.each([
    ['/partners/jobs/feed.xml', {}],
    ['/partners/jobs/feed.json', {}],
    ['/partners/jobs/feed.xml?token=', {}],
    ['/partners/jobs/feed.xml?token=wrong', {}],
    [`/partners/jobs/feed.xml?token=${OTHER}`, {}],
    ['/partners/jobs/feed.xml', bearer(OTHER)],
    ['/partners/jobs/feed.xml', { authorization: `Basic ${TOKEN}` }],
    [`/partners/sender/feed.xml?token=${TOKEN}`, {}],
    [`/partners/nobody/feed.xml?token=${TOKEN}`, {}],
    ['/partners/nobody/feed.xml', { authorization: 'Bearer ' }],
  ])('tells who has no token of it nothing: %s %j', async (url, headers) => {
    const answer = await get(url, headers);

    expect(answer.statusCode).toBe(401);
    expect(answer.headers).toMatchObject({ 'www-authenticate': 'Bearer', 'cache-control': 'no-store' });
    expect(answer.headers).not.toHaveProperty('etag');
    expect(answer.json()).toEqual({
      type: 'about:blank',
      title: 'Not authorised',
      status: 401,
      detail:
        'This feed is for partners: send your token as "Authorization: Bearer TOKEN", or add ?token=TOKEN.',
    });
  });

  it('comes for the token in the header or in the address, kept by no shared cache', async () => {
    const xml = await get('/partners/jobs/feed.xml', bearer(TOKEN));
    const json = await get(`/partners/jobs/feed.json?token=${TOKEN}`);

    expect([xml.statusCode, json.statusCode]).toEqual([200, 200]);
    expect(xml.headers).toMatchObject({
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    });
    expect(xml.headers).not.toHaveProperty('www-authenticate');
    expect(xml.body.match(/<job>/g)).toHaveLength(30);
    expect(xml.body).toMatch(
      /<url><!\[CDATA\[https:\/\/emploi\.example\/omer\/offres\/[0-9a-z]{10}\]\]><\/url>/,
    );
    expect(json.json()).toHaveLength(30);
  });

  it('is sent compressed where that is asked for', async () => {
    const plain = await get('/partners/jobs/feed.xml', bearer(TOKEN));
    const small = await get('/partners/jobs/feed.xml', { ...bearer(TOKEN), 'accept-encoding': 'gzip' });

    expect(small.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(small.rawPayload).toString()).toBe(plain.body);
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  });

  it('is not sent again until something could have changed', async () => {
    const ask = async (etag?: string) => {
      const answer = await get('/partners/jobs/feed.json', {
        ...bearer(TOKEN),
        ...(etag && { 'if-none-match': etag }),
      });
      return { status: answer.statusCode, etag: String(answer.headers.etag), body: answer.body };
    };
    const { etag } = await ask();

    const same = await ask(etag);
    now += HOUR_MS;
    const later = await ask(etag);
    await store.publish([posting('board:omer', 'B')]);
    const published = await ask(later.etag);
    const rules = { contract: { refuse: ['cdi'] } };
    receivers.set('jobs', { id: 'jobs', receiving: { ...receiving(TOKEN), rules } });
    const ruled = await ask(published.etag);

    expect(same).toEqual({ status: 304, etag, body: '' });
    expect([later.status, published.status, ruled.status]).toEqual([200, 200, 200]);
    expect(JSON.parse(published.body)).toHaveLength(1);
    expect(JSON.parse(ruled.body)).toEqual([]);
  });

  it('answers HEAD without reading an offer', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/partners/jobs/feed.xml', headers: bearer(TOKEN) });

    expect(head.statusCode).toBe(200);
    expect(head.headers.etag).toBeDefined();
    expect(head.body).toBe('');
  });
});
