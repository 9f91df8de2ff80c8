import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import type { CompiledBoard } from '../boards/board.ts';
import type { Offer } from '../contract/index.ts';
import type { Partner } from '../partners/partner.ts';
import type { Services } from '../services.ts';
import { isFresh } from './freshness.ts';

const OFFER = {
  id: 'offer00001',
  title: 'Cariste',
  contract: { kind: 'cdi' },
  postedAt: '2026-11-20T08:00:00.000Z',
  description: [],
  places: [],
  postings: [
    { partner: 'other', link: 'https://other.example/1' },
    { partner: 'tableau', link: 'https://tableau.example/1' },
  ],
} as Offer;

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

/** Routes over one board, which accepts one of the two partners of the only offer. */
async function setup() {
  const board = {
    definition: { id: 'pays', name: 'Pays', theme: {} },
    scope: { id: 'pays', revision: '1', partners: new Set(['tableau']) },
  } as unknown as CompiledBoard;
  const engine = {
    offer: async (id: string) => (id === OFFER.id ? OFFER : undefined),
    shows: () => true,
    during: () => engine,
  };
  const services = {
    boards: new Map([['pays', board]]),
    partners: new Map([['tableau', { id: 'tableau', name: 'Tableau', licence: {} } as Partner]]),
    engine,
    clicks: { add() {} },
    places: { revision: '' },
    former: () => ({ kind: 'alias', of: OFFER.id }),
    freshness: () => ({ generation: 1 }),
    version: '1.0.0',
    now: () => Date.parse('2026-11-22T12:00:00Z'),
  } as unknown as Services;
  app = await createApp(services);
  return { app, board, services };
}

it('shows of an offer only the postings of partners that the board accepts', async () => {
  const { app } = await setup();

  const offer = (await app.inject('/v1/boards/pays/offers/offer00001')).json();

  expect(offer.postings).toEqual([{ partner: 'tableau', link: 'https://tableau.example/1' }]);
});

it('keeps the chosen partner over an offer that was merged', async () => {
  const { app } = await setup();

  const { headers } = await app.inject('/pays/go/younger?partner=tab%26leau');

  expect(headers.location).toBe('/pays/go/offer00001?partner=tab%26leau');
});

it('refuses an address that cannot be decoded like any other', async () => {
  const { app } = await setup();

  const response = await app.inject('/v1/boards/%E0%A4%A/offers');

  expect(response.statusCode).toBe(400);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json()).toMatchObject({ status: 400, title: 'Bad request' });
});

it('answers anew once a partner is called otherwise, or places are others', async () => {
  const { board, services } = await setup();
  const etagOf = (changed: Partial<Services>) => {
    const headers: Record<string, string> = {};
    const reply = { header: (name: string, value: string) => ((headers[name] = value), reply) };
    isFresh({ ...services, ...changed }, board, { headers: {} } as never, reply as never);
    return headers.etag;
  };
  const renamed = new Map([['tableau', { ...services.partners.get('tableau')!, name: 'Ardoise' }]]);

  const known = etagOf({});
  expect(etagOf({ partners: new Map(services.partners) })).toBe(known);
  expect(etagOf({ partners: renamed })).not.toBe(known);
  expect(etagOf({ places: { revision: '2026-11-23' } as Services['places'] })).not.toBe(known);
});
