import { fold } from './fold.ts';

/** Remote work where a text says it plainly: "Complet", "Hybride", `TELECOMMUTE`, "remote", "Télétravail 2 jours"; else nothing. */
export function remote(text: string): 'partial' | 'full' | undefined {
  const folded = fold(text).replaceAll('-', ' ');
  if (/\b(pas|non|aucun|no|not|sans|impossible)\b/.test(folded)) return undefined;
  if (/^(complet|total|full|fully|telecommute|wfh|remote|100 ?%)$/.test(folded)) return 'full';
  const names = /\btele ?travail|\bremote\b|\bdistance\b|\bdistanciel/.test(folded);
  if (names && /\b(complet|total|full|fully|integral|exclusif|exclusivement)\b|\b100 ?%/.test(folded))
    return 'full';
  if (/^(partiel|partial|hybride?|occasionnel|ponctuel|frequent|possible)$/.test(folded)) return 'partial';
  return names || /\bhybrid/.test(folded) ? 'partial' : undefined;
}
