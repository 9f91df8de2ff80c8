import { configureLocalization } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.ts';

type Target = (typeof targetLocales)[number];

/** One request for a language, none for French. */
const modules: Record<Target, () => Promise<unknown>> = {
  en: () => import('./generated/en.ts'),
};

let localization: ReturnType<typeof configureLocalization> | undefined;

/**
 * Shows the texts of every element in the page's language, given as a BCP 47 tag ("en", "nl-BE"); languages that
 * we do not have, and those whose texts do not arrive, are French. Called once, by the entry.
 */
export async function setPageLocale(lang: string): Promise<void> {
  const language = lang.toLowerCase().split('-')[0]!;
  const locale = (targetLocales as readonly string[]).includes(language) ? language : sourceLocale;
  if (locale === sourceLocale && !localization) return;
  localization ??= configureLocalization({
    sourceLocale,
    targetLocales,
    loadLocale: (target) => modules[target as Target]() as never,
  });
  await localization.setLocale(locale).catch(() => {});
}
