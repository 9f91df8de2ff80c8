import { beforeAll, describe, expect, it } from 'vitest';
import { loadMapping } from '../feeds/mapping.ts';
import { PostingMapper } from '../feeds/postings.ts';
import { JsonReader } from '../feeds/read/json.ts';
import type { ReadItem, RecordTree } from '../feeds/read/record.ts';
import { groupingKeys } from '../offers/keys.ts';
import type { Posting } from '../offers/posting.ts';
import { Places } from '../places/places.ts';
import { postingOf } from './posting.ts';
import { type SentOffer, sentOffer } from './stand-in/offers.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const REACH = { communes: new Set(['62765', '75056']), departments: new Set(['62']) };

let places: Places;
beforeAll(async () => {
  places = await Places.load();
});

function read(change: Partial<SentOffer>): Posting & { refused?: string } {
  const contacts = { emails: 0, phones: 0 };
  const items: ReadItem[] = [];
  const reader = new JsonReader([]);
  reader.write(JSON.stringify([sentOffer(1, NOW, change)]), items);
  const partner = { id: 'ft', hosts: ['francetravail.fr'] };
  const mapper = new PostingMapper({
    mapping: loadMapping('france-travail'),
    partner,
    places,
    now: NOW,
    contacts,
  });
  return postingOf(mapper, items[0] as RecordTree, REACH) as Posting;
}

