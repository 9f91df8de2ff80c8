import { formsOf } from '../src/shared/format.ts';

/** One text of an XLIFF file; placeholders stand in it as `{0}`. */
interface Unit {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

/** Counts are looked at up to here: they meet every form of our languages that integers have, but millions. */
const COUNTED = 200;
/** Words that a French text hardly does without, and that none of our other languages has. */
const FRENCH = new Set(
  'aucun aucune avec cette dans est et métier métiers offre offres partout pour précisé recherche salaire sans toutes votre voir vous'.split(
    ' ',
  ),
);
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What is wrong with the translations of an XLIFF file, one sentence each; empty where a resident can read them. */
export function flawsOf(xliff: string, lang: string): string[] {
  return unitsOf(xliff).flatMap(({ source, target }) => {
    if (!target.trim()) return [`no translation of "${source}".`];
    return flawsIn(source, target, lang).map((flaw) => `"${target}" ${flaw}, for "${source}".`);
  });
}

/** The texts of an XLIFF file in their order. */
export function unitsOf(xliff: string): Unit[] {
  return [...xliff.matchAll(/<trans-unit id="([^"]*)">([\s\S]*?)<\/trans-unit>/g)].map(([, id, unit]) => ({
    id: id!,
    source: textOf('source', unit!),
    target: textOf('target', unit!),
  }));
}

function textOf(tag: 'source' | 'target', unit: string): string {
  const [, text = ''] = new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`).exec(unit) ?? [];
  return text
    .replaceAll(/<x id="(\d+)"[^>]*\/>/g, '{$1}')
    .replaceAll(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

function flawsIn(source: string, target: string, lang: string): string[] {
  const flaws = [];
  if (placeholders(source) !== placeholders(target)) flaws.push('has other placeholders');
  if (spacesAround(source) !== spacesAround(target) || /\s{2}/.test(target)) flaws.push('has other spaces');
  const sources = source.split('|');
  const forms = target.split('|');
  if (forms.some((form) => endOf(form) !== endOf(sources[0]!))) flaws.push('ends otherwise');

  const categories = sources.length > 1 ? formsOf(new Intl.PluralRules(lang)) : undefined;
  const wanted = categories?.length ?? 1;
  if (forms.length !== wanted) flaws.push(`has ${forms.length} plural forms instead of ${wanted}`);
  else if (forms.some((form, index) => !namesCount(form, categories?.[index], lang))) {
    flaws.push('counts without a number');
  }

  const words = withoutTerms(target).split(/[^\p{L}\p{M}]+/u);
  const french = words.filter((word) => FRENCH.has(word.toLowerCase()));
  if (french.length) flaws.push(`is still French (${french.join(', ')})`);
  const mixed = words.filter(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(word),
  );
  if (mixed.length) flaws.push(`mixes alphabets (${mixed.join(', ')})`);
  if (lang === 'ar' && /«\{/.test(target)) flaws.push('lets a quoted name run into its text');
  return flaws;
}

const placeholders = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort().join();
const spacesAround = (text: string) => [/^\s*/, /\s*$/].map((around) => around.exec(text)![0]).join('|');
const endOf = (text: string) => /[.:…?!]?$/.exec(text)![0];
/** French terms stand beside their meaning: "Tijdelijk contract (CDD)". */
const withoutTerms = (text: string) => text.replaceAll(/\([^)]*\)|\{\d+\}/g, ' ');

/** Whether a form has its `#`; a form for one number alone may say it in a word. */
function namesCount(form: string, category: Intl.LDMLPluralRule | undefined, lang: string): boolean {
  const marks = form.split('#').length - 1;
  if (!category) return marks === 0;
  return marks === 1 || (marks === 0 && numbersOf(category, lang) === 1);
}

function numbersOf(category: Intl.LDMLPluralRule, lang: string): number {
  const rules = new Intl.PluralRules(lang);
  let numbers = 0;
  for (let value = 0; value <= COUNTED; value++) if (rules.select(value) === category) numbers++;
  return numbers;
}
