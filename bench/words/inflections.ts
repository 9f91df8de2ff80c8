/**
 * The forms that the grammar of schools makes of a French word, by its end alone: plural and feminine of a noun or an
 * adjective, and the three regular conjugations. One fixed rule that knows no analyser: what it does not explain
 * counts as a false merge for all of them. It is generous: "vent" explains "vente".
 */

const FEMININES: [ending: RegExp, feminine: string][] = [
  [/[^e]$/, '$&e'],
  [/er$/, 'ère'],
  [/eur$/, 'euse'],
  [/eur$/, 'eresse'],
  [/teur$/, 'trice'],
  [/deur$/, 'drice'],
  [/eux$/, 'euse'],
  [/oux$/, 'ouse'],
  [/f$/, 've'],
  [/[nlts]$/, '$&$&e'],
  [/et$/, 'ète'],
  [/c$/, 'que'],
  [/c$/, 'che'],
  [/eau$/, 'elle'],
  [/ou$/, 'olle'],
  [/e$/, 'esse'],
  [/f$/, 'ffe'],
];

const PLURALS: [ending: RegExp, plural: string][] = [
  [/[^sxz]$/, '$&s'],
  [/[aeo]u$/, '$&x'],
  [/al$/, 'aux'],
  [/ail$/, 'aux'],
];

/** Plural, feminine and feminine plural of a word taken for a masculine singular; the word itself comes first. */
export function nounForms(word: string): string[] {
  const singulars = [word, ...applied(FEMININES, word)];
  return [...singulars, ...singulars.flatMap((form) => applied(PLURALS, form))];
}

function applied(rules: [RegExp, string][], word: string): string[] {
  return rules.filter(([ending]) => ending.test(word)).map(([ending, other]) => word.replace(ending, other));
}

const words = (text: string) => text.split(' ');
const FUTURE = words('ai as a ons ez ont ais ait ions iez aient');
const IMPERFECT = words('ais ait ions iez aient ant ants ante antes');
const FIRST = words(
  'e es ons ez ent ai as a âmes âtes èrent asse asses ât assions assiez assent é ée és ées',
);
const SECOND = words('is it issons issez issent isse isses îmes îtes irent ît issions issiez i ie ies');
const THIRD = words(
  's ons ez ent e es is it îmes îtes irent isse isses ît issions issiez issent u us ue ues',
);

/** Every form of a verb whose infinitive ends in -er, -ir or -dre, as if it were regular; none for another word. */
export function verbForms(word: string): string[] {
  const stem = word.slice(0, -2);
  if (word.endsWith('er')) {
    return [
      word,
      ...stems(stem).flatMap((one) => ends(one, [...FIRST, ...IMPERFECT])),
      ...stems(stem).flatMap((one) => ends(`${one}er`, FUTURE)),
    ];
  }
  if (word.endsWith('ir')) {
    return [word, ...ends(stem, SECOND), ...ends(`${stem}iss`, IMPERFECT), ...ends(word, FUTURE)];
  }
  if (word.endsWith('dre')) {
    return [word, stem, ...ends(stem, [...THIRD, ...IMPERFECT]), ...ends(word.slice(0, -1), FUTURE)];
  }
  return [];
}

function ends(stem: string, endings: string[]): string[] {
  return endings.map((ending) => stem + ending);
}

/** A stem in -er with the spellings that it takes: "mange", "appell", "envoi", "lèv". */
function stems(stem: string): string[] {
  const all = [stem];
  if (stem.endsWith('g')) all.push(`${stem}e`);
  if (/e[lt]$/.test(stem)) all.push(stem + stem.at(-1)!);
  if (stem.endsWith('y')) all.push(`${stem.slice(0, -1)}i`);
  return all;
}
