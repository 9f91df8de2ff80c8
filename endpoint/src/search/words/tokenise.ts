import { fold } from './fold.ts';

/** A word of a text. */
export interface Word {
  folded: string;
  /** Whether it was written in capitals, as abbreviations are: two letters or more. */
  capitals: boolean;
}

const SEX = '(?:[hfmxwd]|homme|femme|nb)';
const SEX_MARK = new RegExp(
  `(?<![\\p{L}\\p{N}])\\(?${SEX}(?:\\s?[/|–]\\s?${SEX}|\\s?-\\s?${SEX}(?!\\s?\\p{L}))+\\)?(?![\\p{L}\\p{N}])`,
  'giu',
);
const ENDING = 'ne|nne|te|le|se|euse|eure|rice|trice|[eè]re|i[eè]re|ienne|esse|sse|ve|e|es|fe|s|x';
/** "chargé(e)", "vendeur·se", "serveur/euse", "conseiller-ère": the ending that stands for the other sex. */
const OTHER_ENDING = new RegExp(
  `(?<=\\p{L}{2})(?:\\((?:${ENDING})\\)s?|[·•‧∙.](?:${ENDING})(?:[·•‧∙.]?s)?|\\s?/\\s?-?(?:${ENDING})|-(?:${ENDING.replace('|s|x', '')}))(?![\\p{L}\\p{N}])`,
  'giu',
);
const SPECIAL: [RegExp, string][] = [
  [/\bc\s?\+\+/giu, ' cplusplus '],
  [/\bc\s?#/giu, ' csharp '],
  [/\.net\b/giu, ' dotnet '],
];

/** Takes the marks of sex out of a text: "Vendeur(se) H/F" → "Vendeur ". */
export function withoutSexMarks(text: string): string {
  return text.replace(SEX_MARK, ' ').replace(OTHER_ENDING, '');
}

/** The words of a text in their order: letters and digits, without elided articles and marks of sex. */
export function tokenise(text: string): Word[] {
  let plain = withoutSexMarks(text.normalize('NFC'));
  for (const [pattern, word] of SPECIAL) plain = plain.replace(pattern, word);
  const words: Word[] = [];
  for (const [run] of plain.matchAll(/[\p{L}\p{M}\p{N}'’‘ʼ´`]+/gu)) {
    for (const word of elided(run)) {
      const folded = fold(word).replace(/[^\p{L}\p{N}]+/gu, '');
      if (folded) words.push({ folded, capitals: /^[\p{Lu}\p{N}]{2,}$/u.test(word) && /\p{Lu}/u.test(word) });
    }
  }
  return words;
}

/** "l'aide" → "aide"; "aujourd'hui" and "O'Brien" → both parts. */
function elided(run: string): string[] {
  return run.split(/['’‘ʼ´`]+/u).filter((part, index, parts) => {
    return (
      part !== '' &&
      !(index < parts.length - 1 && /^([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/iu.test(part))
    );
  });
}
