import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { calm, requests } from '../../../test/kit/browser-kit.ts';
import {
  allInside,
  cleanUp,
  endpoint,
  focused,
  inside,
  onPage,
  ownName,
  until,
  untilOffers,
} from '../testing.ts';
import type { TownJobs } from './town-jobs.ts';
import './town-jobs.ts';

const PHONE = 390;
const DESK = 1000;
/** More than 80 em. */
const WALL = 1500;

async function setup({ width = PHONE, attributes = '', named = '', isMapKept = false } = {}) {
  await setViewport({ width, height: 900 });
  const name = ownName();
  if (named) history.replaceState(null, '', `${location.pathname}?${name}-${named}`);
  if (isMapKept) history.replaceState({ [`${name}-view`]: location.search, theirs: 1 }, '');
  const page = await onPage(html`<div></div>`);
  page.innerHTML = `<town-jobs search="${name}" board="saint-omer" endpoint="${endpoint}" ${attributes}></town-jobs>`;
  const element = page.querySelector<TownJobs>('town-jobs')!;
  await until(() => element.shadowRoot?.querySelector('town-jobs-results')?.shadowRoot, 'no board');
  const results = inside(element, 'town-jobs-results');
  await untilOffers(results);
  return {
    page,
    name,
    element,
    results,
    map: () => inside(element, '.map'),
    offer: () => element.shadowRoot!.querySelector('town-jobs-offer'),
    bubbles: () => allInside(inside(element, 'town-jobs-map'), '[part=bubble]'),
    button: () => inside<HTMLButtonElement>(element, '[part=switch]'),
    links: () => allInside<HTMLAnchorElement>(results, '[part=link]'),
    isKept: () => (history.state as Record<string, unknown> | null)?.[`${name}-view`] !== undefined,
    untilBubbles: () =>
      until(
        () => element.shadowRoot!.querySelector('town-jobs-map')?.shadowRoot?.querySelector('[part=bubble]'),
        'no bubble',
      ),
  };
}

const isSeen = (element: Element) => element.getClientRects().length > 0;
const boxOf = (element: Element) => element.getBoundingClientRect();
const asked = async (path: string) => (await requests(path)).length;

