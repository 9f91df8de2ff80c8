import { msg } from '@lit/localize';
import type { FullOffer } from '../../client/offer.ts';
import type { Formats } from '../../shared/format.ts';

/** Communes that are named; the others are counted. */
const NAMED_PLACES = 30;

/** Name and value of what an offer states beside what its card shows. */
export function offerFacts(offer: FullOffer, format: Formats): (readonly [name: string, value: string])[] {
  const { places, schedule, licences, experience, openings, updatedAt, expiresAt } = offer;
  const disabled = offer.adaptedEmployer
    ? msg('Entreprise adaptée')
    : offer.openToDisabled && msg('Ouverte aux travailleurs handicapés');
  const lines = [
    [msg('Horaires'), format.list(schedule)],
    [msg('Expérience'), experience],
    [msg('Permis'), format.list(licences)],
    [msg('Postes à pourvoir'), openings && format.number(openings)],
    [msg('Communes'), places.length > 1 && placeNames(places, format)],
    [msg('Handicap'), disabled],
    [msg('Mise à jour'), updatedAt && format.day(updatedAt)],
    [msg('Fin de l’annonce'), expiresAt && format.day(expiresAt)],
  ] as const;
  return lines.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function placeNames(places: readonly string[], format: Formats): string {
  const rest = places.length - NAMED_PLACES;
  const more = rest > 0 ? [format.plural(msg('# autre|# autres'), rest)] : [];
  return format.list([...places.slice(0, NAMED_PLACES), ...more]);
}
