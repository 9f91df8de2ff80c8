import type { ClosedFacet, Facet, FACET_WORDS } from '../contract/index.ts';
import { CONTRACT_NAMES } from './wording.ts';

type Words<F extends ClosedFacet> = (typeof FACET_WORDS)[F][number];

/** Filters as residents call them. */
export const FACET_NAMES: Record<Facet, string> = {
  contract: 'Contrat',
  nature: 'Type de contrat',
  hours: 'Temps de travail',
  schedule: 'Horaires',
  experience: 'Expérience demandée',
  pay: 'Salaire brut par mois, à temps plein',
  remote: 'Télétravail',
  trade: 'Métier',
  sector: 'Secteur',
  commune: 'Commune',
  employer: 'Employeur',
  partner: 'Site partenaire',
  since: 'Publiée depuis',
  disabled: 'Handicap',
};

/** The words of the closed filters as residents say them. */
const WORD_NAMES: { [F in ClosedFacet]: Record<Words<F>, string> } = {
  contract: CONTRACT_NAMES,
  nature: {
    apprentissage: 'Apprentissage',
    professionnalisation: 'Professionnalisation',
    insertion: 'Insertion',
    unstated: 'Contrat ordinaire',
  },
  hours: { full: 'Temps plein', part: 'Temps partiel', unstated: 'Non précisé' },
  schedule: {
    day: 'En journée',
    morning: 'Le matin',
    evening: 'Le soir',
    night: 'La nuit',
    weekend: 'Le week-end',
    shifts: 'En équipes (2×8, 3×8…)',
    irregular: 'Horaires décalés',
    split: 'Avec coupure',
    unstated: 'Non précisés',
  },
  experience: {
    beginner: 'Débutant accepté',
    'under-3': 'Moins de 3 ans',
    'from-3': '3 ans et plus',
    unstated: 'Non précisée',
  },
  pay: {
    'under-2000': 'Moins de 2 000 €',
    '2000-2500': 'De 2 000 à 2 500 €',
    '2500-3000': 'De 2 500 à 3 000 €',
    '3000-4000': 'De 3 000 à 4 000 €',
    'from-4000': '4 000 € et plus',
    unstated: 'Non précisé ou non comparable',
  },
  remote: { partial: 'Partiel', full: 'Complet', unstated: 'Non précisé' },
  disabled: {
    open: 'Ouverte aux travailleurs handicapés',
    adapted: 'Entreprise adaptée',
    unstated: 'Non précisé',
  },
};

/** What residents call a word of a closed filter. */
export function wordName(facet: ClosedFacet, word: string): string {
  return (WORD_NAMES[facet] as Record<string, string>)[word] ?? word;
}