describe('the layout of <town-jobs>', () => {
  afterEach(async () => {
    await calm();
    cleanUp();
    await setViewport({ width: 800, height: 600 });
  });

  it('shows a list on a phone, and asks for no map', async () => {
    const { button, map, results } = await setup();

    expect(isSeen(map())).to.equal(false);
    expect(button().textContent!.trim()).to.equal('Carte');
    expect(boxOf(button()).height).to.be.at.least(44);
    expect(isSeen(inside(results, '[part=list]'))).to.equal(true);
    expect(await asked('/map')).to.equal(0);
  });

  it('shows the map in place of the list, keeps the focus, and Back shows the list again', async () => {
    const { button, map, results, isKept, untilBubbles } = await setup();
    const [first] = allInside(results, '[part=link]');
    button().focus();

    button().click();
    await untilBubbles();

    expect(focused()).to.equal(button());
    expect(button().textContent!.trim()).to.equal('Liste');
    expect(isSeen(inside(results, '[part=list]'))).to.equal(false);
    expect(isSeen(inside(results, '[part=more]'))).to.equal(false);
    expect(isSeen(inside(results, '[part=count]'))).to.equal(true);
    expect(await asked('/map')).to.equal(1);
    await until(() => isKept(), 'the history does not name the map');

    history.back();
    await until(() => isSeen(first!), 'no list');

    expect(isSeen(map())).to.equal(false);
    expect(isKept()).to.equal(false);
    expect(focused()).to.equal(button());
    expect(allInside(results, '[part=link]')[0]).to.equal(first);
  });

  it('leaves the entry of the history that the map was opened in where the list is asked for', async () => {
    const { button, isKept, untilBubbles } = await setup();
    button().click();
    await untilBubbles();
    await until(() => isKept(), 'the history does not name the map');
    const { length } = history;

    button().click();
    await until(() => !isKept(), 'the history still names the map');

    expect(history.length).to.equal(length);
    history.forward();
    await until(() => isKept(), 'no way forward');
    await until(() => button().textContent!.trim() === 'Liste', 'the map is not shown');
  });

  it('keeps the commune that was chosen on the map when the list is shown', async () => {
    const { name, bubbles, button, isKept, results, untilBubbles } = await setup();
    button().click();
    await untilBubbles();
    await until(() => isKept(), 'the history does not name the map');
    const before = inside(results, '[part=count]').textContent;

    bubbles()[0]!.click();
    await until(() => inside(results, '[part=count]').textContent !== before, 'nothing is narrowed');
    button().click();
    await until(() => !isKept(), 'the history still names the map');

    expect(new URLSearchParams(location.search).get(`${name}-commune`)).to.match(/^\d/);
    expect(isSeen(inside(results, '[part=list]'))).to.equal(true);
  });

  it('gives the focus to the button where the map with the focus goes', async () => {
    const { bubbles, button, isKept, untilBubbles } = await setup();
    button().click();
    await untilBubbles();
    await until(() => isKept(), 'the history does not name the map');
    bubbles()[0]!.focus();

    history.back();

    await until(() => focused() === button(), 'the focus is lost');
  });

  it('shows the map again where the page is loaded anew', async () => {
    const { map, untilBubbles } = await setup({ isMapKept: true });
    await untilBubbles();

    expect(isSeen(map())).to.equal(true);
  });

  it('leaves the history alone where the page wants it so', async () => {
    const { button, isKept, untilBubbles } = await setup({ attributes: 'url="off"' });
    const { href } = location;
    const { length } = history;

    button().click();
    await untilBubbles();

    expect([location.href, history.length, isKept()]).to.deep.equal([href, length, false]);
  });

  it('puts filters beside the list, and beside the map that takes its place', async () => {
    const { element, button, map, results, untilBubbles } = await setup({ width: DESK });
    const filters = inside(element, 'town-jobs-filters');
    const list = boxOf(inside(results, '[part=list]'));
    expect(boxOf(filters).right).to.be.below(list.left);
    expect(isSeen(map())).to.equal(false);

    button().click();
    await untilBubbles();

    expect(boxOf(map()).left).to.be.closeTo(list.left, 1);
    expect(boxOf(map()).top).to.be.closeTo(list.top, 16);
  });

  it('shows filters, list and map side by side where there is room, without a button', async () => {
    const { element, button, map, results, untilBubbles } = await setup({ width: WALL });
    await untilBubbles();

    const [filters, list] = [inside(element, 'town-jobs-filters'), inside(results, '[part=list]')].map(boxOf);
    expect(isSeen(button())).to.equal(false);
    expect(filters!.right).to.be.below(list!.left);
    expect(list!.right).to.be.below(boxOf(map()).left);
    expect(Math.abs(boxOf(map()).top - filters!.top)).to.be.below(2);
    expect(list!.width).to.be.above(boxOf(map()).width);
  });

  it('shows list and map on a wide board that showed the map before', async () => {
    const { results, untilBubbles } = await setup({ width: WALL, isMapKept: true });
    await untilBubbles();

    expect(isSeen(inside(results, '[part=list]'))).to.equal(true);
  });

  it('follows its own width, not that of the window', async () => {
    const { page, map, button } = await setup({ width: WALL });
    page.style.width = '500px';

    await until(() => isSeen(button()), 'no button');

    expect(isSeen(map())).to.equal(false);
  });

  it('has no map where the page wants none or has its own', async () => {
    const { element } = await setup({ attributes: 'without-map' });
    const other = await setup();
    other.page.append(document.createElement('town-jobs-map'));
    other.element.requestUpdate();
    await other.element.updateComplete;

    for (const board of [element, other.element])
      expect(allInside(board, '.map, [part=switch]')).to.have.length(0);
  });

  it('opens an offer above its list with the first click, and gives the focus back to its card', async () => {
    const { links, offer, results, name } = await setup();
    const link = links()[2]!;
    const heard: Event[] = [];
    const note = (event: Event) => heard.push(event);
    document.addEventListener('town-jobs-open', note);

    link.focus();
    link.click();
    await until(() => offer()?.shadowRoot?.querySelector('[part=text]'), 'no text');
    document.removeEventListener('town-jobs-open', note);

    expect(heard).to.have.length(1);
    expect(new URLSearchParams(location.search).get(`${name}-offer`)).to.equal(link.dataset['offer']);
    expect(focused()?.getAttribute('part')).to.equal('title');
    expect(
      inside(offer()!, '[part=title]').ariaLevel ??
        inside(offer()!, '[part=title]').getAttribute('aria-level'),
    ).to.equal('3');
    expect(boxOf(offer()!).bottom).to.be.at.most(boxOf(results).top);

    history.back();
    await until(() => focused() === link, 'the card has no focus');
    expect(allInside(offer()!, '[part=offer]')).to.have.length(0);
  });

  it('shows the offer that the address names', async () => {
    const first = await setup();
    const id = first.links()[0]!.dataset['offer'];
    const { offer } = await setup({ named: `offer=${id}` });

    await until(() => offer()?.shadowRoot?.querySelector('[part=text]'), 'no text');
  });

  it('leaves the way to the partner where the page wants it so, and to keys that ask for another tab', async () => {
    const { links, element } = await setup({ attributes: 'without-offer' });
    const direct = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    const kept: boolean[] = [];
    const stay = (event: Event) => {
      kept.push(event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', stay);
    links()[0]!.dispatchEvent(direct);

    const other = await setup();
    const inTab = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true });
    other.links()[0]!.dispatchEvent(inTab);
    removeEventListener('click', stay);

    expect(kept).to.deep.equal([false, false]);
    expect(allInside(element, 'town-jobs-offer')).to.have.length(0);
  });

  it('opens nothing that the page has refused', async () => {
    const { links, offer, name } = await setup();
    const refuse = (event: Event) => event.preventDefault();
    document.addEventListener('town-jobs-open', refuse);
    links()[0]!.click();
    document.removeEventListener('town-jobs-open', refuse);

    expect(new URLSearchParams(location.search).has(`${name}-offer`)).to.equal(false);
    expect(offer()).to.equal(null);
  });

  for (const width of [320, PHONE, 768, 1280, WALL]) {
    it(`is accessible with list, map and offer at ${width} px, and never wider than the screen`, async () => {
      const { element, links, offer, map, button, isKept, untilBubbles } = await setup({ width });
      if (isSeen(button())) button().click();
      await untilBubbles();
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      await expect(element).to.be.accessible();
      if (isSeen(button())) button().click();
      await until(() => isSeen(links()[0]!) && !isKept(), 'no list');
      expect(isSeen(map())).to.equal(width === WALL);
      links()[0]!.click();
      await until(() => offer()?.shadowRoot?.querySelector('[part=text]'), 'no text');

      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      await expect(element).to.be.accessible();
    });
  }
});
