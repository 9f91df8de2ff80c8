import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { calm, fault } from '../../../test/kit/browser-kit.ts';
import { setPageLocale } from '../../locales/locales.ts';
import { allInside, cleanUp, endpoint, inside, onPage, ownName, until, untilOffers } from '../testing.ts';
import type { TownJobs } from './town-jobs.ts';
import './town-jobs.ts';
import { emulate } from '../../../test/kit/media.ts';

async function setup({ board = 'saint-omer', scheme = 'light', q = '', name = ownName() } = {}) {
  if (q) history.replaceState(null, '', `${location.pathname}${location.search}&${name}-q=${q}`);
  const page = await onPage(html`
    <town-jobs search=${name} board=${board} endpoint=${endpoint} scheme=${scheme}
      ><a href="/board">Offres d’emploi</a></town-jobs
    >
  `);
  const element = page.querySelector<TownJobs>('town-jobs')!;
  return {
    page,
    element,
    link: element.querySelector('a')!,
    results: () => inside(element, 'town-jobs-results'),
    search: () => inside(element, 'town-jobs-search'),
  };
}

const colourOf = (host: Element, selector: string, property: 'color' | 'backgroundColor') =>
  getComputedStyle(inside(host, selector))[property];

describe('<town-jobs>', () => {
  afterEach(async () => {
    await calm();
    cleanUp();
    await setViewport({ width: 800, height: 600 });
    await emulate({ colorScheme: 'light', forcedColors: 'none' });
  });

  for (const scheme of ['light', 'dark']) {
    for (const board of ['saint-omer', 'pessac', 'bordeaux']) {
      it(`is accessible in ${board}'s colours, ${scheme}`, async () => {
        const { element, results } = await setup({ board, scheme });
        await until(() => element.shadowRoot!.querySelector('town-jobs-results'), 'no board');
        await untilOffers(results());

        await expect(element).to.be.accessible();
      });
    }
  }

  it("shows the board's name, the search, the offers and the partners", async () => {
    const { element, results } = await setup();
    await until(() => allInside(element, '[part=name]').length, 'no board');
    await untilOffers(results());

    expect(inside(element, '[part=name]').getAttribute('role')).to.equal('heading');
    expect(inside(element, '[part=name]').getAttribute('aria-level')).to.equal('2');
    expect(inside(results(), '[role=heading]').getAttribute('aria-level')).to.equal('3');
    expect(inside(element, '[part=partners]').textContent).to.match(/^Partenaires : .+ et .+/);
  });

  it('keeps its link until the first answer', async () => {
    await fault('hold', { path: '/offers' });
    const { element, link } = await setup({ board: 'saint-omer', q: 'agent' });
    await element.updateComplete;
    const { assignedSlot } = link;

    await calm();
    await until(() => allInside(element, '[role=heading]').length, 'no board');

    expect(assignedSlot).to.not.equal(null);
    expect(link.assignedSlot).to.equal(null);
  });

  it('shows its link beside the message where no answer comes', async () => {
    const { element, link, results } = await setup({ board: 'nowhere' });

    await until(
      () =>
        element.shadowRoot!.querySelector('town-jobs-results')?.shadowRoot?.querySelector('[part=failure]'),
      'no failure',
    );

    expect(link.assignedSlot!.parentElement).to.equal(results());
    expect(link.getBoundingClientRect().height).to.be.above(0);
  });

  it('lets a page set a part inside a part', async () => {
    const { page, element, search } = await setup();
    await until(() => element.shadowRoot!.querySelector('town-jobs-search'), 'no search');
    const style = document.createElement('style');
    style.textContent = 'town-jobs::part(search-submit) { color: rgb(1, 2, 3); }';

    page.append(style);

    expect(colourOf(search(), '[part=submit]', 'color')).to.equal('rgb(1, 2, 3)');
  });

  it('fits 320 pixels, and 320 pixels with spaced text', async () => {
    await setViewport({ width: 320, height: 640 });
    const { page, element, results } = await setup();
    await until(() => element.shadowRoot!.querySelector('town-jobs-results'), 'no board');
    await untilOffers(results());
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const style = document.createElement('style');
    style.textContent =
      '* { letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5; font-size: 30px }';

    page.append(style);

    const title = inside(results(), '[part=title]');
    expect(Number.parseFloat(getComputedStyle(title).letterSpacing)).to.be.above(3);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('keeps its focus ring and its letters from the styles of the page', async () => {
    const { page, element, search } = await setup();
    await until(() => element.shadowRoot!.querySelector('town-jobs-search'), 'no search');
    const style = document.createElement('style');
    style.textContent =
      '* { outline: none !important; text-transform: uppercase !important; font-style: italic !important; ' +
      'text-align: right !important; visibility: visible; pointer-events: none !important }';
    page.append(style);
    const input = inside(search(), '#words');

    input.focus();

    expect(getComputedStyle(input).outlineWidth).to.equal('2px');
    expect(getComputedStyle(input).outlineStyle).to.equal('solid');
    const { textTransform, fontStyle, textAlign, pointerEvents } = getComputedStyle(
      inside(search(), 'label'),
    );
    expect([textTransform, fontStyle, textAlign, pointerEvents]).to.deep.equal([
      'none',
      'normal',
      'start',
      'auto',
    ]);
  });

  it('shows its texts in the language of the page', async () => {
    const { element, search } = await setup();
    await until(() => element.shadowRoot!.querySelector('town-jobs-search'), 'no search');

    await setPageLocale('en-GB');
    await until(() => inside(search(), 'label').textContent === 'Job or keyword', 'no English');
    await setPageLocale('fr');
    await until(() => inside(search(), 'label').textContent === 'Métier ou mot-clé', 'no French');
  });

  it('shows the language that was asked for last, whichever arrives first', async () => {
    const { element, search } = await setup();
    await until(() => element.shadowRoot!.querySelector('town-jobs-search'), 'no search');

    await Promise.all([setPageLocale('en-GB'), setPageLocale('fr')]);
    await element.updateComplete;
    expect(inside(search(), 'label').textContent).to.equal('Métier ou mot-clé');
  });

  it('names the language of its texts where the page has another one', async () => {
    const page = await onPage(html`
      <div lang="pt" dir="rtl"><town-jobs search=${ownName()} board="saint-omer" endpoint=${endpoint}></town-jobs></div>
    `);
    const element = page.querySelector<TownJobs>('town-jobs')!;
    await until(() => element.shadowRoot!.querySelector('town-jobs-search'), 'no search');

    expect(inside(element, '[part=base]').lang).to.equal('fr');
    expect(inside(element, '[part=base]').dir).to.equal('ltr');
  });
});
