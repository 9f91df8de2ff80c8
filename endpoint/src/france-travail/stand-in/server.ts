import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SentOffer } from './offers.ts';

/** A request as the service saw it. */
export interface LoggedRequest {
  /** ms on the server's own clock */
  at: number;
  kind: 'token' | 'search';
  query: URLSearchParams;
  status: number;
  /** The answer's Content-Range. */
  range?: string;
}

/** An answer that a test wants instead of the service's own. */
export interface Fault {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** Ends the connection in the middle of the answer. */
  cut?: boolean;
}

export interface StandInOptions {
  offers: SentOffer[];
  /** Requests a second that are allowed. */
  perSecond?: number;
  tokenSeconds?: number;
  /** Called before each search with its number from 0: may change `offers`, or make a fault. */
  before?(search: number, query: URLSearchParams): Fault | undefined | void;
}

/** France Travail on loopback. It holds to the limits of the real service and writes down who does not. */
export interface StandIn {
  address: string;
  token: string;
  /** What is on offer now; a test may change it at any time. */
  offers: SentOffer[];
  log: LoggedRequest[];
  before?: StandInOptions['before'];
  close(): Promise<void>;
}

export const KEYS = { FRANCE_TRAVAIL_CLIENT_ID: 'PAR_ville_1', FRANCE_TRAVAIL_CLIENT_SECRET: 's3cret' };
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const MAX_COMMUNES = 5;

/** Starts it on a free loopback port. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { perSecond = 200, tokenSeconds = 1499 } = options;
  const tokens = new Map<string, number>();
  const log: LoggedRequest[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const at = performance.now();
    const kind = url.pathname === '/token' ? 'token' : 'search';
    const searches = log.filter((entry) => entry.kind === 'search').length;
    const entry: LoggedRequest = { at, kind, query: url.searchParams, status: 0 };
    log.push(entry);
    const send = ({ status, headers = {}, body: text = '', cut }: Fault) => {
      entry.status = status;
      entry.range = headers['content-range'];
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      if (!cut) return void response.end(text);
      response.write(text.slice(0, text.length / 2), () => response.destroy());
    };
    if (kind === 'token') return send(tokenFor(request, new URLSearchParams(body)));
    const recent = log.filter((other) => other.kind === 'search' && other.at > at - 1000).length;
    if (recent > perSecond) return send({ status: 429, headers: { 'retry-after': '1' } });
    const fault = standIn.before?.(searches, url.searchParams);
    if (fault) return send({ ...(fault.cut ? search(url.searchParams, standIn.offers) : {}), ...fault });
    const until = tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (until === undefined || until < performance.now()) return send({ status: 401 });
    return send(search(url.searchParams, standIn.offers));
  };

  function tokenFor(request: IncomingMessage, form: URLSearchParams): Fault {
    const right =
      request.method === 'POST' &&
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === KEYS.FRANCE_TRAVAIL_CLIENT_ID &&
      form.get('client_secret') === KEYS.FRANCE_TRAVAIL_CLIENT_SECRET &&
      form.get('scope') === 'api_offresdemploiv2 o2dsoffre';
    if (!right) return { status: 400, body: '{"error":"invalid_client"}' };
    const token = `token-${tokens.size}`;
    tokens.set(token, performance.now() + tokenSeconds * 1000);
    return { status: 200, body: JSON.stringify({ access_token: token, expires_in: tokenSeconds }) };
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece)).on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const standIn: StandIn = {
    address: `${origin}/search`,
    token: `${origin}/token`,
    offers: options.offers,
    log,
    before: options.before,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}

function search(query: URLSearchParams, offers: readonly SentOffer[]): Fault {
  const refuse = (message: string): Fault => ({ status: 400, body: JSON.stringify({ message }) });
  const range = /^(\d+)-(\d+)$/.exec(query.get('range') ?? '0-149');
  if (!range) return refuse('Format du paramètre range incorrect.');
  const [first, last] = [Number(range[1]), Number(range[2])];
  if (first > 3000) return refuse('La position de début doit être inférieure ou égale à 3000.');
  if (last > 3149) return refuse('La position de fin doit être inférieure ou égale à 3149.');
  if (last < first || last - first >= 150) return refuse('La plage de résultats est limitée à 150.');
  const [min, max] = [query.get('minCreationDate'), query.get('maxCreationDate')];
  if ((min === null) !== (max === null)) return refuse('minCreationDate et maxCreationDate vont ensemble.');
  if (min && max && !(INSTANT.test(min) && INSTANT.test(max) && min <= max))
    return refuse('Dates incorrectes.');
  const communes = query.get('commune')?.split(',');
  if (communes && communes.length > MAX_COMMUNES) return refuse('Trop de communes.');
  if (communes && query.get('distance') !== '0') return refuse('Le stand-in ne connaît que distance=0.');

  const departement = query.get('departement');
  const excluded =
    query.get('modeSelectionPartenaires') === 'EXCLU' ? query.get('partenaires')?.split(',') : [];
  const found = offers
    .filter(({ lieuTravail, dateCreation, origineOffre }) => {
      const second = `${dateCreation.slice(0, 19)}Z`;
      return (
        (!communes || communes.includes(lieuTravail.commune ?? '')) &&
        (!departement || lieuTravail.libelle.startsWith(`${departement} -`)) &&
        (!min || !max || (second >= min && second <= max)) &&
        !origineOffre.partenaires?.some(({ nom }) => excluded?.includes(nom))
      );
    })
    .sort((a, b) =>
      a.dateCreation === b.dateCreation ? +(a.id > b.id) : a.dateCreation < b.dateCreation ? 1 : -1,
    );
  if (found.length === 0) return { status: 204 };
  if (first >= found.length) return { status: 416, headers: { 'content-range': `offres */${found.length}` } };
  const page = found.slice(first, last + 1);
  return {
    status: page.length < found.length ? 206 : 200,
    headers: { 'content-range': `offres ${first}-${first + page.length - 1}/${found.length}` },
    body: JSON.stringify({ resultats: page }),
  };
}
