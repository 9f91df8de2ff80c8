import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import type { TakenDown } from './offers/take-down.ts';
import type { Progress, Summary } from './partners/refresh.ts';
import type { Writer } from './writer.ts';

/** What Linux allows for the path of a socket (unix(7)); macOS allows a little less. */
const MAX_SOCKET_PATH_BYTES = 103;

/** A line of the answer to a command. */
export type ControlLine =
  | { progress: Progress }
  | { summary: Summary }
  | { takenDown: TakenDown }
  | { reloaded: boolean }
  | { failure: string };

/** The local socket by which commands reach the running server: whoever may write the data folder may use it. */
export function controlPath(dataFolder: string): string {
  const path = join(dataFolder, 'control.sock');
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near : path;
}

/**
 * Listens for commands: `POST /refresh?only=ID&whole&accept` answers a line of JSON for each step,
 * `POST /withdraw?id=ID&why=TEXT` and `POST /restore?id=ID` one for the offer that was taken down, or is shown again,
 * `POST /reload` one that says whether places and configuration were read again.
 */
export async function listenForCommands(
  dataFolder: string,
  writer: Writer,
  reload: () => Promise<boolean>,
): Promise<Server> {
  const path = controlPath(dataFolder);
  if (Buffer.byteLength(path) > MAX_SOCKET_PATH_BYTES) {
    throw new Error(`The path ${path} is too long for a socket: set TOWN_JOBS_DATA to a shorter one.`);
  }
  rmSync(path, { force: true });
  const server = createServer(async (incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://control');
    const only = searchParams.getAll('only');
    const say = (line: ControlLine) => outgoing.write(`${JSON.stringify(line)}\n`);
    try {
      const id = searchParams.get('id') ?? '';
      if (pathname === '/withdraw') {
        const why = searchParams.get('why') ?? undefined;
        say({ takenDown: await writer.takeDown(id, why) });
      } else if (pathname === '/restore') say({ takenDown: await writer.restore(id) });
      else if (pathname === '/reload') say({ reloaded: await reload() });
      else {
        const wanted = {
          only: only.length > 0 ? only : undefined,
          whole: searchParams.has('whole'),
          accept: searchParams.has('accept'),
        };
        say({ summary: await writer.refresh(wanted, (progress) => say({ progress })) });
      }
    } catch (error) {
      say({ failure: (error as Error).message });
    }
    outgoing.end();
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return server;
}

/**
 * Asks the running server for a refresh.
 *
 * @returns its summary, or `undefined` where no server runs on this data folder
 * @throws with the server's own sentence where the refresh failed
 */
export async function askForRefresh(
  dataFolder: string,
  wanted: { only?: string[]; whole?: boolean; accept?: boolean },
  onProgress: (progress: Progress) => void,
): Promise<Summary | undefined> {
  const query = new URLSearchParams((wanted.only ?? []).map((id): [string, string] => ['only', id]));
  if (wanted.whole) query.set('whole', '');
  if (wanted.accept) query.set('accept', '');
  const answer = await ask(dataFolder, `/refresh?${query}`);
  if (!answer) return undefined;
  for await (const line of answer) {
    if ('progress' in line) onProgress(line.progress);
    if ('summary' in line) return line.summary;
    if ('failure' in line) throw new Error(line.failure);
  }
  throw new Error('The server stopped before the refresh was over.');
}

/**
 * Asks the running server to take an offer down, or with `undo` to show it again.
 *
 * @returns the offer, or `undefined` where no server runs on this data folder
 * @throws with the server's own sentence where it could not
 */
export async function askForTakeDown(
  dataFolder: string,
  { id, why, undo }: { id: string; why?: string; undo?: boolean },
): Promise<TakenDown | undefined> {
  const query = new URLSearchParams(why === undefined ? { id } : { id, why });
  const answer = await ask(dataFolder, `/${undo ? 'restore' : 'withdraw'}?${query}`);
  if (!answer) return undefined;
  for await (const line of answer) {
    if ('takenDown' in line) return line.takenDown;
    if ('failure' in line) throw new Error(line.failure);
  }
  throw new Error('The server stopped before it was done: say it again.');
}

/**
 * Asks the running server to read places and configuration again.
 *
 * @returns whether it did; `undefined` where no server runs on this data folder
 */
export async function askToReload(dataFolder: string): Promise<boolean | undefined> {
  const answer = await ask(dataFolder, '/reload');
  if (!answer) return undefined;
  for await (const line of answer) if ('reloaded' in line) return line.reloaded;
  return false;
}

/** The lines of the running server's answer to a command. */
async function ask(dataFolder: string, path: string): Promise<AsyncIterable<ControlLine> | undefined> {
  const incoming = await new Promise<IncomingMessage | undefined>((resolve, reject) => {
    request({ socketPath: controlPath(dataFolder), path, method: 'POST' }, resolve)
      .once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error),
      )
      .end();
  });
  return incoming && lines(incoming);
}

async function* lines(incoming: IncomingMessage): AsyncIterable<ControlLine> {
  for await (const text of createInterface({ input: incoming })) yield JSON.parse(text) as ControlLine;
}
