import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSmallEndpoint, type SmallEndpoint } from '../../test/kit/small-endpoint.ts';
import { Client } from '../client/client.ts';
import { append } from './list.ts';
import { createSearch, type SearchOptions } from './search.ts';
import type { SearchState, Status } from './state.ts';

let endpoint: SmallEndpoint;
beforeAll(async () => {
  endpoint = await startSmallEndpoint();
});
afterEach(() => {
  endpoint.proxy.calm();
  Object.assign(endpoint.index, { total: 130, generation: 1 });
});
afterAll(() => endpoint.close());

function setup(options: Partial<SearchOptions> = {}) {
  const written: string[] = [];
  const search = createSearch({
    name: 'default',
    board: 'saint-omer',
    client: new Client(endpoint.address),
    onAddress: (criteria, isMore) =>
      written.push(`${isMore ? 'more' : 'new'} ${criteria.q ?? ''} ${criteria.page ?? 1}`),
    ...options,
  });
  const states: SearchState[] = [];
  search.subscribe((state) => states.push(state));
  const becomes = (status: Status) => vi.waitFor(() => expect(search.state.status).toBe(status));
  const queries = () => endpoint.proxy.requests().map(({ query }) => decodeURIComponent(query));
  return { search, states, written, becomes, queries };
}

async function started(options: Partial<SearchOptions> = {}) {
  const all = setup(options);
  all.search.start();
  await all.becomes('answers');
  return all;
}

describe('filters that come late', () => {
  it('have their counts asked for alone, and then with every answer', async () => {
    const { search, becomes, queries } = await started({ criteria: { sort: 'nearest' } });
    const { answer, offers } = search.state;
    search.countFacets(['contract']);
    await vi.waitFor(() => expect(search.state.facets?.contract).toHaveLength(1));

    expect(search.state).toMatchObject({ answer, offers, status: 'answers' });
    search.ask({ hours: ['part'] });
    await becomes('answers');
    expect(queries().slice(1)).toEqual([
      '?limit=1&facets=contract',
      '?hours=part&sort=nearest&facets=contract',
    ]);
  });

  it('have the question that is out asked anew with them', async () => {
    const { search, becomes, queries } = setup();
    search.start();
    search.countFacets(['contract']);
    await becomes('answers');

    expect(search.state.facets?.contract).toHaveLength(1);
    expect(search.state.answer).toBe(1);
    expect(queries()).toEqual(['?include=board', '?facets=contract&include=board']);
  });
});

describe('the first question', () => {
  it('brings the list and the board in one request', async () => {
    const { search, states, queries } = await started();

    expect(states.map(({ status }) => status)).toEqual(['loading', 'answers']);
    expect(search.state).toMatchObject({ total: 130, pages: 7, answer: 1, board: { id: 'saint-omer' } });
    expect(search.state.offers).toHaveLength(20);
    expect(queries()).toEqual(['?include=board']);
  });

  it('brings what filters count in the same request', async () => {
    const { search, queries } = await started({ facets: ['since', 'contract'] });
    search.countFacets(['contract']);

    expect(search.state.facets?.contract).toHaveLength(1);
    expect(queries()).toEqual(['?facets=contract,since&include=board']);
  });

  it('brings the names of what only an answer can name', async () => {
    const { queries } = await started({ criteria: { trade: ['k1304'], hours: ['part'], employer: ['a'] } });

    expect(queries()).toEqual(['?hours=part&trade=k1304&employer=a&facets=employer,trade&include=board']);
  });

  it('is asked once', async () => {
    const { search, queries } = await started();
    search.start();

    expect(queries()).toHaveLength(1);
  });

  it('brings all pages of the address at once', async () => {
    const { search, queries } = await started({ criteria: { page: 3 } });

    expect(search.state.offers).toHaveLength(60);
    expect(search.state.pages).toBe(7);
    expect(queries()).toEqual(['?limit=60&include=board']);
  });

  it('brings more than a hundred offers in as few requests as can be', async () => {
    const { search, queries } = await started({ criteria: { page: 6 } });

    expect(search.state.offers.map(({ id }) => id)).toEqual(
      Array.from({ length: 120 }, (_, index) => `o${index}`),
    );
    expect(queries()).toEqual(['?limit=100&include=board', '?page=2&limit=100']);
  });

  it('that finds nothing says what to loosen', async () => {
    const { search, becomes } = setup({ criteria: { q: 'introuvable' } });
    search.start();
    await becomes('none');

    expect(search.state).toMatchObject({ total: 0, offers: [], loosen: [{ criterion: 'q', total: 130 }] });
  });
});

