import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, MAX_FIELD_CHARS, MAX_RECORD_CHARS } from '../limits.ts';
import { emptyRecord, RejectedRecord, type ReadItem, type RecordTree, type Tree } from './record.ts';

/** A name and its marks count as this many characters of a record, so that a million empty elements are large. */
const ELEMENT_CHARS = 16;
/** What partners write inside a description without escaping it; it stays markup for the HTML parser. */
const MARKUP = new Set(
  'a b blockquote br div em font h1 h2 h3 h4 h5 h6 hr i li ol p s small span strong sub sup table tbody td tr u ul'.split(
    ' ',
  ),
);

/** An element whose value is being gathered. */
interface Frame {
  name: string;
  text: string;
  node?: RecordTree;
}

/** One record of an XML feed while it is read: its tree grows with each event, as far as the caps let it. */
export class XmlRecord {
  /** For each open element, the record's own first, whether it is markup of a text. */
  readonly #open: boolean[] = [false];
  readonly #frames: Frame[];
  #chars = 0;
  #elements = 0;
  #attributes = 0;
  #bad: string | undefined;

  constructor(name: string) {
    this.#frames = [{ name, text: '', node: emptyRecord() }];
  }

  /** How many elements are open, the record's own among them; 0 once it was closed. */
  get depth(): number {
    return this.#open.length;
  }

  opened(name: string): void {
    this.#attributes = 0;
    this.#count(name.length + ELEMENT_CHARS);
    if (++this.#elements > MAX_ELEMENTS) this.reject(`record with more than ${MAX_ELEMENTS} elements`);
    const markup = this.#frames.length > 1 && MARKUP.has(name.toLowerCase());
    this.#open.push(markup);
    if (this.#open.length > MAX_DEPTH + 1) this.reject(`record nested deeper than ${MAX_DEPTH} levels`);
    if (this.#bad) return;
    if (markup) this.#frames.at(-1)!.text += `<${name}>`;
    else this.#frames.push({ name, text: '' });
  }

  attribute(name: string, value: string): void {
    this.#count(name.length + value.length + 4);
    if (++this.#attributes > MAX_ATTRIBUTES)
      this.reject(`element with more than ${MAX_ATTRIBUTES} attributes`);
    if (value.length > MAX_FIELD_CHARS) this.reject('field larger than 64 KB');
    if (this.#bad || this.#open.at(-1)) return;
    const frame = this.#frames.at(-1)!;
    add((frame.node ??= emptyRecord()), `@${name}`, value);
  }

  text(text: string): void {
    this.#count(text.length);
    if (this.#bad) return;
    const frame = this.#frames.at(-1)!;
    frame.text += text;
    if (frame.text.length > MAX_FIELD_CHARS) this.reject('field larger than 64 KB');
  }

  closed(name: string): void {
    const markup = this.#open.pop();
    if (this.#bad || this.#open.length === 0) return;
    if (markup) {
      this.#frames.at(-1)!.text += `</${name}>`;
      return;
    }
    const frame = this.#frames.pop()!;
    const parent = this.#frames.at(-1)!;
    add((parent.node ??= emptyRecord()), frame.name, valueOf(frame));
  }

  /** Gives the record up; it stays refused for its first reason, and what came of it serves to name it by. */
  reject(reason: string): void {
    this.#bad ??= reason;
  }

  /** What the record has become. */
  item(): ReadItem {
    return this.#bad
      ? new RejectedRecord(this.#bad, sampleOf(this.#frames))
      : (valueOf(this.#frames[0]!) as RecordTree);
  }

  #count(chars: number): void {
    this.#chars += chars;
    if (this.#chars > MAX_RECORD_CHARS) this.reject('record larger than 256 KB');
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
