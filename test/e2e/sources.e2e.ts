import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Partners, startPartners } from '../../demo/partners/index.ts';
import { type RunningEndpoint, startEndpoint } from '../kit/endpoint.ts';
import { freePort } from '../kit/processes.ts';

const FEED = '/boussole/feed.xml';
const TOKEN = 'what-jobs-is-known-by';
const main = join(import.meta.dirname, '../../endpoint/dist/main.js');
const demoConfig = join(import.meta.dirname, '../../demo/config');

let partners: Partners;
let endpoint: RunningEndpoint;
let metrics: string;
let config: string;

beforeAll(async () => {
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}/metrics`;
  config = await mkdtemp(join(tmpdir(), 'town-jobs-sources-'));
  await cp(demoConfig, config, { recursive: true });
  partners = await startPartners({ size: 300 });
  endpoint = await startEndpoint({
    partners: partners.address,
    config,
    env: { ADMIN_PORT: String(port), JOBS_TOKEN: TOKEN },
  });
});

afterAll(async () => {
  await endpoint.close();
  await partners.close();
  await rm(config, { recursive: true });
});

async function command(...words: string[]): Promise<string> {
  const env = {
    ...process.env,
    TOWN_JOBS_CONFIG: config,
    TOWN_JOBS_DATA: endpoint.dataFolder,
    DEMO_PARTNERS: partners.address,
    JOBS_TOKEN: TOKEN,
    TOWN_JOBS_ALLOWED_HOSTS: '127.0.0.1',
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

describe('a partner whose file comes while the endpoint runs', () => {
  const file = (name: string) => join(config, 'partners', `${name}.yaml`);

  test('is asked at once, and leaves at once with its file', async () => {
    const postings = () => figure('town_jobs_source_postings{partner="neuf"}');
    const offers = () => figure('town_jobs_offers');
    const before = await offers();
    const job = `<job><title>Fleuriste</title><referencenumber>1</referencenumber><city>Arques</city>
      <postalcode>62510</postalcode><url>https://neuf.example/1</url><description>Un poste.</description></job>`;
    partners.serve(FEED, `<source>${job}</source>`);

    await writeFile(
      file('neuf'),
      `id: neuf\nname: Neuf\nsite: https://neuf.example/\nhosts: [neuf.example]\n` +
        `feed: { address: '${partners.address}${FEED}', mapping: indeed, every: 0 0 1 1 * }\n`,
    );
    await expect.poll(postings, { timeout: 20_000 }).toBe(1);
    const during = await offers();
    await rm(file('neuf'));
    await expect.poll(offers, { timeout: 20_000 }).toBe(before);
    partners.serve(FEED, undefined);

    expect(during).toBe(before + 1);
  });

  test('shows what its rules let pass, each time they change, and gives its offers on where it may', async () => {
    const postings = () => figure('town_jobs_source_postings{partner="neuf"}');
    const job = (id: number, contract: string) =>
      `<job><title>Fleuriste ${id}</title><referencenumber>${id}</referencenumber><city>Arques</city><jobtype>${contract}</jobtype>
      <postalcode>62510</postalcode><url>https://neuf.example/${id}</url><description>Le poste ${id}.</description></job>`;
    const neuf = (rules: string) =>
      writeFile(
        file('neuf'),
        `id: neuf\nname: Neuf\nsite: https://neuf.example/\nhosts: [neuf.example]\nlicence: { mayForward: true }\n` +
          `${rules}feed: { address: '${partners.address}${FEED}', mapping: indeed, every: 0 0 1 1 * }\n`,
      );
    const received = async () => {
      const answer = await fetch(`${endpoint.address}/partners/jobs/feed.xml?token=${TOKEN}`);
      return [...(await answer.text()).matchAll(/<title><!\[CDATA\[(.*?)\]\]>/g)]
        .map(([, title]) => title)
        .sort();
    };
    partners.serve(FEED, `<source>${job(1, 'CDI')}${job(2, 'Intérim')}</source>`);
    await writeFile(file('jobs'), 'id: jobs\nname: Jobs\nsite: https://jobs.example/\ntoken: JOBS_TOKEN\n');
    await neuf('');
    await expect.poll(postings, { timeout: 20_000 }).toBe(2);
    const all = await received();

    await neuf('rules: { in: { contract: { refuse: [interim] } } }\n');
    await expect.poll(postings, { timeout: 20_000 }).toBe(1);
    const said = await command('sources');
    const tried = await command('feed', 'try', partners.address + FEED, '--partner', 'neuf');
    const ruled = await received();
    await neuf('');
    await expect.poll(postings, { timeout: 20_000 }).toBe(2);
    const back = await received();
    for (const name of ['neuf', 'jobs']) await rm(file(name));
    partners.serve(FEED, undefined);

    expect([all, ruled, back]).toEqual([
      ['Fleuriste 1', 'Fleuriste 2'],
      ['Fleuriste 1'],
      ['Fleuriste 1', 'Fleuriste 2'],
    ]);
    expect(said).toMatch(/\nNeuf: 1 × partner's rule: contract interim \(2\)\n/);
    expect(tried).toMatch(
      /^2 records, 1 accepted, 1 refused; .*\n {2}refused 1 × partner's rule: contract interim: 2\n/,
    );
  });
});

describe('a refresh by command', () => {
  test('makes the boards as fresh as one at its time', async () => {
    const freshness = async () => {
      const response = await fetch(`${endpoint.address}/v1/boards/saint-omer/count`);
      return ((await response.json()) as { freshness: { refreshedAt: string } }).freshness.refreshedAt;
    };
    const before = await freshness();

    await endpoint.refresh();

    expect(Date.parse(await freshness())).toBeGreaterThan(Date.parse(before));
  });
});
