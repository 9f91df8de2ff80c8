import { describe, expect, it } from 'vitest';
import { flawsOf, unitsOf } from './translations.ts';

const unit = (source: string, target?: string) =>
  `<trans-unit id="s1">\n  <source>${source}</source>\n${target === undefined ? '' : `  <target>${target}</target>\n`}</trans-unit>\n`;
const name = '<x id="0" equiv-text="${name}"/>';
const more = '<x id="1" equiv-text="${more}"/>';

/** What is said of one translation, without the texts. */
function flaws(lang: string, source: string, target?: string): string[] {
  return flawsOf(unit(source, target), lang).map((flaw) =>
    flaw.replaceAll(/(".*?"|, for ".*"|\.$)/g, '').trim(),
  );
}

describe('translations', () => {
  it('are read with their placeholders and entities', () => {
    expect(unitsOf(unit(`${name} &amp; ${more}`, `${more} &lt; ${name}`))).toEqual([
      { id: 's1', source: '{0} & {1}', target: '{1} < {0}' },
    ]);
  });

  it('are right where they say the same in words of their own', () => {
    expect(flaws('nl', `${name} et ${more} autour`, `${more} rond ${name}`)).toEqual([]);
    expect(flaws('ar', `Sans « ${name} »`, `بدون «\u2068${name}\u2069»`)).toEqual([]);
    expect(flaws('de', 'CDD', 'Befristet (CDD, avec salaire)')).toEqual([]);
    expect(flaws('uk', '# offre|# offres', '# вакансія|# вакансії|# вакансій|# вакансії')).toEqual([]);
    expect(flaws('ar', '# offre|# offres', 'لا عروض|عرض واحد|عرضان|# عروض|# عرضًا|# عرض')).toEqual([]);
  });

  it.each([
    ['nl', 'Où', undefined, 'no translation of'],
    ['nl', 'Où', '  ', 'no translation of'],
    ['nl', `sur ${name}`, 'op', 'has other placeholders'],
    ['nl', `sur ${name}`, `op ${name} ${name}`, 'has other placeholders'],
    ['nl', 'Où', 'Waar ', 'has other spaces'],
    ['nl', 'Trier par', 'Sorteren  op', 'has other spaces'],
    ['nl', 'Lien copié.', 'Link gekopieerd', 'ends otherwise'],
    ['ar', '# offre|# offres', '# عرض|# عروض', 'has 2 plural forms instead of 6'],
    ['uk', '# offre|# offres', '# вакансія|# вакансії|# вакансій', 'has 3 plural forms instead of 4'],
    ['de', 'Offre', 'Angebot|Angebote', 'has 2 plural forms instead of 1'],
    ['de', '# offre|# offres', '# Angebot|Angebote', 'counts without a number'],
    ['uk', '# offre|# offres', 'Одна вакансія|# вакансії|# вакансій|# вакансії', 'counts without a number'],
    ['ar', '# offre|# offres', 'لا|واحد|اثنان|عروض|# عرضًا|# عرض', 'counts without a number'],
    ['es', 'Voir plus d’offres', 'Ver más offres', 'is still French (offres)'],
    ['uk', 'Offre', 'Вaкансія', 'mixes alphabets (Вaкансія)'],
    ['ar', `Sans « ${name} »`, `بدون «${name}»`, 'lets a quoted name run into its text'],
  ])('in %s of "%s" as "%s" are refused', (lang, source, target, flaw) => {
    expect(flaws(lang, source, target)).toEqual([flaw]);
  });
});
