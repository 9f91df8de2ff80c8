import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { runCommand } from './ingest/endpoint.ts';
import { formatOf } from './ingest/formats.ts';
import { Plan, type Round, type Size } from './ingest/plan.ts';
import { hostOf } from './ingest/records.ts';
import { report } from './ingest/report.ts';
import { print } from './search/measuring.ts';

/**
 * A first ingest and a refresh with a quarter of the records changed, by the real command from loopback feeds in five
 * formats: minutes, memory over time, the progress as an operator sees it, and every count held to the plan.
 *
 * @param size partners × records: `400x2500` is a million
 * @param recording a file for what the terminal showed
 * @throws where a count is not what the plan says
 */
export async function run(size = '8x250', recording?: string): Promise<void> {
  const [partners = 0, records = 0] = size.split('x').map(Number);
  if (!(partners > 0 && records > 0)) throw new Error(`Say partners and records: "400x2500", not "${size}".`);
  const plan = new Plan({ partners, records });
  const folder = mkdtempSync(join(tmpdir(), 'town-jobs-bench-'));
  mkdirSync(join(folder, 'feeds'));
  const server = await startPartners(plan.size, join(folder, 'feeds'));
  try {
    writeConfig(join(folder, 'config'), partners, server.port);
    const env = {
      TOWN_JOBS_CONFIG: join(folder, 'config'),
      TOWN_JOBS_DATA: join(folder, 'data'),
      TOWN_JOBS_ALLOWED_HOSTS: '127.0.0.1',
    };
    const differing: string[] = [];
    let drawn = '';
    for (const round of [0, 1] as const) {
      await server.turnTo(round);
      const done = await runCommand(['refresh'], env);
      drawn += done.drawn;
      differing.push(...report(round, done, plan, join(folder, 'data')));
    }
    if (recording) writeFileSync(recording, drawn);
    if (differing.length > 0) throw new Error(`Not as planned:\n${differing.join('\n')}`);
    print('\nEvery count is as planned.');
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startPartners(size: Size, folder: string) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'ingest/feed-server.ts'), [
    JSON.stringify(size),
    folder,
  ]);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The partners of the bench ended.')));
  ended.catch(() => {});
  const heard = async () => ((await Promise.race([once(child, 'message'), ended])) as [unknown])[0];
  const { port } = (await heard()) as { port: number };
  return {
    port,
    async turnTo(round: Round) {
      child.send({ round });
      await heard();
    },
    stop: () => child.kill('SIGKILL'),
  };
}

function writeConfig(folder: string, partners: number, port: number): void {
  mkdirSync(join(folder, 'partners'), { recursive: true });
  cpSync(join(import.meta.dirname, '../demo/config/boards'), join(folder, 'boards'), { recursive: true });
  for (let partner = 0; partner < partners; partner++) {
    const { mapping, encoding } = formatOf(partner);
    const id = `partner-${partner}`;
    const file = stringify({
      id,
      name: `Partner ${partner}`,
      site: `https://${hostOf(partner)}/`,
      hosts: [hostOf(partner)],
      feed: { address: `http://127.0.0.1:${port}/${partner}`, mapping, ...(encoding && { encoding }) },
    });
    writeFileSync(join(folder, 'partners', `${id}.yaml`), file);
  }
}
