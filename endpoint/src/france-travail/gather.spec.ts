import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadMapping, type Mapping } from '../feeds/mapping.ts';
import type { Posting } from '../offers/posting.ts';
import { Places } from '../places/places.ts';
import { lookAtFranceTravail, type LookRequest } from './gather.ts';
import { DEFAULT_PER_SECOND } from './settings.ts';
import { sentOffer, sentOffers } from './stand-in/offers.ts';
import { KEYS, type StandIn, type StandInOptions, startStandIn } from './stand-in/server.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;
const PAS_DE_CALAIS = { communes: new Set(['62765']), departments: new Set(['62']) };

let places: Places;
let mapping: Mapping;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  places = await Places.load();
  mapping = loadMapping('france-travail');
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function setup(options: StandInOptions) {
  const service = await startStandIn(options);
  closing.push(service.close);
  const look = async (change: Partial<LookRequest> = {}, exclude: string[] = [], perSecond = 180) => {
    const postings: Posting[] = [];
    const result = await lookAtFranceTravail({
      partner: { id: 'france-travail', hosts: ['francetravail.fr'] },
      feed: {
        kind: 'france-travail',
        every: '0 * * * *',
        mapping: 'france-travail',
        address: service.address,
        token: service.token,
        perSecond,
        exclude,
      },
      ...{ mapping, places, reach: PAS_DE_CALAIS, environment: KEYS, now: NOW, firstWaitMs: 1 },
      allowedHosts: new Set(['127.0.0.1']),
      onPosting: (posting) => void postings.push(posting),
      ...change,
    });
    return { look: result, postings, ids: new Set(postings.map(({ reference }) => reference)) };
  };
  return { service, look };
}

const searches = ({ log }: StandIn) => log.filter(({ kind }) => kind === 'search');
const statuses = (service: StandIn) => searches(service).map(({ status }) => status);

describe('a whole département', () => {
  it(
    'comes whole, over no limit, though it is three times what one search gives out',
    { timeout: 60_000 },
    async () => {
      const offers = sentOffers(9981, NOW);
      const { service, look } = await setup({ offers });

      const { look: result, ids } = await look();

      expect(result).toMatchObject({ status: 'complete', read: 9981, accepted: 9981, refused: {} });
      expect(ids.size).toBe(9981);
      expect(statuses(service).filter((status) => status >= 400)).toEqual([]);
      expect(service.log.filter(({ kind }) => kind === 'token')).toHaveLength(1);
    },
  );

  it('is asked for no faster than the service allows, by the clock of the service', async () => {
    const { service, look } = await setup({ offers: sentOffers(1500, NOW), perSecond: 10, tokenSeconds: 1 });

    const { look: result } = await look({}, [], DEFAULT_PER_SECOND);

    expect(result.status).toBe('complete');
    const at = searches(service).map((entry) => entry.at);
    const inOneSecond = at.map(
      (start) => at.filter((other) => other >= start && other < start + 1000).length,
    );
    expect(Math.max(...inOneSecond)).toBeLessThanOrEqual(10);
    expect(statuses(service)).not.toContain(429);
    expect(statuses(service), 'tokens are renewed before they end').not.toContain(401);
    expect(service.log.filter(({ kind }) => kind === 'token').length).toBeGreaterThan(1);
  });

  it('says that it is not whole where one second holds more than a search gives out', async () => {
    const offers = sentOffers(3300, NOW).map((offer) => ({
      ...offer,
      dateCreation: '2026-11-01T08:00:00.000Z',
    }));
    const { look } = await setup({ offers });

    const { look: result } = await look();

    expect(result.status).toBe('incomplete');
    expect(result.reason).toBe(
      'département 62 holds more offers of one second than France Travail gives out.',
    );
  });

  it('is nothing, and well, where there is no offer', async () => {
    const { look } = await setup({ offers: [] });

    expect((await look()).look).toMatchObject({ status: 'complete', read: 0, accepted: 0 });
  });
});

