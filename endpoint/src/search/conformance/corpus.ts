import type { Offer, OfferPlace, Point } from '../../contract/index.ts';
import { CONTRACT_KINDS, CONTRACT_NATURES } from '../../contract/vocabulary.ts';
import type { Random } from './random.ts';

/** "Today" of the suite: an afternoon in Paris, four weeks after clocks went back. */
export const NOW_MS = Date.parse('2026-11-22T14:00:00Z');
export const PARTNERS = ['alpha', 'beta', 'gamma', 'board:omer'] as const;

const TRADES: [title: string, trade: string, code?: string][] = [
  ['Infirmier(ère) H/F', 'Infirmier en soins généraux', 'J1506'],
  ['Infirmière de nuit', 'Infirmier en soins généraux', 'J1506'],
  ['IDE en EHPAD (F/H)', 'Infirmier en soins généraux', 'J1506'],
  ['Aide-soignant·e', 'Aide-soignant', 'J1501'],
  ['AS de nuit', 'Aide-soignant', 'J1501'],
  ['Vendeur / Vendeuse en boulangerie', 'Vendeur en alimentation'],
  ['VENDEUSE PRÊT-À-PORTER', 'Vendeur en habillement'],
  ['Boulanger(ère)', 'Boulanger', 'D1102'],
  ['Chauffeur PL', 'Conducteur de poids lourd', 'N4101'],
  ['Conducteur de poids lourds H/F', 'Conducteur de poids lourd', 'N4101'],
  ['Directrice de crèche', "Directeur d'établissement"],
  ["Agent d'entretien", 'Agent de propreté'],
  ["Agente d'entretien H/F - CDI", 'Agent de propreté'],
  ['Chargé(e) d’affaires', 'Chargé d’affaires'],
  ['Serveur/se en restauration', 'Serveur en restauration'],
  ['Hôtesse d’accueil', 'Hôte d’accueil'],
  ['Cœur de métier : œnologue', 'Œnologue'],
  ['Développeur C++ / C#', 'Développeur informatique'],
  ['Technicienne de maintenance', 'Technicien de maintenance'],
  ['Commerciaux sédentaires', 'Commercial sédentaire'],
  ['Préparateur de commandes CACES 1', 'Préparateur de commandes'],
  ['Plombier chauffagiste', 'Plombier', 'F1603'],
  ['Pompier volontaire', 'Pompier'],
  ['بائع', 'Vendeur', 'no code'],
];
const EMPLOYERS = [
  'La Poste',
  'LA POSTE',
  'la  poste',
  'Unstated',
  '!?',
  'Mairie de Saint-Omer',
  'MAIRIE DE SAINT-OMER',
  'Arc',
  'Boulangère d’Artois',
  'Hôpital',
  'Vendeurs & Cie',
];
/** So many that a facet cannot list them all, each with about as many offers. */
const SMALL_EMPLOYERS = Array.from({ length: 60 }, (_, number) => `Garage n° ${number}`);
const SECTORS: NonNullable<Offer['sector']>[] = [
  { code: '87.10A', label: 'Hébergement médicalisé' },
  { code: '87.10A', label: 'HÉBERGEMENT MÉDICALISÉ pour personnes âgées' },
  { code: '84.11Z', label: 'Administration publique' },
  { label: 'Administration publique' },
  { label: 'Santé & social' },
  { label: 'Sante, social' },
  { code: '8411', label: 'Commerce de détail' },
];
const SCHEDULES = ['journée', 'matin', 'nuit', 'week-end', 'équipes', 'avec coupure', 'selon planning'];
const EXPERIENCES = ['Débutant accepté', "Moins d'un an", 'De 1 à 7 ans', '3 ans', 'Plus de 7 ans', 'exigée'];
const PHRASES = [
  'Permis B exigé et goût du travail en équipe.',
  'Vous assurez la vente et la tenue du rayon, CACES apprécié.',
  'Poste à pourvoir au plus vite, débutants acceptés.',
  'Nous recherchons une infirmière ou un aide-soignant diplômé.',
  'Travail de nuit, primes, mutuelle; tu as le sens du contact.',
  'Conduite de véhicules PL et entretien courant.',
];

interface Town {
  insee: string;
  name: string;
  department: string;
  point?: Point;
}

