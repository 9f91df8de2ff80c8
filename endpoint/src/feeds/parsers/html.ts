import { Parser } from 'htmlparser2';
import type { Block } from '../../contract/index.ts';
import type { ContactCount } from './contacts.ts';
import { decodeEntities } from './entities.ts';
import { BlockBuilder, type Mark } from './runs.ts';

/** A description that nests deeper is an attack on the parser, not a text. */
const MAX_HTML_DEPTH = 100;
/** What these elements hold is no text for readers. */
const DROPPED = new Set(
  'script style template noscript iframe object embed applet svg math audio video canvas head title select textarea button'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div section article header footer aside main nav address blockquote pre table thead tbody tr dl dt dd form fieldset figure hr br'.split(
    ' ',
  ),
);
const MARKS: Record<string, 'strong' | 'em'> = { strong: 'strong', b: 'strong', em: 'em', i: 'em' };
const ESCAPED = /&lt;(?:p|br|div|ul|ol|li|h[1-6]|strong|b)\b[^<&]*&gt;/i;
const STRUCTURE = /<(?:p|br|div|ul|ol|li|h[1-6]|tr|table|section|article)\b/i;

/** A description that cannot be read, for the reason in a few words. */
export class UnreadableText extends Error {
  override name = 'UnreadableText';
}

/**
 * A description as blocks of plain runs, whatever the partner's HTML holds: paragraphs, headings, lists, strong and
 * em; every other mark becomes its text, scripts and styles vanish. References are decoded once, by the parser,
 * and nothing afterwards; where all of the markup was escaped twice, once more before. Where no element parts the
 * text, its line breaks do.
 * @throws {UnreadableText} where it nests deeper than 100 levels
 */
export function html(written: string, contacts: ContactCount): Block[] | undefined {
  const source = !written.includes('<') && ESCAPED.test(written) ? decodeEntities(written) : written;
  const builder = new BlockBuilder(contacts);
  const reader = new HtmlReader(builder, !STRUCTURE.test(source));
  const parser = new Parser({
    onopentagname: (name) => reader.opened(name),
    onclosetag: (name) => reader.closed(name),
    ontext: (text) => reader.text(text),
  });
  parser.end(source);
  return blocksOrNothing(builder);
}

/** A description in plain text: lines part paragraphs, lines with a bullet are a list, nothing is decoded. */
export function text(source: string, contacts: ContactCount): Block[] | undefined {
  const builder = new BlockBuilder(contacts);
  lines(source, builder, undefined);
  return blocksOrNothing(builder);
}

class HtmlReader {
  readonly #builder: BlockBuilder;
  readonly #keepLines: boolean;
  readonly #lists: ('ul' | 'ol')[] = [];
  #depth = 0;
  #dropped = 0;
  #strong = 0;
  #em = 0;

  constructor(builder: BlockBuilder, keepLines: boolean) {
    this.#builder = builder;
    this.#keepLines = keepLines;
  }

  opened(name: string): void {
    if (++this.#depth > MAX_HTML_DEPTH) {
      throw new UnreadableText(`description nested deeper than ${MAX_HTML_DEPTH} levels`);
    }
    if (DROPPED.has(name)) this.#dropped++;
    if (this.#dropped > 0) return;
    const mark = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
    if (mark === 'strong') this.#strong++;
    else if (mark === 'em') this.#em++;
    else if (name === 'ul' || name === 'ol') {
      this.#lists.push(name);
      this.#builder.list(name);
    } else if (name === 'li') this.#builder.item();
    else if (/^h[1-6]$/.test(name)) this.#builder.heading();
    else if (BLOCKS.has(name)) this.#builder.break();
  }

  closed(name: string): void {
    this.#depth--;
    if (DROPPED.has(name)) this.#dropped = Math.max(0, this.#dropped - 1);
    else if (this.#dropped > 0) return;
    const mark = Object.hasOwn(MARKS, name) ? MARKS[name] : undefined;
    if (mark === 'strong') this.#strong = Math.max(0, this.#strong - 1);
    else if (mark === 'em') this.#em = Math.max(0, this.#em - 1);
    else if (name === 'ul' || name === 'ol') {
      this.#lists.pop();
      this.#builder.endList(this.#lists.at(-1));
    } else if (name === 'li') this.#builder.endItem();
    else if (name === 'td' || name === 'th') this.#builder.text(' ', undefined);
    else if (BLOCKS.has(name) || /^h[1-6]$/.test(name)) this.#builder.break();
  }

  text(text: string): void {
    if (this.#dropped > 0) return;
    const mark: Mark = this.#strong > 0 ? 'strong' : this.#em > 0 ? 'em' : undefined;
    if (this.#keepLines) lines(text, this.#builder, mark);
    else this.#builder.text(text, mark);
  }
}

function lines(text: string, builder: BlockBuilder, mark: Mark): void {
  let first = true;
  for (const line of text.split(/\r\n|[\r\n\u2028\u2029]/)) {
    if (!first) builder.break();
    first = false;
    if (line !== '') builder.text(line, mark);
  }
}

function blocksOrNothing(builder: BlockBuilder): Block[] | undefined {
  const blocks = builder.blocks();
  return blocks.length > 0 ? blocks : undefined;
}
