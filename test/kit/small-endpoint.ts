import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startProxy, type Proxy } from './proxy.ts';

/** An HTTP server that speaks the contract over offers that need no feeds, for what knows no DOM. */
export interface SmallEndpoint {
  /** Address of the proxy before it, without a final slash. */
  readonly address: string;
  /** Makes faults and shows the requests that came. */
  readonly proxy: Proxy;
  /** What it answers from; changes count from the next request on. */
  readonly index: { total: number; generation: number };
  close(): Promise<void>;
}

const BOARD = {
  id: 'saint-omer',
  name: 'Emploi en Pays de Saint-Omer',
  territory: { name: 'le Pays de Saint-Omer', centre: [50.75, 2.25], nearby: 50, communes: [] },
  radius: { steps: [5, 10, 20], default: 20 },
  languages: ['fr'],
  partners: [{ id: 'mairie', name: 'Mairie', site: 'https://mairie.example/' }],
  freshness: { generation: 1, refreshedAt: '2026-11-22T06:00:00Z' },
  theme: {},
  page: 'https://emploi.example/saint-omer',
};

/** Starts it on a free loopback port, with 130 offers. */
export async function startSmallEndpoint(): Promise<SmallEndpoint> {
  const index = { total: 130, generation: 1 };
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '/', 'http://small');
    const body = JSON.stringify(answerTo(url, index));
    answer
      .writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'access-control-allow-origin': '*',
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxy = await startProxy(() => address);
  return {
    address: proxy.address,
    proxy,
    index,
    async close() {
      await proxy.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(url: URL, { total, generation }: SmallEndpoint['index']): unknown {
  const asked = url.searchParams;
  const freshness = { generation, refreshedAt: '2026-11-22T06:00:00Z' };
  if (url.pathname.endsWith('/count')) return { total, freshness };
  if (url.pathname.endsWith('/suggest')) {
    return { suggestions: [{ text: `${asked.get('q')}...`, kind: 'title', total: 3 }] };
  }
  if (url.pathname.endsWith('/places'))
    return { places: [{ place: '62765', name: 'Saint-Omer', member: true }] };
  if (!url.pathname.endsWith('/offers')) return BOARD;

  const limit = Number(asked.get('limit') ?? 20);
  const page = Number(asked.get('page') ?? 1);
  const found = asked.get('q') === 'introuvable' ? 0 : total;
  const first = (page - 1) * limit;
  const offers = [];
  for (let index = first; index < Math.min(first + limit, found); index++) {
    offers.push({
      id: `o${index}`,
      title: `${asked.get('q') ?? 'Offre'} ${index}`,
      contract: { kind: 'cdi' },
      postedAt: '2026-11-20T08:00:00Z',
      partners: ['mairie'],
    });
  }
  return {
    ...{ generation, total: found, page, pages: Math.ceil(found / limit), sort: 'newest', offers },
    ...(asked.has('facets') && { facets: { contract: [{ value: 'cdi', total: found }] } }),
    ...(asked.has('include') && { board: BOARD }),
    ...(found === 0 && { loosen: [{ criterion: 'q', total }] }),
  };
}
