import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Partners, startPartners } from '../../demo/partners/index.ts';
import { type RunningEndpoint, startEndpoint } from '../kit/endpoint.ts';

const FEED = '/boussole/feed.xml';
const main = join(import.meta.dirname, '../../endpoint/dist/main.js');
const config = join(import.meta.dirname, '../../demo/config');

let partners: Partners;
let endpoint: RunningEndpoint;
let metrics: string;

beforeAll(async () => {
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}/metrics`;
  partners = await startPartners({ size: 300 });
  endpoint = await startEndpoint({ partners: partners.address, env: { ADMIN_PORT: String(port) } });
});

afterAll(async () => {
  await endpoint.close();
  await partners.close();
});

async function command(...words: string[]): Promise<string> {
  const env = {
    ...process.env,
    TOWN_JOBS_CONFIG: config,
    TOWN_JOBS_DATA: endpoint.dataFolder,
    DEMO_PARTNERS: partners.address,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...words], { env });
  return stdout;
}

/** One figure as Prometheus would read it. */
async function figure(line: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length),
  );
}

describe('the health of sources', () => {
  test('is printed, and stands beside the offers of each board at /metrics', async () => {
    const said = await command('sources');
    const count = await fetch(`${endpoint.address}/v1/boards/saint-omer/count`);
    const { total } = (await count.json()) as { total: number };

    expect(said).toMatch(/^partner +state +last success +postings +read +accepted +refused\n/);
    expect(said).toMatch(/\nBoussole Emploi +complete +0 min ago +\d+/);
    expect(said).not.toMatch(/^!/m);
    expect(await figure('town_jobs_board_offers{board="saint-omer"}')).toBe(total);
    expect(await figure('town_jobs_source_alarms{partner="boussole"}')).toBe(0);
    const route = '{route="/v1/boards/:board/count",method="GET",status="2xx"}';
    expect(await figure(`town_jobs_request_duration_seconds_count${route}`)).toBeGreaterThan(0);
  });

  test('raises an alarm over a feed that shrank, until it is accepted', async () => {
    const feed = await (await fetch(partners.address + FEED)).text();
    const jobs = feed.match(/<job>.*?<\/job>\n/gs)!;
    partners.serve(FEED, feed.replace(jobs.join(''), jobs.slice(0, jobs.length / 4).join('')));
    await endpoint.refresh();

    const doubted = await command('sources');
    const alarms = await figure('town_jobs_source_alarms{partner="boussole"}');
    const accepted = await command('accept', 'boussole');
    partners.serve(FEED, undefined);

    expect(doubted).toMatch(/\n! Boussole Emploi: The feed holds \d+ postings where \d+ stood/);
    expect(alarms).toBe(1);
    expect(accepted).toMatch(/\nBoussole Emploi +complete/);
    expect(accepted).toMatch(/ [1-9]\d* withdrawn, /);
    expect(await figure('town_jobs_source_alarms{partner="boussole"}')).toBe(0);
    await expect(command('accept', 'boussole')).rejects.toThrow(
      'Boussole Emploi is not in doubt: there is nothing to accept.',
    );
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
