import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Partners, startPartners } from '../../demo/partners/index.ts';
import { type RunningEndpoint, startEndpoint } from '../kit/endpoint.ts';

const FEED = '/boussole/feed.xml';
const main = join(import.meta.dirname, '../../endpoint/dist/main.js');
const demoConfig = join(import.meta.dirname, '../../demo/config');

let partners: Partners;
let endpoint: RunningEndpoint;
let feed = '';

beforeAll(async () => {
  partners = await startPartners({ size: 300 });
  feed = await (await fetch(partners.address + FEED)).text();
  endpoint = await startEndpoint({ partners: partners.address });
});

afterAll(async () => {
  await endpoint.close();
  await partners.close();
});

async function total(): Promise<number> {
  const response = await fetch(`${endpoint.address}/v1/boards/saint-omer/count`);
  return ((await response.json()) as { total: number }).total;
}

describe('one broken feed', () => {
  const broken: [name: string, body: () => string, line: RegExp][] = [
    ['half a file', () => feed.slice(0, feed.length / 2), /Boussole Emploi +incomplete/],
    ['a page of HTML', () => '<!doctype html><title>Maintenance</title><p>Soon.', /Boussole Emploi +failed/],
    ['nothing', () => '', /Boussole Emploi +(failed|incomplete)/],
    ['a fifth of its offers', () => someOffers(feed), /Boussole Emploi +shrunk/],
  ];

  test.for(broken)('keeps the offers of yesterday when it is %s, and says so', async ([, body, line]) => {
    const before = await total();
    partners.serve(FEED, body());
    const said = await endpoint.refresh();
    partners.serve(FEED, undefined);

    expect(said).toMatch(line);
    expect(said).toMatch(/Boussole Emploi: .+\./);
    expect(said).toMatch(/Le Grand Tableau +(complete|unchanged)/);
    expect(await total()).toBe(before);
  });

  test('is read as it is written when it names a wrong encoding', async () => {
    const accented = feed.replace('encoding="utf-8"', 'encoding="windows-1252"');
    partners.serve(FEED, Buffer.from(accented, 'latin1'), 'application/xml');
    await endpoint.refresh();
    partners.serve(FEED, undefined);

    const response = await fetch(`${endpoint.address}/v1/boards/saint-omer/offers?limit=100`);
    const text = await response.text();

    expect(text).not.toMatch(/\ufffd|[\u0080-\u009f]|Ã©/);
    await endpoint.refresh();
  });

  test('withdraws what a whole feed no longer holds', async () => {
    const before = await total();
    partners.serve(
      FEED,
      feed.replace(/<job>.*?<\/job>\n/gs, (job) => (/<city>SAINT/.test(job) ? '' : job)),
    );
    await endpoint.refresh();
    const without = await total();
    partners.serve(FEED, undefined);
    await endpoint.refresh();

    expect(without).toBeLessThan(before);
    expect(await total()).toBe(before);
  });
});

/** Every fifth offer of a feed. */
function someOffers(text: string): string {
  let nth = 0;
  return text.replace(/<job>.*?<\/job>\n/gs, (job) => (nth++ % 5 === 0 ? job : ''));
}

describe('a start that cannot be', () => {
  async function fails(env: Record<string, string>): Promise<string> {
    const all = { ...process.env, TOWN_JOBS_CONFIG: demoConfig, DEMO_PARTNERS: partners.address, ...env };
    try {
      await promisify(execFile)(process.execPath, [main, 'serve'], { env: all, timeout: 30_000 });
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      expect(code).toBe(1);
      return stderr.trim();
    }
    throw new Error('It started.');
  }

  async function folder(): Promise<string> {
    return mkdtemp(join(tmpdir(), 'town-jobs-start-'));
  }

  test('names the port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    const data = await folder();
    const { port } = taken.address() as { port: number };

    const said = await fails({ PORT: String(port), TOWN_JOBS_DATA: data });

    expect(said).toBe(`Port ${port} is taken on 127.0.0.1: stop what uses it, or set PORT to another.`);
    taken.close();
    await rm(data, { recursive: true });
  });

  test('names the folder that cannot be written', async () => {
    const said = await fails({ TOWN_JOBS_DATA: join(main, 'data'), PORT: '0' });

    expect(said).toBe(
      `The folder ${join(main, 'data')} cannot be written: set TOWN_JOBS_DATA to one that can.`,
    );
  });

  test('names file, line and mistake of a board', async () => {
    const config = await folder();
    await cp(demoConfig, config, { recursive: true });
    await writeFile(
      join(config, 'boards/pessac.yaml'),
      'id: pessac\nname: Pessac\nterritory:\n  name: Pessac\nnearby: far\n',
    );

    const said = await fails({ TOWN_JOBS_CONFIG: config, TOWN_JOBS_DATA: join(config, 'data'), PORT: '0' });

    expect(said).toMatch(/pessac\.yaml:5: .*nearby/);
    await rm(config, { recursive: true });
  });

  test('leaves a data folder to the server that has it', async () => {
    const said = await fails({ TOWN_JOBS_DATA: endpoint.dataFolder, PORT: '0' });

    expect(said).toMatch(/^Another town-jobs already works in /);
  });
});
