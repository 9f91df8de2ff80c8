import { createReadStream, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Posting } from '../offers/posting.ts';
import { Places } from '../places/places.ts';
import { Digest } from './digest.ts';
import { loadMapping } from './mapping.ts';

let places: Places;
beforeAll(async () => {
  places = await Places.load();
});

/** Reads a fixture with the mapping of its name, as a refresh does. */
async function setup(file: string, encoding?: string) {
  const postings: Posting[] = [];
  const digest = new Digest({
    partner: { id: 'p', hosts: ['exemple.fr'] },
    mapping: loadMapping(basename(file).replace(/\.\w+$/, '')),
    places,
    now: Date.parse('2026-11-22T12:00:00Z'),
    onPosting: (posting) => void postings.push(posting),
  });
  const ending = await digest.take(createReadStream(join(import.meta.dirname, 'fixtures', file)), {
    encoding,
  });
  return { postings, ending, ...digest.tally, contacts: digest.contacts };
}

interface Row {
  /** What becomes of each record that is accepted, in order, as far as the format's traps go. */
  postings: object[];
  refused?: Record<string, number>;
  contacts?: { emails: number; phones: number };
  ending?: object;
  encoding?: string;
}

const place = (insee: string, postcode?: string) =>
  expect.objectContaining({ insee, ...(postcode && { postcode }) });
const text = (...lines: string[]) => lines.map((line) => ({ kind: 'p', runs: [{ text: line }] }));

const FORMATS: Record<string, Row> = {
  'jobijoba.xml': {
    postings: [
      {
        key: 'p:www.exemple.fr/offre?id=41',
        link: 'https://www.exemple.fr/offre?id=41&utm_source=jobijoba&utm_medium=cpc',
        description: text('Fournil du centre.', 'Deux jours de repos ; CV à'),
        places: [place('62040', '62510')],
        contract: { kind: 'cdi' },
        hours: { time: 'full' },
        pay: { min: 1900, period: 'month', comparable: 1900 },
        postedAt: '2026-11-19T23:00:00.000Z',
        expiresAt: '2026-12-20T22:59:59.000Z',
      },
      {
        places: [place('62765', '62500')],
        contract: { kind: 'cdd', months: 6 },
        pay: { min: 12.02, period: 'hour', comparable: 1823.07 },
        postedAt: '2026-10-24T22:00:00.000Z',
      },
    ],
    refused: { 'repeated reference': 1 },
    contacts: { emails: 1, phones: 0 },
  },
  'jooble.xml': {
    postings: [
      {
        key: 'p:-7714980013353459134',
        places: [place('62765', '62500')],
        employer: { name: 'Métal & Fils' },
        description: [{ kind: 'p', runs: [{ text: 'Soudure ' }, { text: 'TIG', mark: 'strong' }] }],
        contract: { kind: 'cdi' },
        hours: { time: 'full' },
        pay: { min: 12.5, max: 14, period: 'hour', comparable: 1895.88 },
        postedAt: '2026-11-21T22:30:00.000Z',
        expiresAt: '2026-12-31T22:59:59.000Z',
      },
      {
        key: 'p:-2',
        places: [place('92062', '92800')],
        hours: { time: 'part' },
        contract: { kind: 'unstated' },
        postedAt: '2026-07-13T22:10:00.000Z',
      },
    ],
  },
  'careerjet.xml': {
    postings: [
      {
        key: 'p:CJ-7',
        places: [place('59350')],
        contract: { kind: 'cdi' },
        hours: { time: 'part' },
        pay: { text: '28-32 k€ par an', min: 28000, max: 32000, period: 'year' },
        description: text('Tenue de comptes.', 'Écrire à'),
        undated: true,
      },
      {
        key: 'p:www.exemple.fr/poste/8/postuler',
        places: [place('62765', '62500')],
        contract: { kind: 'unstated' },
        hours: { time: 'full' },
      },
    ],
    contacts: { emails: 1, phones: 0 },
  },
  'adzuna.xml': {
    postings: [
      {
        key: 'p:A1',
        description: [{ kind: 'ul', items: [[{ text: 'Régler' }], [{ text: 'Contrôler' }]] }],
        places: [expect.objectContaining({ insee: '62040', postcode: '62510', point: [50.7383, 2.3064] })],
        contract: { kind: 'cdi' },
        hours: { time: 'full' },
        pay: { text: '24 000 € à 27 000 € par an', min: 24000, max: 27000, period: 'year', comparable: 2000 },
      },
      {
        places: [{ name: 'Pas-de-Calais', department: '62', precision: 'department' }],
        contract: { kind: 'unstated' },
        hours: { time: 'part' },
        pay: { text: '150 € per day', min: 150, period: 'day' },
      },
    ],
  },
  'meteojob.xml': {
    postings: [
      {
        key: 'p:5001',
        employer: undefined,
        description: text('Vous entretenez les machines.', 'Bac pro souhaité.'),
        places: [place('62765', '62500'), place('59295', '59190')],
        contract: { kind: 'cdd', nature: 'apprentissage', months: 12 },
        schedule: ['équipes'],
        pay: { text: '11,88 EUR par an' },
        experience: 'Débutant (0 à 2 ans)',
        remote: undefined,
        postedAt: '2026-11-20T09:15:00.000Z',
      },
      {
        key: 'p:5002',
        employer: { name: 'Aa Export' },
        language: 'en',
        places: [{ name: 'Bruxelles', country: 'BE', precision: 'none' }],
        pay: { min: 38000, max: 45000, period: 'year', comparable: 3166.67 },
        remote: 'partial',
      },
    ],
  },
  'apec.xml': {
    postings: [
      {
        title: "Responsable d'équipe F/H",
        description: text('Une équipe de huit personnes.'),
        places: [place('75056', '75001')],
        contract: { kind: 'cdi', nature: 'apprentissage' },
        pay: { text: '18 - 22 k€ brut annuel', min: 18000, max: 22000, period: 'year', comparable: 1500 },
        sector: { code: '62.02A', label: 'CONSEIL EN LOGICIELS' },
        remote: 'partial',
        openings: 2,
        postedAt: '2026-10-25T00:30:00.000Z',
      },
      {
        places: [place('62757', '62500')],
        contract: { kind: 'cdd', months: 6 },
        pay: { text: 'A négocier' },
        remote: undefined,
        postedAt: '2026-11-19T23:00:00.000Z',
      },
    ],
  },
  'rss.xml': {
    postings: [
      {
        title: 'Maraîcher – CDD saisonnier',
        link: 'https://www.exemple.fr/emploi/maraicher/',
        employer: { name: 'Ferme du Marais' },
        description: text('Récolte à Clairmarais.'),
        places: [place('62225', '62500')],
        contract: { kind: 'saisonnier' },
        postedAt: '2026-11-20T07:00:00.000Z',
      },
      {
        link: 'https://www.exemple.fr/emploi/jardinier/',
        employer: undefined,
        places: [place('62040', '62510')],
        language: undefined,
        postedAt: '2025-12-31T23:00:00.000Z',
      },
    ],
    contacts: { emails: 0, phones: 2 },
  },
  'leboncoin.csv': {
    postings: [
      {
        key: 'p:101',
        title: 'Vendeur "prêt-à-porter" H/F',
        employer: { name: 'Élégance' },
        description: [
          ...text('Au cœur de l’équipe :'),
          { kind: 'ul', items: [[{ text: 'accueillir, conseiller' }], [{ text: 'encaisser' }]] },
        ],
        places: [place('62765', '62500')],
        pay: { text: 'De 820€ à 1 823€ par mois' },
        postedAt: '2026-11-19T23:00:00.000Z',
      },
      {
        employer: undefined,
        places: [place('62525', '62219')],
        pay: { text: '12,50 € / heure', min: 12.5, period: 'hour', comparable: 1895.88 },
      },
    ],
    refused: { 'more cells than the header': 1 },
    contacts: { emails: 0, phones: 1 },
  },
  'json-ats.json': {
    postings: [
      {
        key: 'p:9001',
        employer: { name: 'Talents du Nord', siret: '12345678900012' },
        places: [place('62765', '62500'), place('62534', '62380')],
        contract: { kind: 'cdd', months: 8 },
        hours: { time: 'part', weekly: 28 },
        pay: { min: 1700, max: 1900, period: 'month', comparable: 2125 },
        remote: 'partial',
        postedAt: '2026-11-20T09:00:00.000Z',
      },
      {
        key: 'p:b7c1',
        places: [place('59350')],
        contract: { kind: 'cdi' },
        pay: { min: 32000, max: 38000, period: 'year', comparable: 2666.67 },
        remote: 'full',
        postedAt: '2026-11-22T08:30:00.000Z',
      },
    ],
    refused: { 'no link': 1 },
  },
  'linkedin.xml': {
    postings: [
      {
        key: 'p:L-1',
        places: [place('62765', '62500')],
        contract: { kind: 'unstated' },
        hours: { time: 'full' },
        pay: { min: 30000, max: 34000, period: 'year', comparable: 2500 },
        experience: 'Expérience confirmée',
        remote: 'partial',
      },
      { key: 'p:L-2', contract: { kind: 'stage' }, remote: undefined, undated: true },
    ],
    ending: { complete: true, expected: 3 },
  },
  'jobposting-page.html': {
    postings: [
      {
        key: 'p:C-1',
        link: 'https://www.exemple.fr/nos-offres/cuisinier',
        description: text('Cuisine de saison'),
        places: [place('62765', '62500')],
        contract: { kind: 'unstated' },
        hours: { time: 'full' },
        pay: { min: 12.5, period: 'hour', comparable: 1895.88 },
        expiresAt: '2026-12-24T17:00:00.000Z',
      },
    ],
    refused: { 'record is not valid JSON': 1 },
  },
};

