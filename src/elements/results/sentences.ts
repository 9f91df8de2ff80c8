import { msg, str } from '@lit/localize';
import type { Failure, SearchState } from '../../board/state.ts';
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

/** What keeps numbers from coming, for a resident; undefined where nothing does. */
export function troubleSentence(
  { status, failure }: Pick<SearchState, 'failure'> & { readonly status: string },
  format: Formats,
): string | undefined {
  return status === 'offline'
    ? msg('Vous êtes hors ligne. La recherche reprendra au retour de la connexion.')
    : failure && failureSentence(failure, format);
}
