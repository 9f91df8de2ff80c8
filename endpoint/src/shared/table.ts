/**
 * A table for a terminal, as lines: each column as wide as its widest cell.
 * @param texts how many of the first columns hold text; the others hold figures, which stand to the right
 */
export function tableLines(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  texts: number,
): string[] {
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i < texts ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [line(headings), ...rows.map(line)];
}
