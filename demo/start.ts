import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startPartners } from './partners/index.ts';
import { servePages } from './serve.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'endpoint/dist/main.js');
const POSTINGS = 6000;
const READY_EVERY_MS = 200;
/** How long the endpoint may take to end before it is ended by force. */
const GRACE_MS = 10_000;

const LOOPBACK = '127.0.0.1';
const WILDCARDS = ['0.0.0.0', '::'];
const host = process.env.HOST || LOOPBACK;
/** What a browser calls us: on this machine a wildcard or the loopback address is "localhost". */
const publicHost = [LOOPBACK, '::1', ...WILDCARDS].includes(host) ? 'localhost' : bracketed(host);

/** How to end what was started so far, the latest last. */
const running: (() => Promise<unknown>)[] = [];
let stopping = false;

/** A reason not to start, in one sentence for the person at the terminal. */
class Refusal extends Error {}

/** Runs partners, endpoint and pages; settles only when something has gone wrong. */
async function start(): Promise<never> {
  const ports = {
    partners: await openPort('PARTNERS_PORT', 8081, LOOPBACK),
    endpoint: await openPort('PORT', 8080, host),
    pages: await openPort('PAGES_PORT', 8000, host),
  };
  if (new Set(Object.values(ports)).size < 3) {
    throw new Refusal('PARTNERS_PORT, PORT and PAGES_PORT must be three different ports.');
  }
  if (!existsSync(MAIN))
    throw new Refusal('The endpoint is not built yet: run "npm start", which builds it.');

  const partners = await startPartners({
    port: ports.partners,
    seed: 1,
    size: POSTINGS,
    today: new Date(),
  });
  running.push(() => partners.close());
  console.log(`Four demo partners offer ${POSTINGS} postings at ${partners.address}`);

  const endpoint = `http://${publicHost}:${ports.endpoint}`;
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: ROOT,
    env: {
      ...process.env,
      TOWN_JOBS_CONFIG: join(ROOT, 'demo/config'),
      TOWN_JOBS_DATA: join(ROOT, 'demo/data'),
      TOWN_JOBS_ELEMENTS: join(ROOT, 'dist'),
      TOWN_JOBS_ALLOWED_HOSTS: LOOPBACK,
      TOWN_JOBS_ORIGIN: endpoint,
      DEMO_PARTNERS: partners.address,
      HOST: host,
      PORT: String(ports.endpoint),
    },
    // In a process group of its own Ctrl-C reaches it once, through us.
    detached: true,
    // Its progress bars need the terminal itself.
    stdio: ['ignore', 'pipe', process.stderr.isTTY ? 'inherit' : 'pipe'],
  });
  running.push(() => end(child));
  const died = death(child);
  await Promise.race([
    died,
    ready(`http://${WILDCARDS.includes(host) ? LOOPBACK : bracketed(host)}:${ports.endpoint}/readyz`),
  ]);

  const pages = await servePages({ port: ports.pages, host, endpoint });
  running.push(() => pages.close());
  welcome(`http://${publicHost}:${ports.pages}`, endpoint);
  return died;
}

/** Reads a port from the environment and takes it for a moment, to refuse before anything is started. */
async function openPort(variable: string, usual: number, address: string): Promise<number> {
  const text = process.env[variable] || String(usual);
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`${variable} is "${text}": it must be a port from 1 to 65535.`);
  }

  const probe = createServer();
  try {
    await once(probe.listen(port, address), 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken: set ${variable} to another one.`
        : `Port ${port} cannot be opened at ${address} (${code}): set ${variable} or HOST to others.`,
    );
  }
  await once(probe.close(), 'close');
  return port;
}

/** Writes a host as an address does: IPv6 in brackets. */
function bracketed(name: string): string {
  return name.includes(':') ? `[${name}]` : name;
}

/** Passes on what the endpoint prints and rejects, with its last line, when it ends by itself. */
async function death(child: ChildProcess): Promise<never> {
  let last = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.pipe(to, { end: false });
    if (from) createInterface(from).on('line', (line) => (last = line.trim() || last));
  }

  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  throw new Refusal(
    `The endpoint ended (${signal ?? `exit code ${code}`})` +
      (child.stderr ? `. Its last line: ${last || 'none'}` : '; its last line stands above.'),
  );
}

/** Resolves when the address answers 200. */
async function ready(address: string): Promise<void> {
  for (;;) {
    const response = await fetch(address).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.status === 200) return;
    await pause(READY_EVERY_MS);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(force);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const close of running.reverse()) await close();
  process.exit(code);
}

function welcome(pages: string, endpoint: string): void {
  console.log(`
town-jobs runs. Open one of these:

  Every demo page      ${pages}/
  Pays de Saint-Omer   ${pages}/saint-omer/
  Pessac               ${pages}/pessac/
  Bordeaux             ${pages}/bordeaux/
  A single tag         ${pages}/une-balise/
  Without JavaScript   ${endpoint}/saint-omer

Ctrl-C stops everything.`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

start().catch((error: unknown) => {
  if (stopping) return;
  console.error(error instanceof Refusal ? error.message : error);
  return stop(1);
});
