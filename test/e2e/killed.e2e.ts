import { setTimeout as pause } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Partners, startPartners } from '../../demo/partners/index.ts';
import { type RunningEndpoint, startEndpoint } from '../kit/endpoint.ts';

const KILLS = 10;
const PAGE = 100;
/** Twelve starts and as many refreshes, on a machine that has other things to do. */
const PATIENCE_MS = 300_000;
/** Feeds whose titles carry the number of their version; the town halls' table stays as it is. */
const FEEDS: Record<string, (version: number) => [RegExp, string]> = {
  '/grand-tableau/feed.xml': (version) => [/<title><!\[CDATA\[(?!\])/g, `<title><![CDATA[V${version} `],
  '/boussole/feed.xml': (version) => [/<title><!\[CDATA\[(?!\])/g, `<title><![CDATA[V${version} `],
  '/atelier-rh/feed.json': (version) => [/"title":"(?!")/g, `"title":"V${version} `],
};

test(
  'starts with one whole generation after each of ten kills in a refresh',
  { timeout: PATIENCE_MS },
  async () => {
    const partners = await startPartners({ size: 600 });
    const originals = new Map<string, string>();
    for (const path of Object.keys(FEEDS))
      originals.set(path, await (await fetch(partners.address + path)).text());
    const dataFolder = await mkdtemp(join(tmpdir(), 'town-jobs-killed-'));
    const start = () => startEndpoint({ partners: partners.address, dataFolder });
    serveVersion(partners, originals, 0);
    let endpoint = await start();
    onTestFinished(async () => {
      await endpoint.close();
      await partners.close();
      await rm(dataFolder, { recursive: true });
    });
    await endpoint.refresh();
    const first = await shown(endpoint);

    const seen: number[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      serveVersion(partners, originals, kill);
      const refreshing = endpoint.refresh().catch(() => 'killed');
      await pause((kill * 37) % 400);
      await endpoint.kill('SIGKILL');
      await refreshing;
      serveVersion(partners, originals, kill % 2 ? kill : kill - 1);
      endpoint = await start();
      seen.push((await shown(endpoint)).version);
    }
    serveVersion(partners, originals, 0);
    await endpoint.refresh();
    const last = await shown(endpoint);

    expect(seen).toHaveLength(KILLS);
    expect(last.version).toBe(0);
    expect(last.ids).toEqual(first.ids);
  },
);

function serveVersion(partners: Partners, originals: ReadonlyMap<string, string>, version: number): void {
  for (const [path, mark] of Object.entries(FEEDS)) {
    partners.serve(path, originals.get(path)!.replace(...mark(version)));
  }
}

/** All that a board shows in one generation; fails where it mixes versions. */
async function shown(endpoint: RunningEndpoint): Promise<{ version: number; ids: string[] }> {
  for (;;) {
    const first = await page(endpoint, 1);
    const rest = await Promise.all([...Array(first.pages - 1).keys()].map((n) => page(endpoint, n + 2)));
    const all = [first, ...rest];
    if (new Set(all.map(({ generation }) => generation)).size > 1) continue;
    const offers = all.flatMap((answer) => answer.offers);
    expect(offers).toHaveLength(first.total);
    const versions = new Set(offers.flatMap(({ title }) => /^V(\d+) /.exec(title)?.[1] ?? []));
    expect([...versions], 'versions in one generation').toHaveLength(1);
    return { version: Number([...versions][0]), ids: offers.map(({ id }) => id).toSorted() };
  }
}

interface Answer {
  generation: number;
  total: number;
  pages: number;
  offers: { id: string; title: string }[];
}

async function page(endpoint: RunningEndpoint, number: number): Promise<Answer> {
  const response = await fetch(
    `${endpoint.address}/v1/boards/saint-omer/offers?limit=${PAGE}&page=${number}`,
  );
  return (await response.json()) as Answer;
}