describe('a list that moves while it is read', () => {
  it('is read again when an offer vanishes, so that none behind it is missed', async () => {
    const offers = sentOffers(900, NOW);
    const { service, look } = await setup({ offers });
    service.before = (nth) => {
      // More vanish in front of what was read than pages overlap.
      if (nth === 2) service.offers = newestFirst(service.offers).slice(40);
    };

    const { look: result, ids } = await look();

    expect(result.status).toBe('complete');
    for (const { id } of service.offers) expect(ids).toContain(id);
    expect(result.accepted).toBe(ids.size);
  });

  it('is read again when an offer moves to a page that was read, though the total stays', async () => {
    const offers = sentOffers(900, NOW);
    const { service, look } = await setup({ offers });
    service.before = (nth) => {
      if (nth !== 3) return;
      const last = newestFirst(service.offers).at(-1)!;
      last.dateCreation = newestFirst(service.offers)[0]!.dateCreation;
    };

    const { look: result, ids } = await look();

    expect(result.status).toBe('complete');
    expect(ids.size).toBe(900);
  });

  it('is not taken for whole while it never stands still', async () => {
    const { service, look } = await setup({ offers: sentOffers(600, NOW) });
    let more = 1000;
    service.before = () => {
      // Always new offers, always on the first page.
      for (let i = 0; i < 30; i++) {
        service.offers.push({ ...sentOffer(more++, NOW), dateCreation: new Date(NOW - 1000).toISOString() });
      }
    };

    const { look: result } = await look();

    expect(result.status).toBe('incomplete');
    expect(result.reason).toBe('The offers of département 62 changed each time they were read.');
    expect(result.cursor).toBeUndefined();
  });
});

function newestFirst(offers: StandIn['offers']): StandIn['offers'] {
  return offers.toSorted((a, b) => (a.dateCreation < b.dateCreation ? 1 : -1));
}

describe('a service with faults', () => {
  it('is asked again after 5xx, cut answers and other people’s pages', async () => {
    const faults = [
      { status: 503 },
      { status: 206, cut: true },
      { status: 200, body: '<html>Maintenance' },
      { status: 500 },
    ];
    const { look } = await setup({
      offers: sentOffers(300, NOW),
      before: (nth) => (nth > 0 ? faults[nth - 1] : undefined),
    });

    expect((await look()).look).toMatchObject({ status: 'complete', accepted: 300 });
  });

  it('is left alone for as long as a 429 asks', async () => {
    const { service, look } = await setup({
      offers: sentOffers(300, NOW),
      before: (nth) => (nth === 1 ? { status: 429, headers: { 'retry-after': '1' } } : undefined),
    });

    const { look: result } = await look();

    const [, refused, next] = searches(service).map(({ at }) => at);
    expect(result).toMatchObject({ status: 'complete', accepted: 300 });
    expect(next! - refused!).toBeGreaterThanOrEqual(990);
  });

  it('is given up for now where a 429 asks for an hour', async () => {
    const { service, look } = await setup({
      offers: sentOffers(300, NOW),
      before: (nth) => (nth === 1 ? { status: 429, headers: { 'retry-after': '3600' } } : undefined),
    });

    const { look: result, postings } = await look();

    expect(result.status).toBe('incomplete');
    expect(result.reason).toBe('France Travail was asked too often and wants a rest of 60 minutes.');
    expect(postings).toHaveLength(150);
    expect(searches(service)).toHaveLength(2);
  });

  it('is left in the middle when the endpoint stops', async () => {
    const stop = new AbortController();
    const { look } = await setup({
      offers: sentOffers(900, NOW),
      before: (nth) => (nth === 2 ? stop.abort() : undefined),
    });

    const { look: result } = await look({ signal: stop.signal });

    expect(result).toMatchObject({ status: 'incomplete', reason: 'The gathering was stopped.' });
    expect(result.cursor).toBeUndefined();
  });

  it('fails in one sentence where it never answers', async () => {
    const { service, look } = await setup({ offers: [], before: () => ({ status: 502 }) });

    const { look: result } = await look();

    expect(result).toMatchObject({
      status: 'failed',
      reason: 'France Travail was asked 6 times for one page: it answers 502.',
    });
    expect(searches(service)).toHaveLength(6);
  });

  it('gets a new token once where it no longer takes the old one', async () => {
    const { service, look } = await setup({
      offers: sentOffers(900, NOW),
      before: (nth) => (nth === 3 ? { status: 401 } : undefined),
    });

    expect((await look()).look).toMatchObject({ status: 'complete', accepted: 900 });
    expect(service.log.filter(({ kind }) => kind === 'token')).toHaveLength(2);
  });

  it('is believed when it refuses token after token', async () => {
    const { service, look } = await setup({ offers: [], before: () => ({ status: 401 }) });

    const { look: result } = await look();

    expect(result.reason).toMatch(/^France Travail refuses the search \(401\)/);
    expect(searches(service)).toHaveLength(2);
  });

  it('names the variables whose keys it refuses', async () => {
    const { look } = await setup({ offers: [] });

    const wrong = await look({ environment: { ...KEYS, FRANCE_TRAVAIL_CLIENT_SECRET: 'old' } });
    const none = await look({ environment: {} });

    expect(wrong.look).toMatchObject({ status: 'failed', read: 0 });
    expect(wrong.look.reason).toMatch(/refuses the keys \(400\); check FRANCE_TRAVAIL_CLIENT_ID and/);
    expect(none.look.reason).toBe(
      'The variables FRANCE_TRAVAIL_CLIENT_ID and FRANCE_TRAVAIL_CLIENT_SECRET are not set.',
    );
  });

  it('is not asked at a private address that no operator allowed', async () => {
    const { service, look } = await setup({ offers: [] });

    const { look: result } = await look({ allowedHosts: new Set() });

    expect(result.reason).toMatch(/127\.0\.0\.1 is not a public address/);
    expect(service.log).toHaveLength(0);
  });
});

