import { randomUUID } from 'node:crypto';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The only way out of a browser that cannot be told what to run first in a page. */
export interface Gateway {
  /** "127.0.0.1:PORT", for a browser's setting "HTTP proxy". */
  address: string;
  /** Run at the very start of each page from now on. */
  scripts: readonly string[];
  /** Nothing gets through. */
  isShut: boolean;
  close(): Promise<void>;
}

/** Starts an HTTP proxy on a free loopback port that hands everything on, pages with `scripts` in them. */
export async function startGateway(): Promise<Gateway> {
  const gateway = { scripts: [] as readonly string[], isShut: false };
  const server = createServer((asked, answer) => {
    if (gateway.isShut) asked.socket.destroy();
    else void pass(asked, answer, gateway.scripts).catch(() => asked.socket.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(gateway, {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

async function pass(asked: IncomingMessage, answer: ServerResponse, scripts: readonly string[]) {
  const headers = { ...asked.headers };
  // What is kept has another page's scripts in it.
  if (headers.accept?.includes('text/html')) {
    for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) delete headers[name];
  }
  const forwarded = request(new URL(asked.url!), { method: asked.method, headers, agent: false });
  answer.once('close', () => forwarded.destroy());
  asked.pipe(forwarded);
  const real = await new Promise<IncomingMessage>((done, fail) => {
    forwarded.once('response', done).once('error', fail);
  });
  real.on('error', () => answer.destroy());
  // A new visitor has kept nothing: what an earlier one left in the browser is asked for again.
  if (!real.headers['cache-control']?.includes('no-store')) real.headers['cache-control'] = 'no-cache';
  if (!real.headers['content-type']?.startsWith('text/html')) {
    answer.writeHead(real.statusCode!, real.headers);
    real.pipe(answer);
    return;
  }

  const nonce = randomUUID();
  const page = planted(await text(real), scripts, nonce);
  const { 'content-length': _, 'transfer-encoding': __, etag: ___, ...kept } = real.headers;
  const policy = kept['content-security-policy'];
  if (policy) kept['content-security-policy'] = letting(String(policy), nonce);
  answer.writeHead(real.statusCode!, { ...kept, 'content-length': Buffer.byteLength(page) }).end(page);
}

/** A page with scripts at the start of its head, which leave no trace of themselves. */
function planted(html: string, scripts: readonly string[], nonce: string): string {
  const source = ['document.currentScript.remove()', ...scripts]
    .join(';\n')
    .replaceAll('</script', '<\\/script');
  const tag = `<script nonce="${nonce}">${source}</script>`;
  const isHead = /<head(\s[^>]*)?>/i;
  return isHead.test(html) ? html.replace(isHead, (head) => head + tag) : tag + html;
}

/** A policy that lets our script run, and forbids all else that it forbade. */
function letting(policy: string, nonce: string): string {
  return /script-src\s/.test(policy)
    ? policy.replace(/script-src\s/, `script-src 'nonce-${nonce}' `)
    : `${policy}; script-src 'nonce-${nonce}'`;
}
