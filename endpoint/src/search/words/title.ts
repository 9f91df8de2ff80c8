import { fold } from './fold.ts';
import { withoutSexMarks } from './tokenise.ts';

const TRIMMED = /^[\s\-–—:;,./|*•!+]+|[\s\-–—:;,./|*•!+]+$/gu;
const HIRING =
  /^(?:(?:urgent|recrutement|recherchons|recherche|recrutons|recrute|offre d['’]emploi|poste de)\b[\s:!-]*)+/iu;
const CONTRACT =
  /\s*[-–—,(/|]?\s*\b(?:cdi|cdd|int[ée]rim|temps (?:plein|partiel)|alternance|\d{2}\s?h(?:eures)?)\b(?:\s*(?:de\s)?\d+\s(?:mois|semaines|jours))?\)?/giu;
const BETWEEN = /\s+[-–—|/]\s+|\s*,\s+/u;
const IN_BRACKETS = /\s*[([][^()[\]]*[)\]]/gu;

/**
 * A title as a resident would type it: without marks of sex, contract, brackets, calls and the names of the offer's
 * own places ("URGENT - Vendeur(se) H/F (62) CDI - Arques" → "Vendeur"). A title in capitals gets small letters.
 */
export function cleanTitle(title: string, places: readonly string[] = []): string {
  const short = withoutPlaces(withoutSexMarks(title), places)
    .replace(IN_BRACKETS, ' ')
    .replace(CONTRACT, ' ')
    .replace(TRIMMED, '')
    .replace(HIRING, '')
    .replace(TRIMMED, '')
    .replace(/\s+/gu, ' ');
  const clean = short === '' ? title.trim().replace(/\s+/gu, ' ') : short;
  const cased = clean.length > 3 && clean === clean.toUpperCase() ? clean.toLowerCase() : clean;
  return cased.charAt(0).toUpperCase() + cased.slice(1);
}

/** Takes off the last parts of a title that name a place of the offer. */
function withoutPlaces(title: string, places: readonly string[]): string {
  if (places.length === 0) return title;
  const names = new Set(places.map(flat));
  const parts = title.split(BETWEEN);
  if (parts.length < 2) return title;
  let kept = parts.length;
  while (kept > 1 && (parts[kept - 1]!.trim() === '' || names.has(flat(parts[kept - 1]!)))) kept--;
  return kept === parts.length ? title : parts.slice(0, kept).join(' - ');
}

/** "SAINT-OMER (62)" and "Saint-Omer" alike. */
function flat(name: string): string {
  return fold(name)
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
