import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages, WRITTEN_ENDPOINT, type PagesServer } from './serve.ts';

const ENDPOINT = 'http://127.0.0.1:4321';
let server: PagesServer;

beforeAll(async () => {
  server = await servePages({ endpoint: `${ENDPOINT}/` });
});
afterAll(() => server.close());

/** Asks for a path as it is written: `fetch` would tidy the dots away before sending them. */
function get(path: string, { method = 'GET', address = server.address } = {}) {
  return new Promise<{ status?: number; headers: Record<string, unknown>; body: string }>((done, fail) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', fail)
      .end();
  });
}

describe('the pages server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/saint-omer/', 'text/html; charset=utf-8'],
    ['/saint-omer/style.css', 'text/css; charset=utf-8'],
    ['/saint-omer/marais.svg', 'image/svg+xml'],
  ])('serves %s as %s to be asked for again each time', async (path, type) => {
    const { status, headers, body } = await get(path);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe('no-cache');
    expect(body).not.toBe('');
  });

  it('writes the actual endpoint where the page names the usual one', async () => {
    const { body } = await get('/une-balise/');

    expect(body).toContain(`src="${ENDPOINT}/town-jobs.js"`);
    expect(body).toContain(`href="${ENDPOINT}/saint-omer"`);
    expect(body).not.toContain(WRITTEN_ENDPOINT);
  });

  it('keeps what is asked of the board when it adds the slash of a folder', async () => {
    const { status, headers } = await get('/saint-omer?jobs-q=quoi%3F?&jobs-place=62765');

    expect(status).toBe(302);
    expect(headers.location).toBe('/saint-omer/?jobs-q=quoi%3F?&jobs-place=62765');
  });

  it('serves a page with its query', async () => {
    const { status } = await get('/saint-omer/?jobs-q=../../serve');

    expect(status).toBe(200);
  });

  it('never leads to another host', async () => {
    const folder = await get('//saint-omer');
    const root = await get('/saint-omer/..');

    expect(folder.headers.location).toBe('/saint-omer/');
    expect(root.headers.location).toBeUndefined();
  });

  it('answers a link of the scenery with a page that says so', async () => {
    const { status, headers, body } = await get('/pessac/mairie/');

    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('href="/"');
  });

  it('takes GET and HEAD only', async () => {
    const { status, headers } = await get('/', { method: 'POST' });

    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('lets the strict page load from itself and the endpoint only', async () => {
    const strict = await get('/csp/');
    const plain = await get('/clean/');

    expect(strict.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src ${ENDPOINT}; connect-src ${ENDPOINT}; style-src 'self'`,
    );
    expect(plain.headers['content-security-policy']).toBeUndefined();
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(server.address).port);

    await expect(servePages({ endpoint: ENDPOINT, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      port,
    });
  });

  it('refuses an endpoint that is no address', async () => {
    await expect(servePages({ endpoint: 'localhost' })).rejects.toThrow(TypeError);
  });
});

describe('what lies beside the pages', () => {
  let parent: string;
  let beside: PagesServer;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'town-jobs-pages-'));
    await Promise.all(['pages', 'pages-of-others'].map((name) => mkdir(join(parent, name))));
    await writeFile(join(parent, 'pages', 'introuvable.html'), 'not here');
    await Promise.all(
      ['pages/.secret.html', 'pages/notes.txt', 'secret.html', 'pages-of-others/secret.html'].map((name) =>
        writeFile(join(parent, name), 'secret'),
      ),
    );
    beside = await servePages({ endpoint: ENDPOINT, folder: join(parent, 'pages') });
  });
  afterAll(async () => {
    await beside.close();
    await rm(parent, { recursive: true });
  });

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/x/..%2f..%2fsecret.html',
    '/..%2fpages-of-others/secret.html',
    '/..%2fpages-of-others',
    '/.secret.html',
    '/notes.txt',
    '/',
    '/%00',
    '/%',
    'http://elsewhere.example/secret.html',
  ])('is not served for %s', async (path) => {
    const { status, body } = await get(path, { address: beside.address });

    expect(status).toBe(404);
    expect(body).toBe('not here');
  });
});
