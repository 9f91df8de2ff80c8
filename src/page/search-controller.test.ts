import { expect, waitUntil } from '@open-wc/testing';
import { fault, requests } from '../../test/kit/browser-kit.ts';
import { type CounterProbe, Probe, setup, tidy } from '../../test/kit/page-kit.ts';
import { openSearch, isComplete } from './open-search.ts';
import { fillPlaceholders } from './placeholders.ts';
import { settingsOf } from './settings.ts';

afterEach(tidy);

const answered = (probe: Probe) =>
  waitUntil(() => ['answers', 'none'].includes(probe.page.state?.status ?? ''), 'no answer came');
const queries = async () =>
  (await requests('/offers')).map(({ path, query }) => path + decodeURIComponent(query));

/** The lines that the page's console gets while `act` runs, and then until there is one with `words`. */
async function told(words: string, act: () => unknown): Promise<string[]> {
  const lines: string[] = [];
  const { warn } = console;
  console.warn = (line: string) => lines.push(line);
  try {
    await act();
    await waitUntil(() => lines.some((line) => line.includes(words)), `nothing was said of ${words}`);
  } finally {
    console.warn = warn;
  }
  return lines;
}

describe('elements of one name', () => {
  it('share one search and one request, wherever they stand', async () => {
    const { all } = setup(`
      <header><town-jobs-search></town-jobs-search></header>
      <main><town-jobs-results></town-jobs-results></main>
      <town-jobs search="default"></town-jobs>`);
    const probes = all.filter((element) => element instanceof Probe);
    await answered(probes[0]!);

    expect(new Set(probes.map(({ page }) => page.search)).size).to.equal(1);
    expect(await queries()).to.deep.equal([
      '/v1/boards/saint-omer/offers?facets=commune,contract,disabled,employer,experience,hours,partner,pay,remote,schedule,since,trade&include=board',
    ]);
  });

  it('are those of the nearest town-jobs, out of shadow roots too', async () => {
    const { all } = setup(`<town-jobs search="stages" board="pessac"><p></p></town-jobs>`);
    const root = all[1]!.attachShadow({ mode: 'open' });
    root.innerHTML = '<town-jobs-results></town-jobs-results>';
    const inner = root.firstElementChild as Probe;
    await answered(inner);

    expect(inner.page.search).to.equal(all[0]!.page.search);
    expect(inner.page.settings).to.include({ name: 'stages', board: 'pessac' });
  });

  it('of two searches stay apart', async () => {
    const { all } = setup(`
      <town-jobs-results search="a" q="infirmier"></town-jobs-results>
      <town-jobs-results search="b"></town-jobs-results>`);
    const [a, b] = all as [Probe, Probe];
    await Promise.all([answered(a), answered(b)]);

    expect(a.page.search).not.to.equal(b.page.search);
    expect(b.page.state?.criteria.q).to.equal(undefined);
  });

  it('take the board that any of them names', async () => {
    const { all } = setup(
      `<town-jobs-results></town-jobs-results><town-jobs-search board="bordeaux"></town-jobs-search>`,
      { board: undefined },
    );
    await answered(all[0]!);

    expect(all[0]!.page.state?.board?.id).to.equal('bordeaux');
  });

  it('without a board or endpoint say once what is missing, and show the link', async () => {
    let probe: Probe | undefined;
    const lines = await told('board="', async () => {
      const { all } = setup('<town-jobs-results></town-jobs-results><town-jobs-search></town-jobs-search>', {
        board: undefined,
      });
      probe = all[0];
      await probe?.updateComplete;
      await probe?.updateComplete;
    });

    expect(probe?.page.state).to.equal(undefined);
    expect(lines.filter((line) => line.includes('board="'))).to.have.length(1);
  });
});

