import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { calm, endpointAddress, fault, requests } from '../../../test/kit/browser-kit.ts';
import { allInside, cleanUp, endpoint, focused, inside, onPage, ownName, until } from '../testing.ts';
import '../results/results.ts';
import './barometer.ts';
import type { TownJobsBarometer } from './barometer.ts';
import { emulate, itWithMedia } from '../../../test/kit/media.ts';

interface Setup {
  scheme?: string;
  dir?: string;
  lists?: boolean;
  q?: string;
  contract?: string;
  locked?: string;
}

/** A barometer, alone on its page or beside a list. */
async function setup({ scheme = 'light', dir = 'ltr', lists = false, q = '', contract, locked = '' }: Setup) {
  const name = ownName();
  const page = await onPage(html`
    <div dir=${dir}>
      ${
        lists
          ? html`<town-jobs-results search=${name} board="saint-omer" endpoint=${endpoint} q=${q} locked=${locked}></town-jobs-results>`
          : ''
      }
      <town-jobs-barometer search=${name} board="saint-omer" endpoint=${endpoint} scheme=${scheme} contract=${contract ?? ''}
        ><a href="/board">Offres d’emploi</a></town-jobs-barometer
      >
    </div>
  `);
  const barometer = page.querySelector<TownJobsBarometer>('town-jobs-barometer')!;
  const ranks = (list = 0) => [
    ...(allInside(barometer, '[part=list]')[list]?.querySelectorAll<HTMLElement>('[part=rank]') ?? []),
  ];
  return {
    page,
    barometer,
    ranks,
    untilRanks: () => until(() => ranks().length, 'no trade came'),
  };
}

const asked = async () =>
  (await requests('/v1/'))
    .filter(({ query }) => query.includes('facets=sector%2Ctrade'))
    .map(({ query }) => query);
const numbersOf = (rank: HTMLElement) => ({
  total: Number(/([\d\s]+) offres?,/.exec(rank.innerText)![1]!.replaceAll(/\s/g, '')),
  share: Number(/, ([\d,]+)\s%/.exec(rank.innerText)![1]!.replace(',', '.')),
});

