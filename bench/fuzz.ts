import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { Random } from '../endpoint/src/search/conformance/random.ts';
import { startEndpoint } from '../test/kit/endpoint.ts';
import { hostileQuery } from '../test/kit/hostile-queries.ts';

const POSTINGS = 6000;
const CLIENTS = 4;
const BOARDS = ['saint-omer', 'pessac', 'bordeaux'];
const SLOWEST = 5;

interface Asked {
  path: string;
  status: number;
  ms: number;
}

/**
 * Sends seeded query strings that no form makes to a real endpoint, four at a time, and prints the statuses and the
 * slowest answers. The exit code is 1 where one was a 5xx, or where the endpoint closed a connection on its own.
 */
export async function run(queries = '10000', seed = '1'): Promise<void> {
  const endpoint = await startEndpoint({ size: POSTINGS });
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const random = new Random(Number(seed));
  const paths = Array.from({ length: Number(queries) }, () => hostileQuery(random, random.pick(BOARDS)));
  const asked: Asked[] = [];
  try {
    const queue = paths.values();
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        for (const path of queue) asked.push(await ask(endpoint.address, path, agent));
      }),
    );
  } finally {
    agent.destroy();
    await endpoint.close();
  }

  const statuses: Record<string, number> = {};
  for (const { status } of asked) {
    const name = status || 'connection closed';
    statuses[name] = (statuses[name] ?? 0) + 1;
  }
  console.log(`${asked.length} query strings, ${CLIENTS} at a time`);
  console.table(statuses);
  console.log('The slowest:');
  for (const { ms, status, path } of asked.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST)) {
    console.log(`${ms.toFixed(1).padStart(8)} ms  ${status}  ${path.slice(0, 120)}`);
  }
  const broken = asked.filter(({ status }) => status === 0 || status >= 500);
  for (const { status, path } of broken.slice(0, SLOWEST))
    console.log(`BROKEN ${status}: ${path.slice(0, 500)}`);
  if (broken.length > 0) process.exitCode = 1;
}

function ask(origin: string, path: string, agent: Agent): Promise<Asked> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const end = (status: number) => resolve({ path, status, ms: performance.now() - begun });
    get(origin + path, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.resume().once('close', () => end(answer.complete ? answer.statusCode! : 0));
    }).once('error', () => end(0));
  });
}
