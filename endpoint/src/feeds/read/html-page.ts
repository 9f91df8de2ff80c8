import { Parser } from 'htmlparser2';
import { FeedError } from '../error.ts';
import { MAX_DEPTH, MAX_RECORD_CHARS } from '../limits.ts';
import { treeOf } from './json-tree.ts';
import { RejectedRecord, type Ending, type ReadItem, type RecordParser } from './record.ts';

/** No page of offers is larger, in characters. */
const MAX_PAGE_CHARS = 10 * 1024 * 1024;
/** Beyond this depth a page only costs time: closing tags are looked for in all that is open. */
const MAX_PAGE_DEPTH = 512;

/**
 * Reads the JobPosting objects out of a web page: what its `<script type="application/ld+json">` hold, alone, in a
 * list or in a graph (https://schema.org/JobPosting). Nothing else of the page is looked at but its canonical
 * address, which a record has as `@page`.
 */
export class HtmlPageReader implements RecordParser {
  readonly #parser: Parser;
  readonly #postings: object[] = [];
  readonly #broken: RejectedRecord[] = [];
  #chars = 0;
  #depth = 0;
  #script: string | undefined;
  #page: string | undefined;
  #ended = false;

  constructor() {
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#opened(name, attributes),
      ontext: (text) => {
        if (this.#script !== undefined) this.#script += text;
      },
      onclosetag: (name, implied) => this.#closed(name, implied),
    });
  }

  write(text: string): void {
    this.#chars += text.length;
    if (this.#chars > MAX_PAGE_CHARS) throw new FeedError('The page is larger than 10 MB.');
    this.#parser.write(text);
  }

  end(items: ReadItem[]): Ending {
    this.#parser.end();
    items.push(...this.#broken);
    for (const posting of this.#postings) items.push(this.#record(posting));
    if (this.#chars === 0) return { complete: false, reason: 'The page is empty.' };
    if (!this.#ended)
      return { complete: false, reason: 'The page breaks off before its closing tag </html>.' };
    return items.length > 0
      ? { complete: true }
      : { complete: false, reason: 'The page holds no JobPosting (application/ld+json).' };
  }

  #opened(name: string, attributes: Record<string, string>): void {
    if (++this.#depth > MAX_PAGE_DEPTH)
      throw new FeedError(`The page nests deeper than ${MAX_PAGE_DEPTH} levels.`);
    if (name === 'script' && /^\s*application\/ld\+json\b/i.test(attributes.type ?? '')) this.#script = '';
    if (name === 'link' && /\bcanonical\b/i.test(attributes.rel ?? '')) this.#page ??= attributes.href;
  }

  #closed(name: string, implied: boolean): void {
    this.#depth--;
    if (name === 'html' && !implied) this.#ended = true;
    if (name !== 'script' || this.#script === undefined) return;
    try {
      this.#collect(JSON.parse(this.#script.replace(/[\u0000-\u001f]+/g, ' ')), 0);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#broken.push(new RejectedRecord('record is not valid JSON', this.#script.trim().slice(0, 60)));
    }
    this.#script = undefined;
  }

  #collect(value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
    const type = (value as { '@type'?: unknown })['@type'];
    if ([type].flat().includes('JobPosting')) this.#postings.push(value);
    else for (const child of Object.values(value)) this.#collect(child, depth + 1);
  }

  #record(posting: object): ReadItem {
    const { title } = posting as { title?: unknown };
    const sample = typeof title === 'string' ? title.slice(0, 60) : '';
    if (JSON.stringify(posting).length > MAX_RECORD_CHARS)
      return new RejectedRecord('record larger than 256 KB', sample);
    const tree = treeOf(posting);
    if (typeof tree === 'string') return new RejectedRecord(tree, sample);
    if (this.#page !== undefined) tree['@page'] = this.#page;
    return tree;
  }
}
