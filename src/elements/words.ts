import { msg, str } from '@lit/localize';
import type { OfferCard } from '../board/state.ts';
import type { Formats } from '../shared/format.ts';

/** Contracts in residents' words, by the words of the contract filter. */
const CONTRACTS: Readonly<Record<string, () => string>> = {
  cdi: () => msg('CDI'),
  cdd: () => msg('CDD'),
  interim: () => msg('Intérim'),
  'cdi-interim': () => msg('CDI intérimaire'),
  saisonnier: () => msg('Saisonnier'),
  independant: () => msg('Indépendant'),
  stage: () => msg('Stage'),
  apprentissage: () => msg('Apprentissage'),
  professionnalisation: () => msg('Professionnalisation'),
  insertion: () => msg('Insertion'),
};

/** One word of the contract filter; a word that this version does not know is shown as it came. */
export function contractLabel(word: string): string {
  return word === 'unstated' ? msg('Contrat non précisé') : (CONTRACTS[word]?.() ?? word);
}

/** What a card says about the contract and the hours: "CDD, 6 mois", "Apprentissage", "Temps partiel, 24 h". */
export function contractFacts({ contract, hours, remote }: OfferCard, format: Formats): string[] {
  const kind = contract?.kind ?? 'unstated';
  const facts = kind === 'unstated' && contract?.nature ? [] : [contractLabel(kind)];
  if (facts[0] && contract?.months) facts[0] += `, ${format.months(contract.months)}`;
  if (contract?.nature) facts.push(contractLabel(contract.nature));
  if (hours?.time || hours?.weekly) {
    const words = [];
    if (hours.time) words.push(hours.time === 'part' ? msg('Temps partiel') : msg('Temps plein'));
    if (hours.weekly) words.push(format.hours(hours.weekly));
    facts.push(words.join(', '));
  }
  if (remote) facts.push(remote === 'full' ? msg('Télétravail') : msg('Télétravail partiel'));
  return facts;
}

const PERIODS: Readonly<Record<string, (amount: string) => string>> = {
  hour: (amount) => msg(str`${amount} brut de l’heure`),
  day: (amount) => msg(str`${amount} brut par jour`),
  month: (amount) => msg(str`${amount} brut par mois`),
  year: (amount) => msg(str`${amount} brut par an`),
};

/** "1 900 – 2 200 € brut par mois", else the partner's own words; undefined where nothing is said. */
export function payText(pay: OfferCard['pay'], format: Formats): string | undefined {
  const inPeriod = PERIODS[pay?.period ?? ''];
  const { min, max } = pay ?? {};
  const [low, high] = [min, max].map((value) =>
    typeof value === 'number' ? format.euros(value) : undefined,
  );
  if (!inPeriod || !(low || high)) return pay?.text || undefined;
  if (!low) return inPeriod(msg(str`jusqu’à ${high}`));
  return inPeriod(high && high !== low ? `${low} – ${high}` : low);
}

/** "publiée aujourd’hui", "publiée il y a 3 jours", "publiée le 3 octobre". */
export function ageText(iso: string, format: Formats): string | undefined {
  const days = format.daysAgo(iso);
  if (days === undefined) return undefined;
  return days > 30
    ? msg(str`publiée le ${format.day(iso)}`)
    : msg(str`publiée ${format.ago(Math.max(0, days))}`);
}

/** "Saint-Omer", "Lille (59)", "Pas-de-Calais"; undefined where no place is known. */
export function placeText(place: OfferCard['place']): string | undefined {
  if (!place?.name || place.precision === 'none') return undefined;
  return place.country ? `${place.name} (${place.country})` : place.name;
}

/** "mises à jour aujourd’hui à 14:05"; undefined where the instant is no date. */
export function freshText(iso: string, format: Formats): string | undefined {
  const days = format.daysAgo(iso);
  if (days === undefined) return undefined;
  const day = format.ago(Math.max(0, days));
  return days > 1 ? msg(str`mises à jour ${day}`) : msg(str`mises à jour ${day} à ${format.time(iso)}`);
}
