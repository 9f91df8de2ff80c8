import { parse } from 'csv-parse/sync';
import { FeedError } from '../error.ts';
import { MAX_ELEMENTS, MAX_FIELD_CHARS, MAX_RECORD_CHARS } from '../limits.ts';
import { CsvRows, type RawRow } from './csv-rows.ts';
import { emptyRecord, RejectedRecord, type Ending, type ReadItem, type RecordParser } from './record.ts';

const DELIMITERS = [';', ',', '\t', '|'];
/** A header without a line break in its first so many characters is none. */
const MAX_HEADER_CHARS = 64 * 1024;

/**
 * Reads a table with a header row; the delimiter is the one that parts most cells of the header.
 *
 * CSV has no end mark: a file counts as complete when its last row ends with a line break, as spreadsheets write it.
 */
export class CsvReader implements RecordParser {
  readonly #lastLineBreak: boolean;
  #head = '';
  #rows: CsvRows | undefined;
  #delimiter = ';';
  #columns: string[] | undefined;

  /** @param options `lastLineBreak: false` for an export that never ends its last row */
  constructor(options: { lastLineBreak?: boolean } = {}) {
    this.#lastLineBreak = options.lastLineBreak ?? true;
  }

  write(text: string, items: ReadItem[]): void {
    if (this.#rows) {
      this.#read(this.#rows.write(text), items);
      return;
    }
    this.#head += text;
    if (/^\s*\S[^\r\n]*[\r\n]/.test(this.#head)) this.#begin(items);
    else if (this.#head.length > MAX_HEADER_CHARS) {
      throw new FeedError('The first line of the CSV feed is larger than 64 KB.');
    }
  }

  end(items: ReadItem[]): Ending {
    const rows = this.#rows ?? this.#begin(items);
    const { text, quoted, terminated } = rows.end();
    if (!this.#columns) return { complete: false, reason: 'The feed is empty.' };
    if (quoted) return { complete: false, reason: 'The feed breaks off between two quotation marks.' };
    if (text.trim() === '') return { complete: true };
    if (terminated || !this.#lastLineBreak) {
      this.#read([{ text }], items);
      return { complete: true };
    }
    const reason =
      'The last line of the feed has no line break and may be cut; an export without one needs "lastLineBreak: false" in its mapping.';
    return { complete: false, reason };
  }

  #begin(items: ReadItem[]): CsvRows {
    const head = this.#head.replace(/^\s+/, '');
    this.#head = '';
    if (/^[<{[]/.test(head)) {
      const what = head.startsWith('<') ? 'XML or a web page' : 'JSON';
      throw new FeedError(`The mapping reads CSV, but what the address answers is ${what}.`);
    }
    const line = /^.*/.exec(head)![0].replace(/"[^"]*"/g, '');
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
    this.#delimiter = DELIMITERS[counts.indexOf(Math.max(...counts))]!;
    this.#rows = new CsvRows(this.#delimiter);
    this.#read(this.#rows.write(head), items);
    return this.#rows;
  }

  #read(rows: RawRow[], items: ReadItem[]): void {
    const whole: string[] = [];
    const flush = () => {
      for (const row of this.#cells(whole)) items.push(...this.#item(row));
      whole.length = 0;
    };
    for (const row of rows) {
      if (!row.broken && row.text.length <= MAX_RECORD_CHARS) {
        whole.push(row.text);
        continue;
      }
      flush();
      const reason = row.broken ? 'quotation mark is not closed' : 'record larger than 256 KB';
      items.push(new RejectedRecord(reason, row.text.slice(0, 60)));
    }
    flush();
  }

  /** Parses many rows at once; row by row where one of them is broken. */
  #cells(rows: string[]): (string[] | RejectedRecord)[] {
    const options = {
      delimiter: this.#delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
    };
    const parsed = (text: string) => parse(text, options) as string[][];
    const filled = rows.filter((row) => row !== '');
    try {
      const cells = parsed(filled.join('\n'));
      if (cells.length === filled.length) return cells;
    } catch {
      // One of the rows is broken: each is tried by itself.
    }
    return filled.map((row) => {
      try {
        return parsed(row)[0] ?? [];
      } catch {
        return new RejectedRecord('row cannot be read', row.slice(0, 60));
      }
    });
  }

  #item(cells: string[] | RejectedRecord): ReadItem[] {
    if (cells instanceof RejectedRecord) return [cells];
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (!this.#columns) {
      if (cells.length > MAX_ELEMENTS)
        throw new FeedError(`The header of the CSV feed names more than ${MAX_ELEMENTS} columns.`);
      this.#columns = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
      return [];
    }
    const sample = cells.find((cell) => cell.trim())?.slice(0, 60) ?? '';
    if (cells.length < this.#columns.length)
      return [new RejectedRecord('fewer cells than the header', sample)];
    if (cells.slice(this.#columns.length).some((cell) => cell.trim())) {
      return [new RejectedRecord('more cells than the header', sample)];
    }
    if (cells.some((cell) => cell.length > MAX_FIELD_CHARS))
      return [new RejectedRecord('field larger than 64 KB', sample)];
    const record = emptyRecord();
    this.#columns.forEach((column, i) => {
      if (column && !(column in record)) record[column] = cells[i]!;
    });
    return [record];
  }
}
