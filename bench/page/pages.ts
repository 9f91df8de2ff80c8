import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The pages that are compared: ours, one without library, and the same with a script of our weight. */
export const PAGES = ['board', 'plain', 'heavy'] as const;
export type PageName = (typeof PAGES)[number];

export interface ServedPages {
  /** "http://127.0.0.1:PORT" */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the pages from another origin than the endpoint's, as a town would.
 *
 * @param question What the board asks first, for the plain pages to ask the same.
 * @param weight Bytes of the script, gzip, that the heavy page has, too.
 */
export async function servePages(endpoint: string, question: string, weight: number): Promise<ServedPages> {
  const script = await readFile(join(import.meta.dirname, 'plain.js'), 'utf8');
  const files: Record<string, [type: string, text: string]> = {
    '/board': ['text/html', boardPage(endpoint)],
    '/plain': ['text/html', plainPage(endpoint, question, '/plain.js')],
    '/heavy': ['text/html', plainPage(endpoint, question, '/heavy.js')],
    '/plain.js': ['text/javascript', script],
    '/heavy.js': ['text/javascript', padded(script, weight)],
  };
  const server = createServer((asked, answer) => {
    const file = files[asked.url ?? ''];
    if (!file) return void answer.writeHead(404).end();
    const [type, text] = file;
    const headers = { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' };
    answer.writeHead(200, headers).end(gzipSync(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const head =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">';

function boardPage(endpoint: string): string {
  return `${head}<title>board</title><link rel="icon" href="data:,">
<script type="module" src="${endpoint}/town-jobs.js"></script>
<town-jobs board="saint-omer"><a href="${endpoint}/saint-omer">Offres d'emploi</a></town-jobs>`;
}

function plainPage(endpoint: string, question: string, script: string): string {
  return `${head}<title>plain</title><link rel="icon" href="data:,">
<script type="module" src="${script}"></script>
<body data-endpoint="${endpoint}" data-question="${question.replaceAll('&', '&amp;')}"><h2>Offres</h2><p></p><ul></ul>`;
}

/** A script with a comment that nothing makes smaller, so that it weighs as much, gzip. */
function padded(script: string, weight: number): string {
  const missing = Math.max(0, weight - gzipSync(script).length);
  return `${script}/*${randomBytes(missing).toString('base64')}*/`;
}
