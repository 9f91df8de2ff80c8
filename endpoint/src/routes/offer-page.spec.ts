import type { FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import type { CompiledBoard } from '../boards/board.ts';
import type { Board, Offer, OfferCard } from '../contract/index.ts';
import type { Services } from '../services.ts';

const OFFER: Offer = {
  id: 'offer00001',
  title: 'Cariste <b>(F/H)</b>',
  contract: { kind: 'cdd', months: 6 },
  hours: { time: 'part', weekly: 28 },
  schedule: ['matin', 'week-end'],
  experience: '2 ans',
  licences: ['B', 'C'],
  openings: 3,
  openToDisabled: true,
  postedAt: '2026-11-20T08:00:00.000Z',
  expiresAt: '2026-12-20T08:00:00.000Z',
  description: [
    { kind: 'heading', runs: [{ text: 'Le poste' }] },
    { kind: 'p', runs: [{ text: 'Au ' }, { text: '<script>quai</script>', mark: 'strong' }] },
    { kind: 'ul', items: [[{ text: 'charger' }], [{ text: 'ranger', mark: 'em' }]] },
  ],
  places: [
    { insee: '62765', name: 'Saint-Omer', postcode: '62500', department: '62', precision: 'commune' },
    { insee: '62040', name: 'Arques', postcode: '62510', department: '62', precision: 'commune' },
  ],
  postings: [
    { partner: 'other', link: 'https://other.example/1' },
    { partner: 'tableau', link: 'https://tableau.example/1?a=1' },
    { partner: 'ardoise', link: 'https://ardoise.example/1' },
  ],
};
const SIMILAR = {
  ...OFFER,
  id: 'offer00002',
  title: 'Cariste de nuit',
  partners: ['tableau'],
} as unknown as OfferCard;
const PARTNERS = [
  {
    id: 'tableau',
    name: 'Le Grand Tableau',
    site: 'https://tableau.example/',
    attribution: 'Données : Tableau',
  },
  { id: 'ardoise', name: 'Ardoise', site: 'https://ardoise.example/' },
];

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

/** The pages of one board, over one open offer, one that was merged into it and a closed one. */
async function setup(change: Partial<Offer> = {}) {
  const offer = { ...OFFER, ...change };
  const board = {
    definition: { id: 'pays', name: 'Pays', theme: {} },
    scope: { id: 'pays', partners: new Set(['tableau', 'ardoise', 'board:pays']) },
  } as unknown as CompiledBoard;
  const engine = {
    offer: async (id: string) => (id === OFFER.id ? offer : undefined),
    search: async () => ({ offers: [SIMILAR] }),
    shows: () => true,
    during: () => engine,
    state: () => ({ generation: 1 }),
  };
  const services = {
    boards: new Map([['pays', board]]),
    engine,
    origin: 'https://emploi.example',
    former: (id: string) =>
      ({
        younger: { kind: 'alias', of: OFFER.id },
        gone: { kind: 'closed', title: 'Cariste & co', closedAt: Date.parse('2026-11-21T10:00:00Z') },
      })[id],
    describe: () => ({ id: 'pays', name: 'L’emploi au Pays', partners: PARTNERS }) as unknown as Board,
    now: () => Date.parse('2026-11-22T12:00:00Z'),
  } as unknown as Services;
  app = await createApp(services);
  return (path: string) => app!.inject(path);
}

it('shows an offer in full without JavaScript, with all that it states', async () => {
  const get = await setup();

  const { statusCode, headers, body } = await get('/pays/offres/offer00001');
  const text = body.replaceAll(/<style>.*?<\/style>|<[^>]+>/gs, ' ').replaceAll(/\s+/g, ' ');

  expect(statusCode).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  for (const words of [
    'Dans 2 communes dont Saint-Omer (62)',
    'Contrat CDD de 6 mois',
    'Temps partiel, 28 h par semaine',
    'Horaires matin et week-end',
    'Salaire non précisé',
    'Expérience 2 ans',
    'Permis B et C',
    'Postes à pourvoir 3',
    'Communes Saint-Omer et Arques',
    'Ouverte aux travailleurs handicapés',
    'Fin de l’annonce le 20 décembre 2026',
    'Publiée le 20 novembre 2026 sur Le Grand Tableau',
    'Données : Tableau',
  ]) {
    expect(text).toContain(words);
  }
});

it('shows a partner’s words as text alone', async () => {
  const get = await setup();

  const { body } = await get('/pays/offres/offer00001');

  expect(body).not.toContain('<script');
  expect(body).toContain('<strong>&#60;script&#62;quai&#60;/script&#62;</strong>');
  expect(body).toContain('<li><em>ranger</em></li>');
});

it('leads to the partners that the board accepts, and names the leading one’s page as the original', async () => {
  const get = await setup();

  const { body } = await get('/pays/offres/offer00001');

  expect(body).toContain('<link rel="canonical" href="https://tableau.example/1?a&#61;1">');
  expect(body).toContain('href="/pays/go/offer00001">Postuler sur Le Grand Tableau</a>');
  expect(body).toContain('href="/pays/go/offer00001?partner=ardoise">Ardoise</a>');
  expect(body).not.toContain('other.example');
});

it('describes to search engines only what was posted here', async () => {
  const get = await setup({
    title: 'Agent </script> communal',
    pay: { min: 12, period: 'hour' },
    postings: [{ partner: 'board:pays', link: 'https://mairie.example/1' }],
  });

  const { body } = await get('/pays/offres/offer00001');
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];

  expect(body).toContain('<link rel="canonical" href="https://emploi.example/pays/offres/offer00001">');
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'JobPosting',
    title: 'Agent </script> communal',
    validThrough: '2026-12-20T08:00:00.000Z',
    employmentType: ['PART_TIME', 'TEMPORARY'],
    jobLocation: [{ address: { addressLocality: 'Saint-Omer', postalCode: '62500' } }, {}],
    baseSalary: { currency: 'EUR', value: { minValue: 12, unitText: 'HOUR' } },
  });
});

it('keeps a page within 25 kB whatever the description is, and says that it is cut', async () => {
  const long = { kind: 'p' as const, runs: [{ text: '& '.repeat(4000) }] };
  const get = await setup({ description: [long, long, long] });

  const { body } = await get('/pays/offres/offer00001');

  expect(Buffer.byteLength(body)).toBeLessThan(25_000);
  expect(body).toContain('La suite de l’offre est sur Le Grand Tableau.');
});

it('says that a closed offer is gone, since when, and shows similar ones', async () => {
  const get = await setup();

  const { statusCode, body } = await get('/pays/offres/gone');

  expect(statusCode).toBe(410);
  expect(body).toContain('<h1>Cette offre n’est plus en ligne</h1>');
  expect(body).toContain('« Cariste &#38; co » a été retirée le 21 novembre 2026');
  expect(body).toMatch(/<h2>Offres semblables<\/h2>.*href="\/pays\/go\/offer00002">Cariste de nuit</s);
  expect(body).toContain('href="/pays/offres/offer00002" aria-label="Détails : Cariste de nuit,');
});

it('leads from an offer that was merged to the one that stayed', async () => {
  const get = await setup();

  const { statusCode, headers } = await get('/pays/offres/younger');

  expect([statusCode, headers.location]).toEqual([308, '/pays/offres/offer00001']);
});

it('answers an id that nobody knows with a page in French that leads on', async () => {
  const get = await setup();

  const { statusCode, body } = await get('/pays/offres/xxxxxxxxxx');

  expect(statusCode).toBe(404);
  expect(body).toContain('Aucune offre ne porte cette adresse');
  expect(body).toContain('href="/pays"');
});
