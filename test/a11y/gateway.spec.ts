import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { startGateway } from './gateway.ts';

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A site of one answer, and a way to ask for it through the gateway. */
async function setup(type: string, body: string, headers: Record<string, string> = {}) {
  const site = createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': type, etag: '"1"', ...headers }).end(body);
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  closing.push(() => void site.close());
  const gateway = await startGateway();
  closing.push(gateway.close);
  const [host, port] = gateway.address.split(':');
  const path = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  const ask = () =>
    new Promise<{ headers: IncomingHttpHeaders; body: string }>((done, fail) => {
      const asked = request({ host, port, path, agent: false, headers: { accept: 'text/html' } });
      asked.once('error', fail).once('response', async (answer) => {
        done({ headers: answer.headers, body: await text(answer) });
      });
      asked.end();
    });
  return { gateway, ask };
}

const PAGE = '<!doctype html><html lang="fr"><head data-x="1"><title>A</title></head></html>';

it('puts scripts at the start of the head of a page, in their order', async () => {
  const { gateway, ask } = await setup('text/html; charset=utf-8', PAGE);
  gateway.scripts = ['one()', 'two("</script>$&")'];

  const { headers, body } = await ask();

  expect(body).toMatch(
    /<head data-x="1"><script nonce="[^"]+">[^<]*one\(\);\ntwo\("<\\\/script>\$&"\)<\/script><title>/,
  );
  expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  expect(headers).not.toHaveProperty('etag');
});

it.each([
  [
    "default-src 'none'; base-uri 'none'",
    /^default-src 'none'; base-uri 'none'; script-src 'nonce-([^']+)'$/,
  ],
  ["script-src 'self'; connect-src *", /^script-src 'nonce-([^']+)' 'self'; connect-src \*$/],
])('lets its own script alone through the policy "%s"', async (policy, expected) => {
  const { ask } = await setup('text/html', PAGE, { 'content-security-policy': policy });

  const { headers, body } = await ask();

  const [, nonce] = expected.exec(String(headers['content-security-policy'])) ?? [];
  expect(body).toContain(`<script nonce="${nonce}">`);
});

it('hands on what is no page as it is, to be asked for again', async () => {
  const { gateway, ask } = await setup('application/json', '{"head":"<head>"}', {
    'cache-control': 'max-age=60',
  });
  gateway.scripts = ['one()'];

  const { headers, body } = await ask();

  expect([body, headers.etag]).toEqual(['{"head":"<head>"}', '"1"']);
  expect(headers['cache-control']).toBe('no-cache');
});

it('lets nothing through while it is shut', async () => {
  const { gateway, ask } = await setup('text/html', PAGE);
  gateway.isShut = true;

  await expect(ask()).rejects.toThrow();
  gateway.isShut = false;
  await expect(ask()).resolves.toBeDefined();
});
