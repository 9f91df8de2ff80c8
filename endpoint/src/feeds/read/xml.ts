import { Parser } from 'htmlparser2';
import { FeedError } from '../error.ts';
import { MAX_RECORD_CHARS } from '../limits.ts';
import type { Ending, ReadItem, RecordParser } from './record.ts';
import { XmlRecord } from './xml-record.ts';

/** The parser is given pieces of at most this many characters, so that a record ends the wait for its caps. */
const PIECE_CHARS = 64 * 1024;
/** Beyond this depth a document only costs time: the parser's own stack grows with it. */
const MAX_DOCUMENT_DEPTH = 256;

/**
 * Reads records out of XML as real feeds write it: a bare `&` and `&nbsp;` stay text, a tag that is not closed costs
 * its own record. The feed is complete once its root element was closed.
 */
export class XmlReader implements RecordParser {
  readonly #path: readonly string[];
  readonly #expectedPath: string | undefined;
  readonly #recordName: string;
  readonly #recordTag: RegExp;
  #parser: Parser;
  #items: ReadItem[] = [];
  /** Names of the open elements around records. */
  #around: string[] = [];
  #record: XmlRecord | undefined;
  #fresh = false;
  #waiting = 0;
  #skipping: string | undefined;
  #quiet = false;
  #root: string | undefined;
  #rootClosed = false;
  #expected = '';

  /**
   * @param path names from the root to a record: `['source', 'job']`; `*` stands for any name around it
   * @param expected names to an element outside of records that says how many there are
   */
  constructor(path: readonly string[], expected?: readonly string[]) {
    if (path.length < 2)
      throw new TypeError(`The path of an XML record needs a root and a record, not "${path.join('.')}".`);
    this.#path = path;
    this.#recordName = path.at(-1)!;
    const name = this.#recordName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    this.#recordTag = new RegExp(`</?${name}(?=[\\s/>])`);
    this.#expectedPath = expected?.join('.');
    this.#parser = this.#newParser();
  }

  write(text: string, items: ReadItem[]): void {
    this.#items = items;
    for (let at = 0; at < text.length && !this.#rootClosed; at += PIECE_CHARS) {
      this.#writePiece(text.length <= PIECE_CHARS ? text : text.slice(at, at + PIECE_CHARS));
    }
  }

  end(): Ending {
    this.#quiet = true;
    this.#parser.end();
    if (!this.#root) return { complete: false, reason: 'The feed holds no XML element.' };
    const expected = Number.parseInt(this.#expected.trim(), 10);
    return {
      complete: this.#rootClosed,
      ...(!this.#rootClosed && { reason: `The feed breaks off before its closing tag </${this.#root}>.` }),
      ...(expected > 0 && { expected }),
    };
  }

  #writePiece(piece: string): void {
    if (this.#skipping !== undefined) {
      const resumed = this.#skipTo(piece);
      if (resumed === undefined) return;
      piece = resumed;
    }
    this.#waiting += piece.length;
    this.#parser.write(piece);
    if (this.#waiting > MAX_RECORD_CHARS && !this.#rootClosed) this.#abandonToken();
  }

  /** A comment, a CDATA section or an attribute has grown beyond any record: go on behind that record. */
  #abandonToken(): void {
    if (!this.#record)
      throw new FeedError('A piece of the feed outside of its records is larger than 256 KB.');
    this.#record.reject('record larger than 256 KB');
    this.#endRecord();
    this.#skipping = '';
  }

  /** Looks for the next tag of a record; gives what follows from there on to a new parser in the same place. */
  #skipTo(piece: string): string | undefined {
    const text = this.#skipping + piece;
    const at = text.search(this.#recordTag);
    if (at < 0) {
      this.#skipping = text.slice(-this.#recordName.length - 2);
      return undefined;
    }
    this.#skipping = undefined;
    this.#quiet = true;
    this.#parser = this.#newParser();
    for (const name of this.#around) this.#parser.write(`<${name}>`);
    this.#quiet = false;
    this.#waiting = 0;
    return text.slice(at);
  }

  #newParser(): Parser {
    const heard =
      <A extends unknown[]>(listener: (...args: A) => void) =>
      (...args: A) => {
        this.#waiting = 0;
        if (!this.#quiet && !this.#rootClosed) listener(...args);
      };
    return new Parser(
      {
        onopentagname: heard((name) => this.#opened(name)),
        onattribute: heard((name: string, value: string) => this.#record?.attribute(name, value)),
        ontext: heard((text) => this.#text(text)),
        onclosetag: heard((name: string, implied: boolean) => this.#closed(name, implied)),
        oncomment: heard(() => (this.#fresh = false)),
        onprocessinginstruction: heard((name: string, data: string) => this.#instruction(name, data)),
      },
      { xmlMode: true },
    );
  }

  #instruction(name: string, data: string): void {
    if (!name.startsWith('!')) return;
    if (data.includes('[') || /^!ENTITY/i.test(name)) {
      throw new FeedError('The feed declares entities of its own (DOCTYPE); such feeds are refused.');
    }
  }

  #opened(name: string): void {
    this.#fresh = true;
    if (this.#around.length + (this.#record?.depth ?? 0) >= MAX_DOCUMENT_DEPTH) {
      throw new FeedError(`The feed nests deeper than ${MAX_DOCUMENT_DEPTH} levels.`);
    }
    if (this.#root === undefined) this.#openedRoot(name);
    if (this.#record?.depth === 1 && name === this.#recordName) {
      this.#record.reject('record is not closed');
      this.#endRecord();
      this.#around.push(name);
      this.#record = new XmlRecord(name);
    } else if (this.#record) this.#record.opened(name);
    else if (this.#startsRecord(name)) this.#record = new XmlRecord(name);
    else this.#around.push(name);
  }

  #openedRoot(name: string): void {
    this.#root = name;
    if (name.toLowerCase() === 'html')
      throw new FeedError('The address answers with a web page (HTML), not with a feed.');
    const wanted = this.#path[0]!;
    if (wanted !== '*' && wanted !== name) {
      throw new FeedError(`The feed begins with <${name.slice(0, 40)}>, but its mapping reads <${wanted}>.`);
    }
  }

  /** Records that were never closed stay open around those that follow them. */
  #startsRecord(name: string): boolean {
    let around = this.#around.length;
    while (around >= this.#path.length && this.#around[around - 1] === name) around--;
    if (around !== this.#path.length - 1) return false;
    for (let i = 0; i < around; i++) {
      if (this.#path[i] !== '*' && this.#path[i] !== this.#around[i]) return false;
    }
    return this.#recordName === name;
  }

  #text(text: string): void {
    this.#fresh = false;
    if (this.#record) this.#record.text(text);
    else if (this.#expectedPath && this.#expected.length < 40) {
      if (this.#around.join('.') === this.#expectedPath) this.#expected += text;
    }
  }

  #closed(name: string, implied: boolean): void {
    // htmlparser2 calls the end of <a/> implied, too; nothing can have come since its name and attributes.
    const selfClosed = this.#fresh;
    this.#fresh = false;
    if (!this.#record) {
      this.#around.pop();
      if (this.#around.length === 0 && (!implied || selfClosed)) this.#rootClosed = true;
      return;
    }
    this.#record.closed(name);
    if (this.#record.depth > 0) return;
    if (implied && !selfClosed) this.#record.reject('record is not closed');
    this.#endRecord();
  }

  #endRecord(): void {
    this.#items.push(this.#record!.item());
    this.#record = undefined;
  }
}
