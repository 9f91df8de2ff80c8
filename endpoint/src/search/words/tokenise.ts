import { Recent } from '../../shared/recent.ts';
import { fold } from './fold.ts';
import { masculineSingular } from './french.ts';
import { isFunctionWord } from './stopwords.ts';

/** A word of a text. */
export interface Word {
  readonly folded: string;
  /** Its masculine singular. */
  readonly stem: string;
  /** Whether it was written in capitals, as abbreviations are: two letters or more. */
  readonly capitals: boolean;
  /** Whether it does more than join others; neither "elle" nor "elles" does. */
  readonly tells: boolean;
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
const MAY_BE_SPECIAL = /[+#]|\.net/iu;

/** Each mark has one of these signs; those of the first kind may have space beside them, and no mark has it elsewhere. */
const SIGN = /[(/|–-]|[·•‧∙⋅⸱・.](?=\S)/gu;
/** So far the patterns look beyond a mark. */
const LOOKED_AT = 3;

/**
 * Takes the marks of sex out of a text: "Vendeur(se) H/F" → "Vendeur ". The patterns are slow: only the stretches
 * around signs are held against them, and most of a text is none.
 */
export function withoutSexMarks(text: string): string {
  let kept = '';
  let from = 0;
  SIGN.lastIndex = 0;
  while (SIGN.test(text)) {
    let start = SIGN.lastIndex - 1;
    let end = SIGN.lastIndex;
    while (start > from && !isBetween(text, start - 1)) start--;
    while (end < text.length && !isBetween(text, end)) end++;
    const after = text.slice(end, end + LOOKED_AT);
    const rest = (text.slice(start, end) + after)
      .replace(SEX_MARK, ' ')
      .replace(BOTH_ENDINGS, 'r')
      .replace(OTHER_ENDING, '');
    kept += text.slice(from, start) + rest.slice(0, rest.length - after.length);
    SIGN.lastIndex = from = end;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** Whether a space stands there that belongs to no mark. */
function isBetween(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) && !takesSpace(text, at - 1) && !takesSpace(text, at + 1);
}

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}

function takesSpace(text: string, at: number): boolean {
  const sign = text[at];
  return sign === '(' || sign === '/' || sign === '|' || sign === '-' || sign === '–';
}

/** The words of a text in their order: letters and digits, without elided articles and marks of sex. */
export function tokenise(text: string): Word[] {
  let plain = withoutSexMarks(text.normalize('NFC'));
  if (MAY_BE_SPECIAL.test(plain)) for (const [pattern, word] of SPECIAL) plain = plain.replace(pattern, word);
  const words: Word[] = [];
  for (const run of plain.match(RUN) ?? []) {
    for (const word of wordsOf(run)) words.push(word);
  }
  return words;
}

/** Whatever no sign of ASCII parts; {@link LETTERS} parts the rest, but takes three times as long. */
const RUN = /[^\0-&(-/:-@[-_{-\x7f]+/g;
const LETTERS = /[\p{L}\p{M}\p{N}'’‘ʼ´`]+/gu;

/** Offers share most of their words: remembering them makes an index three times faster to build. */
const remembered = new Recent<string, readonly Word[]>(50_000);
const LONGEST_REMEMBERED = 30;

function wordsOf(run: string): readonly Word[] {
  const known = remembered.get(run);
  if (known) return known;
  const words = (run.match(LETTERS) ?? [])
    .flatMap(elided)
    .map(wordOf)
    .filter((word) => word.folded !== '');
  if (run.length <= LONGEST_REMEMBERED) remembered.set(run, words);
  return words;
}

function wordOf(part: string): Word {
  const folded = fold(part).replace(/[^\p{L}\p{N}]+/gu, '');
  const capitals = /^[\p{Lu}\p{N}]{2,}$/u.test(part) && /\p{Lu}/u.test(part);
  const stem = masculineSingular(folded);
  return { folded, stem, capitals, tells: !isFunctionWord(folded) && !isFunctionWord(stem) };
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
