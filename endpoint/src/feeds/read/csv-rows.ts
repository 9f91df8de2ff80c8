import { MAX_RECORD_CHARS } from '../limits.ts';

const QUOTE = 34;
const CR = 13;
const LF = 10;

/** One row as it stands in the file, its line break left out. */
export interface RawRow {
  text: string;
  /** Set where the row was cut from a quotation mark that nothing closes. */
  broken?: true;
}

/**
 * Cuts the text of a CSV file into rows: a line break between quotation marks does not end one.
 *
 * A quotation mark that nothing closes would swallow the rest of the file; after 256 KB its line is given up as
 * broken, and reading goes on with the next line.
 */
export class CsvRows {
  readonly #delimiter: number;
  #rest = '';
  #at = 0;
  #quoted = false;
  #fieldStart = true;
  #cellQuoted = false;
  #lineFeeds = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  write(text: string): RawRow[] {
    this.#rest += text;
    const rows: RawRow[] = [];
    for (;;) {
      const row = this.#next();
      if (!row) return rows;
      rows.push(row);
    }
  }

  /**
   * What is left: a row without a line break, or with one that is a carriage return alone; where rows end with line
   * feeds, that is half of a line break, and the row may be cut.
   */
  end(): { text: string; quoted: boolean; terminated: boolean } {
    const returned = this.#rest.endsWith('\r');
    const terminated = returned && !this.#lineFeeds;
    return { text: returned ? this.#rest.slice(0, -1) : this.#rest, quoted: this.#quoted, terminated };
  }

  #next(): RawRow | undefined {
    const text = this.#rest;
    for (let i = this.#at; i < text.length; i++) {
      const char = text.charCodeAt(i);
      if (this.#quoted) {
        if (char === QUOTE) this.#quoted = false;
      } else if (char === QUOTE) {
        // A quotation mark in the middle of a cell is text; right after a closing one it is an escaped one.
        this.#cellQuoted ||= this.#fieldStart;
        this.#quoted = this.#fieldStart || (this.#cellQuoted && text.charCodeAt(i - 1) === QUOTE);
        this.#fieldStart = false;
      } else if (char === LF || (char === CR && i + 1 < text.length)) {
        this.#lineFeeds ||= char === LF || text.charCodeAt(i + 1) === LF;
        const end = char === CR && text.charCodeAt(i + 1) === LF ? i + 2 : i + 1;
        return this.#cut(i, end);
      } else {
        this.#fieldStart = char === this.#delimiter;
        if (this.#fieldStart) this.#cellQuoted = false;
      }
    }
    this.#at = text.length;
    // A closing carriage return may be half of a line break; it is looked at again with what follows.
    if (!this.#quoted && text.charCodeAt(this.#at - 1) === CR) this.#at--;
    return text.length > MAX_RECORD_CHARS ? this.#giveUp() : undefined;
  }

  #cut(end: number, next: number, broken?: true): RawRow {
    const row = { text: this.#rest.slice(0, end), ...(broken && { broken }) };
    this.#rest = this.#rest.slice(next);
    this.#at = 0;
    this.#quoted = false;
    this.#cellQuoted = false;
    this.#fieldStart = true;
    return row;
  }

  #giveUp(): RawRow {
    const line = this.#rest.search(/[\r\n]/);
    const end = line < 0 ? this.#rest.length : line;
    return this.#cut(end, end + 1, true);
  }
}
