import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPartners, type Partners } from '../../demo/partners/index.ts';
import { startEndpoint } from './endpoint.ts';

const TIMEOUT_MS = 60_000;
let partners: Partners;
let dataFolder: string;

beforeAll(async () => {
  partners = await startPartners({ port: 0, size: 120, seed: 2, today: new Date() });
  dataFolder = await mkdtemp(join(tmpdir(), 'town-jobs-spec-'));
}, TIMEOUT_MS);
afterAll(async () => {
  await partners.close();
  await rm(dataFolder, { recursive: true, force: true });
});

async function totals(address: string): Promise<number[]> {
  const asked = ['saint-omer', 'pessac', 'bordeaux'].map(async (board) => {
    const answer = await fetch(`${address}/v1/boards/${board}/count`);
    return ((await answer.json()) as { total: number }).total;
  });
  return Promise.all(asked);
}

test(
  'answers every board with offers of the demo’s partners, and refreshes on demand',
  async () => {
    const endpoint = await startEndpoint({ partners: partners.address, dataFolder });

    const offers = await totals(endpoint.address);
    const summary = await endpoint.refresh();
    await endpoint.close();

    expect(Math.min(...offers)).toBeGreaterThan(0);
    expect(summary).toContain('offers in generation');
  },
  TIMEOUT_MS,
);

test(
  'starts again on the data of an endpoint that was killed',
  async () => {
    const first = await startEndpoint({ partners: partners.address, dataFolder });
    const before = await totals(first.address);
    await first.kill('SIGKILL');

    const second = await startEndpoint({ partners: partners.address, dataFolder });
    const after = await totals(second.address);
    await second.close();

    expect(after).toEqual(before);
  },
  TIMEOUT_MS,
);

test(
  'fails with what the endpoint said where it cannot start',
  async () => {
    const refused = startEndpoint({ partners: partners.address, dataFolder, config: '/nowhere' });

    await expect(refused).rejects.toThrow(/ended at its start \(exit code 1\).*\n.*\/nowhere/s);
  },
  TIMEOUT_MS,
);
