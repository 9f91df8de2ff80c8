/** One offer as France Travail sends it, with the fields that our tests look at. */
export interface SentOffer {
  id: string;
  intitule: string;
  description: string;
  dateCreation: string;
  dateActualisation?: string;
  lieuTravail: {
    libelle: string;
    latitude?: number;
    longitude?: number;
    codePostal?: string;
    commune?: string;
  };
  origineOffre: {
    origine: string;
    urlOrigine: string;
    partenaires?: { nom: string; url: string; logo?: string }[];
  };
  [field: string]: unknown;
}

const DAY_MS = 86_400_000;
const TRADES = ['Aide à domicile', 'Cariste', 'Soudeur', 'Infirmier', 'Vendeuse', 'Maçon', 'Comptable'];

/** One offer in Saint-Omer, complete; `change` replaces fields. */
export function sentOffer(nth: number, now: number, change: Partial<SentOffer> = {}): SentOffer {
  const id = (200_000 + nth).toString(36).toUpperCase();
  // Most are young, some are old: a slice by halves of time has to go deep.
  const age = 60 * DAY_MS * ((nth * 7919) % 10_007) ** 2 * 1e-8;
  return {
    id,
    intitule: `${TRADES[nth % TRADES.length]} (H/F)`,
    description: `Poste n° ${nth} à pourvoir dans le Pays de Saint-Omer.\nVous travaillez en équipe.`,
    dateCreation: new Date(now - age).toISOString(),
    lieuTravail: {
      libelle: '62 - ST OMER',
      latitude: 50.7506,
      longitude: 2.2522,
      codePostal: '62500',
      commune: '62765',
    },
    typeContrat: 'CDI',
    typeContratLibelle: 'CDI',
    natureContrat: 'Contrat travail',
    alternance: false,
    nombrePostes: 1,
    experienceExige: 'D',
    experienceLibelle: 'Débutant accepté',
    romeCode: 'M1607',
    romeLibelle: 'Secrétariat',
    appellationlibelle: 'Secrétaire',
    origineOffre: {
      origine: '1',
      urlOrigine: `https://candidat.francetravail.fr/offres/recherche/detail/${id}`,
    },
    ...change,
  };
}

/** So many offers of Saint-Omer, created within the 60 days before `now` (ms since the epoch). */
export function sentOffers(count: number, now: number): SentOffer[] {
  return [...Array(count).keys()].map((nth) => sentOffer(nth, now));
}