describe('an element that is moved or removed', () => {
  it('asks nothing and keeps what it shows, ten times over', async () => {
    const { ground, all } = setup('<p></p><town-jobs-results q="agent"></town-jobs-results><p></p>');
    const probe = all[1]!;
    await answered(probe);
    for (let round = 0; round < 10; round++) all[round % 2 ? 0 : 2]!.append(probe);
    probe.remove();
    await Promise.resolve();
    ground.append(probe);
    await probe.updateComplete;

    expect(probe.page.state).to.include({ status: 'answers', answer: 1 });
    expect(await queries()).to.have.length(1);
  });

  it('leaves no listener behind', async () => {
    const { all } = setup(
      '<town-jobs-results></town-jobs-results><town-jobs-counter q="x"></town-jobs-counter>',
    );
    await answered(all[0]!);
    let listeners = 0;
    const { addEventListener: add, removeEventListener: remove } = globalThis;
    globalThis.addEventListener = ((...given: Parameters<typeof add>) => (
      listeners++,
      add(...given)
    )) as typeof add;
    globalThis.removeEventListener = ((...given: Parameters<typeof remove>) => (
      listeners--,
      remove(...given)
    )) as typeof remove;
    for (let round = 0; round < 10; round++) {
      for (const probe of all) probe.remove();
      document.body.append(...all);
    }
    const standing = listeners;
    for (const probe of all) probe.remove();
    const left = listeners;
    Object.assign(globalThis, { addEventListener: add, removeEventListener: remove });

    expect(standing).to.equal(0);
    expect(left).to.be.lessThan(0);
  });

  it('follows its new settings when an attribute changes, with all that stands inside', async () => {
    const { all } = setup('<town-jobs><town-jobs-results></town-jobs-results></town-jobs>');
    const [outer, inner] = all as [Probe, Probe];
    await answered(inner);
    outer.setAttribute('board', 'pessac');
    outer.requestUpdate();
    await waitUntil(() => inner.page.state?.board?.id === 'pessac');

    expect(inner.page.search).to.equal(outer.page.search);
  });
});

describe('presets', () => {
  it('are collected from every element before the first question', async () => {
    const { all } = setup(`
      <town-jobs-search q="infirmier" sort="newest"></town-jobs-search>
      <town-jobs-results q="macon" radius="10" place="62765" locked="contract radius"></town-jobs-results>`);
    await answered(all[0]!);

    expect(all[0]!.page.state?.criteria).to.deep.equal({
      q: 'infirmier',
      sort: 'newest',
      radius: 10,
      place: '62765',
    });
    expect([...all[0]!.page.search!.locked].sort()).to.deep.equal(['contract', 'radius']);
    expect(await queries()).to.have.length(1);
  });

  it('of a late element never change a running search', async () => {
    const { ground, all } = setup('<town-jobs-results q="vendeur"></town-jobs-results>');
    await answered(all[0]!);
    ground.insertAdjacentHTML('afterbegin', '<town-jobs-search q="infirmier"></town-jobs-search>');
    await (ground.firstElementChild as Probe).updateComplete;

    expect((ground.firstElementChild as Probe).page.search).to.equal(all[0]!.page.search);
    expect(all[0]!.page.state?.criteria).to.deep.equal({ q: 'vendeur' });
    expect(await queries()).to.have.length(1);
  });

  it('yield to the address, which yields to locks', async () => {
    history.replaceState(null, '', '?jobs-q=macon&jobs-radius=50&jobs-since=7');
    const { all } = setup('<town-jobs q="infirmier" radius="10" locked="radius" place="62765"></town-jobs>');
    await answered(all[0]!);

    expect(all[0]!.page.state?.criteria).to.deep.equal({ q: 'macon', radius: 10, since: 7, place: '62765' });
  });

  it('that make no sense are told once with what is allowed', async () => {
    const lines = await told('locked="', async () => {
      const { all } = setup(
        '<town-jobs radius="far" locked="wage" facets="wage contract"></town-jobs><town-jobs radius="far"></town-jobs>',
      );
      await answered(all[0]!);
    });

    expect(lines.filter((line) => line.includes('radius="far"') && line.includes('0 to 100'))).to.have.length(
      1,
    );
    expect(
      lines.filter((line) => line.includes('locked="wage"') && line.includes('contract')),
    ).to.have.length(1);
    expect(
      lines.filter((line) => line.includes('facets="wage"') && line.includes('contract')),
    ).to.have.length(1);
  });

  it('say what filters count, which is nothing where there are none', async () => {
    const { all } = setup(`
      <town-jobs-results search="a" since="41"></town-jobs-results>
      <town-jobs-filters search="b" facets="pay since"></town-jobs-filters>
      <town-jobs-filters search="b" facets="pay hours"></town-jobs-filters>
      <town-jobs-results search="b"></town-jobs-results>`);
    const probes = all.filter((element) => element instanceof Probe);
    await Promise.all(probes.map(answered));

    expect((await queries()).map((query) => query.replace(/.*\?/, '')).toSorted()).to.deep.equal([
      'facets=hours,pay,since&include=board',
      'since=41&include=board',
    ]);
  });
});

