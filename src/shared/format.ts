const ZONE = 'Europe/Paris';
const DAY_MS = 86_400_000;
/** The order in which a translation gives its plural forms. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const known = new Map<string, Formats>();

/** Numbers, dates, distances and plurals in one language. Days and hours are those of Europe/Paris. */
export class Formats {
  readonly lang: string;
  readonly #number: Intl.NumberFormat;
  readonly #plural: Intl.PluralRules;
  readonly #forms: readonly Intl.LDMLPluralRule[];
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #list: Intl.ListFormat;
  /** Not locale-aware: it only tells calendar days apart. */
  readonly #calendar = new Intl.DateTimeFormat('sv', { timeZone: ZONE });
  readonly #numbers: Record<string, Intl.NumberFormat> = {};
  readonly #dates: Record<string, Intl.DateTimeFormat> = {};

  constructor(lang: string) {
    this.lang = lang;
    this.#number = new Intl.NumberFormat(lang);
    this.#plural = new Intl.PluralRules(lang);
    this.#forms = formsOf(this.#plural);
    this.#relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
    this.#list = new Intl.ListFormat(lang);
    // What a first list of offers says is said once before: to make a format takes a hundred times as long as to use it.
    this.euros(0);
    this.hours(0);
    this.ago(0);
    this.time(0);
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /**
   * Picks the plural form and fills in the number. Forms are separated by `|`, in the order zero, one, two, few,
   * many, other of those that the language has ("# offre|# offres"); a form that is missing is the last one.
   */
  plural(forms: string, value: number): string {
    const all = forms.split('|');
    const form = all[this.#forms.indexOf(this.#plural.select(value))] ?? all.at(-1)!;
    return form.replace('#', () => this.number(value));
  }

  /** "12 km"; under ten kilometres with one decimal where it is not whole. */
  distance(km: number): string {
    return this.#unit('kilometer', 'short', km < 10 ? Math.round(km * 10) / 10 : Math.round(km));
  }

  /** "6 mois". */
  months(count: number): string {
    return this.#unit('month', 'long', count);
  }

  /** "3 ans". */
  years(count: number): string {
    return this.#unit('year', 'long', count);
  }

  /** "35 h". */
  hours(count: number): string {
    return this.#unit('hour', 'short', count);
  }

  /** "1 900 €", with cents only where there are some. */
  euros(value: number): string {
    const digits = Number.isInteger(value) ? 0 : 2;
    return this.#format(value, digits, {
      style: 'currency',
      currency: 'EUR',
      currencyDisplay: 'narrowSymbol',
      maximumFractionDigits: digits,
    });
  }

  /** How many calendar days ago an instant was, in Europe/Paris; undefined where it is no date. */
  daysAgo(iso: string, now = Date.now()): number | undefined {
    const then = Date.parse(iso);
    if (Number.isNaN(then)) return undefined;
    const day = (ms: number) => Date.parse(this.#calendar.format(ms)) / DAY_MS;
    return day(now) - day(then);
  }

  /** "aujourd’hui", "hier", "il y a 3 jours". */
  ago(days: number): string {
    return this.#relative.format(-days, 'day');
  }

  /** "3 octobre". */
  day(iso: string): string {
    return this.#date('day', iso, { day: 'numeric', month: 'long' });
  }

  /** "14:05". */
  time(iso: string | number): string {
    return this.#date('time', iso, { timeStyle: 'short' });
  }

  /** "A, B et C". */
  list(parts: readonly string[]): string {
    return this.#list.format(parts);
  }

  #date(key: string, at: string | number, options: Intl.DateTimeFormatOptions): string {
    this.#dates[key] ??= new Intl.DateTimeFormat(this.lang, { ...options, timeZone: ZONE });
    return this.#dates[key].format(new Date(at));
  }

  #unit(unit: string, unitDisplay: 'short' | 'long', value: number): string {
    return this.#format(value, unit, { style: 'unit', unit, unitDisplay });
  }

  /** Each format is kept, under what tells it from the others. */
  #format(value: number, key: string | number, options: Intl.NumberFormatOptions): string {
    return (this.#numbers[key] ??= new Intl.NumberFormat(this.lang, options)).format(value);
  }
}

/** The plural forms of a language, in the order in which a translation gives them. */
export function formsOf(rules: Intl.PluralRules): Intl.LDMLPluralRule[] {
  const { pluralCategories } = rules.resolvedOptions();
  return CATEGORIES.filter((category) => pluralCategories.includes(category));
}

/** Whether a tag ("fr-BE") names this language ("fr"). */
export function isIn(tag: string, language: string): boolean {
  return tag.toLowerCase().split('-')[0] === language;
}

/**
 * The formats of the nearest language where the texts are in it too ("fr-BE" under French texts), else of the
 * language of the texts. A tag that `Intl` does not read counts as the language of the texts.
 */
export function formatsFor(nearest: string, texts: string): Formats {
  const lang = isIn(nearest, texts) ? nearest : texts;
  let formats = known.get(lang);
  if (!formats) {
    try {
      formats = new Formats(lang);
    } catch {
      formats = new Formats(texts);
    }
    known.set(lang, formats);
  }
  return formats;
}
