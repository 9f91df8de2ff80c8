import { fold } from './fold.ts';

const NAMES: Record<string, string> = {
  francais: 'fr', french: 'fr', anglais: 'en', english: 'en', neerlandais: 'nl', dutch: 'nl', nederlands: 'nl',
  allemand: 'de', german: 'de', deutsch: 'de', espagnol: 'es', spanish: 'es', italien: 'it', portugais: 'pt',
}; // prettier-ignore

/** A BCP 47 tag out of a tag or a name: "fr_FR" → "fr-FR", "Anglais" → "en". */
export function language(text: string): string | undefined {
  const folded = fold(text);
  if (Object.hasOwn(NAMES, folded)) return NAMES[folded];
  try {
    return /^[a-z]{2,3}([ -][a-z0-9]+)*$/.test(folded)
      ? Intl.getCanonicalLocales(folded.replaceAll(' ', '-'))[0]
      : undefined;
  } catch {
    return undefined;
  }
}
