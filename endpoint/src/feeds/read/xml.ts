import { Parser } from 'htmlparser2';
import { FeedError } from '../error.ts';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_FIELD_CHARS, MAX_RECORD_CHARS } from '../limits.ts';
import {
  emptyRecord,
  RejectedRecord,
  type Ending,
  type ReadItem,
  type RecordParser,
  type RecordTree,
  type Tree,
} from './record.ts';

/** The parser is given pieces of at most this many characters, so that a record ends the wait for its caps. */
const PIECE_CHARS = 64 * 1024;
/** Beyond this depth a document only costs time: the parser's own stack grows with it. */
const MAX_DOCUMENT_DEPTH = 256;
/** A name and its marks count as this many characters of a record, so that a million empty elements are large. */
const ELEMENT_CHARS = 16;
/** What partners write inside a description without escaping it; it stays markup for the HTML parser. */
const MARKUP = new Set(
  'a b blockquote br div em font h1 h2 h3 h4 h5 h6 hr i li ol p s small span strong sub sup table tbody td tr u ul'.split(
    ' ',
  ),
);

interface Frame {
  name: string;
  text: string;
  node?: RecordTree;
}

interface Open {
  name: string;
  markup: boolean;
}

/**
 * Reads records out of XML as real feeds write it: a bare `&` and `&nbsp;` stay text, a tag that is not closed costs
 * its own record. The feed is complete once its root element was closed.
 */
export class XmlReader implements RecordParser {
  readonly #path: readonly string[];
  readonly #expectedPath: string | undefined;
  readonly #record: string;
  readonly #recordTag: RegExp;
  #parser: Parser;
  #items: ReadItem[] = [];
  #open: Open[] = [];
  #frames: Frame[] = [];
  /** How many elements are open around the current record; -1 outside of records. */
  #recordDepth = -1;
  #recordChars = 0;
  #attributes = 0;
  #bad: string | undefined;
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
    this.#record = path.at(-1)!;
    const name = this.#record.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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
    if (this.#recordDepth < 0)
      throw new FeedError('A piece of the feed outside of its records is larger than 256 KB.');
    this.#reject('record larger than 256 KB');
    this.#closeRecord();
    this.#open.length = this.#recordDepth;
    this.#recordDepth = -1;
    this.#skipping = '';
  }