describe('an offer of France Travail', () => {
  it('becomes a posting with all that it says, and nobody’s name or number', () => {
    const posting = read({
      id: '198QXRT',
      intitule: 'Secrétaire médicale (H/F)',
      description: 'Accueil des patients.\n\n- Agenda\n- Courrier\nAppelez le 03 21 12 34 56.',
      dateCreation: '2026-11-20T08:15:42.000Z',
      dateActualisation: '2026-11-21T09:00:00.000Z',
      typeContrat: 'CDD',
      typeContratLibelle: 'CDD - 6 Mois',
      entreprise: { nom: 'Cabinet Dumont', entrepriseAdaptee: false },
      salaire: { libelle: 'Horaire de 12.5 Euros sur 12.0 mois' },
      dureeTravailLibelle: '28H/semaine\nTravail en journée',
      dureeTravailLibelleConverti: 'Temps partiel',
      experienceExige: 'E',
      experienceLibelle: '2 An(s)',
      codeNAF: '86.21Z',
      secteurActiviteLibelle: 'Activité des médecins généralistes',
      permis: [{ libelle: 'B - Véhicule léger', exigence: 'S' }],
      accessibleTH: true,
      nombrePostes: 2,
      contact: { nom: 'Mme Durand', courriel: 'durand@cabinet.example', telephone: '0321123456' },
      agence: { courriel: 'ape.62@francetravail.example' },
      origineOffre: {
        origine: '1',
        urlOrigine: 'https://candidat.francetravail.fr/offres/recherche/detail/198QXRT',
      },
    });

    expect(posting).toEqual({
      key: 'ft:198QXRT',
      partner: 'ft',
      reference: '198QXRT',
      link: 'https://candidat.francetravail.fr/offres/recherche/detail/198QXRT',
      title: 'Secrétaire médicale (H/F)',
      description: expect.arrayContaining([{ kind: 'p', runs: [{ text: 'Accueil des patients.' }] }]),
      employer: { name: 'Cabinet Dumont' },
      places: [
        {
          insee: '62765',
          name: 'Saint-Omer',
          department: '62',
          postcode: '62500',
          point: [50.7506, 2.2522],
          precision: 'commune',
        },
      ],
      contract: { kind: 'cdd', months: 6 },
      hours: { time: 'part', weekly: 28 },
      schedule: ['journée'],
      pay: { text: 'Horaire de 12.5 Euros sur 12.0 mois', min: 12.5, period: 'hour', comparable: 1895.88 },
      experience: '2 An(s)',
      trade: { code: 'M1607', label: 'Secrétaire' },
      sector: { code: '86.21Z', label: 'Activité des médecins généralistes' },
      licences: ['B'],
      openToDisabled: true,
      openings: 2,
      postedAt: '2026-11-20T08:15:42.000Z',
      updatedAt: '2026-11-21T09:00:00.000Z',
    });
    expect(JSON.stringify(posting)).not.toMatch(/Durand|03 ?21|courriel|francetravail\.example/);
  });

  const contracts: [sent: Partial<SentOffer>, contract: Posting['contract']][] = [
    [{ typeContrat: 'CDI' }, { kind: 'cdi' }],
    [
      { typeContrat: 'MIS', typeContratLibelle: 'Intérim - 3 Mois' },
      { kind: 'interim', months: 3 },
    ],
    [
      { typeContrat: 'SAI', typeContratLibelle: 'Saisonnier - 15 Jour(s)' },
      { kind: 'saisonnier', months: 0.5 },
    ],
    [{ typeContrat: 'DIN', typeContratLibelle: 'CDI intérimaire' }, { kind: 'cdi-interim' }],
    [
      { typeContrat: 'DDI', typeContratLibelle: 'CDD insertion' },
      { kind: 'cdd', nature: 'insertion' },
    ],
    [{ typeContrat: 'LIB', typeContratLibelle: 'Profession libérale' }, { kind: 'independant' }],
    [{ typeContrat: 'FRA', typeContratLibelle: 'Franchise' }, { kind: 'independant' }],
    [{ natureContrat: 'Contrat apprentissage' }, { kind: 'cdi', nature: 'apprentissage' }],
    [{ natureContrat: 'Cont. professionnalisation' }, { kind: 'cdi', nature: 'professionnalisation' }],
    [
      { typeContrat: 'CDD', typeContratLibelle: 'CDD', natureContrat: "Insertion par l'activ.éco." },
      { kind: 'cdd', nature: 'insertion' },
    ],
    [{ alternance: true }, { kind: 'cdi', nature: 'apprentissage' }],
    [{ typeContrat: undefined, typeContratLibelle: undefined }, { kind: 'unstated' }],
  ];
  it.for(contracts)('has kind and nature of its contract apart: %j', ([sent, contract]) => {
    expect(read(sent).contract).toEqual(contract);
  });

  const hours: [sent: Partial<SentOffer>, hours: Posting['hours'], schedule?: string[]][] = [
    [{ dureeTravailLibelle: '35H/semaine\nTravail en journée' }, { time: 'full', weekly: 35 }, ['journée']],
    [{ dureeTravailLibelle: 'Temps partiel - 28H/semaine' }, { time: 'part', weekly: 28 }],
    [{ dureeTravailLibelleConverti: 'Temps plein' }, { time: 'full' }],
    [{}, undefined],
  ];
  it.for(hours)('has hours and schedule apart: %j', ([sent, time, schedule]) => {
    const posting = read(sent);

    expect(posting.hours).toEqual(time);
    expect(posting.schedule).toEqual(schedule);
  });

  it('lies where its code says, in the commune of an arrondissement as well', () => {
    const paris = { libelle: '75 - PARIS 12', commune: '75112', codePostal: '75012' };

    expect(read({ lieuTravail: paris }).places[0]).toMatchObject({ insee: '75056', name: 'Paris' });
    expect(read({ lieuTravail: { libelle: '62 - ST OMER' } }).places[0]!.insee).toBe('62765');
    expect(read({ lieuTravail: { libelle: '59 - Nord' } }).refused).toBe('outside of every board');
  });

  it('leads to France Travail, and meets the job in the feed of the partner that it is from', () => {
    const link = 'https://www.tableau.example/offre/42?utm_source=francetravail';
    const posting = read({
      origineOffre: {
        origine: '2',
        urlOrigine: 'https://candidat.francetravail.fr/offres/recherche/detail/1',
        partenaires: [
          { nom: 'TABLEAU', url: link, logo: 'https://logo.example/' },
          { nom: 'ODD', url: 'javascript:alert(1)' },
        ],
      },
    });
    const theirs = { ...posting, origins: undefined, link: 'https://www.tableau.example/offre/42' };

    expect(posting.link).toBe('https://candidat.francetravail.fr/offres/recherche/detail/1');
    expect(posting.origins).toEqual([{ name: 'TABLEAU', link }]);
    expect(groupingKeys(posting)).toContain(groupingKeys(theirs)[0]);
  });

  it('is refused where it leads to another site', () => {
    const origineOffre = { origine: '1', urlOrigine: 'https://elsewhere.example/1' };

    expect(read({ origineOffre }).refused).toBe('link leads to a host that the partner did not declare');
  });
});
