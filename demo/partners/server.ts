import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { csvFeed } from './formats/csv.ts';
import { helloworkFeed } from './formats/hellowork.ts';
import { indeedFeed } from './formats/indeed.ts';
import { jobpostingFeed } from './formats/jobposting.ts';
import { generatePostings } from './generate.ts';
import { homePage, missingPage, offerPage } from './pages.ts';
import { PARTNERS } from './partners.ts';
import type { DemoPartner, DemoPosting } from './posting.ts';

/** Writes a partner's feed. */
export const FORMATS: Record<
  DemoPartner,
  (postings: readonly DemoPosting[], base: string) => Buffer | string
> = {
  'grand-tableau': indeedFeed,
  boussole: helloworkFeed,
  'atelier-rh': jobpostingFeed,
  mairies: csvFeed,
};

/** How the partners are set up. */
export interface PartnersOptions {
  /** 0 takes a free one. */
  port?: number;
  host?: string;
  /** The same seed and day give the same postings. */
  seed?: number;
  /** How many postings in all. */
  size?: number;
  today?: Date;
}

/** The partners, serving. */
export interface Partners {
  address: string;
  postings: DemoPosting[];
  /** Serves another body at a feed's path ("/boussole/feed.xml"); the feed itself again with `undefined`. */
  serve(path: string, body: Buffer | string | undefined, type?: string): void;
  close(): Promise<void>;
}

interface Feed {
  body: Buffer;
  type: string;
}

/**
 * Serves the four partners on loopback: their feeds with ETag and gzip, a home page, and a page for each offer.
 *
 * @throws with one sentence where the port is taken
 */
export async function startPartners(options: PartnersOptions = {}): Promise<Partners> {
  const { port = 0, host = '127.0.0.1', seed = 1, size = 6000, today = new Date() } = options;
  const postings = generatePostings({ seed, size, today });
  const feeds = new Map<string, Feed>();
  const replaced = new Map<string, Feed>();
  const server = createServer((request, response) => answer(request, response, postings, replaced, feeds));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken: set PARTNERS_PORT to another.`)
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = `http://${host}:${(server.address() as AddressInfo).port}`;
  for (const [partner, write] of Object.entries(FORMATS) as [DemoPartner, (typeof FORMATS)[DemoPartner]][]) {
    const { feed, type } = PARTNERS[partner];
    const own = postings.filter((posting) => posting.partner === partner);
    feeds.set(`/${partner}/${feed}`, { body: Buffer.from(write(own, address)), type });
  }
  return {
    address,
    postings,
    serve(path, body, type) {
      if (body === undefined) replaced.delete(path);
      else replaced.set(path, { body: Buffer.from(body), type: type ?? feeds.get(path)!.type });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  postings: readonly DemoPosting[],
  ...feeds: ReadonlyMap<string, Feed>[]
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://partners');
  const feed = feeds.map((map) => map.get(pathname)).find(Boolean);
  if (feed) return sendFeed(request, response, feed);
  const [, id = '', folder, reference] = pathname.split('/');
  if (!(id in PARTNERS)) return sendPage(response, 404, missingPage('grand-tableau'));
  const partner = id as DemoPartner;
  const own = postings.filter((posting) => posting.partner === partner);
  if (!folder) return sendPage(response, 200, homePage(partner, own));
  const offer =
    folder === 'offre'
      ? own.find((posting) => encodeURIComponent(posting.reference) === reference)
      : undefined;
  if (offer) return sendPage(response, 200, offerPage(offer, searchParams.get('utm_source')));
  sendPage(response, 404, missingPage(partner));
}

function sendFeed({ headers }: IncomingMessage, response: ServerResponse, { body, type }: Feed): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
  response.setHeader('etag', etag).setHeader('vary', 'accept-encoding');
  if (headers['if-none-match'] === etag) return void response.writeHead(304).end();
  response.setHeader('content-type', type);
  const zip = headers['accept-encoding']?.includes('gzip');
  if (zip) response.setHeader('content-encoding', 'gzip');
  response.end(zip ? gzipSync(body) : body);
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex' })
    .end(html);
}
