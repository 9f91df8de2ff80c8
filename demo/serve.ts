import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the demo pages write for the endpoint, as a webmaster would. */
export const WRITTEN_ENDPOINT = 'http://localhost:8080';

const PAGES = fileURLToPath(new URL('./pages', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface PagesOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** Address of the endpoint; its origin replaces the one written in the pages. */
  endpoint: string;
  /** Folder of the pages, the demo's own by default; `introuvable.html` in it answers what is not there. */
  folder?: string;
}

export interface PagesServer {
  /** Origin of the pages, without a slash at its end. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves the demo pages as a town's own web server would, from another origin than the endpoint.
 * Rejects with the error of `listen` (`EADDRINUSE`) and with a TypeError where `endpoint` is no URL.
 */
export async function servePages({
  port = 0,
  host = '127.0.0.1',
  endpoint,
  folder = PAGES,
}: PagesOptions): Promise<PagesServer> {
  const { origin } = new URL(endpoint);
  const server = createServer((request, response) => {
    answer(request, response, { endpoint: origin, folder }).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });

  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { endpoint, folder }: { endpoint: string; folder: string },
): Promise<void> {
  // Always asked for again, yet kept by the back/forward cache, which `no-store` would switch off.
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('x-content-type-options', 'nosniff');

  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }

  const found = await find(folder, request.url ?? '/');
  if (found.moved) {
    response.writeHead(302, { location: found.moved }).end();
    return;
  }

  const type = extname(found.file);
  const source = await readFile(found.file, 'utf8');
  const text = type === '.html' ? source.replaceAll(WRITTEN_ENDPOINT, endpoint) : source;
  if (found.file.startsWith(join(folder, 'csp') + sep)) {
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${endpoint}; connect-src ${endpoint}; style-src 'self'`,
    );
  }
  response.writeHead(found.status, { 'content-type': TYPES[type] });
  response.end(text);
}

interface Found {
  status: 200 | 404;
  file: string;
  /** Where to go instead: a folder asked for without its slash. */
  moved?: string;
}

/** Finds the file that a request's path names; what is outside the pages, hidden or of no known type is not found. */
async function find(root: string, target: string): Promise<Found> {
  const nothing: Found = { status: 404, file: join(root, 'introuvable.html') };
  const [, path = '', query = ''] = /^([^?]*)(.*)$/.exec(target) ?? [];
  let name: string;
  try {
    name = decodeURIComponent(path);
  } catch {
    return nothing;
  }

  const full = resolve(root, `.${sep}${name}`);
  const inside = relative(root, full);
  if (inside.split(sep).some((part) => part.startsWith('.')) || name.includes('\0')) return nothing;

  const isFolder = (await stat(full).catch(() => undefined))?.isDirectory();
  if (isFolder && inside && !name.endsWith('/')) {
    return { ...nothing, moved: `/${encodeURI(inside)}/${query}` };
  }
  const file = isFolder ? join(full, 'index.html') : full;
  const known = extname(file) in TYPES && (await stat(file).catch(() => undefined))?.isFile();
  return known ? { status: 200, file } : nothing;
}
