import { WorkBudget } from '../budget.ts';
import { FeedError } from '../error.ts';
import { CsvReader } from './csv.ts';
import { HtmlPageReader } from './html-page.ts';
import { JsonReader } from './json.ts';
import type { Ending, ReadItem, RecordParser } from './record.ts';
import { XmlReader } from './xml.ts';

/** Which records a feed holds and where. */
export interface Layout {
  format: 'xml' | 'json' | 'csv' | 'html';
  /** `source.job` for XML, `$` or `$.items` for JSON; CSV and HTML have none. */
  records?: string;
  /** XML: the path of an element that says how many records there are. */
  expected?: string;
  /** CSV: false for an export that never ends its last row with a line break. */
  lastLineBreak?: boolean;
}

/** The reader for a layout. */
export function recordParser(layout: Layout): RecordParser {
  switch (layout.format) {
    case 'xml':
      return new XmlReader((layout.records ?? '').split('.'), layout.expected?.split('.'));
    case 'json':
      return new JsonReader((layout.records ?? '$').split('.').slice(1));
    case 'csv':
      return new CsvReader(layout);
    case 'html':
      return new HtmlPageReader();
  }
}

/**
 * The records of a text that comes by pieces, refused ones among them. After the last one, `ending` tells how the
 * feed ended; a source that throws a {@link FeedError} ends it as incomplete.
 */
export class Reading implements AsyncIterable<ReadItem> {
  readonly #text: AsyncIterable<string>;
  readonly #parser: RecordParser;
  readonly #budget: WorkBudget;
  readonly #isPage: boolean;
  #ending: Ending | undefined;

  /** @param budget what the reading may cost; its end ends the feed as incomplete */
  constructor(text: AsyncIterable<string>, layout: Layout, budget = new WorkBudget()) {
    this.#text = text;
    this.#budget = budget;
    this.#isPage = layout.format === 'html';
    this.#parser = recordParser(layout);
  }

  get ending(): Ending {
    if (!this.#ending) throw new Error('How a feed ended is known after its last record.');
    return this.#ending;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ReadItem> {
    const pieces = this.#text[Symbol.asyncIterator]();
    const items: ReadItem[] = [];
    let first = true;
    try {
      while (!this.#ending) {
        try {
          const { done, value: piece = '' } = await pieces.next();
          this.#budget.check();
          if (done) this.#ending = this.#budget.run(() => this.#parser.end(items));
          else {
            if (first && !this.#isPage) refuseWebPage(piece);
            first &&= piece.trim() === '';
            this.#budget.run(() => this.#parser.write(piece, items));
          }
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
          this.#ending = { complete: false, reason: error.message };
        }
        yield* items;
        items.length = 0;
      }
    } finally {
      await pieces.return?.();
    }
  }
}

function refuseWebPage(text: string): void {
  if (/^\s*(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 1000))) {
    throw new FeedError('The address answers with a web page (HTML), not with a feed.');
  }
}
