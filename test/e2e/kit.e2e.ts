import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { endpoint, test } from '../kit/e2e.ts';

const script = fileURLToPath(new URL('../kit/lazy/script.ts', import.meta.url));
let server: Server;
let address: string;
let files: Map<string, string>;

beforeAll(async () => {
  // As `npm run build` does: else Lit's builds for developers come in.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    logLevel: 'silent',
    build: { write: false, lib: { entry: { 'town-jobs': script } } },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  files = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
  server = createServer((request, answer) => {
    const { pathname } = new URL(request.url!, address);
    const code = files.get(pathname.slice(1));
    const from = pathname === '/published' ? endpoint : '';
    answer.writeHead(200, { 'content-type': code ? 'text/javascript' : 'text/html; charset=utf-8' });
    answer.end(
      code ??
        `<!doctype html><html lang="fr"><title>Ville</title><body>
          <script type="module" src="${from}/town-jobs.js?ver=6.4"></script>
          <town-jobs-search board="saint-omer" endpoint="${endpoint}"></town-jobs-search>
          <town-jobs-lazy from="3"></town-jobs-lazy>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const isScript = (url: string) => /\.js\b/.test(url);

describe('a script under the address of a CMS', () => {
  test('has its lazy parts work with it, and is loaded once', async ({ open }) => {
    const { page, watched } = await open();
    await page.goto(`${address}/published`);
    await page.getByRole('combobox', { name: 'Métier ou mot-clé' }).pressSequentially('inf');
    await page.locator('town-jobs-search [role=option]').first().waitFor();

    const scripts = watched.requests.filter(isScript).map((url) => url.replace(/.*\//, ''));
    expect(scripts).toEqual(['town-jobs.js?ver=6.4', expect.stringMatching(/^popup-.{6}\.js$/)]);
    expect(watched.errors).toEqual([]);
  });

  test('shares Lit and the base class with an element in a chunk of its own', async ({ open }) => {
    const { page, watched } = await open();
    await page.goto(address);
    await page.getByRole('heading', { name: 'Recherche en cours…' }).waitFor();

    const lazy = page.locator('town-jobs-lazy');
    expect(
      await lazy.locator('circle').evaluateAll((dots) => dots.map((dot) => dot.getAttribute('cx'))),
    ).toEqual(['3', '4', '5']);
    expect(
      await lazy
        .locator('circle')
        .first()
        .evaluate((dot) => dot instanceof SVGCircleElement),
    ).toBe(true);
    expect(await lazy.locator('i').allTextContents()).toEqual(['3', '4', '5']);
    expect(await lazy.locator('input').inputValue()).toBe('3');
    expect(await lazy.getAttribute('title')).toBe('input');
    expect(await lazy.locator('h2').evaluate((heading) => getComputedStyle(heading).color)).toBe(
      'rgb(1, 2, 3)',
    );
    expect(
      await page.evaluate(
        () =>
          Object.getPrototypeOf(customElements.get('town-jobs-lazy')!) ===
          Object.getPrototypeOf(customElements.get('town-jobs-counter')!),
      ),
    ).toBe(true);
    const scripts = watched.requests.filter(isScript).map((url) => new URL(url).pathname);
    expect(scripts.map((path) => path.replace(/-.{6}\.js$/, ''))).toEqual([
      '/town-jobs.js',
      '/assets/element',
    ]);
    expect(watched.errors).toEqual([]);
  });
});
