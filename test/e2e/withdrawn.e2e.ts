import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPartners } from '../../demo/partners/index.ts';
import { startEndpoint } from '../kit/endpoint.ts';
import { startProxy } from '../kit/proxy.ts';

/** Two starts and three refreshes, on a machine that has other things to do. */
const PATIENCE_MS = 120_000;

test(
  'an offer that is taken down while feeds are gathered is gone at once and for good',
  { timeout: PATIENCE_MS },
  async () => {
    const partners = await startPartners({ size: 120 });
    const proxy = await startProxy(() => partners.address);
    const dataFolder = await mkdtemp(join(tmpdir(), 'town-jobs-withdrawn-'));
    const start = () => startEndpoint({ partners: proxy.address, dataFolder });
    let endpoint = await start();
    onTestFinished(async () => {
      proxy.calm();
      await endpoint.close();
      await proxy.close();
      await partners.close();
      await rm(dataFolder, { recursive: true });
    });
    const offers = `${endpoint.address}/v1/boards/saint-omer/offers`;
    const { total, ids } = await list(offers);
    const [id] = ids;
    expect((await fetch(`${offers}/${id}`)).status).toBe(200);
    proxy.fault('hold');
    const refreshing = endpoint.refresh();
    await expect.poll(() => proxy.requests().length, { timeout: 20_000 }).toBeGreaterThan(0);

    const said = await endpoint.command('withdraw', id!, '--why', 'It asks for money.');

    expect(said).toMatch(
      new RegExp(`^The offer ".+" \\(${id}\\) is withdrawn: no refresh will bring it back\\.\n$`),
    );
    expect((await fetch(`${offers}/${id}`)).status).toBe(410);
    const without = await list(offers);
    expect(without.total).toBe(total - 1);
    expect(without.ids).not.toContain(id);

    proxy.calm();
    await refreshing;
    await endpoint.command('refresh', '--whole');
    expect((await list(offers)).total).toBe(total - 1);
    await endpoint.kill('SIGTERM');
    endpoint = await start();
    await endpoint.command('refresh', '--whole');
    const again = `${endpoint.address}/v1/boards/saint-omer/offers`;
    expect((await fetch(`${again}/${id}`)).status).toBe(410);
    expect((await list(again)).total).toBe(total - 1);
    expect(await endpoint.command('withdraw', id!)).toContain('was closed already');
    expect(await endpoint.command('restore', id!)).toMatch(
      new RegExp(`^The offer ".+" \\(${id}\\) is shown again\\.\n$`),
    );
    expect((await fetch(`${again}/${id}`)).status).toBe(200);
    expect((await list(again)).total).toBe(total);
    await expect(endpoint.command('withdraw', 'nobody')).rejects.toThrow(
      'No offer is known by the id "nobody"',
    );
  },
);

async function list(address: string): Promise<{ total: number; ids: string[] }> {
  const response = await fetch(`${address}?limit=20`);
  const { total, offers } = (await response.json()) as { total: number; offers: { id: string }[] };
  return { total, ids: offers.map(({ id }) => id) };
}
