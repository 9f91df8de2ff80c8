import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { requests } from '../../test/kit/browser-kit.ts';
import { setup, tidy, type Probe } from '../../test/kit/page-kit.ts';

afterEach(tidy);

async function started(html = '<town-jobs-results></town-jobs-results>') {
  const { all, ground } = setup(html);
  const [probe] = all as [Probe];
  const answered = () => waitUntil(() => ['answers', 'none'].includes(probe.page.state?.status ?? ''));
  await answered();
  return { probe, ground, answered, search: probe.page.search! };
}

/** Goes back and waits until the page has heard of it. */
async function back() {
  setTimeout(() => history.back());
  await oneEvent(window, 'popstate');
}

describe('the address', () => {
  it('follows what is committed, and Back returns to what was asked before', async () => {
    const { search, answered } = await started();
    const entries = history.length;
    search.ask({ q: 'infirmier' });
    await answered();
    search.ask({ q: 'macon', contract: ['cdi'] });
    await answered();
    expect(location.search).to.equal('?jobs-q=macon&jobs-contract=cdi');
    expect(history.length).to.equal(entries + 2);

    await back();
    await answered();
    expect(location.search).to.equal('?jobs-q=infirmier');
    expect(search.state.criteria).to.deep.equal({ q: 'infirmier' });

    await back();
    await answered();
    expect(search.state.criteria).to.deep.equal({});
  });

  it('keeps foreign parameters, the hash and the state of the page', async () => {
    history.replaceState({ router: 7 }, '', '?page=2&s=a%20b&flag#offres');
    const { search, answered } = await started();
    search.ask({ q: 'infirmier' });
    await answered();

    expect(location.search + location.hash).to.equal('?page=2&s=a%20b&flag&jobs-q=infirmier#offres');
    expect(history.state).to.deep.equal({ router: 7 });
  });

  it('names more pages without a new entry', async () => {
    const { search, answered } = await started();
    const entries = history.length;
    search.more();
    await answered();
    search.ask({ q: 'agent' });
    await answered();
    await back();
    await answered();

    expect(history.length).to.equal(entries + 1);
    expect(location.search).to.equal('?jobs-page=2');
    expect(search.state.offers).to.have.length(40);
  });

  it('names a search of its own by its name', async () => {
    const { search, answered } = await started('<town-jobs search="stages"></town-jobs>');
    search.ask({ q: 'infirmier' });
    await answered();

    expect(location.search).to.equal('?stages-q=infirmier');
  });

  it('is left alone with url="off" on any element', async () => {
    const { search, answered } = await started(
      '<town-jobs-results></town-jobs-results><town-jobs url="off"></town-jobs>',
    );
    const entries = history.length;
    search.ask({ q: 'infirmier' });
    await answered();

    expect(location.search).to.equal('');
    expect(history.length).to.equal(entries);
  });

  it('is right on a page with a base of another host', async () => {
    const base = document.createElement('base');
    base.href = 'https://cdn.example/assets/';
    document.head.append(base);
    const { search, answered } = await started();
    search.ask({ q: 'infirmier' });
    await answered();
    base.remove();

    expect(location.search).to.equal('?jobs-q=infirmier');
  });

  it('that changed while no element was there is caught up with', async () => {
    const { probe, ground, search, answered } = await started();
    probe.remove();
    history.replaceState(null, '', '?jobs-q=macon');
    ground.append(probe);
    await waitUntil(() => search.state.criteria.q, 'the address was not read');
    await answered();

    expect(search.state.criteria).to.deep.equal({ q: 'macon' });
  });

  it('asks nothing when only the hash changes', async () => {
    await started('<town-jobs-results q="chauffeur"></town-jobs-results>');
    setTimeout(() => (location.hash = 'contact'));
    await oneEvent(window, 'popstate');

    expect(await requests('/offers')).to.have.length(1);
  });
});

describe('an offer that is followed', () => {
  it('is remembered in the entry beside the state of the page, and not taken over into the next', async () => {
    history.replaceState({ router: 7 }, '');
    const { probe, search, answered } = await started();
    probe.page.follow('o1');
    expect(history.state).to.deep.equal({ router: 7, 'town-jobs': { search: 'jobs', offer: 'o1' } });

    search.ask({ q: 'infirmier' });
    await answered();
    expect(history.state).to.deep.equal({ router: 7 });
  });

  it('leaves a state alone that is no plain object', async () => {
    history.replaceState('mine', '');
    const { probe } = await started();
    probe.page.follow('o1');

    expect(history.state).to.equal('mine');
  });

  it('is not brought into view on a page that was not come back to', async () => {
    const { probe } = await started();
    probe.page.follow(probe.page.state!.offers[0]!.id);

    expect(probe.page.takeFollowed()).to.equal(undefined);
  });
});