describe('a change', () => {
  it('keeps the list until the new one is there, and the board for ever', async () => {
    const { search, becomes } = await started();
    search.ask({ q: 'a' });

    expect(search.state).toMatchObject({ status: 'loading', criteria: { q: 'a' }, total: 130 });
    expect(search.state.offers[0]?.title).toBe('Offre 0');

    await becomes('answers');
    expect(search.state.offers[0]?.title).toBe('a 0');
    expect(search.state.board?.id).toBe('saint-omer');
  });

  it('returns to the first page', async () => {
    const { search, becomes } = await started({ criteria: { page: 2 } });
    search.ask({ q: 'a' });
    await becomes('answers');

    expect(search.state.criteria).toEqual({ q: 'a' });
    expect(search.state.offers).toHaveLength(20);
  });

  it('of a locked criterion is passed over', async () => {
    const { search, becomes } = await started({
      criteria: { contract: ['cdd'] },
      locked: { contract: ['cdi'] },
    });
    search.ask({ contract: ['cdd'], q: 'a' });
    await becomes('answers');

    expect(search.state.criteria).toEqual({ contract: ['cdi'], q: 'a' });
    expect([...search.locked]).toEqual(['contract']);
  });

  it('is written into the address at once', async () => {
    const { search, written } = await started();

    search.ask({ q: 'a' });

    expect(written).toEqual(['new a 1']);
  });

  it('that is the same is answered again', async () => {
    const { search, becomes } = await started();
    search.ask({});
    await becomes('answers');

    expect(search.state.answer).toBe(2);
  });
});

describe('a search in haste', () => {
  it('never costs more than one request in 200 ms', async () => {
    const { search, becomes, queries } = await started();
    for (let round = 0; round < 20; round++) search.ask({ q: `q${round}` });
    await becomes('answers');

    expect(queries().length).toBeLessThanOrEqual(3);
    expect(search.state.offers[0]?.title).toBe('q19 0');
  });
});

describe('answers out of order', () => {
  it('leave only the last one shown', async () => {
    const { search, states, becomes } = await started();
    endpoint.proxy.fault('hold', { path: 'q=slow' });
    search.ask({ q: 'slow' });
    await vi.waitFor(() => expect(endpoint.proxy.requests()).toHaveLength(2));
    search.ask({ q: 'fast' });
    await becomes('answers');
    endpoint.proxy.release();
    await vi.waitFor(() => expect(endpoint.proxy.requests()[1]?.aborted).toBe(true));

    expect(search.state.offers[0]?.title).toBe('fast 0');
    expect(states.some(({ offers }) => offers[0]?.title === 'slow 0')).toBe(false);
  });
});

describe('see more', () => {
  it('adds the next page and says where it begins', async () => {
    const { search, becomes, written } = await started();
    search.more();
    search.more();
    await becomes('answers');

    expect(search.state).toMatchObject({ addedFrom: 20, criteria: { page: 2 }, answer: 2 });
    expect(search.state.offers).toHaveLength(40);
    expect(written).toEqual(['more  2']);
  });

  it('shows no offer twice where the index moved on', () => {
    expect(append([{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'c' }])).toEqual([
      { id: 'a' },
      { id: 'b' },
      { id: 'c' },
    ]);
  });

  it('ends with the last page', async () => {
    endpoint.index.total = 25;
    const { search, becomes, queries } = await started();
    search.more();
    await becomes('answers');
    search.more();

    expect(search.state.offers).toHaveLength(25);
    expect(queries()).toHaveLength(2);
  });

  it('that fails keeps the list and can be asked again', async () => {
    const { search, becomes } = await started();
    endpoint.proxy.fault('html', { times: 1 });
    search.more();
    await becomes('failed');
    expect(search.state.offers).toHaveLength(20);

    search.retry();
    await becomes('answers');
    expect(search.state).toMatchObject({ addedFrom: 20 });
    expect(search.state.offers).toHaveLength(40);
  });
});

