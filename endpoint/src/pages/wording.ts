import type {
  Contract,
  ContractWord,
  Hours,
  OfferCard,
  OfferPlace,
  Pay,
  PayPeriod,
} from '../contract/index.ts';

/** The contract words as residents say them. */
export const CONTRACT_NAMES: Record<ContractWord, string> = {
  cdi: 'CDI',
  cdd: 'CDD',
  interim: 'Intérim',
  saisonnier: 'Saisonnier',
  apprentissage: 'Apprentissage',
  professionnalisation: 'Contrat de professionnalisation',
  insertion: 'Insertion',
  stage: 'Stage',
  independant: 'Indépendant',
  unstated: 'Contrat non précisé',
};

const PERIOD_NAMES: Record<PayPeriod, string> = {
  hour: 'de l’heure',
  day: 'par jour',
  month: 'par mois',
  year: 'par an',
};

const euros = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 2,
  trailingZeroDisplay: 'stripIfInteger',
} as Intl.NumberFormatOptions);
const numbers = new Intl.NumberFormat('fr-FR');
const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** "3 012 offres d’emploi". */
export function countSentence(total: number): string {
  if (total === 0) return 'Aucune offre ne correspond à cette recherche';
  return total === 1 ? '1 offre d’emploi' : `${numbers.format(total)} offres d’emploi`;
}

/** "CDI intérimaire", "CDD de 6 mois en apprentissage". */
export function contractText({ kind, nature, months }: Contract): string {
  const length = months === undefined ? '' : ` de ${numbers.format(months)} mois`;
  if (nature && kind === 'unstated') return CONTRACT_NAMES[nature] + length;
  const base = kind === 'cdi-interim' ? 'CDI intérimaire' : CONTRACT_NAMES[kind];
  return base + length + (nature ? `, ${CONTRACT_NAMES[nature].toLowerCase()}` : '');
}

/** "Temps plein", "Temps partiel, 28 h par semaine". */
export function hoursText({ time, weekly }: Hours): string {
  const name = time === 'full' ? 'Temps plein' : time === 'part' ? 'Temps partiel' : '';
  const hours = weekly === undefined ? '' : `${numbers.format(weekly)} h par semaine`;
  return [name, hours].filter(Boolean).join(', ');
}

/** "De 1 900 € à 2 300 € par mois", the partner's own words where they could not be read, or "Salaire non précisé". */
export function payText(pay: Pay | undefined): string {
  if (pay?.min !== undefined && pay.period) {
    const period = PERIOD_NAMES[pay.period];
    if (pay.max === undefined || pay.max === pay.min) return `${euros.format(pay.min)} ${period}`;
    return `De ${euros.format(pay.min)} à ${euros.format(pay.max)} ${period}`;
  }
  return pay?.text ?? 'Salaire non précisé';
}

/** "Saint-Omer (62), à 12 km", "dans 23 communes dont Arques (62)". */
export function placeText({ place, distance, communes }: OfferCard): string {
  if (!place) return 'Lieu non précisé';
  const name = placeName(place);
  const where = communes && communes > 1 ? `Dans ${numbers.format(communes)} communes dont ${name}` : name;
  return distance === undefined ? where : `${where}, à ${numbers.format(distance)} km`;
}

function placeName({ name, department, precision }: OfferPlace): string {
  if (precision === 'department') return `${name}, commune non précisée`;
  return department ? `${name} (${department})` : name;
}

/** "le 12 novembre 2026". */
export function dayText(instant: string): string {
  return `le ${day.format(new Date(instant))}`;
}

const words = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

/** "Arques, Wizernes et Lumbres". */
export function listed(texts: readonly string[]): string {
  return words.format(texts);
}

/** "« infirmier » et « caissier »". */
export function quoted(texts: readonly string[]): string {
  return listed(texts.map((text) => `«\u00a0${text}\u00a0»`));
}
