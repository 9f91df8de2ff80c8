import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { print } from './measuring.ts';

/** PostgreSQL refuses to run as root; this is "nobody" on most systems. */
const NOBODY = 65_534;
const START_WITHIN_MS = 30_000;

/** A PostgreSQL of its own in a temporary folder, reached through a socket in it. */
export interface TemporaryPostgres {
  client: pg.Client;
  stop(): Promise<void>;
}

/** Starts PostgreSQL; nothing, with one line that says so, where it is not installed. */
export async function startPostgres(): Promise<TemporaryPostgres | undefined> {
  const version = await promisify(execFile)('postgres', ['--version']).catch(() => undefined);
  if (!version) {
    print('PostgreSQL is left out: put `postgres` and `initdb` into the PATH to measure it, too.');
    return undefined;
  }
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const folder = await mkdtemp(join(tmpdir(), 'pg-'));
  if (asRoot) await chown(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const flags = ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  await promisify(execFile)('initdb', flags, { ...user, cwd: folder });
  const settings = [
    'listen_addresses=',
    'shared_buffers=512MB',
    'work_mem=64MB',
    'maintenance_work_mem=256MB',
    'jit=off',
  ];
  const server = spawn(
    'postgres',
    ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const client = await connected(folder, server);
  print(`${version.stdout.trim()}, with 512 MB of shared buffers`);
  return {
    client,
    async stop() {
      await client.end();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function connected(folder: string, server: ChildProcess): Promise<pg.Client> {
  for (const begun = Date.now(); ; await pause(200)) {
    const client = new pg.Client({ host: folder, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (server.exitCode !== null || Date.now() - begun > START_WITHIN_MS) throw error;
    }
  }
}