describe('a failure', () => {
  it('keeps the list, says why and when to ask again', async () => {
    const { search, becomes, queries } = await started();
    endpoint.proxy.fault('status', { status: 429, retryAfter: 120, detail: 'Trop de demandes.' });
    search.ask({ q: 'a' });
    await becomes('failed');
    search.retry();
    await becomes('failed');

    expect(search.state.failure).toMatchObject({ kind: 'busy', detail: 'Trop de demandes.' });
    expect(search.state.failure?.retryAt).toBeGreaterThan(Date.now());
    expect(search.state.offers).toHaveLength(20);
    expect(queries()).toHaveLength(2);
  });

  it('for want of a network is offline, until the network is back', async () => {
    let isOnline = false;
    endpoint.proxy.fault('reset');
    const { search, becomes } = setup({ isOnline: () => isOnline });
    search.start();
    await becomes('offline');

    endpoint.proxy.calm();
    isOnline = true;
    search.networkBack();
    await becomes('answers');
  });

  it('of another kind is not asked again when a network is back', async () => {
    endpoint.proxy.fault('html');
    const { search, becomes, queries } = setup();
    search.start();
    await becomes('failed');
    search.networkBack();

    expect(search.state.status).toBe('failed');
    expect(queries()).toHaveLength(1);
  });
});

describe('an earlier address', () => {
  it('brings its criteria back without being written again', async () => {
    const { search, becomes, written } = await started({ criteria: { q: 'a', page: 2 } });
    search.ask({ q: 'b' });
    await becomes('answers');
    search.restore({ q: 'a', page: 2 });
    await becomes('answers');

    expect(search.state.offers).toHaveLength(40);
    expect(search.state.offers[0]?.title).toBe('a 0');
    expect(written).toEqual(['new b 1']);
  });

  it('that is the present one asks nothing', async () => {
    const { search, queries } = await started({ criteria: { q: 'a' } });
    search.restore({ q: 'a' });

    expect(search.state.status).toBe('answers');
    expect(queries()).toHaveLength(1);
  });
});

describe('suggestions', () => {
  it('come for what was typed, none for nothing', async () => {
    const { search } = setup();
    const { signal } = new AbortController();
    const asked = () => endpoint.proxy.requests().map(({ path, query }) => path + query);

    expect(await search.suggest('inf', signal)).toMatchObject([{ text: 'inf...' }]);
    expect(await search.places(' omer ', signal)).toMatchObject([{ place: '62765' }]);
    expect(await search.suggest('  ', signal)).toEqual([]);
    expect(asked()).toEqual(['/v1/boards/saint-omer/suggest?q=inf', '/v1/boards/saint-omer/places?q=omer']);
  });

  it('are none after a failure', async () => {
    endpoint.proxy.fault('html');
    const { search } = setup();

    expect(await search.suggest('inf', new AbortController().signal)).toEqual([]);
  });

  it('reject with AbortError when nobody waits any more, and cost no request before their turn', async () => {
    const { search, queries } = setup();
    await search.suggest('i', new AbortController().signal);
    const controller = new AbortController();
    const given = search.suggest('in', controller.signal).catch((error: Error) => error.name);
    controller.abort();

    expect(await given).toBe('AbortError');
    expect(queries()).toEqual(['?q=i']);
  });
});

describe('the way to a partner', () => {
  it('goes through the endpoint', async () => {
    const { search } = await started();

    expect(search.link(search.state.offers[0]!)).toBe(`${endpoint.address}/saint-omer/go/o0`);
  });
});
