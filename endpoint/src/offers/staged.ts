import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { describedWords } from '../search/words/analyse.ts';
import type { Bar } from './bars.ts';
import { type Marks, marksOf } from './marks.ts';
import type { Posting } from './posting.ts';

/** So many characters are written, and bytes read, in one go. */
const PIECE = 512 * 1024;
const LINE_FEED = 10;

/** A posting that stands, as the index has it. */
export interface Standing {
  json: string;
  /** Why nobody is shown it; `null` where everybody is. */
  reason: string | null;
}

/** A posting that was laid aside. */
export type Staged =
  /** It stands already, just so. */
  | { key: string; posting?: undefined }
  | {
      key: string;
      /** As JSON. */
      posting: string;
      /** ms since the epoch. */
      expires: number | null;
      /** The rule that lets nobody see it. */
      bar?: Bar;
      /** Absent with a bar: what nobody sees has no group. */
      marks?: Marks;
    };

/** What stands before a posting in the file; the key alone for one that stands. */
type Head =
  | string
  | [
      key: string,
      expires: number | null,
      stamp: string,
      keys: readonly number[],
      title: string,
      area: string,
      described: string,
    ]
  | [key: string, expires: number | null, reason: string, sample: string];

/**
 * Lays the postings of one feed aside, so that nothing is seen of it before the publication. A file of lines takes no
 * lock, so that one thread reads feeds while another publishes, and no memory however large the feed is. Nobody needs
 * it after a crash.
 */
export class StagingFile {
  readonly #path: string;
  readonly #standing: (key: string) => Standing | undefined;
  #file?: number;
  #text = '';
  #changed = 0;

  /**
   * @param path the file is made with the first posting
   * @param standing finds what stands of the partner; a posting that came again is not worked on
   */
  constructor(path: string, standing: (key: string) => Standing | undefined) {
    this.#path = path;
    this.#standing = standing;
  }

  /** How many postings are not as they stand. */
  get changed(): number {
    return this.#changed;
  }

  /** @param bar the rule that lets nobody see it */
  add(posting: Posting, bar?: Bar): void {
    const { key, expiresAt } = posting;
    const known = this.#standing(key);
    if (posting.undated) posting.postedAt = firstSeen(posting, known);
    const json = JSON.stringify(posting);
    const expires = expiresAt ? Date.parse(expiresAt) : null;
    if (known?.json === json && known.reason === (bar?.reason ?? null)) return this.#line(key);
    this.#changed++;
    if (bar) this.#line([key, expires, bar.reason, bar.sample], json);
    else {
      const { stamp, keys, title, area } = marksOf(posting);
      const described = describedWords(posting.description);
      this.#line([key, expires, Buffer.from(stamp).toString('base64'), keys, title, area, described], json);
    }
  }

  /** Writes what is still in memory, and lets go of the file. */
  close(): void {
    if (this.#text) this.#write();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #line(head: Head, json?: string): void {
    this.#text += JSON.stringify(head) + (json === undefined ? '\n' : `\n${json}\n`);
    if (this.#text.length > PIECE) this.#write();
  }

  #write(): void {
    this.#file ??= openSync(this.#path, 'w');
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
  }
}

/** A posting without a date keeps the instant at which it was first seen. */
function firstSeen({ postedAt }: Posting, known: Standing | undefined): string {
  const before = known && (JSON.parse(known.json) as Posting);
  return before?.undated ? before.postedAt : postedAt;
}

/** Reads what was laid aside, in its order. */
export function* readStaged(path: string): Generator<Staged> {
  const lines = linesOf(path);
  for (const line of lines) {
    const head = JSON.parse(line) as Head;
    if (typeof head === 'string') {
      yield { key: head };
      continue;
    }
    const posting = lines.next().value as string;
    const [key, expires, what, more, title, area, described] = head;
    if (typeof more === 'string') yield { key, posting, expires, bar: { reason: what, sample: more } };
    else {
      const stamp = new Uint8Array(Buffer.from(what, 'base64'));
      yield { key, posting, expires, marks: { keys: more, stamp, title: title!, area: area!, described } };
    }
  }
}

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    let rest = Buffer.alloc(0);
    for (;;) {
      const read = readSync(file, piece);
      if (read === 0) return;
      const bytes =
        rest.length > 0 ? Buffer.concat([rest, piece.subarray(0, read)]) : piece.subarray(0, read);
      let from = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
        yield bytes.toString('utf8', from, end);
        from = end + 1;
      }
      rest = Buffer.from(bytes.subarray(from));
    }
  } finally {
    closeSync(file);
  }
}
