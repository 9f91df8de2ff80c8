/**
 * Edits between two words: letters put in, left out or replaced, and neighbours exchanged, no place edited twice.
 * `most + 1` where there are more than `most`; only a band along the diagonal is looked at.
 */
export function edits(from: string, to: string, most: number): number {
  const far = most + 1;
  if (Math.abs(from.length - to.length) > most) return far;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => Math.min(column, far));
  for (let row = 1; row <= from.length; row++) {
    const next = new Array<number>(to.length + 1).fill(far);
    if (row <= most) next[0] = row;
    let least = next[0]!;
    const end = Math.min(to.length, row + most);
    for (let column = Math.max(1, row - most); column <= end; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(last[column - 1]! + (same ? 0 : 1), last[column]! + 1, next[column - 1]! + 1);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, before[column - 2]! + 1);
      }
      next[column] = cost;
      if (cost < least) least = cost;
    }
    if (least >= far && last.every((cost) => cost >= far)) return far;
    [before, last] = [last, next];
  }
  return Math.min(last[to.length]!, far);
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
