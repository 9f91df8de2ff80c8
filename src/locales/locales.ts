import type { LocaleModule } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.ts';

type Target = (typeof targetLocales)[number];

/** The texts of a language. Elements that few pages have bring theirs with them: they are `rooms`, by their folder. */
interface Language extends LocaleModule {
  readonly rooms: Readonly<Record<string, () => Promise<LocaleModule>>>;
}

/** One request for a language, none for French. */
const languages: Record<Target, () => Promise<Language>> = {
  ar: () => import('./generated/ar.ts'),
  de: () => import('./generated/de.ts'),
  en: () => import('./generated/en.ts'),
  es: () => import('./generated/es.ts'),
  nl: () => import('./generated/nl.ts'),
  uk: () => import('./generated/uk.ts'),
};

let localization: ReturnType<typeof configured> | undefined;
let language: Promise<Language> | undefined;
const wanted = new Set<string>();

/**
 * Shows the texts of every element in the page's language, given as a canonical BCP 47 tag ("en", "nl-BE");
 * languages that we do not have, and those whose texts do not arrive, are French. The one that is asked for last wins.
 */
export async function setPageLocale(lang: string): Promise<void> {
  const [code] = lang.split('-');
  const load = languages[code as Target] as (() => Promise<Language>) | undefined;
  if (!load && !localization) return;
  const own = (language = load?.());
  try {
    const rooms = [...wanted].map(textsOf);
    const [{ setLocale }] = await Promise.all([(localization ??= configured()), language, ...rooms]);
    // Another language may have been asked for meanwhile.
    if (own === language) await setLocale(load ? code! : sourceLocale);
  } catch {}
}

/**
 * Adds the texts of an element that is loaded where it stands. Settles when they are there or cannot be had;
 * undefined where there is nothing to wait for.
 */
export function textsOf(room: string): Promise<void> | undefined {
  wanted.add(room);
  return language
    ?.then(async ({ templates, rooms }) => {
      Object.assign(templates, (await rooms[room]?.())?.templates);
    })
    .catch(() => {});
}

async function configured() {
  const { byWholeId, configureLocalization } = await import('./lookup.ts');
  return configureLocalization({
    sourceLocale,
    targetLocales,
    loadLocale: async (target) => byWholeId(await languages[target as Target]()),
  });
}
