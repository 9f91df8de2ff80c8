import { nearest } from './nearest.ts';

const SOURCE_LANGUAGE = 'fr';

/** The language of all texts on the page: the script tag's `data-lang`, else `<html lang>`, else French. */
export function textLanguage(asked?: string): string {
  return wellFormed(asked) ?? wellFormed(document.documentElement.lang) ?? SOURCE_LANGUAGE;
}

/** The language around an element, for dates, numbers and distances: the nearest `lang` that Intl understands. */
export function languageAround(element: Element): string {
  return nearest(element, '[lang]', (tagged) => wellFormed(tagged.getAttribute('lang'))) ?? SOURCE_LANGUAGE;
}

/** A tag that Intl takes without throwing; `fr_FR`, as some CMS write it, is meant as `fr-FR`. */
function wellFormed(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}
