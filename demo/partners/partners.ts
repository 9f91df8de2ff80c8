import type { DemoPartner } from './posting.ts';

/** A fictitious partner as its visitors know it. */
export interface PartnerSite {
  name: string;
  claim: string;
  /** Main colour of its pages; white text stands on it. */
  colour: string;
  /** Path of its feed below its own folder. */
  feed: string;
  type: string;
}

/** The four partners: one for each way in which feeds come. */
export const PARTNERS: Record<DemoPartner, PartnerSite> = {
  'grand-tableau': {
    name: 'Le Grand Tableau',
    claim: 'Toutes les offres d’emploi, réunies en un seul endroit',
    colour: '#3c2a78',
    feed: 'feed.xml',
    type: 'application/xml; charset=utf-8',
  },
  boussole: {
    name: 'Boussole Emploi',
    claim: 'Trouvez votre cap professionnel',
    colour: '#0b5d4b',
    feed: 'feed.xml',
    type: 'application/xml; charset=utf-8',
  },
  'atelier-rh': {
    name: 'Atelier RH',
    claim: 'Le logiciel de recrutement des employeurs',
    colour: '#8a3412',
    feed: 'feed.json',
    type: 'application/json; charset=utf-8',
  },
  mairies: {
    name: 'Offres des mairies',
    claim: 'Les emplois des communes et de leurs groupements',
    colour: '#1f4f8f',
    feed: 'offres.csv',
    type: 'text/csv; charset=windows-1252',
  },
};

/** The address of a posting on its partner's site. */
export function offerLink(base: string, partner: DemoPartner, reference: string): string {
  return `${base}/${partner}/offre/${encodeURIComponent(reference)}`;
}
