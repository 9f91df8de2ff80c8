import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledBoard } from '../../endpoint/src/boards/board.ts';
import type { Random } from '../../endpoint/src/search/conformance/random.ts';
import type { BuiltIndex } from './built-index.ts';
import { Client } from './client.ts';
import type { Corpus } from './corpus.ts';
import { megabytes, percentiles, print, printFigure, printHead, printTimes } from './measuring.ts';
import type { FromServer, ServerSettings, ToServer } from './server-messages.ts';
import { makeAddress, QUESTIONS } from './questions.ts';

const REQUESTS = 1000;
const AT_ONCE = 8;

/** Measures the endpoint over HTTP with 1 and with 8 clients, then while a quarter of its offers is replaced. */
export async function measureServed(
  index: BuiltIndex,
  corpus: Corpus,
  size: number,
  boards: readonly CompiledBoard[],
  random: Random,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-bench-'));
  const file = join(folder, 'index.db');
  copyFileSync(index.file, file, constants.COPYFILE_FICLONE);
  const threads = Math.max(1, availableParallelism() - 1);
  const server = await startServer({ file, size, threads });
  printFigure('start of the server', server.startedMs / 1000, 's', ` · ${threads} query threads`);
  const address = () => server.address + makeAddress({ random, corpus, board: random.pick(boards) });
  try {
    await load(address, 1, 50);
    for (const board of boards) {
      printHead(`over HTTP, 1 client, ${board.definition.id}`);
      for (const [name, question] of Object.entries(QUESTIONS)) {
        const asked = () => server.address + question({ random, corpus, board });
        printTimes(name, await load(asked, 1, 100));
      }
    }
    printHead('over HTTP, all kinds, both boards');
    const alone = await load(address, 1, REQUESTS);
    printTimes('1 client', alone);
    const together = await load(address, AT_ONCE, REQUESTS);
    printTimes(`${AT_ONCE} clients`, together, `  ${together.failed} failed`);
    printFigure('memory of the server', megabytes(await server.memory()), 'MB');

    const count = Math.floor(size / 4);
    let replacing = true;
    const replaced = server.replace(count).finally(() => (replacing = false));
    const during = await load(address, 1, () => replacing);
    const ms = await replaced;
    printTimes('1 client while a quarter is replaced', during, `  ${during.failed} failed`);
    const ratio = percentiles(during.times).p99 / percentiles(alone.times).p99;
    printFigure('replaced', ms / 1000, 's', ` · ${count} offers · p99 × ${ratio.toFixed(1)}`);
    printFigure('memory of the server', megabytes(await server.memory()), 'MB');
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks with so many clients, until there were so many requests or as long as asked for. */
async function load(
  address: () => string,
  clients: number,
  until: number | (() => boolean),
): Promise<{ times: number[]; failed: number }> {
  const times: number[] = [];
  let failed = 0;
  let begun = 0;
  const goesOn = typeof until === 'number' ? () => begun++ < until : until;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new Client();
      while (goesOn()) {
        const { ms, status } = await client.get(address());
        times.push(ms);
        if (status === 200) continue;
        if (failed++ === 0) print(`  the first that failed: ${status}`);
      }
      client.close();
    }),
  );
  return { times, failed };
}

async function startServer(settings: ServerSettings) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'server.ts'), [JSON.stringify(settings)]);
  const heard = async <K extends FromServer['kind']>(kind: K) => {
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('The server of the bench ended.')));
    for (;;) {
      const [message] = (await Promise.race([once(child, 'message'), ended])) as [FromServer];
      if (message.kind === kind) return message as FromServer & { kind: K };
    }
  };
  const tell = (message: ToServer) => child.send(message);
  return {
    ...(await heard('listening')),
    async memory() {
      tell({ kind: 'memory' });
      return (await heard('memory')).bytes;
    },
    async replace(count: number) {
      tell({ kind: 'replace', count });
      return (await heard('replaced')).ms;
    },
    stop: () => child.kill('SIGKILL'),
  };
}
