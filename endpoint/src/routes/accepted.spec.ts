import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../app.ts';
import type { CompiledBoard } from '../boards/board.ts';
import type { Board, Offer, OffersAnswer } from '../contract/index.ts';
import { board, NOW, openStore, partner, posting } from '../out/under-test.ts';
import type { Places } from '../places/places.ts';
import type { Services } from '../services.ts';
import { AcceptedOffers } from '../offers/accepted.ts';
import { AcceptingEngine } from '../offers/accepting-engine.ts';
import type { Posting } from '../offers/posting.ts';

const TEXT = Array.from({ length: 60 }, (_, n) => `chargement${n}`).join(' ');
const job = (from: string, title: string, change: Partial<Posting> = {}) =>
  posting(from, `job-${from}`, { title, description: [{ kind: 'p', runs: [{ text: TEXT }] }], ...change });

/** A job of three partners, of whom "tableau" leads, and one of its own; the board "omer" accepts the other two. */
async function setup() {
  const partners = [partner('tableau', { rank: 1 }), partner('ardoise', { rank: 2 }), partner('craie')];
  const all = board('all', ['62765']);
  const omer = board('omer', ['62765']);
  omer.scope.partners = new Set(['ardoise', 'craie']);
  const places = {} as Places;
  const stored = [
    job('tableau', 'Cariste caces', {
      description: [{ kind: 'p', runs: [{ text: `${TEXT} et plus encore` }] }],
      pay: { text: '2 000 € par mois', min: 2000, period: 'month' },
      employer: { name: 'Tableau Logistique' },
    }),
    job('ardoise', 'Cariste', { openings: 3 }),
    job('craie', 'Cariste', { experience: '2 ans' }),
    posting('tableau', 'alone'),
  ];
  const store = await openStore(stored, { partners, boards: [all, omer], places });
  const { index, identities, engine, sending } = store;
  const accepted = new AcceptedOffers(index, identities, () => sending.partners);
  const services = {
    ...{ boards: sending.boards, partners: sending.partners, places, accepted },
    engine: new AcceptingEngine(engine, accepted),
    former: () => undefined,
    freshness: () => ({ generation: 1 }),
    describe: ({ definition }: CompiledBoard) =>
      ({ id: definition.id, name: definition.name, partners }) as unknown as Board,
    ...{ origin: 'https://emploi.example', version: '1', ready: () => true, now: () => NOW },
  } as unknown as Services;
  const app = await createApp(services);
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  const { id } = identities.known('tableau:job-tableau')!;
  expect(identities.known('ardoise:job-ardoise')!.id).toBe(id);
  const found = async (path: string) => (await app.inject(`/v1/boards/${path}`)).json<OffersAnswer>();
  const offer = async (on: string) => (await app.inject(`/v1/boards/${on}/offers/${id}`)).json<Offer>();
  return { app, id, found, offer };
}

it('shows a card in the words of the partners that the board accepts', async () => {
  const { found, id } = await setup();

  const everywhere = await found('all/offers?sort=newest');
  const here = await found('omer/offers?sort=newest');

  expect(everywhere.total).toBe(2);
  expect(everywhere.offers.find((card) => card.id === id)).toMatchObject({
    title: 'Cariste caces',
    pay: { min: 2000 },
    partners: ['tableau', 'ardoise', 'craie'],
  });
  expect(here.total).toBe(1);
  expect(here.offers[0]).toMatchObject({ id, title: 'Cariste', partners: ['ardoise', 'craie'] });
  expect(here.offers[0]).not.toHaveProperty('pay');
  expect(here.offers[0]).not.toHaveProperty('employer');
});

it('tells of an offer what those partners say, and nothing of another', async () => {
  const { app, offer, id } = await setup();

  const everywhere = await offer('all');
  const here = await offer('omer');
  const page = await app.inject(`/omer/offres/${id}`);

  expect(everywhere).toMatchObject({ title: 'Cariste caces', openings: 3, experience: '2 ans' });
  expect(here).toMatchObject({ title: 'Cariste', openings: 3, experience: '2 ans' });
  expect(JSON.stringify(here)).not.toMatch(/caces|encore|tableau|2000/i);
  expect(here.postings.map(({ partner }) => partner)).toEqual(['ardoise', 'craie']);
  expect(page.body).toContain('Cariste');
  expect(page.body).not.toMatch(/caces|encore|Tableau Logistique/i);
});

it('finds an offer by the words of the posting that leads of all, on every board', async () => {
  const { found } = await setup();

  const { total, offers } = await found('omer/offers?q=caces&exact=1');

  expect(total).toBe(1);
  expect(offers[0]).toMatchObject({ title: 'Cariste' });
});