/** Towns around Saint-Omer, one on the other side of the country, one abroad in law, one without a point. */
export const TOWNS: Town[] = [
  { insee: '62765', name: 'Saint-Omer', department: '62', point: [50.7481, 2.2607] },
  { insee: '62040', name: 'Arques', department: '62', point: [50.7381, 2.3036] },
  { insee: '62525', name: 'Longuenesse', department: '62', point: [50.7347, 2.2433] },
  { insee: '62495', name: 'Leulinghem', department: '62', point: [50.7339, 2.1625] },
  { insee: '62534', name: 'Lumbres', department: '62', point: [50.7053, 2.1206] },
  { insee: '62193', name: 'Calais', department: '62', point: [50.9513, 1.8587] },
  { insee: '62041', name: 'Arras', department: '62', point: [50.291, 2.7775] },
  { insee: '59295', name: 'Hazebrouck', department: '59', point: [50.7239, 2.5378] },
  { insee: '59183', name: 'Dunkerque', department: '59', point: [51.0343, 2.3768] },
  { insee: '59350', name: 'Lille', department: '59', point: [50.6292, 3.0573] },
  { insee: '2A004', name: 'Ajaccio', department: '2A', point: [41.9192, 8.7386] },
  { insee: '97411', name: 'Saint-Denis', department: '974', point: [-20.8789, 55.4481] },
  { insee: '62001', name: 'Ablain-Saint-Nazaire', department: '62' },
];

/** One offer; the same chance gives the same offer. */
export function makeOffer(random: Random, id: string): Offer {
  const [title, trade, code] = random.pick(TRADES);
  const kind = random.pick(CONTRACT_KINDS);
  const offer: Offer = {
    id,
    title,
    description: Array.from({ length: 1 + random.int(3) }, () =>
      random.chance(0.8)
        ? { kind: 'p' as const, runs: [{ text: random.pick(PHRASES) }] }
        : { kind: 'ul' as const, items: [[{ text: random.pick(PHRASES), mark: 'strong' as const }]] },
    ),
    places: makePlaces(random),
    contract: random.chance(0.2) ? { kind, nature: random.pick(CONTRACT_NATURES) } : { kind },
    postedAt: new Date(NOW_MS - Math.floor(random.next() * 40 * 86_400_000)).toISOString(),
    postings: random
      .some(PARTNERS, random.chance(0.25) ? 2 : 1)
      .map((partner) => ({ partner, link: `https://${partner.replace(':', '.')}.example/${id}` })),
  };
  if (random.chance(0.8))
    offer.trade = code && random.chance(0.7) ? { code, label: trade } : { label: trade };
  if (random.chance(0.55)) {
    offer.employer = { name: random.pick(random.chance(0.5) ? EMPLOYERS : SMALL_EMPLOYERS) };
  }
  if (random.chance(0.1)) offer.remote = random.pick(['partial', 'full'] as const);
  if (random.chance(0.6)) offer.sector = random.pick(SECTORS);
  if (random.chance(0.6)) offer.hours = random.pick([{ time: 'full' }, { time: 'part' }, { weekly: 20 }]);
  if (random.chance(0.5)) offer.schedule = random.some(SCHEDULES, random.int(4));
  if (random.chance(0.6)) offer.experience = random.pick(EXPERIENCES);
  if (random.chance(0.6)) {
    offer.pay = random.chance(0.3)
      ? { text: 'Selon profil' }
      : { comparable: random.pick([1823.03, 1999.99, 2000, 2400, 2500, 2999, 3500, 4000, 9000]) };
  }
  if (random.chance(0.2)) offer.openToDisabled = random.chance(0.8);
  if (random.chance(0.1)) offer.adaptedEmployer = random.chance(0.8);
  return offer;
}

function makePlaces(random: Random): OfferPlace[] {
  if (random.chance(0.05)) return [{ name: 'Pas-de-Calais', department: '62', precision: 'department' }];
  if (random.chance(0.03)) return [];
  if (random.chance(0.03)) return [{ name: 'Étranger', country: 'BE', precision: 'none' }];
  const count = random.chance(0.1) ? 2 + random.int(4) : 1;
  const places = random.some(TOWNS, count).map(({ insee, name, department, point }) => ({
    insee,
    name,
    department: random.chance(0.9) ? department : undefined,
    point: random.chance(0.95) ? point : undefined,
    precision: 'commune' as const,
  })) as OfferPlace[];
  if (random.chance(0.05)) places.push({ ...places[0]! });
  if (random.chance(0.03)) places.push({ name: 'Nord', department: '59', precision: 'department' });
  return places;
}