describe('a counter', () => {
  const counted = (probe: CounterProbe) => waitUntil(() => probe.count.state?.status === 'answers');

  it('follows the search of its name', async () => {
    const { all } = setup('<town-jobs-counter></town-jobs-counter><town-jobs-results></town-jobs-results>');
    const counter = all[0] as unknown as CounterProbe;
    await counted(counter);
    all[1]!.page.search?.ask({ q: 'infirmier' });
    await answered(all[1]!);

    expect(counter.count.state?.total).to.equal(all[1]!.page.state?.total);
    expect(counter.count.state?.refreshedAt).to.be.a('string');
    expect(await requests('/count')).to.have.length(0);
  });

  it('alone on a page counts without a list', async () => {
    const { all } = setup<CounterProbe>('<town-jobs-counter></town-jobs-counter>');
    await counted(all[0]!);

    expect(all[0]!.count.state?.total).to.be.greaterThan(0);
    expect((await requests()).map(({ path }) => path)).to.deep.equal(['/v1/boards/saint-omer/count']);
  });

  it('with criteria of its own keeps to them, with one request for twenty, and none for a move', async () => {
    const { ground, all } = setup<CounterProbe>(
      '<town-jobs-counter q="infirmier"></town-jobs-counter>'.repeat(20),
    );
    await Promise.all(all.map(counted));
    ground.prepend(all[7]!);
    await all[7]!.updateComplete;

    expect((await requests('/count')).map(({ query }) => query)).to.deep.equal(['?q=infirmier']);
  });
});

describe('the network', () => {
  it('that comes back lets a search ask again', async () => {
    await fault('reset', { path: '/offers' });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    const { all } = setup('<town-jobs-results q="cuisinier"></town-jobs-results>');
    await waitUntil(() => all[0]!.page.state?.status === 'offline', 'not offline', { timeout: 3000 });

    Reflect.deleteProperty(navigator, 'onLine');
    await fault('delay', { ms: 0 });
    dispatchEvent(new Event('online'));
    await answered(all[0]!);
  });
});

describe('a div for editors that strip unknown tags', () => {
  it('gets a board around its link', () => {
    const { all } = setup(
      '<div class="box" data-town-jobs="pessac" data-radius="5"><a href="#x">Offres</a></div>',
    );
    fillPlaceholders();
    fillPlaceholders();
    const board = all[0]!.firstElementChild!;

    expect(all[0]!.children).to.have.length(1);
    expect(board.outerHTML).to.equal(
      '<town-jobs board="pessac" radius="5"><a href="#x">Offres</a></town-jobs>',
    );
  });
});

describe('settings', () => {
  it('that are complete open one search, before any element is connected', async () => {
    setup('');
    const element = document.createElement('town-jobs-results');
    const settings = settingsOf(element);

    expect(isComplete(settings) && openSearch(settings)).to.equal(
      isComplete(settings) && openSearch(settings),
    );
  });
});
