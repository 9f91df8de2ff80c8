import { Recent } from '../shared/recent.ts';

/** Whatever no sign of ASCII parts: faster than a class of letters, once all other signs are gone. */
const RUN = /[^\0-/:-@[-`{-\x7f]+/g;
const BEYOND_ASCII = /[^\0-\x7f]+/g;
const OTHER_SIGNS = /[^\0-\x7f\p{L}\p{N}]+/gu;

/** "é", "’", "…": there are few, and to fold them takes five times as long as the rest of a text. */
const remembered = new Recent<string, string>(2000);

/** The words of a text without case and accents. */
export function foldedWords(text: string): string[] {
  return text.toLowerCase().replace(BEYOND_ASCII, foldedLetters).match(RUN) ?? [];
}

function foldedLetters(letters: string): string {
  let folded = remembered.get(letters);
  if (folded === undefined) {
    const plain = letters
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    folded = plain.replaceAll('œ', 'oe').replace(OTHER_SIGNS, ' ');
    remembered.set(letters, folded);
  }
  return folded;
}

/** A text's words without some phrases, the longest of them first. */
export function withoutPhrases(words: readonly string[], phrases: readonly (readonly string[])[]): string[] {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases.toSorted((a, b) => b.length - a.length)) {
    if (phrase.length > 0) byFirst.set(phrase[0]!, [...(byFirst.get(phrase[0]!) ?? []), phrase]);
  }
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = byFirst
      .get(words[at]!)
      ?.find((phrase) => phrase.every((word, index) => words[at + index] === word));
    if (found) at += found.length;
    else kept.push(words[at++]!);
  }
  return kept;
}

/** Where two texts differ: the words that stand on one side instead of those on the other. */
export interface Difference {
  a: readonly string[];
  b: readonly string[];
  /** True where one of the texts ends or begins there: it was cut, or a sentence was put on. */
  atEnd: boolean;
}

/** How far a difference may reach before the rest counts as another text. */
const MAX_REACH = 60;
/** So many equal words in a row end a difference. */
const RESUMED = 3;

/** The differences of two texts in their order; a greedy walk, which need not find the least ones. */
export function differences(a: readonly string[], b: readonly string[]): Difference[] {
  const found: Difference[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const next = resume(a, i, b, j) ?? [a.length, b.length];
    const atEnd = (i === 0 && j === 0) || (next[0] === a.length && next[1] === b.length);
    found.push({ a: a.slice(i, next[0]), b: b.slice(j, next[1]), atEnd });
    [i, j] = next;
  }
  return found;
}

/** The nearest positions from which both texts go on alike. */
function resume(
  a: readonly string[],
  i: number,
  b: readonly string[],
  j: number,
): [number, number] | undefined {
  for (let reach = 1; reach <= MAX_REACH; reach++) {
    for (let skipped = 0; skipped <= reach; skipped++) {
      const x = i + skipped;
      const y = j + reach - skipped;
      if (x >= a.length || y >= b.length || a[x] !== b[y]) continue;
      const left = Math.min(RESUMED, Math.min(a.length - x, b.length - y));
      let alike = 1;
      while (alike < left && a[x + alike] === b[y + alike]) alike++;
      if (alike === left && (left === RESUMED || (x + left === a.length && y + left === b.length)))
        return [x, y];
    }
  }
  return undefined;
}
