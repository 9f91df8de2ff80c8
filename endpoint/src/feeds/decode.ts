import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { WorkBudget } from './budget.ts';
import { FeedError } from './error.ts';

/** So many bytes are looked at for an encoding's name. */
const HEAD_BYTES = 1024;

/** What is known of an encoding before the text is seen. */
export interface EncodingHints {
  /** The partner's settings; stands above all others. */
  encoding?: string;
  /** From the HTTP header. */
  charset?: string;
}

/**
 * The text of a feed by pieces. The encoding is what the settings say, else the byte order mark, the HTTP header,
 * the XML declaration, in this order, else UTF-8. Bytes that are no UTF-8 are read as windows-1252, which they are
 * in practice: ’ œ € come out right.
 * @throws {FeedError} where the named encoding is unknown
 */
export async function* decodeFeed(
  body: AsyncIterable<Uint8Array>,
  hints: EncodingHints = {},
  budget?: WorkBudget,
): AsyncGenerator<string> {
  const work = (read: () => string) => (budget ? budget.run(read) : read());
  let head: Buffer | undefined = Buffer.alloc(0);
  let decoder: Decoder | undefined;
  try {
    for await (const chunk of body) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (head) {
        head = Buffer.concat([head, bytes]);
        if (head.length < HEAD_BYTES) continue;
        decoder = decoderFor(head, hints);
        const whole = head;
        head = undefined;
        yield work(() => decoder!.write(whole));
      } else yield work(() => decoder!.write(bytes));
    }
  } catch (error) {
    if (head && error instanceof FeedError) yield decoderFor(head, hints).write(head);
    throw error;
  }
  if (head) {
    decoder = decoderFor(head, hints);
    yield decoder.write(head);
  }
  yield decoder!.end();
}

interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

function decoderFor(head: Buffer, { encoding, charset }: EncodingHints): Decoder {
  if (encoding) return named(encoding, 'The settings of the feed name');
  const marked = byteOrderMark(head);
  if (marked) return named(marked, 'The byte order mark names');
  if (charset) return named(charset, 'The HTTP header names');
  const ascii = head.toString('latin1');
  const declared = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w:.-]+)["']/i.exec(ascii)?.[1];
  return named(declared ?? 'utf-8', 'The XML declaration names');
}

function named(encoding: string, source: string): Decoder {
  const name = encoding.trim().toLowerCase();
  if (/^utf-?8$/.test(name)) return new Utf8OrWindows1252();
  // The web's own rule: Latin-1 and ASCII are windows-1252 (encoding.spec.whatwg.org, "names and labels").
  if (/^(iso-?8859-?1|iso8859_1|latin-?1|us-ascii|ascii|cp1252)$/.test(name))
    return stripping(iconv.getDecoder('windows-1252'));
  if (!iconv.encodingExists(name)) {
    throw new FeedError(
      `${source} an unknown encoding, "${encoding.slice(0, 40)}"; name the right one in the feed's settings.`,
    );
  }
  return stripping(iconv.getDecoder(name));
}

function stripping(decoder: { write(bytes: Buffer): string; end(): string | undefined }): Decoder {
  return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
}

function byteOrderMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  return head[0] === 0 && head[1] === 0x3c ? 'utf-16be' : undefined;
}

/**
 * Strict UTF-8; at the first byte that is none, all the rest is windows-1252 where nothing but ASCII had come, and
 * else only that byte: some feeds are sewn together from both.
 */
class Utf8OrWindows1252 implements Decoder {
  #rest = Buffer.alloc(0);
  #begun = false;
  #beyondAscii = false;
  #windows = false;

  write(bytes: Buffer): string {
    if (this.#windows) return iconv.decode(bytes, 'windows-1252');
    const all = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    const whole = all.length - unfinished(all);
    this.#rest = Buffer.from(all.subarray(whole));
    return this.#decode(all.subarray(0, whole));
  }

  end(): string {
    const rest = this.#rest;
    this.#rest = Buffer.alloc(0);
    return rest.length > 0 ? iconv.decode(rest, 'windows-1252') : '';
  }

  #decode(bytes: Buffer): string {
    if (isUtf8(bytes)) {
      this.#beyondAscii ||= bytes.some((byte) => byte > 0x7f);
      return this.#withoutMark(bytes.toString('utf8'));
    }
    let text = '';
    let from = 0;
    for (let at = 0; at < bytes.length;) {
      const length = sequenceLength(bytes, at);
      if (length > 0) {
        this.#beyondAscii ||= length > 1;
        at += length;
        continue;
      }
      text += bytes.toString('utf8', from, at);
      if (!this.#beyondAscii) {
        this.#windows = true;
        const rest = Buffer.concat([bytes.subarray(at), this.#rest]);
        this.#rest = Buffer.alloc(0);
        return this.#withoutMark(text + iconv.decode(rest, 'windows-1252'));
      }
      text += iconv.decode(bytes.subarray(at, at + 1), 'windows-1252');
      from = ++at;
    }
    return this.#withoutMark(text + bytes.toString('utf8', from));
  }

  #withoutMark(text: string): string {
    const first = !this.#begun && text !== '';
    this.#begun ||= text !== '';
    return first && text.startsWith('\ufeff') ? text.slice(1) : text;
  }
}

/** How many bytes at the end begin a character that is not finished. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return wanted(byte) > back ? back : 0;
  }
  return 0;
}

/** How many bytes the character at a position has; 0 where it is no UTF-8. */
function sequenceLength(bytes: Buffer, at: number): number {
  const length = wanted(bytes[at]!);
  if (length <= 1) return length;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

function wanted(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}
