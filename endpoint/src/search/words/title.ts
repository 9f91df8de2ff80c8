import { withoutSexMarks } from './tokenise.ts';

const TRIMMED = /^[\s\-–—:;,./|*•!+]+|[\s\-–—:;,./|*•!+]+$/gu;
const HIRING =
  /^(?:(?:urgent|recrutement|recherchons|recherche|recrutons|recrute|offre d['’]emploi|poste de)\b[\s:!-]*)+/iu;
const CONTRACT =
  /\s*[-–—,(/|]?\s*\b(?:cdi|cdd|int[ée]rim|temps (?:plein|partiel)|alternance|\d{2}\s?h(?:eures)?)\b(?:\s*(?:de\s)?\d+\s(?:mois|semaines|jours))?\)?/giu;
const IN_BRACKETS = /\s*[([][^()[\]]*[)\]]/gu;

/**
 * A title as a resident would type it: without marks of sex, contract, brackets and calls ("URGENT - Vendeur(se) H/F
 * (62) CDI" → "Vendeur"). A title in capitals gets small letters.
 */
export function cleanTitle(title: string): string {
  const short = withoutSexMarks(title)
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
