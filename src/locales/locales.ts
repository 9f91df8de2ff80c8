import type { LocaleModule } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.ts';

type Target = (typeof targetLocales)[number];

/** One request for a language, none for French. */
const modules: Record<Target, () => Promise<LocaleModule>> = {
  en: () => import('./generated/en.ts'),
};

let localization: ReturnType<typeof configured> | undefined;

/**
 * Shows the texts of every element in the page's language, given as a BCP 47 tag ("en", "nl-BE"); languages that
 * we do not have, and those whose texts do not arrive, are French. Called once, by the entry.
 */
export async function setPageLocale(lang: string): Promise<void> {
  const language = lang.toLowerCase().split('-')[0]!;
  const target = targetLocales.find((known) => known === language);
  if (!target && !localization) return;
  try {
    const [{ setLocale }] = await Promise.all([(localization ??= configured()), target && modules[target]()]);
    await setLocale(target ?? sourceLocale);
  } catch {}
}

async function configured() {
  const { configureLocalization } = await import('./lookup.ts');
  return configureLocalization({
    sourceLocale,
    targetLocales,
    loadLocale: (target) => modules[target as Target](),
  });
}
