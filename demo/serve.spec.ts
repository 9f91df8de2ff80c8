import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages, WRITTEN_ENDPOINT, type PagesServer } from './serve.ts';

const ENDPOINT = 'http://127.0.0.1:4321';
let server: PagesServer;

beforeAll(async () => {
  server = await servePages({ endpoint: `${ENDPOINT}/` });
});
afterAll(() => server.close());

/** Asks for a path as it is written: `fetch` would tidy the dots away before sending them. */
function get(path: string, method = 'GET') {
  return new Promise<{ status?: number; headers: Record<string, unknown>; body: string }>((done, fail) => {
    const { hostname, port } = new URL(server.address);
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
  ])('serves %s as %s and lets nobody keep it', async (path, type) => {
    const { status, headers, body } = await get(path);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).not.toBe('');
  });

  it('writes the actual endpoint where the page names the usual one', async () => {
    const { body } = await get('/une-balise/');

    expect(body).toContain(`src="${ENDPOINT}/town-jobs.js"`);
    expect(body).toContain(`href="${ENDPOINT}/saint-omer"`);
    expect(body).not.toContain(WRITTEN_ENDPOINT);
  });

  it('keeps what is asked of the board when it adds the slash of a folder', async () => {
    const { status, headers } = await get('/saint-omer?jobs-q=cuisine&jobs-place=62765');

    expect(status).toBe(302);
    expect(headers.location).toBe('/saint-omer/?jobs-q=cuisine&jobs-place=62765');
  });

  it('serves a page with its query', async () => {
    const { status } = await get('/saint-omer/?jobs-q=../../serve');

    expect(status).toBe(200);
  });

  it('never leads to another host', async () => {
    const { headers } = await get('//saint-omer');

    expect(headers.location).toBe('/saint-omer/');
  });

  it.each([
    '/../serve.ts',
    '/../pages.spec.ts',
    '/../../README.md',
    '/%2e%2e/serve.ts',
    '/..%2fserve.ts',
    '/saint-omer/..%2f..%2fserve.ts',
    '/..\\serve.ts',
    '/.git/config',
    '/%00',
    '/%',
    'http://elsewhere.example/',
  ])('refuses %s', async (path) => {
    const { status, body } = await get(path);

    expect(status).toBe(404);
    expect(body).toContain('Cette page n’existe pas');
  });

  it('refuses a page beside the folder whose name begins like it', async () => {
    const { status } = await get('/..%2fpages-of-others/index.html');

    expect(status).toBe(404);
  });

  it('answers a link of the scenery with a page that says so', async () => {
    const { status, headers, body } = await get('/pessac/mairie/');

    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('href="/"');
  });

  it('takes nothing but questions', async () => {
    const { status, headers } = await get('/', 'POST');

    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('answers HEAD without a body', async () => {
    const { status, body } = await get('/bordeaux/', 'HEAD');

    expect(status).toBe(200);
    expect(body).toBe('');
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
