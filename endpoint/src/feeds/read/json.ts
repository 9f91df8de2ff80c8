import { FeedError } from '../error.ts';
import { MAX_DEPTH, MAX_RECORD_CHARS } from '../limits.ts';
import { treeOf } from './json-tree.ts';
import { RejectedRecord, type Ending, type ReadItem, type RecordParser } from './record.ts';

/** The longest key outside of records that is kept to compare with the path. */
const MAX_KEY_CHARS = 200;
/** Beyond this depth outside of records a document is not a list of offers. */
const MAX_DOCUMENT_DEPTH = 64;

interface Level {
  array: boolean;
  key?: string;
}

/**
 * Reads the objects of one list in a JSON document, the list at the top or at a path of keys.
 *
 * It only looks for where each object begins and ends and leaves its content to `JSON.parse`, so that a broken or an
 * endless object costs itself alone; parsers of the whole stream give up at the first fault.
 */
export class JsonReader implements RecordParser {
  readonly #path: readonly string[];
  #levels: Level[] = [];
  #started = false;
  #finished = false;
  #listFound = false;
  #inString = false;
  #escaped = false;
  #key: string | undefined;
  /** Depth inside the current record, 0 outside of records. */
  #depth = 0;
  #raw = '';
  #bad: string | undefined;

  /** @param path keys that lead to the list: none for a list at the top, `['items']` for `$.items` */
  constructor(path: readonly string[]) {
    this.#path = path;
  }

  write(text: string, items: ReadItem[]): void {
    let start = 0;
    for (let i = 0; i < text.length && !this.#finished; i++) {
      if (this.#inString) {
        i = this.#string(text, i);
        continue;
      }
      const char = text.charCodeAt(i);
      if (char <= 32) continue;
      if (this.#depth > 0) {
        if (this.#inRecord(char)) items.push(this.#record(text.slice(start, i + 1)));
      } else if (char === 123 && this.#atList()) {
        this.#depth = 1;
        this.#key = undefined;
        start = i;
      } else {
        this.#outside(char, text, i);
      }
    }
    if (this.#depth > 0) this.#keep(text.slice(start));
  }

  end(): Ending {
    if (!this.#started) return { complete: false, reason: 'The feed is empty.' };
    if (!this.#finished)
      return { complete: false, reason: 'The feed breaks off before its closing bracket.' };
    if (this.#listFound) return { complete: true };
    const where = this.#path.length === 0 ? 'at its top' : `at $.${this.#path.join('.')}`;
    return { complete: false, reason: `The feed holds no list ${where}.` };
  }

  /** Goes to the end of a string, or of the piece; gives the position of the last character that belongs to it. */
  #string(text: string, from: number): number {
    for (let i = from; i < text.length; i++) {
      const char = text.charCodeAt(i);
      if (this.#escaped) this.#escaped = false;
      else if (char === 92) this.#escaped = true;
      else if (char === 34) {
        this.#inString = false;
        if (this.#key !== undefined) this.#key += text.slice(from, i).slice(0, MAX_KEY_CHARS);
        return i;
      }
    }
    if (this.#key !== undefined && this.#key.length < MAX_KEY_CHARS) this.#key += text.slice(from);
    return text.length;
  }

  /** @returns whether the record ends with this character */
  #inRecord(char: number): boolean {
    if (char === 34) this.#inString = true;
    else if (char === 123 || char === 91) {
      if (++this.#depth > MAX_DEPTH) this.#bad ??= `record nested deeper than ${MAX_DEPTH} levels`;
    } else if (char === 125 || char === 93) return --this.#depth === 0;
    return false;
  }

  #outside(char: number, text: string, at: number): void {
    if (!this.#started && char !== 123 && char !== 91) {
      const what = text.startsWith('<', at) ? 'is XML or a web page' : 'is something else';
      throw new FeedError(`The mapping reads JSON, but what the address answers ${what}.`);
    }
    this.#started = true;
    const level = this.#levels.at(-1);
    if (char === 34) {
      this.#inString = true;
      this.#key = level && !level.array ? '' : undefined;
    } else if (char === 58 && level && !level.array) {
      level.key = this.#key;
    } else if (char === 123 || char === 91) {
      if (this.#levels.length >= MAX_DOCUMENT_DEPTH)
        throw new FeedError('The feed nests too deep outside of its records.');
      this.#levels.push({ array: char === 91 });
      if (this.#atList()) this.#listFound = true;
    } else if (char === 125 || char === 93) {
      if (level?.array !== (char === 93)) throw new FeedError('The brackets of the JSON feed do not match.');
      this.#levels.pop();
      this.#finished = this.#levels.length === 0;
    }
  }

  #atList(): boolean {
    const levels = this.#levels;
    if (levels.length !== this.#path.length + 1 || !levels.at(-1)!.array) return false;
    return this.#path.every((key, i) => !levels[i]!.array && levels[i]!.key === key);
  }

  #keep(piece: string): void {
    if (this.#bad) return;
    if (this.#raw.length + piece.length > MAX_RECORD_CHARS) this.#bad = 'record larger than 256 KB';
    else this.#raw += piece;
  }

  #record(lastPiece: string): ReadItem {
    this.#keep(lastPiece);
    const item = this.#bad ? new RejectedRecord(this.#bad, sampleOf(this.#raw)) : read(this.#raw);
    this.#raw = '';
    this.#bad = undefined;
    return item;
  }
}

function read(raw: string): ReadItem {
  const value = parsed(raw) ?? parsed(raw.replace(/[\u0000-\u001f]+/g, ' '));
  if (value === undefined) return new RejectedRecord('record is not valid JSON', sampleOf(raw));
  const tree = treeOf(value);
  return typeof tree === 'string' ? new RejectedRecord(tree, sampleOf(raw)) : tree;
}

function parsed(raw: string): object | undefined {
  try {
    return JSON.parse(raw) as object;
  } catch {
    return undefined;
  }
}

/** The first short text of a record that could not be read. */
function sampleOf(raw: string): string {
  return /:\s*"([^"\\]{1,100})"/.exec(raw.slice(0, 2000))?.[1] ?? raw.slice(0, 60);
}