  /** Looks for the next tag of a record; gives what follows from there on to a new parser in the same place. */
  #skipTo(piece: string): string | undefined {
    const text = this.#skipping + piece;
    const at = text.search(this.#recordTag);
    if (at < 0) {
      this.#skipping = text.slice(-this.#record.length - 2);
      return undefined;
    }
    this.#skipping = undefined;
    this.#quiet = true;
    this.#parser = this.#newParser();
    for (const { name } of this.#open) this.#parser.write(`<${name}>`);
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
        onattribute: heard((name: string, value: string) => this.#attribute(name, value)),
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
    this.#attributes = 0;
    if (this.#open.length >= MAX_DOCUMENT_DEPTH) {
      throw new FeedError(`The feed nests deeper than ${MAX_DOCUMENT_DEPTH} levels.`);
    }
    if (this.#root === undefined) this.#openedRoot(name);
    if (this.#recordDepth < 0) {
      if (this.#startsRecord(name)) this.#startRecord(name);
      else this.#open.push({ name, markup: false });
      return;
    }
    if (this.#open.length === this.#recordDepth + 1 && name === this.#open.at(-1)!.name) {
      this.#reject('record is not closed');
      this.#closeRecord();
      this.#startRecord(name);
      return;
    }
    this.#count(name.length + ELEMENT_CHARS);
    const markup = this.#frames.length > 1 && MARKUP.has(name.toLowerCase());
    this.#open.push({ name, markup });
    if (this.#open.length - this.#recordDepth > MAX_DEPTH)
      this.#reject(`record nested deeper than ${MAX_DEPTH} levels`);
    if (this.#bad) return;
    if (markup) this.#frames.at(-1)!.text += `<${name}>`;
    else this.#frames.push({ name, text: '' });
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

  #startsRecord(name: string): boolean {
    let around = this.#open.length;
    while (around >= this.#path.length && this.#open[around - 1]!.name === name) around--;
    if (around !== this.#path.length - 1) return false;
    for (let i = 0; i < around; i++) {
      if (this.#path[i] !== '*' && this.#path[i] !== this.#open[i]!.name) return false;
    }
    return this.#record === name;
  }

  #startRecord(name: string): void {
    this.#recordDepth = this.#open.length;
    this.#open.push({ name, markup: false });
    this.#frames = [{ name, text: '', node: emptyRecord() }];
    this.#recordChars = 0;
    this.#bad = undefined;
  }

  #attribute(name: string, value: string): void {
    if (this.#recordDepth < 0) return;
    this.#count(name.length + value.length + 4);
    if (++this.#attributes > MAX_ATTRIBUTES)
      this.#reject(`element with more than ${MAX_ATTRIBUTES} attributes`);
    if (value.length > MAX_FIELD_CHARS) this.#reject('field larger than 64 KB');
    if (this.#bad || this.#open.at(-1)!.markup) return;
    const frame = this.#frames.at(-1)!;
    add((frame.node ??= emptyRecord()), `@${name}`, value);
  }

  #text(text: string): void {
    this.#fresh = false;
    if (this.#recordDepth < 0) {
      if (this.#expectedPath && this.#expected.length < 40 && this.#openPath() === this.#expectedPath)
        this.#expected += text;
      return;
    }
    this.#count(text.length);
    if (this.#bad) return;
    const frame = this.#frames.at(-1)!;
    frame.text += text;
    if (frame.text.length > MAX_FIELD_CHARS) this.#reject('field larger than 64 KB');
  }

  #openPath(): string {
    return this.#open.map(({ name }) => name).join('.');
  }

  #closed(name: string, implied: boolean): void {
    // htmlparser2 calls the end of <a/> implied, too; nothing can have come since its name and attributes.
    const selfClosed = this.#fresh;
    this.#fresh = false;
    const open = this.#open.pop();
    if (this.#recordDepth < 0) {
      if (this.#open.length === 0 && (!implied || selfClosed)) this.#rootClosed = true;
      return;
    }
    if (this.#open.length === this.#recordDepth) {
      if (implied && !selfClosed) this.#reject('record is not closed');
      this.#closeRecord();
      this.#recordDepth = -1;
      return;
    }
    if (this.#bad) return;
    if (open?.markup) {
      this.#frames.at(-1)!.text += `</${name}>`;
      return;
    }
    const frame = this.#frames.pop()!;
    const parent = this.#frames.at(-1)!;
    add((parent.node ??= emptyRecord()), frame.name, valueOf(frame));
  }

  #closeRecord(): void {
    const [frame] = this.#frames;
    if (this.#bad) this.#items.push(new RejectedRecord(this.#bad, sampleOf(this.#frames)));
    else if (frame) this.#items.push(valueOf(frame) as RecordTree);
    this.#frames = [];
    this.#bad = undefined;
  }

  #count(chars: number): void {
    this.#recordChars += chars;
    if (this.#recordChars > MAX_RECORD_CHARS) this.#reject('record larger than 256 KB');
  }

  /** The record stays refused for its first reason; what was gathered of it is kept to name it by. */
  #reject(reason: string): void {
    this.#bad ??= reason;
  }
}

function valueOf(frame: Frame): Tree {
  if (!frame.node) return frame.text;
  if (frame.text.trim()) frame.node['#text'] = frame.text;
  return frame.node;
}

function add(node: RecordTree, name: string, value: Tree): void {
  const there = node[name];
  if (there === undefined) node[name] = value;
  else if (Array.isArray(there)) there.push(value);
  else node[name] = [there, value];
}

/** The first short text of a record that was given up: mostly its reference or title. */
function sampleOf(frames: readonly Frame[]): string {
  const texts = Object.values(frames[0]?.node ?? {});
  const short = texts.find((text) => typeof text === 'string' && text.trim() && text.length <= 100);
  return typeof short === 'string' ? short.trim() : '';
}
