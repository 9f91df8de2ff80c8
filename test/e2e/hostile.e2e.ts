import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect } from 'vitest';
import { endpoint, test } from '../kit/e2e.ts';

// Not by page.route: browsers keep pages that did not come from loopback away from it.
let server: Server;
let shown: { body: string; policy?: string };
let address: string;
beforeAll(async () => {
  server = createServer((_, answer) => {
    const policy = shown.policy && { 'content-security-policy': shown.policy };
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy });
    answer.end(`<!doctype html><html lang="fr"><title>Ville</title><body>${shown.body}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const script = (query = '') => `<script type="module" src="${endpoint}/town-jobs.js${query}"></script>`;
const board = '<town-jobs board="saint-omer"><a href="#offres">Offres d’emploi</a></town-jobs>';
const polluted = (added: string) => `<script>Object.assign(Object.prototype, ${added});</script>`;

const ids = [
  'reactiveElementVersions',
  'litElementVersions',
  'litHtmlVersions',
  'litHtmlPolyfillSupport',
  'ShadyCSS',
];

/** Pages on which the offers must be the same as on a clean one. */
const survived: Record<string, string> = {
  'a clean page': script() + board,
  'elements with the ids of globals': ids.map((id) => `<a id="${id}"></a>`).join('') + script() + board,
  'additions to Object.prototype':
    polluted('{ method: "POST", headers: 5, mode: "navigate", window: 1, hooks: 1, json: 1, extend() {} }') +
    script() +
    board,
  'another Array.from, Element and Document':
    '<script>Array.from = () => []; Element = function () {}; Document = function () {};</script>' +
    script() +
    board,
  'toJSON on arrays and strings':
    '<script>Array.prototype.toJSON = String.prototype.toJSON = () => "x";</script>' + script() + board,
  'a fetch that expects an address':
    '<script>{ const ask = fetch; fetch = (url, init) => (url.startsWith("/"), ask(url, init)); }</script>' +
    script() +
    board,
  'a div for editors that strip tags':
    script() + '<div data-town-jobs="saint-omer"><a href="#offres">Offres d’emploi</a></div>',
  'a script that comes before the page is read':
    script().replace('<script', '<script async') + `<p>${'x'.repeat(70_000)}</p>` + board,
  'the script under two addresses': script() + script('?ver=6.4') + board,
};

/** Pages on which the script cannot work: the link stays. */
const given: Record<string, string> = {
  'a broken fetch': '<script>fetch = () => { throw new Error("broken"); };</script>' + script() + board,
  'an Object.prototype at which the browser itself throws': polluted('{ signal: 1 }') + script() + board,
  'no board': script() + '<town-jobs><a href="#offres">Offres d’emploi</a></town-jobs>',
};

test.for(Object.entries(survived))('shows offers on %s', async ([name, body], { open }) => {
  const { page, watched } = await open();
  shown = { body };
  await page.goto(address);
  await page.locator('town-jobs-results [part=card]').nth(19).waitFor();
  const warnings = () => watched.console.filter((line) => line.startsWith('warning: town-jobs:'));

  // A second copy of the script may come after the offers.
  await expect.poll(warnings).toHaveLength(name === 'the script under two addresses' ? 1 : 0);
  expect(watched.errors).toEqual([]);
  expect(watched.requests.filter((url) => url.includes('/v1/'))).toHaveLength(1);
});

test.for(Object.entries(given))('leaves the link on a page with %s', async ([, body], { open }) => {
  const { page, watched } = await open();
  shown = { body };
  await page.goto(address, { waitUntil: 'networkidle' });

  expect(await page.getByRole('link', { name: 'Offres d’emploi' }).isVisible()).toBe(true);
  expect(watched.errors).toEqual([]);
});

test('names the line that a content-security policy lacks', async ({ open }) => {
  const { page, watched } = await open();
  const policy = `default-src 'none'; script-src ${endpoint}`;
  shown = { body: script() + board, policy };
  await page.goto(address, { waitUntil: 'networkidle' });
  const lines = watched.console.filter((line) => line.includes('town-jobs:'));

  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`connect-src ${endpoint}`);
  expect(await page.getByRole('link', { name: 'Offres d’emploi' }).isVisible()).toBe(true);
});

test('works where scripts need trusted types', async ({ open }) => {
  const { page, watched } = await open();
  const policy =
    `require-trusted-types-for 'script'; trusted-types town-jobs; ` +
    `default-src 'none'; script-src ${endpoint}; connect-src ${endpoint}`;
  shown = { body: script() + board, policy };
  await page.goto(address);
  await page.locator('town-jobs-results [part=card]').first().waitFor();

  expect(watched.errors).toEqual([]);
});
