import { afterEach, describe, expect, it } from 'vitest';
import { addressOf, type Figures, listenForScrapes, Metrics } from './metrics.ts';
import type { SourceHealth } from './partners/health.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const boussole: SourceHealth = {
  partner: 'boussole',
  name: 'Boussole Emploi',
  status: 'failed',
  askedAt: 1_795_000_000_000,
  wellAt: 1_794_900_000_000,
  standing: 40,
  read: 12,
  accepted: 10,
  refused: 2,
  reasons: { 'link says "no"': { count: 2, samples: [] } },
  alarms: ['It is down.'],
};

async function setup(figures: Partial<Figures> = {}) {
  const metrics = new Metrics({
    sources: () => [boussole],
    state: () => ({ generation: 7, offers: 41, publishedAt: 1_795_000_000_000 }),
    boards: async () => new Map([['saint-omer', 38]]),
    ...figures,
  });
  const server = await listenForScrapes(metrics, { host: '127.0.0.1', port: 0 });
  closing.push(() => server.close());
  const address = addressOf(server);
  const scrape = async (path = '/metrics') => {
    const response = await fetch(address + path);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  return { metrics, scrape, address };
}

describe('/metrics', () => {
  it('tells boards, generation and sources in the format of Prometheus', async () => {
    const { scrape } = await setup();

    const { status, type, text } = await scrape();

    expect(status).toBe(200);
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    const ours = text.split('\n').filter((line) => /^town_jobs_(?!request)/.test(line));
    expect(ours).toEqual([
      'town_jobs_generation 7',
      'town_jobs_offers 41',
      'town_jobs_published_timestamp_seconds 1795000000',
      'town_jobs_board_offers{board="saint-omer"} 38',
      'town_jobs_source_success_timestamp_seconds{partner="boussole"} 1794900000',
      'town_jobs_source_asked_timestamp_seconds{partner="boussole"} 1795000000',
      'town_jobs_source_postings{partner="boussole"} 40',
      'town_jobs_source_read{partner="boussole"} 12',
      'town_jobs_source_accepted{partner="boussole"} 10',
      'town_jobs_source_alarms{partner="boussole"} 1',
      'town_jobs_source_state{partner="boussole",state="failed"} 1',
      'town_jobs_source_refused{partner="boussole",reason="link says \\"no\\""} 2',
    ]);
  });

  it('forgets a partner that is gone', async () => {
    let sources = [boussole];
    const { scrape } = await setup({ sources: () => sources });
    await scrape();
    sources = [];

    expect((await scrape()).text).not.toMatch(/boussole/);
  });

  it('counts what requests take by route, not by address', async () => {
    const { metrics, scrape } = await setup();

    metrics.answered('/v1/boards/:board/offers', 'GET', 200, 4);
    metrics.answered(undefined, 'GET', 404, 1);

    const { text } = await scrape();
    const counts = text.split('\n').filter((line) => /^town_jobs_request_duration_seconds_count/.test(line));
    expect(counts).toEqual([
      'town_jobs_request_duration_seconds_count{route="/v1/boards/:board/offers",method="GET",status="2xx"} 1',
      'town_jobs_request_duration_seconds_count{route="none",method="GET",status="4xx"} 1',
    ]);
  });

  it('names its variable where its port is taken', async () => {
    const { metrics, address } = await setup();
    const port = Number(new URL(address).port);

    await expect(listenForScrapes(metrics, { host: '127.0.0.1', port })).rejects.toThrow(
      `Port ${port} is taken on 127.0.0.1: stop what uses it, or set ADMIN_PORT to another.`,
    );
  });

  it('stands alone on its port', async () => {
    const { scrape } = await setup();

    expect((await scrape('/')).status).toBe(404);
  });
});
