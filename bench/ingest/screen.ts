/** What a program draws: a code that moves the cursor or clears, the end of a line, or text. */
const DRAWN = /\u001b\[(?<argument>[\d;?]*)(?<code>[A-Za-z])|(?<end>\n)|(?<text>[^\u001b\n\r]+)|\r/gu;

/**
 * What a terminal showed while a program drew on it, as lines without codes, after so many shares of all that it drew.
 * Knows what progress bars use: up, to a column, clear to the end of the line or of the screen (ECMA-48).
 */
export function screens(drawn: string, shares: readonly number[]): string[] {
  const pieces = [...drawn.matchAll(DRAWN)];
  const wanted = shares.map((share) => Math.floor(share * (pieces.length - 1)));
  const lines: string[] = [''];
  const shown: string[] = [];
  let row = 0;
  let column = 0;
  for (const [at, { groups = {} }] of pieces.entries()) {
    const { argument = '', code, end, text } = groups;
    if (code === 'A') row = Math.max(0, row - Number(argument || 1));
    if (code === 'G') column = Number(argument || 1) - 1;
    if (code === 'K') lines[row] = lines[row]!.slice(0, column);
    if (code === 'J') lines.splice(row + 1, Infinity, ...(lines[row] === undefined ? [''] : []));
    if (end) {
      row++;
      column = 0;
      lines[row] ??= '';
    }
    if (text) {
      const line = lines[row]!.padEnd(column);
      lines[row] = line.slice(0, column) + text + line.slice(column + text.length);
      column += text.length;
    }
    if (wanted.includes(at)) shown.push(lines.filter((line) => line.trim() !== '').join('\n'));
  }
  return shown;
}
