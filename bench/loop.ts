import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startPartners } from '../demo/partners/index.ts';
import { startEndpoint } from '../test/kit/endpoint.ts';

const POSTINGS = 6000;
const WARM_UP = 50;
const words = [
  '',
  'infirmiere',
  'vendeur',
  'boulanger',
  'chauffeur pl',
  'agent',
  'secretaire',
  'inf',
  'plombier',
];
const places = ['', '62765', '62510', '33318', '33063', '62', 'arques', '33600'];
const boards = ['saint-omer', 'pessac', 'bordeaux'];

/** What is asked of each route, the same in each run. */
const questions: Record<string, (board: string, word: string, place: string) => string> = {
  offers: (board, word, place) =>
    `/v1/boards/${board}/offers?${query({ q: word, place, facets: 'contract' })}`,
  'offers, first page': (board) => `/v1/boards/${board}/offers?include=board`,
  count: (board, word, place) => `/v1/boards/${board}/count?${query({ q: word, place })}`,
  suggest: (board, word) => `/v1/boards/${board}/suggest?${query({ q: word.slice(0, 3) || 'a' })}`,
  places: (board, word) => `/v1/boards/${board}/places?${query({ q: word.slice(0, 3) || 'sa' })}`,
  page: (board, word) => `/${board}?${query({ q: word })}`,
};

/**
 * Measures the loop with the demo's 6,000 postings: the first gathering with the start, a refresh, a start with
 * data, then each route over loopback, one request at a time, with gzip. `rounds` requests a route.
 */
export async function run(rounds = '1000'): Promise<void> {
  const partners = await startPartners({ port: 0, size: POSTINGS, seed: 1, today: new Date() });
  const dataFolder = await mkdtemp(join(tmpdir(), 'town-jobs-bench-'));
  const options = { partners: partners.address, dataFolder };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  try {
    const first = await timed(() => startEndpoint(options));
    console.log(`first start until ready, with ${POSTINGS} postings to gather   ${seconds(first.ms)}`);
    const refresh = await timed(() => first.result.refresh());
    console.log(`refresh on demand                                       ${seconds(refresh.ms)}`);
    await first.result.close();
    const second = await timed(() => startEndpoint(options));
    console.log(`start until ready, with data                            ${seconds(second.ms)}\n`);

    const table: Record<string, Record<string, string>> = {};
    for (const [name, question] of Object.entries(questions)) {
      const asked = addresses(question, Number(rounds) + WARM_UP).map((path) => second.result.address + path);
      const samples = [];
      for (const address of asked) samples.push(await timed(() => ask(address, agent)));
      const kept = samples.slice(WARM_UP);
      table[name] = {
        ...percentiles(kept.map(({ ms }) => ms)),
        'largest, kB': (Math.max(...kept.map(({ result }) => result.bytes)) / 1000).toFixed(1),
        refused: String(kept.filter(({ result }) => result.status !== 200).length),
      };
    }
    console.table(table);
    await second.result.close();
  } finally {
    agent.destroy();
    await partners.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function addresses(question: (typeof questions)[string], count: number): string[] {
  return [...Array(count).keys()].map((n) =>
    question(boards[n % boards.length]!, words[n % words.length]!, places[(n * 5) % places.length]!),
  );
}

function query(criteria: Record<string, string>): string {
  return new URLSearchParams(Object.entries(criteria).filter(([, value]) => value !== '')).toString();
}

function ask(address: string, agent: Agent): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, bytes }));
    }).once('error', reject);
  });
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const begun = performance.now();
  const result = await work();
  return { ms: performance.now() - begun, result };
}

/** In milliseconds, from the sorted samples. */
function percentiles(samples: number[]): Record<string, string> {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { 'p50, ms': at(0.5).toFixed(2), 'p95, ms': at(0.95).toFixed(2), 'p99, ms': at(0.99).toFixed(2) };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
