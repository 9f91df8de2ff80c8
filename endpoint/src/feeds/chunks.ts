import type { Readable } from 'node:stream';

/**
 * The chunks of a stream, every one that came before an error included; Node's own iteration drops what it still
 * held when the error arrived, and with it the last whole records of a feed that breaks off.
 */
export async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array> {
  let fault: Error | undefined;
  let ended = false;
  let wake: (() => void) | undefined;
  const woken = () => wake?.();
  stream.on('readable', woken);
  stream.on('end', () => {
    ended = true;
    woken();
  });
  stream.on('error', (error) => {
    fault ??= error;
    woken();
  });
  stream.on('close', woken);
  try {
    for (;;) {
      const chunk = stream.read() as Uint8Array | null;
      if (chunk !== null) yield chunk;
      else if (fault) throw fault;
      else if (ended) return;
      else if (stream.closed) throw Object.assign(new Error('closed before its end'), { code: 'EPIPE' });
      else await new Promise<void>((done) => (wake = done));
    }
  } finally {
    stream.destroy();
  }
}
