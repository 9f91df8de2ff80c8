/** Letters of a word that is measured: one bit each, in an integer with a sign. */
export const MOST_LETTERS = 31;

/** Bits of the letters below `LATIN`, for one word at a time. */
const LATIN = 128;
const latin = new Int32Array(LATIN);

/** Measures how far a word lies from others: `most + 1` where there are more edits than `most`. */
export type Measure = (to: string) => number;

/**
 * Edits from a word: letters put in, left out or replaced, and neighbours exchanged, no place edited twice. A whole
 * column of the table of edits is two integers (Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau
 * Edit Distances", 2003).
 *
 * @param from at most `MOST_LETTERS` letters
 * @param use what is done with the measure; it is of no use afterwards
 */
export function measuring<T>(from: string, most: number, use: (measure: Measure) => T): T {
  const others = new Map<number, number>();
  for (let at = 0; at < from.length; at++) {
    const letter = from.charCodeAt(at);
    if (letter < LATIN) latin[letter]! |= 1 << at;
    else others.set(letter, (others.get(letter) ?? 0) | (1 << at));
  }
  try {
    return use((to) => editsTo(to, from.length, most, others));
  } finally {
    latin.fill(0);
  }
}

function editsTo(to: string, letters: number, most: number, others: ReadonlyMap<number, number>): number {
  const far = most + 1;
  const { length } = to;
  if (Math.abs(letters - length) > most) return far;
  if (letters === 0) return length;
  const last = 1 << (letters - 1);
  let more = -1;
  let fewer = 0;
  let diagonal = 0;
  let before = 0;
  let edits = letters;
  for (let at = 0; at < length; at++) {
    const letter = to.charCodeAt(at);
    const same = letter < LATIN ? latin[letter]! : (others.get(letter) ?? 0);
    const exchanged = ((~diagonal & same) << 1) & before;
    diagonal = (((same & more) + more) ^ more) | same | fewer | exchanged;
    let up = fewer | ~(diagonal | more);
    let down = diagonal & more;
    if (up & last) edits++;
    else if (down & last) edits--;
    // What is left of the other word takes away one edit a letter at most.
    if (edits - (length - at - 1) > most) return far;
    up = (up << 1) | 1;
    down <<= 1;
    more = down | ~(diagonal | up);
    fewer = up & diagonal;
    before = same;
  }
  return edits;
}

/** Which letters a word has, one bit each; those beyond a to z share bits. An edit changes two bits at most. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at) - 97;
    letters |= 1 << (code >= 0 && code < 26 ? code : 26 + (code & 3));
  }
  return letters;
}

/** Bits in which two sets of letters differ. */
export function lettersApart(some: number, others: number): number {
  let bits = some ^ others;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
