import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startPartners } from '../../demo/partners/index.ts';

export interface EndpointOptions {
  /** Offers that the demo's partners send, 300 by default. */
  size?: number;
  /** Same seed, same offers (but dated relative to today). */
  seed?: number;
  /** A data folder to start on, left in place at the end; a fresh temporary one by default. */
  dataFolder?: string;
  /** Address of partners that already run; the demo's own are started without it. */
  partners?: string;
  /** Folder of boards and partners; the demo's by default. */
  config?: string;
  /** More of the endpoint's environment. */
  env?: Record<string, string>;
}

/** A real endpoint in a process of its own, with offers of the demo's partners gathered over HTTP. */
export interface RunningEndpoint {
  /** "http://127.0.0.1:PORT" */
  address: string;
  dataFolder: string;
  /** Address of the partners that it gathers from. */
  partners: string;
  /** Gathers again now, as `town-jobs refresh` does; resolves with what the command printed. */
  refresh(): Promise<string>;
  /** Runs `town-jobs COMMAND…` on the same data; resolves with what it printed, rejects where it failed. */
  command(...words: string[]): Promise<string>;
  /** Ends the process by a signal and waits for its end; the data stay until `close()`. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ends all that was started and removes the temporary data. */
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const main = join(root, 'endpoint/dist/main.js');
const START_DEADLINE_MS = 60_000;

/**
 * Starts the built endpoint on a free loopback port and waits until it is ready.
 * Throws with what the process said where it ends or is not ready within a minute.
 */
export async function startEndpoint(options: EndpointOptions = {}): Promise<RunningEndpoint> {
  const { size = 300, seed = 1 } = options;
  const own =
    options.partners === undefined
      ? await startPartners({ port: 0, size, seed, today: new Date() })
      : undefined;
  const partners = options.partners ?? own?.address ?? '';
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'town-jobs-')));
  const env = {
    ...process.env,
    TOWN_JOBS_CONFIG: options.config ?? join(root, 'demo/config'),
    TOWN_JOBS_DATA: dataFolder,
    TOWN_JOBS_ELEMENTS: join(root, 'dist'),
    TOWN_JOBS_ALLOWED_HOSTS: '127.0.0.1',
    DEMO_PARTNERS: partners,
    HOST: '127.0.0.1',
    PORT: '0',
    ...options.env,
  };
  const removeAll = async () => {
    await own?.close();
    if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };

  const child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = (signal: NodeJS.Signals) => end(child, signal);
  const command = async (...words: string[]) =>
    (await promisify(execFile)(process.execPath, [main, ...words], { env })).stdout;
  try {
    const address = await ready(child);
    return {
      address,
      dataFolder,
      partners,
      kill,
      command,
      refresh: () => command('refresh'),
      async close() {
        await kill('SIGTERM');
        await removeAll();
      },
    };
  } catch (error) {
    await kill('SIGKILL');
    await removeAll();
    throw error;
  }
}

/** Waits for the line that names the address, then for `/readyz`. */
async function ready(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  const deadline = AbortSignal.timeout(START_DEADLINE_MS);
  const address = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The endpoint ${why}. It said:\n${said.join('\n')}`));
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        said.push(line);
        if (said.length > 200) said.shift();
        const found = /town-jobs listens at (http:\S+)/.exec(line)?.[1];
        if (found) resolve(found.replace(/\/$/, ''));
      });
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => fail(`ended at its start (${signal ?? `exit code ${code}`})`));
    deadline.addEventListener('abort', () => fail('named no address within a minute'));
  });

  while ((await statusOf(`${address}/readyz`)) !== 200) {
    if (deadline.aborted || child.exitCode !== null) {
      throw new Error(`The endpoint at ${address} did not get ready. It said:\n${said.join('\n')}`);
    }
    await pause(50);
  }
  return address;
}

async function statusOf(address: string): Promise<number> {
  try {
    return (await fetch(address)).status;
  } catch {
    return 0;
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
