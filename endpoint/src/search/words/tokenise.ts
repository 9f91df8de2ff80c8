import { fold } from './fold.ts';
import { masculineSingular } from './french.ts';

/** A word of a text. */
export interface Word {
  readonly folded: string;
  /** Its masculine singular. */
  readonly stem: string;
  /** Whether it was written in capitals, as abbreviations are: two letters or more. */
  readonly capitals: boolean;
}

const SEX = '(?:[hfmxwd]|homme|femme|nb)';
const SEX_MARK = new RegExp(
  `(?<![\\p{L}\\p{N}])\\(?${SEX}(?:\\s?[/|–]\\s?${SEX}|\\s?-\\s?${SEX}(?!\\s?\\p{L}))+\\)?(?![\\p{L}\\p{N}])`,
  'giu',
);
const ENDING =
  'ne|nne|enne|ienne|onne|te|le|lle|elle|se|euse|teuse|eure|rice|trice|drice|[eè]re|i[eè]re|esse|resse|sse|ve|ive|e|es|fe|ffe|s|x';
/** The dots that inclusive writing uses. */
const DOT = '[·•‧∙⋅⸱・.]';
/** "chargé(e)", "vendeur·se", "serveur/euse", "conseiller-ère": the ending that stands for the other sex. */
const OTHER_ENDING = new RegExp(
  `(?<=\\p{L}{2})(?:\\s?\\(-?(?:${ENDING})\\)s?|${DOT}(?:${ENDING})(?:${DOT}?[sx])?|\\s?/\\s?-?(?:${ENDING})|-(?:${ENDING.replace('|s|x', '')}))(?![\\p{L}\\p{N}])`,
  'giu',
);
/** "acheteu·r·se", where both endings are set apart. */
const BOTH_ENDINGS = new RegExp(`(?<=\\p{L}eu)${DOT}r(?=${DOT}(?:se|rice)s?)`, 'giu');
const SPECIAL: [RegExp, string][] = [
  [/\bc\s?\+\+/giu, ' cplusplus '],
  [/\bc\s?#/giu, ' csharp '],
  [/\.net\b/giu, ' dotnet '],
];

/** Takes the marks of sex out of a text: "Vendeur(se) H/F" → "Vendeur ". */
export function withoutSexMarks(text: string): string {
  return text.replace(SEX_MARK, ' ').replace(BOTH_ENDINGS, 'r').replace(OTHER_ENDING, '');
}

/** The words of a text in their order: letters and digits, without elided articles and marks of sex. */
export function tokenise(text: string): Word[] {
  let plain = withoutSexMarks(text.normalize('NFC'));
  for (const [pattern, word] of SPECIAL) plain = plain.replace(pattern, word);
  const words: Word[] = [];
  for (const [run] of plain.matchAll(/[\p{L}\p{M}\p{N}'’‘ʼ´`]+/gu)) {
    for (const word of wordsOf(run)) words.push(word);
  }
  return words;
}

/** Offers share most of their words: remembering them makes an index three times faster to build. */
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 30;
const remembered = new Map<string, readonly Word[]>();

function wordsOf(run: string): readonly Word[] {
  const known = remembered.get(run);
  if (known) return known;
  const words = elided(run)
    .map(wordOf)
    .filter((word) => word.folded !== '');
  if (run.length > LONGEST_REMEMBERED) return words;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(run, words);
  return words;
}

function wordOf(part: string): Word {
  const folded = fold(part).replace(/[^\p{L}\p{N}]+/gu, '');
  const capitals = /^[\p{Lu}\p{N}]{2,}$/u.test(part) && /\p{Lu}/u.test(part);
  return { folded, stem: masculineSingular(folded), capitals };
}

/** "l'aide" → "aide"; "aujourd'hui" and "O'Brien" → both parts. */
function elided(run: string): string[] {
  if (!/['’‘ʼ´`]/u.test(run)) return [run];
  return run.split(/['’‘ʼ´`]+/u).filter((part, index, parts) => {
    return (
      part !== '' &&
      !(index < parts.length - 1 && /^([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/iu.test(part))
    );
  });
}
