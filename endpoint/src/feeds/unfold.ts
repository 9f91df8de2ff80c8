import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { chunksOf } from './chunks.ts';
import { FeedError } from './error.ts';
import { FREE_UNFOLDED_BYTES, MAX_FEED_BYTES, MAX_RATIO } from './limits.ts';

/** What may come of one answer. */
export interface UnfoldCaps {
  /** The largest feed after decompression, in bytes. */
  maxBytes?: number;
}

const CUT = 'The feed breaks off: its compressed data is cut.';
const DAMAGED = 'The compressed data of the feed is damaged.';
const DECODERS: Record<string, () => Transform> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

/**
 * The bytes of a feed out of an answer's body: decompressed as the header says, and once more where a gzip file was
 * served as such. Stops where it grows beyond 200 MB or beyond 100 times what came over the wire.
 * @throws {FeedError} while reading, where the data is cut, damaged or too large
 */
export async function* unfold(
  body: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  { maxBytes = MAX_FEED_BYTES }: UnfoldCaps = {},
): AsyncGenerator<Uint8Array> {
  const wire = { bytes: 0 };
  let bytes: AsyncIterable<Uint8Array> = counted(body, wire);
  for (const name of (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .reverse()) {
    if (name === '' || name === 'identity') continue;
    const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (!decoder)
      throw new FeedError(`The feed comes compressed as "${name.slice(0, 20)}", which was not asked for.`);
    bytes = through(bytes, decoder());
  }
  let total = 0;
  for await (const chunk of gunzipFile(bytes)) {
    total += chunk.length;
    if (total > maxBytes) throw new FeedError(`The feed is larger than ${megabytes(maxBytes)}.`);
    if (total > FREE_UNFOLDED_BYTES && total > MAX_RATIO * wire.bytes) {
      throw new FeedError(`The feed unfolds to more than ${MAX_RATIO} times its compressed size.`);
    }
    yield chunk;
  }
}

async function* counted(
  body: AsyncIterable<Uint8Array>,
  wire: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    wire.bytes += chunk.length;
    yield chunk;
  }
}

/** A file that begins like gzip is one, whatever its header says. */
async function* gunzipFile(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let head: IteratorResult<Uint8Array>;
  do head = await chunks.next();
  while (!head.done && head.value.length === 0);
  if (head.done) return;
  const rest = rejoin(head.value, chunks);
  yield* head.value[0] === 0x1f && (head.value[1] ?? 0x8b) === 0x8b ? through(rest, createGunzip()) : rest;
}

async function* rejoin(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Runs bytes through a decompressor, one piece at a time: no more unfolds than is asked for. */
async function* through(source: AsyncIterable<Uint8Array>, decoder: Transform): AsyncGenerator<Uint8Array> {
  let fault: unknown;
  // Not waited for at the end: it may hang on a partner that sends nothing until the connection is let go.
  void feed(source, decoder).catch((error: unknown) => {
    fault = error;
    // Not destroyed: what was sent before the fault is still to come out.
    decoder.end();
  });
  try {
    yield* chunksOf(decoder);
  } catch (error) {
    throw fault ?? readable(error);
  }
  if (fault) throw fault;
}

async function feed(source: AsyncIterable<Uint8Array>, decoder: Transform): Promise<void> {
  for await (const chunk of source) {
    if (decoder.destroyed) return;
    if (!decoder.write(chunk)) await drained(decoder);
  }
  decoder.end();
}

function drained(decoder: Transform): Promise<void> {
  return new Promise((done) => {
    const settle = () => {
      decoder.off('drain', settle).off('close', settle).off('error', settle);
      done();
    };
    decoder.on('drain', settle).on('close', settle).on('error', settle);
  });
}

function readable(error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  if (code === 'Z_BUF_ERROR' || code === 'ERR_BROTLI_DECODER_ERROR_UNREACHABLE') return new FeedError(CUT);
  if (/^Z_|^ERR_BROTLI|^ERR__ERROR_/.test(code)) return new FeedError(DAMAGED);
  return error;
}

function megabytes(bytes: number): string {
  const mb = bytes / (1024 * 1024);
  return mb >= 1 ? `${Math.round(mb)} MB` : `${Math.round(bytes / 1024)} KB`;
}
