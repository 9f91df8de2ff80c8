/** Words are measured up to this length; longer ones are far from everything. */
const MOST_LETTERS = 62;

/** Three rows of the table of edits, used again for each pair of words. */
let [before, last, next] = [0, 1, 2].map(() => new Uint8Array(MOST_LETTERS + 2)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/**
 * Edits between two words: letters put in, left out or replaced, and neighbours exchanged, no place edited twice.
 * `most + 1` where there are more than `most`; only a band along the diagonal is looked at.
 */
export function edits(from: string, to: string, most: number): number {
  const far = most + 1;
  const { length } = to;
  if (Math.abs(from.length - length) > most || Math.max(from.length, length) > MOST_LETTERS) return far;
  for (let column = 0; column <= length; column++) last[column] = Math.min(column, far);
  let least = 0;
  for (let row = 1; row <= from.length; row++) {
    const leastBefore = least;
    const begin = Math.max(1, row - most);
    const end = Math.min(length, row + most);
    const letter = from.charCodeAt(row - 1);
    const letterBefore = row > 1 ? from.charCodeAt(row - 2) : -1;
    next[begin - 1] = begin === 1 ? Math.min(row, far) : far;
    least = next[begin - 1]!;
    for (let column = begin; column <= end; column++) {
      const other = to.charCodeAt(column - 1);
      let cost = last[column - 1]! + (letter === other ? 0 : 1);
      if (last[column]! + 1 < cost) cost = last[column]! + 1;
      if (next[column - 1]! + 1 < cost) cost = next[column - 1]! + 1;
      if (column > 1 && letterBefore === other && letter === to.charCodeAt(column - 2)) {
        cost = Math.min(cost, before[column - 2]! + 1);
      }
      if (cost > far) cost = far;
      next[column] = cost;
      if (cost < least) least = cost;
    }
    next[end + 1] = far;
    // An exchange reaches back over one row.
    if (least === far && leastBefore === far) return far;
    [before, last, next] = [last, next, before];
  }
  return Math.min(last[length]!, far);
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