describe('the next look', () => {
  it('asks for what is new only, until everything is due again', async () => {
    const { service, look } = await setup({ offers: sentOffers(500, NOW) });
    const { look: first } = await look();
    const later = NOW + HOUR_MS;
    service.offers.push(sentOffer(9000, NOW, { dateCreation: new Date(NOW + HOUR_MS / 2).toISOString() }));
    service.log.length = 0;

    const second = await look({ now: later, cursor: first.cursor });
    const asked = searches(service).map(({ query }) => query.get('minCreationDate'));
    const third = await look({ now: NOW + 5 * HOUR_MS, cursor: second.look.cursor });

    expect(first.cursor).toEqual({ lookedAt: NOW, wholeAt: NOW });
    expect(second.look).toMatchObject({ status: 'news', cursor: { lookedAt: later, wholeAt: NOW } });
    expect(second.ids).toContain((209_000).toString(36).toUpperCase());
    expect(second.postings.length).toBeLessThan(100);
    expect(asked).toEqual([new Date(NOW - HOUR_MS).toISOString().replace('.000', '')]);
    expect(third.look).toMatchObject({ status: 'complete', accepted: 501 });
  });
});

describe('the edge of a territory', () => {
  it('is asked for by commune, five at a time and without the 10 km around', async () => {
    const communes = ['59392', '59350', '59512', '59599', '59183', '59178', '62765'];
    const { service, look } = await setup({ offers: sentOffers(3, NOW) });

    await look({ reach: { communes: new Set(communes), departments: new Set(['62']) } });

    const areas = searches(service).map(({ query }) => query.get('departement') ?? query.get('commune'));
    expect(areas.sort()).toEqual(['59178,59183,59350,59392,59512', '59599', '62']);
  });

  it('lets nothing in that no board shows', async () => {
    const elsewhere = { libelle: '62 - LENS', codePostal: '62300', commune: '62498' };
    const { look } = await setup({
      offers: [
        sentOffer(1, NOW),
        sentOffer(2, NOW, { lieuTravail: elsewhere }),
        sentOffer(3, NOW, { lieuTravail: { libelle: '62 - Pas-de-Calais' } }),
      ],
    });

    const { look: result, postings } = await look();

    const where = postings.map(({ places: [place] }) => place!.insee ?? place!.department);
    expect(where.sort()).toEqual(['62', '62765']);
    expect(result.refused).toMatchObject({ 'outside of every board': { count: 1 } });
  });

  it('is asked for without the partners that the town does not want from here', async () => {
    const origin = {
      origine: '2',
      urlOrigine: 'https://candidat.francetravail.fr/offres/recherche/detail/X',
    };
    const { service, look } = await setup({
      offers: [
        sentOffer(1, NOW),
        sentOffer(2, NOW, {
          origineOffre: { ...origin, partenaires: [{ nom: 'VILLE', url: 'https://ville.example/2' }] },
        }),
      ],
    });

    const { postings } = await look({}, ['VILLE', 'TABLEAU']);

    expect(postings).toHaveLength(1);
    expect(searches(service)[0]!.query.get('partenaires')).toBe('VILLE,TABLEAU');
  });
});
