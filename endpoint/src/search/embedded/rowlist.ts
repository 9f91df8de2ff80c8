/**
 * The numbers of a comma-separated list, in its order. `group_concat` gives many row numbers as one text 5 times
 * faster than either driver gives a row for each.
 */
export function parseRows(list: string | null | undefined): Uint32Array {
  if (!list) return new Uint32Array(0);
  const rows = new Uint32Array((list.length >> 1) + 1);
  let count = 0;
  let number = 0;
  for (let at = 0; at < list.length; at++) {
    const code = list.charCodeAt(at);
    if (code === 44) {
      rows[count++] = number;
      number = 0;
    } else number = number * 10 + code - 48;
  }
  rows[count++] = number;
  return rows.subarray(0, count);
}
