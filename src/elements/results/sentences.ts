import { msg, str } from '@lit/localize';
import type { Criteria, Failure, Loosening, SearchState } from '../../board/state.ts';
import type { Formats } from '../../shared/format.ts';

/** "128 offres d’emploi pour « infirmier », Saint-Omer et 20 km autour", or that there is none. */
export function countSentence(state: SearchState, format: Formats): string {
  const { total = 0, criteria, corrected = [], place, radius } = state;
  const parts = [
    total ? format.plural(msg('# offre d’emploi|# offres d’emploi'), total) : msg('Aucune offre d’emploi'),
  ];
  if (criteria.q) parts[0] += ` ${msg(str`pour « ${criteria.q} »`)}`;
  for (const { from, to } of corrected) parts.push(msg(str`« ${from} » compris comme « ${to} »`));
  if (place?.found) {
    const name = place.name ?? msg('votre position');
    parts.push(radius ? msg(str`${name} et ${format.distance(radius)} autour`) : name);
  }
  const sentence = parts.join(', ');
  if (!place || place.found) return sentence;
  return `${sentence}. ${msg(str`« ${place.asked} » n’est pas un lieu connu ici : voici tout le territoire.`)}`;
}

/** What went wrong, for a resident. */
export function failureSentence({ kind, detail, retryAt }: Failure, format: Formats): string {
  switch (kind) {
    case 'slow':
      return msg('Le service met trop de temps à répondre.');
    case 'network':
      return msg('Le service n’a pas pu être joint.');
    case 'busy':
      return retryAt
        ? msg(str`Le service est très demandé. Réessayez à partir de ${format.time(retryAt)}.`)
        : msg('Le service est très demandé. Réessayez dans un instant.');
    case 'refused':
      return detail ?? msg('Cette recherche n’a pas été comprise.');
    default:
      return msg('Le service rencontre un problème.');
  }
}

/** What a way to loosen the search is called; undefined for a criterion that this version does not know. */
export function looseningLabel(
  { criterion, to }: Loosening,
  criteria: Criteria,
  format: Formats,
): string | undefined {
  switch (criterion) {
    case 'q':
      return msg(str`Sans « ${criteria.q ?? ''} »`);
    case 'place':
      return msg('Partout sur le territoire');
    case 'radius':
      return to === undefined ? undefined : msg(str`Jusqu’à ${format.distance(to)}`);
    case 'contract':
      return msg('Tous les contrats');
    case 'since':
      return to === undefined ? msg('Toutes les dates') : sinceLabel(to, format);
    default:
      return undefined;
  }
}

/** "Depuis 7 jours". */
export function sinceLabel(days: number, format: Formats): string {
  return format.plural(msg('Depuis # jour|Depuis # jours'), days);
}