describe('<town-jobs-barometer>', () => {
  afterEach(async () => {
    await calm();
    cleanUp();
    await emulate({ media: 'screen', forcedColors: 'none' });
    await setViewport({ width: 800, height: 600 });
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible, alone and beside a list, ${scheme}`, async () => {
      for (const lists of [false, true]) {
        const { barometer, untilRanks } = await setup({ scheme, lists });
        await untilRanks();

        await expect(barometer).to.be.accessible();
      }
    });
  }

  it('ranks at most eight trades and eight sectors with number, part and bar, by one request', async () => {
    const { barometer, ranks, untilRanks } = await setup({ contract: 'cdi' });
    await untilRanks();
    const { total } = (await (
      await fetch(`${endpointAddress}/v1/boards/saint-omer/count?contract=cdi`)
    ).json()) as { total: number };

    for (const list of [0, 1]) {
      const numbers = ranks(list).map(numbersOf);
      expect(numbers.length).to.be.within(2, 8);
      expect(numbers.map((each) => each.total)).to.deep.equal(
        numbers.map((each) => each.total).toSorted((a, b) => b - a),
      );
      for (const { total: offers, share } of numbers)
        expect(share).to.be.closeTo((100 * offers) / total, 0.5);
    }
    expect(allInside(barometer, '[part=bar]')).to.have.length(ranks(0).length + ranks(1).length);
    expect(allInside<HTMLProgressElement>(barometer, 'progress')[0]!.value).to.equal(1);
    const [first, ...more] = await asked();
    expect(more).to.deep.equal([]);
    expect(first)
      .to.contain('contract=cdi')
      .and.to.contain('facets=sector%2Ctrade')
      .and.to.contain('limit=1');
  });

  it('has no two ranks of one name', async () => {
    const { ranks, untilRanks } = await setup({});
    await untilRanks();

    const names = ranks(1).map((rank) => rank.querySelector('b')!.textContent);
    expect(new Set(names).size).to.equal(names.length);
  });

  it('heads each list, at the level that it is told', async () => {
    const { barometer, untilRanks } = await setup({});
    await untilRanks();
    const levels = () => allInside(barometer, '[role=heading]').map((each) => each.ariaLevel);
    expect(levels()).to.deep.equal(['3', '3']);

    barometer.setAttribute('heading-level', '4');
    await barometer.updateComplete;

    expect(levels()).to.deep.equal(['4', '4']);
  });

  it('follows the search of its name, after the list has come', async () => {
    await fault('hold', { path: '/offers' });
    const { page, untilRanks } = await setup({ lists: true, q: 'agent' });
    const results = page.querySelector('town-jobs-results')!;
    await until(() => results.matches(':state(loading)'), 'the list did not ask');
    expect(await asked()).to.deep.equal([]);

    await calm();
    await untilRanks();

    expect(await asked()).to.have.length(1);
    expect((await asked())[0]).to.contain('q=agent');
  });

  it('is text where there is nothing to narrow', async () => {
    const { barometer, untilRanks } = await setup({});
    await untilRanks();

    expect(allInside(barometer, 'button')).to.deep.equal([]);
  });

  it('narrows the list to a trade and back, by keys, and stays as it was', async () => {
    const { barometer, page, ranks, untilRanks } = await setup({ lists: true, q: 'service' });
    await untilRanks();
    const results = page.querySelector('town-jobs-results')!;
    const listed = () => Number(inside(results, '[part=count]').textContent!.replaceAll(/\D/g, ''));
    const all = listed();
    const { total } = numbersOf(ranks()[1]!);
    const before = ranks().map((rank) => rank.innerText);

    ranks()[1]!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => listed() === total, 'the list was not narrowed');

    expect(ranks()[1]!.ariaPressed).to.equal('true');
    expect(getComputedStyle(ranks()[1]!.querySelector('b')!, '::before').content).to.contain('✓');
    expect(focused()).to.equal(ranks()[1]);
    expect(ranks().map((rank) => rank.innerText)).to.deep.equal(before);
    await sendKeys({ press: 'Enter' });
    await until(() => listed() === all, 'the list stayed narrow');
    expect(await asked()).to.have.length(1);
    expect(inside(barometer, '[part=list]').querySelectorAll('[aria-pressed=true]')).to.have.length(0);
  });

  it('is text where a webmaster fixed the trade', async () => {
    const { ranks, untilRanks } = await setup({ lists: true, locked: 'trade' });
    await untilRanks();

    expect([ranks(0)[0]!.localName, ranks(1)[0]!.localName]).to.deep.equal(['p', 'button']);
  });

  it('shows its link until the answer, says what went wrong, and asks again', async () => {
    await fault('status', { status: 500, path: '/offers' });
    const { barometer, untilRanks } = await setup({ contract: 'cdd' });
    await until(() => barometer.matches(':state(failed)'), 'it did not fail');
    expect(inside(barometer, '[role=status]').textContent).to.contain('rencontre un problème');
    expect(barometer.querySelector('a')!.assignedSlot).to.not.equal(null);

    await calm();
    inside(barometer, '.primary').click();
    await untilRanks();

    expect(barometer.matches(':state(answers)')).to.equal(true);
    expect(inside(barometer, '[role=status]').textContent!.trim()).to.equal('');
  });

  it('says that there is nothing', async () => {
    const { barometer } = await setup({ lists: true, q: 'introuvablement' });
    await until(() => barometer.matches(':state(none)'), 'no answer came');

    expect(inside(barometer, '[part=base]').innerText).to.contain('Aucune offre d’emploi');
  });

  it('fits 320 pixels', async () => {
    await setViewport({ width: 320, height: 640 });
    const { untilRanks } = await setup({});
    await untilRanks();

    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('has bars that begin where lines begin', async () => {
    const { barometer, untilRanks } = await setup({ dir: 'rtl' });
    await untilRanks();

    expect(getComputedStyle(inside(barometer, '[part=bar]')).direction).to.equal('rtl');
  });

  itWithMedia('has bars that are seen in forced colours, and on paper', async () => {
    const { barometer, ranks, untilRanks } = await setup({ lists: true });
    await untilRanks();
    const bar = inside(barometer, '[part=bar]');

    await emulate({ forcedColors: 'active' });
    expect(getComputedStyle(bar).outlineStyle).to.equal('solid');
    await emulate({ forcedColors: 'none', media: 'print' });
    expect(ranks()[0]!.getBoundingClientRect().height).to.be.above(0);
  });
});