/** Of a posting what a row names. */
function parts(posting: Posting, named: object = {}): object {
  return Object.fromEntries(Object.keys(named).map((key) => [key, posting[key as keyof Posting]]));
}

describe('a known format becomes postings, its traps included', () => {
  it.each(Object.entries(FORMATS))('%s', async (file, row) => {
    const { postings, refused, ending, contacts } = await setup(file, row.encoding);

    expect(postings.map((posting, i) => parts(posting, row.postings[i]))).toEqual(row.postings);
    expect(Object.fromEntries(Object.entries(refused).map(([reason, { count }]) => [reason, count]))).toEqual(
      row.refused ?? {},
    );
    expect(ending).toEqual(row.ending ?? { complete: true });
    expect(contacts).toEqual(row.contacts ?? { emails: 0, phones: 0 });
    expect(JSON.stringify(postings)).not.toMatch(/Dupont|Jeanne|Nom caché|"cpc|0\.12|@exemple/);
  });

  it('each has a fixture here or a test of its mapping', () => {
    const elsewhere = ['csv-mairie', 'france-travail', 'hellowork', 'indeed', 'jobposting'];
    const mappings = readdirSync(join(import.meta.dirname, '../../mappings')).map((file) =>
      basename(file, '.yaml'),
    );

    expect(Object.keys(FORMATS).map((file) => file.replace(/\.\w+$/, ''))).toEqual(
      expect.arrayContaining(mappings.filter((name) => !elsewhere.includes(name))),
    );
  });
});
