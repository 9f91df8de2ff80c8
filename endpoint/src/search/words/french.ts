import { EUR_FEMININES, EUX_STEMS } from './adjectives.ts';
import { IRREGULAR } from './irregular.ts';
import { INVARIABLE, NO_FEMININE } from './unchanged.ts';

/**
 * The masculine singular of a folded French word, as far as its form tells: "infirmieres" → "infirmier",
 * "commerciaux" → "commercial". It is a rule for trades and what stands beside them ("chargee", "administrative"),
 * not a stemmer: "vendre" and "vendeur" stay apart.
 */
export function masculineSingular(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  const one = singular(word);
  return IRREGULAR.get(one) ?? masculine(one);
}

function singular(word: string): string {
  if (INVARIABLE.has(word)) return word;
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length > 4) return `${word.slice(0, -2)}l`;
  if (!word.endsWith('s') || /(ss|ais|ois)$/.test(word)) return word;
  return word.slice(0, -1);
}

/** Endings of feminine forms with what takes their place; the first that fits counts. */
const FEMININE: [ending: RegExp, masculine: string][] = [
  [/trice$/, 'teur'],
  [/drice$/, 'deur'],
  [/eure$/, 'eur'],
  [/iere$/, 'ier'],
  [/(ch|g|ll|[ky])ere$/, '$1er'],
  [/eresse$/, 'eur'],
  [/tresse$/, 'tre'],
  [/(i|e|y)enne$/, '$1en'],
  [/(er|[pl]i)onne$/, '$1on'],
  [/(on|i|u|en)nelle$/, '$1nel'],
  [/(i|u|ur|or|rn|rt|rm|rs|e)elle$/, '$1el'],
  [/aine$/, 'ain'],
  [/(an|en|es|er)tine$/, '$1tin'],
  [/(a|[^m]e)nte$/, '$1nt'],
  [/ointe$/, 'oint'],
  [/arde$/, 'ard'],
  [/ive$/, 'if'],
  [/ale$/, 'al'],
  [/(o|a)ise$/, '$1is'],
  [/e?ee$/, 'e'],
];

function masculine(word: string): string {
  if (word.length < 5 || !word.endsWith('e') || NO_FEMININE.has(word)) return word;
  if (word.endsWith('euse')) return `${word.slice(0, -2)}${isAdjective(word) ? 'x' : 'r'}`;
  for (const [ending, replacement] of FEMININE) {
    if (ending.test(word)) return word.replace(ending, replacement);
  }
  return word;
}

/** Whether a word in -euse is the feminine of an adjective in -eux rather than of a trade in -eur. */
function isAdjective(word: string): boolean {
  if (EUR_FEMININES.has(word)) return false;
  if (word.endsWith('ifieuse')) return false;
  if (/[^aeiouy]ieuse$|[^ogq]ueuse$|(gin|emat|ment|[^eor]ul)euse$/.test(word)) return true;
  return EUX_STEMS.has(word.slice(0, -4));
}

/** Ends of a word that was typed half way into its feminine or plural, with the part that the masculine shares. */
const HALF_TYPED: [ending: RegExp, shared: string][] = [
  [/eus$/, 'eu'],
  [/([^aeiouy])(t|d)r(ic?)?$/, '$1$2'],
  [/([aeiou])tr(ic?)?$/, '$1t'],
  [/([eio]|y)nn$/, '$1n'],
  [/ell$/, 'el'],
  [/eff$/, 'ef'],
  [/iv$/, 'i'],
  [/eress?$/, 'e'],
  [/ess$/, 'e'],
  [/([^e])au$/, '$1a'],
];

/** A half-typed word, cut back to what it shares with the form that {@link masculineSingular} gives. */
export function sharedPrefix(typed: string): string {
  for (const [ending, shared] of HALF_TYPED) {
    if (typed.length > 4 && ending.test(typed)) return typed.replace(ending, shared);
  }
  return typed;
}
