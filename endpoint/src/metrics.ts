import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SourceHealth } from './partners/health.ts';
import type { EngineState } from './search/engine.ts';
import { portSentence } from './shared/ports.ts';

/** Upper bounds of what requests take, in seconds. */
const DURATION_BUCKETS_S = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** Where the figures come from; asked at each scrape. */
export interface Figures {
  sources(): SourceHealth[];
  state(): EngineState;
  /** Offers of each board, by its id. */
  boards(): Promise<ReadonlyMap<string, number>>;
}

/** The endpoint's figures in the text format of Prometheus. Nothing in them is about a person. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #durations: Histogram<'route' | 'method' | 'status'>;

  constructor(figures: Figures) {
    collectDefaultMetrics({ register: this.#registry });
    this.#durations = new Histogram({
      name: 'town_jobs_request_duration_seconds',
      help: 'How long requests took, by route, method and class of status.',
      labelNames: ['route', 'method', 'status'],
      buckets: DURATION_BUCKETS_S,
      registers: [this.#registry],
    });
    this.#index(figures);
    this.#sources(figures);
  }

  /** Counts an answer; `route` is the pattern of its address, `undefined` where nothing stands there. */
  answered(route: string | undefined, method: string, status: number, ms: number): void {
    const labels = { route: route ?? 'none', method, status: `${Math.floor(status / 100)}xx` };
    this.#durations.observe(labels, ms / 1000);
  }

  /** All figures as Prometheus reads them. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #index({ state, boards }: Figures): void {
    this.#gauge('generation', 'The generation that is searched.', [], (gauge) =>
      gauge.set(state().generation),
    );
    this.#gauge('offers', 'Offers in the index.', [], (gauge) => gauge.set(state().offers));
    this.#gauge('published_timestamp_seconds', 'When the generation was published.', [], (gauge) =>
      gauge.set((state().publishedAt ?? 0) / 1000),
    );
    this.#gauge('board_offers', 'Offers that a board shows.', ['board'], async (gauge) => {
      for (const [board, offers] of await boards()) gauge.set({ board }, offers);
    });
  }

  #sources({ sources }: Figures): void {
    const one = (name: string, help: string, value: (source: SourceHealth) => number | undefined) =>
      this.#gauge(`source_${name}`, help, ['partner'], (gauge) => {
        for (const source of sources()) {
          const figure = value(source);
          if (figure !== undefined) gauge.set({ partner: source.partner }, figure);
        }
      });
    const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1000);
    one('success_timestamp_seconds', 'When a source last was well.', ({ wellAt }) => seconds(wellAt));
    one('asked_timestamp_seconds', 'When a source was last asked.', ({ askedAt }) => seconds(askedAt));
    one('postings', 'Postings of a source that stand.', ({ standing }) => standing);
    one('read', 'Records that the last gathering read.', ({ read }) => read);
    one('accepted', 'Postings that the last gathering accepted.', ({ accepted }) => accepted);
    one('alarms', 'What an operator should look at.', ({ alarms }) => alarms.length);
    this.#gauge('source_state', '1 for the state of a source.', ['partner', 'state'], (gauge) => {
      for (const { partner, status } of sources()) gauge.set({ partner, state: status }, 1);
    });
    this.#gauge('source_refused', 'Records that were refused.', ['partner', 'reason'], (gauge) => {
      for (const { partner, reasons } of sources()) {
        for (const [reason, { count }] of Object.entries(reasons)) gauge.set({ partner, reason }, count);
      }
    });
  }

  /** A figure that is asked for at each scrape; what is not there any more is not told any more. */
  #gauge<L extends string>(
    name: string,
    help: string,
    labelNames: L[],
    fill: (gauge: Gauge<L>) => void | Promise<void>,
  ): void {
    const gauge: Gauge<L> = new Gauge({
      ...{ name: `town_jobs_${name}`, help, labelNames, registers: [this.#registry] },
      async collect() {
        gauge.reset();
        await fill(gauge);
      },
    });
  }
}

/**
 * Answers `GET /metrics` on a port of its own, which residents do not reach.
 * @throws with one sentence where the port is taken
 */
export async function listenForScrapes(
  metrics: Metrics,
  at: { host: string; port: number },
): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      return void response.writeHead(404).end('Metrics stand at /metrics.\n');
    }
    try {
      const text = await metrics.text();
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
    } catch (error) {
      response.writeHead(503, { 'content-type': 'text/plain' }).end(`${(error as Error).message}\n`);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portSentence(error, 'ADMIN_PORT', at)));
    server.listen(at.port, at.host, resolve);
  });
  return server;
}

/** "http://127.0.0.1:9090", of a server that listens. */
export function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
