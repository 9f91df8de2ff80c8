import type { Block, Inline } from '../../contract/index.ts';
import { cleanCharacters } from './characters.ts';
import { contactRanges, type ContactCount } from './contacts.ts';

/** A text with more blocks than this goes on in its last one. */
const MAX_BLOCKS = 500;
/** Fewer letters around an address or number that was left out ("Tél. ou") say nothing without it. */
const MIN_LETTERS = 6;
const BULLET = /^\s*[-–—•·▪‣►➢✓✔*]\s+/;

export type Mark = Inline['mark'];

/** Gathers runs of text into the blocks of a description, tidied, without e-mail addresses and phone numbers. */
export class BlockBuilder {
  readonly #contacts: ContactCount;
  readonly #blocks: Block[] = [];
  #runs: Inline[] = [];
  #pieces = 0;
  #list: 'ul' | 'ol' | undefined;
  #heading = false;
  #item = false;

  constructor(contacts: ContactCount) {
    this.#contacts = contacts;
  }

  text(text: string, mark: Mark): void {
    const last = this.#runs.at(-1);
    if (last && last.mark === mark) last.text += text;
    else this.#runs.push(mark ? { text, mark } : { text });
  }

  /** Ends the paragraph, heading or item that was going on; what comes next is a paragraph. */
  break(): void {
    this.#flush();
    this.#heading = false;
  }

  heading(): void {
    this.#flush();
    this.#heading = true;
  }

  list(kind: 'ul' | 'ol'): void {
    this.#flush();
    this.#list = kind;
  }

  endList(outer: 'ul' | 'ol' | undefined): void {
    this.#flush();
    this.#item = false;
    this.#list = outer;
  }

  item(): void {
    this.#flush();
    this.#item = true;
  }

  endItem(): void {
    this.#flush();
    this.#item = false;
  }

  blocks(): Block[] {
    this.#flush(true);
    return this.#blocks;
  }

  #flush(atEnd = false): void {
    if (this.#runs.length === 0) return;
    if (this.#pieces >= MAX_BLOCKS && !atEnd) {
      this.text(' ', undefined);
      return;
    }
    const runs = tidy(this.#runs, this.#contacts);
    this.#runs = [];
    if (runs.length === 0) return;
    this.#pieces++;
    if (this.#heading) this.#blocks.push({ kind: 'heading', runs });
    else if (this.#item) this.#addItem(this.#list ?? 'ul', runs);
    else if (BULLET.test(runs[0]!.text)) {
      runs[0]!.text = runs[0]!.text.replace(BULLET, '');
      this.#addItem('ul', runs);
    } else this.#blocks.push({ kind: 'p', runs });
  }

  #addItem(kind: 'ul' | 'ol', runs: Inline[]): void {
    const last = this.#blocks.at(-1);
    if (last?.kind === kind && last.items) last.items.push(runs);
    else this.#blocks.push({ kind, items: [runs] });
  }
}

/** Runs as they are shown: no contacts, no odd characters, one space between words, none at the ends. */
function tidy(runs: Inline[], contacts: ContactCount): Inline[] {
  const clean = runs.map((run) => ({ ...run, text: cleanCharacters(run.text).replace(/[\s\u00a0]+/g, ' ') }));
  const without = dropContacts(clean, contacts);
  if (without !== clean && letters(without) < MIN_LETTERS) return [];
  const kept: Inline[] = [];
  let space = true;
  for (const run of without) {
    const text: string = space ? run.text.replace(/^ +/, '') : run.text;
    if (text === '') continue;
    space = text.endsWith(' ');
    const last = kept.at(-1);
    if (last && last.mark === run.mark) last.text += text;
    else kept.push({ ...run, text });
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    kept.pop();
  }
  return kept;
}

function letters(runs: readonly Inline[]): number {
  return runs.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0);
}

/** Looks at the whole block, since an address may run over several marks. */
function dropContacts(runs: Inline[], contacts: ContactCount): Inline[] {
  const ranges = contactRanges(runs.map(({ text }) => text).join(''), contacts);
  if (ranges.length === 0) return runs;
  let at = 0;
  return runs.map((run) => {
    const start = at;
    at += run.text.length;
    let text = '';
    let from = start;
    for (const range of ranges) {
      if (range.end <= from || range.start >= at) continue;
      text += run.text.slice(from - start, Math.max(0, range.start - start));
      from = Math.min(range.end, at);
    }
    return { ...run, text: text + run.text.slice(from - start) };
  });
}
