import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Programs of one purpose that end together, the last one first. */
export class Processes {
  readonly #children: ChildProcess[] = [];

  /** Starts a program whose output can be read. */
  start(command: string, words: string[], env?: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(command, words, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    // Whoever waits for its first line is told; without that nobody depends on it.
    child.on('error', () => undefined);
    this.#children.push(child);
    return child;
  }

  async end(): Promise<void> {
    for (const child of this.#children.splice(0).reverse()) await end(child);
  }
}

/** Programs that are not in PATH. */
export function missingPrograms(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
}

/** Starts a screen that nobody sees and resolves with its name (":1"). */
export function startScreen(processes: Processes): Promise<string> {
  const words = ['-displayfd', '1', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'];
  return firstLine(processes.start('Xvfb', words)).then((number) => `:${number}`);
}

/** The first line that a program prints; rejects where it ends before. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) =>
      fail(new Error(`${child.spawnfile} ended at its start, exit code ${code}.`)),
    );
    createInterface(child.stdout!).once('line', done);
  });
}

/** A port of loopback that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill();
  const patience = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(patience);
}
