import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import {
  damage,
  type FaultName,
  type FaultRule,
  type Faults,
  type FaultScope,
  type SeenRequest,
} from './faults.ts';

/** The one place where the outside is made to fail: a proxy before a real endpoint. */
export interface Proxy {
  /** "http://127.0.0.1:PORT", without a slash at the end. */
  address: string;
  /** Makes a fault from now on; the one that was made last is met first. */
  fault<Name extends FaultName>(name: Name, options?: Faults[Name] & FaultScope): void;
  /** Holds no more: lets the answers go that `hold` keeps, in the order of their arrival. */
  release(): void;
  /** Ends all faults, lets go what is held and forgets the requests. */
  calm(): void;
  /** The requests since the start or the last `calm()`. */
  requests(): SeenRequest[];
  close(): Promise<void>;
}

/** Where a browser's tests reach the proxy's own controls. */
export const CONTROL_PATH = '/__proxy__/';

const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };

/**
 * Starts a proxy on a free loopback port. `target` gives the endpoint's address ("http://127.0.0.1:PORT"): it is
 * asked at each request, since an endpoint that must know the proxy's address starts after it.
 */
export async function startProxy(target: () => string): Promise<Proxy> {
  let rules: FaultRule[] = [];
  let seen: SeenRequest[] = [];
  let held: (() => void)[] = [];
  const sockets = new Set<Socket>();

  const proxy: Omit<Proxy, 'address' | 'close'> = {
    fault: (name, options) => void rules.unshift({ name, options: { ...options } } as FaultRule),
    release() {
      rules = rules.filter(({ name }) => name !== 'hold');
      const waiting = held;
      held = [];
      for (const go of waiting) go();
    },
    calm() {
      rules = [];
      seen = [];
      proxy.release();
    },
    requests: () => seen.map((entry) => ({ ...entry })),
  };

  const server = createServer(async (asked, answer) => {
    const url = new URL(asked.url ?? '/', 'http://proxy');
    if (url.pathname.startsWith(CONTROL_PATH)) {
      await control(proxy, url.pathname.slice(CONTROL_PATH.length), asked, answer);
      return;
    }
    const entry: SeenRequest = {
      method: asked.method ?? 'GET',
      path: url.pathname,
      query: url.search,
      headers: asked.headers,
      aborted: false,
    };
    const rule = asked.method === 'OPTIONS' ? undefined : take(rules, url.pathname + url.search);
    if (rule) entry.fault = rule.name;
    seen.push(entry);
    answer.once('close', () => (entry.aborted = !answer.writableFinished));

    if (rule?.name === 'hold') await new Promise<void>((go) => held.push(go));
    if (rule?.name === 'delay') await new Promise((go) => setTimeout(go, rule.options.ms));
    if (answer.destroyed) return;
    await reply(target(), rule, asked, answer);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    ...proxy,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      proxy.calm();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The rule that a request meets, used up by one. */
function take(rules: FaultRule[], path: string): FaultRule | undefined {
  const rule = rules.find(({ options }) => options.times !== 0 && path.includes(options.path ?? ''));
  if (rule?.options.times) rule.options.times -= 1;
  return rule;
}

async function reply(
  target: string,
  rule: FaultRule | undefined,
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  switch (rule?.name) {
    case 'hang':
      return;
    case 'reset':
      asked.socket.resetAndDestroy();
      return;
    case 'status': {
      const { status, retryAfter, detail = 'The proxy was told to refuse.', more } = rule.options;
      const wait: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` };
      send(answer, status, 'application/problem+json', JSON.stringify({ status, detail, ...more }), wait);
      return;
    }
    case 'html':
      send(answer, 200, 'text/html', '<!doctype html><title>Wi-Fi</title><p>Connectez-vous au réseau.</p>');
      return;
    case 'garbage':
      send(answer, 200, 'application/json', Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0x22, 0xc3]));
      return;
  }

  const plain = rule && ['stall', 'cut', 'truncated', 'fields'].includes(rule.name);
  const headers = { ...asked.headers };
  if (plain) {
    delete headers['accept-encoding'];
    delete headers['if-none-match'];
  }
  const forwarded = request(new URL(asked.url ?? '/', target), { method: asked.method, headers });
  answer.once('close', () => forwarded.destroy());
  asked.pipe(forwarded);
  const real = await new Promise<IncomingMessage | undefined>((resolve) => {
    forwarded.once('response', resolve).once('error', () => resolve(undefined));
  });
  if (!real) {
    asked.socket.destroy();
    return;
  }
  if (!plain) {
    answer.writeHead(real.statusCode ?? 502, real.headers);
    real.on('error', () => answer.destroy()).pipe(answer);
    return;
  }

  const body = await bytesOf(real);
  const half = body.subarray(0, Math.floor(body.length / 2));
  const { 'transfer-encoding': _, ...kept } = real.headers;
  const begin = (length: number) =>
    answer.writeHead(real.statusCode ?? 200, { ...kept, 'content-length': length });
  if (rule.name === 'fields') {
    const damaged = Buffer.from(JSON.stringify(damage(JSON.parse(body.toString('utf8')), rule.options)));
    begin(damaged.length).end(damaged);
  } else if (rule.name === 'truncated') {
    begin(half.length).end(half);
  } else {
    begin(body.length).write(half, () => rule.name === 'cut' && asked.socket.resetAndDestroy());
  }
}

/** What tests in a browser say to the proxy, since they cannot call it. */
async function control(
  proxy: Omit<Proxy, 'address' | 'close'>,
  order: string,
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  if (order === 'fault') {
    const { name, options } = JSON.parse((await bytesOf(asked)).toString('utf8')) as FaultRule;
    proxy.fault(name, options);
  }
  if (order === 'release') proxy.release();
  if (order === 'calm') proxy.calm();
  const known = ['fault', 'release', 'calm', 'requests'].includes(order);
  send(answer, known ? 200 : 404, 'application/json', JSON.stringify(proxy.requests()));
}

function send(
  answer: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  answer.writeHead(status, { ...open, ...headers, 'content-type': `${type}; charset=utf-8` }).end(body);
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
