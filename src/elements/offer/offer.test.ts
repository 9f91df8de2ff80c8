import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { calm, fault, release, requests } from '../../../test/kit/browser-kit.ts';
import type { OfferCard } from '../../board/state.ts';
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
import '../results/results.ts';
import '../town-jobs/town-jobs.ts';
import './offer.ts';
import type { TownJobsOffer } from './offer.ts';
import { emulate, itWithMedia } from '../../../test/kit/media.ts';

interface Options {
  url?: 'off';
  level?: number;
  /** What the address of the page says before the elements come. */
  named?: string;
}

async function setup({ url, level = 2, named }: Options = {}) {
  const name = ownName();
  if (named) history.replaceState(null, '', `?foreign=1&${name}-offer=${named}`);
  const page = await onPage(html`
    <town-jobs-offer search=${name} heading-level=${level} url=${url ?? 'on'}><a href="/board">Offres</a></town-jobs-offer>
    <town-jobs-results search=${name} board="saint-omer" endpoint=${endpoint} url=${url ?? 'on'}></town-jobs-results>
  `);
  const offer = page.querySelector<TownJobsOffer>('town-jobs-offer')!;
  const results = page.querySelector('town-jobs-results')!;
  await untilOffers(results);
  const links = allInside<HTMLAnchorElement>(results, '[part=link]');
  return {
    page,
    name,
    offer,
    results,
    links,
    id: (index: number) => links[index]!.dataset['offer']!,
    title: () => offer.shadowRoot!.querySelector('[part=title]')?.textContent!.trim(),
    untilText: () => until(() => offer.shadowRoot!.querySelector('[part=text]'), 'no text came'),
    untilClosed: () => until(() => !offer.shadowRoot!.querySelector('section'), 'the offer stays open'),
    button: (part: string) => inside<HTMLButtonElement>(offer, `[part=${part}]`),
    inAddress: () => new URLSearchParams(location.search).get(`${name}-offer`),
    asked: async () => (await requests('/offers/')).map(({ path }) => path.split('/').at(-1)),
  };
}

const board = `${endpoint}/v1/boards/saint-omer`;
const listed = async (limit: number) =>
  ((await (await fetch(`${board}/offers?limit=${limit}`)).json()) as { offers: OfferCard[] }).offers;

/** Makes every offer in full a closed one, with these beside it. */
const close = (similar: OfferCard[]) =>
  fault('status', {
    status: 410,
    path: '/offers/',
    more: { offer: 'Cariste', closedAt: '2026-11-20T10:00:00Z', similar },
  });

describe('<town-jobs-offer>', () => {
  afterEach(async () => {
    await calm();
    cleanUp();
    await emulate({ media: 'screen', forcedColors: 'none' });
    await setViewport({ width: 800, height: 600 });
    Reflect.deleteProperty(navigator, 'share');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('shows nothing and asks nothing until an offer is opened', async () => {
    const { offer, asked } = await setup();

    expect(offer.getBoundingClientRect().height).to.equal(0);
    expect(await asked()).to.deep.equal([]);
  });

  it('opens the offer of a card with the focus on its heading, as a region of that name', async () => {
    const { offer, links, title, untilText, asked, id } = await setup();
    const card = links[2]!.firstElementChild!.textContent!;

    links[2]!.click();
    await until(() => focused()?.getAttribute('part') === 'title', 'the heading has no focus');
    await untilText();

    expect(title()).to.equal(card);
    const region = inside(offer, 'section');
    expect([region.ariaLabel, inside(offer, '[part=title]').ariaLevel]).to.deep.equal([card, '2']);
    expect(region.getBoundingClientRect().top).to.be.within(-1, 300);
    expect(await asked()).to.deep.equal([id(2)]);
    await expect(offer).to.be.accessible();
  });

  it('says what the card says at once, and the rest when it comes', async () => {
    const { offer, links, untilText } = await setup();
    await fault('hold', { path: '/offers/' });

    links[0]!.click();
    await until(() => offer.shadowRoot!.querySelector('[part=title]'), 'no heading');

    expect(inside(offer, 'section').getAttribute('aria-busy')).to.equal('true');
    expect(inside(offer, '[part=apply]').textContent!.replaceAll(/\s+/g, ' ')).to.match(
      /^Postuler sur .+ : .+$/,
    );
    await calm();
    await untilText();
    expect(inside(offer, 'section').getAttribute('aria-busy')).to.equal('false');
  });

  it('names the title in every link to a partner, the visible words first', async () => {
    // None that another test opens: its answer would be kept for that one, whatever the endpoint does then.
    const unopened = (await listed(99)).slice(26);
    const { id } = unopened.find(({ partners }) => partners.length > 1)!;
    const { offer, untilText } = await setup();

    offer.open(id);
    await untilText();

    const links = allInside<HTMLAnchorElement>(offer, 'a');
    expect(links.length).to.be.greaterThan(1);
    for (const [index, link] of links.entries()) {
      expect(link.textContent).to.match(/^\s*\S.* : \S/s);
      expect(link.href.startsWith(`${endpoint}/saint-omer/go/${id}${index ? '?partner=' : ''}`)).to.equal(
        true,
      );
    }
    expect(new Set(links.map(({ textContent }) => textContent)).size).to.equal(links.length);
  });

  it('closes by its button, by Escape and by Back, each with the focus on the card and the page where it was', async () => {
    const { links, button, inAddress, untilText, untilClosed, id } = await setup();
    const entries = history.length;
    const ways = [() => button('close').click(), () => sendKeys({ press: 'Escape' }), () => history.back()];

    for (const way of ways) {
      links[12]!.focus();
      const { top } = links[12]!.getBoundingClientRect();
      links[12]!.click();
      await untilText();
      expect(inAddress()).to.equal(id(12));
      await way();
      await untilClosed();
      await until(() => focused() === links[12], 'the card has no focus');
      await until(() => inAddress() === null, 'the address still names it');
      expect(Math.abs(links[12]!.getBoundingClientRect().top - top)).to.be.lessThan(2);
    }
    expect(history.length).to.equal(entries + 1);
  });

  it('opens again by Forward', async () => {
    const { links, title, untilText, untilClosed } = await setup();
    links[1]!.click();
    await untilText();
    const shown = title();
    history.back();
    await untilClosed();

    history.forward();
    await untilText();

    expect(title()).to.equal(shown);
  });

  it('leaves the history as long as it is when another offer is opened over it', async () => {
    const { links, inAddress, untilText, untilClosed, id } = await setup();
    links[0]!.click();
    await untilText();
    const entries = history.length;

    links[1]!.click();
    await until(() => inAddress() === id(1), 'the address names the first');
    expect(history.length).to.equal(entries);

    history.back();
    await untilClosed();
    await until(() => focused() === links[1], 'the card has no focus');
  });

  it('does not go back over a search that was made while it was open', async () => {
    const { page, links, name, button, inAddress, untilText, untilClosed } = await setup();
    links[0]!.click();
    await untilText();
    history.pushState(history.state, '', `?${name}-q=agent&${name}-offer=${inAddress()}`);

    button('close').click();
    await untilClosed();

    expect(location.search).to.equal(`?${name}-q=agent`);
    expect(page.isConnected).to.equal(true);
  });

  it('shows at once what the address names, and leaves everything foreign in it when it is closed', async () => {
    const [first] = await listed(1);
    const { title, button, inAddress, untilText, untilClosed, results } = await setup({ named: first!.id });
    await untilText();
    const entries = history.length;

    expect(title()).to.equal(first!.title);
    expect(focused()!.getAttribute('part')).to.equal('title');
    button('close').click();
    await untilClosed();

    expect([location.search, inAddress(), history.length]).to.deep.equal(['?foreign=1', null, entries]);
    await until(() => focused() === inside(results, `[data-offer="${first!.id}"]`), 'the card has no focus');
  });

  it('does not take the focus from somebody who has begun', async () => {
    const [first] = await listed(1);
    const page = await onPage(html`<input />`);
    page.querySelector('input')!.focus();
    const { untilText } = await setup({ named: first!.id });

    await untilText();

    expect(focused() === page.querySelector('input')).to.equal(true);
  });

  it('leaves the focus to somebody who types before it has come', async () => {
    const farDown = (await listed(100)).at(-1)!;
    const { page, offer, untilText } = await setup();
    await fault('hold', { path: '/offers/' });
    const box = document.createElement('input');
    page.append(box);

    offer.open(farDown.id);
    await until(() => offer.shadowRoot!.querySelector('[aria-busy=true]'), 'nothing was asked');
    box.focus();
    await sendKeys({ type: 'c' });
    await release();
    await untilText();

    expect(focused()).to.equal(box);
  });

  it('leaves the address alone where the page wants that', async () => {
    const { links, button, untilText, untilClosed } = await setup({ url: 'off' });
    const { href } = location;

    links[12]!.focus();
    const { top } = links[12]!.getBoundingClientRect();
    links[12]!.click();
    await untilText();
    expect(location.href).to.equal(href);
    button('close').click();
    await untilClosed();

    await until(() => focused() === links[12], 'the card has no focus');
    expect(Math.abs(links[12]!.getBoundingClientRect().top - top)).to.be.lessThan(2);
  });

  it('leaves an offer to the page that cancels the event, and to a new tab by a key', async () => {
    const { page, results, links, offer } = await setup();
    const cancel = (event: Event) => event.preventDefault();
    page.addEventListener('town-jobs-open', cancel);
    links[0]!.click();
    page.removeEventListener('town-jobs-open', cancel);
    const follow = (event: Event) => event.preventDefault();
    page.addEventListener('click', follow);

    links[0]!.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    await results.updateComplete;

    expect(allInside(offer, 'section')).to.have.length(0);
  });

  it('opens no offer of another search', async () => {
    const { offer } = await setup();
    const other = await setup({ url: 'off' });

    other.links[0]!.click();
    await other.untilText();

    expect(allInside(offer, 'section')).to.have.length(0);
  });

  it('says what is closed, with similar offers that open in it', async () => {
    const similar = await listed(3);
    const { offer, links, title, untilText } = await setup({ level: 4 });
    await close(similar);

    links[5]!.click();
    await until(() => offer.shadowRoot!.querySelector('[part=card]'), 'no similar offer');

    expect(title()).to.equal('Cette offre n’est plus en ligne');
    expect(inside(offer, '[role=status]').textContent).to.match(/^« Cariste » a été retirée le 20 novembre/);
    const levels = allInside(offer, '[role=heading]').map(({ ariaLevel }) => ariaLevel);
    expect(levels).to.deep.equal(['4', '5', '6', '6', '6']);
    expect(allInside(offer, '[part=apply]')).to.have.length(0);
    await expect(offer).to.be.accessible();
    await calm();
    const left: boolean[] = [];
    const stay = (event: Event) => {
      left.push(!event.defaultPrevented);
      event.preventDefault();
    };
    addEventListener('click', stay, { once: true });
    inside<HTMLElement>(offer, '[part=link]').click();
    expect(left).to.deep.equal([false]);
    await untilText();
    expect(title()).to.equal(similar[0]!.title);
  });

  it('says so where nobody knows the offer of a link', async () => {
    const { offer, title } = await setup({ named: 'xxxxxxxxxx' });

    await until(title, 'no heading');

    expect(title()).to.equal('Cette offre n’est plus en ligne');
    expect(inside(offer, 'section').textContent).to.contain('son adresse n’est pas la bonne');
    await expect(offer).to.be.accessible();
  });

  it('says what went wrong, and shows the offer when it is asked again', async () => {
    const { offer, links, untilText } = await setup();
    await fault('status', { status: 500, path: '/offers/' });

    links[9]!.click();
    await until(() => offer.shadowRoot!.querySelector('button.primary'), 'no way to try again');
    const said = inside(offer, '[role=status]').textContent;
    await expect(offer).to.be.accessible();
    await calm();
    inside<HTMLElement>(offer, 'button.primary').focus();
    inside<HTMLElement>(offer, 'button.primary').click();
    await untilText();

    expect(said).to.equal('Le service rencontre un problème.');
    expect(focused()?.getAttribute('part')).to.equal('title');
    expect(inside(offer, '[role=status]').textContent).to.equal('');
  });

  it('shares by what the browser has, and says nothing when somebody thinks better of it', async () => {
    const { offer, links, button, untilText, title } = await setup();
    const shared: ShareData[] = [];
    const refused = Promise.reject(new DOMException('', 'AbortError'));
    refused.catch(() => {});
    const share = (data: ShareData) => {
      shared.push(data);
      return refused;
    };
    Object.defineProperty(navigator, 'share', { configurable: true, value: share });
    links[0]!.click();
    await untilText();

    button('share').click();
    await refused.catch(() => {});
    await offer.updateComplete;

    expect(shared).to.deep.equal([{ title: title(), url: location.href }]);
    expect(allInside(offer, 'input')).to.have.length(0);
  });

  it('gives a link to copy where the browser shares nothing, and says when it is copied', async () => {
    const { offer, links, button, untilText, id, title } = await setup({ url: 'off' });
    let copied = '';
    const clipboard = { writeText: async (text: string) => void (copied = text) };
    Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    links[0]!.click();
    await untilText();

    button('share').click();
    await until(() => focused()?.localName === 'input', 'the link has no focus');
    const input = focused() as HTMLInputElement;
    await expect(offer).to.be.accessible();
    expect(input.value).to.equal(`${endpoint}/saint-omer/offres/${id(0)}`);
    expect([input.selectionStart, input.selectionEnd]).to.deep.equal([0, input.value.length]);
    (input.closest('div')!.querySelector('button') as HTMLElement).click();
    await until(() => inside(offer, '[role=status]').textContent === 'Lien copié.', 'not said');

    expect(copied).to.equal(input.value);
    const first = title();
    links.find((link) => link.firstElementChild!.textContent !== first)!.click();
    await until(() => title() !== first, 'no other offer came');
    expect(allInside(offer, 'input')).to.have.length(0);
    expect(inside(offer, '[role=status]').textContent).to.equal('');
  });

  itWithMedia('prints alone, and leaves the page as it was', async () => {
    const { page, offer, results, links, button, untilText } = await setup();
    links[0]!.click();
    await untilText();
    const sheets = document.adoptedStyleSheets.length;
    let printed: string[] = [];
    const { print } = globalThis;
    Object.assign(globalThis, { print: () => (printed = [offer, results].map((one) => one.localName)) });

    button('print').click();
    await until(() => printed.length, 'nothing is printed');
    await emulate({ media: 'print' });

    expect(printed).to.have.length(2);
    expect(getComputedStyle(results).display).to.equal('none');
    expect(offer.getBoundingClientRect().height).to.be.greaterThan(100);
    expect(getComputedStyle(button('close')).display).to.equal('none');
    dispatchEvent(new Event('afterprint'));
    expect(getComputedStyle(results).display).not.to.equal('none');
    expect([
      document.adoptedStyleSheets.length,
      page.querySelector('[data-town-jobs-printed]'),
    ]).to.deep.equal([sheets, null]);
    Object.assign(globalThis, { print });
  });

  itWithMedia('has its address on paper, and on paper alone', async () => {
    const { offer, links, untilText } = await setup();
    links[0]!.click();
    await untilText();
    const address = inside(offer, '.paper');

    expect(address.textContent).to.contain(location.host);
    expect(address.getClientRects()).to.have.length(0);
    await emulate({ media: 'print' });
    expect(address.getClientRects()).not.to.have.length(0);
  });

  it('tells the page of a click to a partner, which may keep the visitor', async () => {
    const { page, offer, links, untilText, id } = await setup();
    links[0]!.click();
    await untilText();
    const told: unknown[] = [];
    page.addEventListener('town-jobs-apply', (event) => {
      told.push([event.offer, typeof event.partner, event.href]);
      event.preventDefault();
    });

    inside<HTMLElement>(offer, '[part=apply]').click();

    expect(told).to.deep.equal([[id(0), 'string', `${endpoint}/saint-omer/go/${id(0)}`]]);
  });

  it('stands alone where it is given an offer, without list, way back or focus', async () => {
    const first = (await listed(26)).at(-1);
    const { href } = location;
    const page = await onPage(
      html`<town-jobs-offer search=${ownName()} board="saint-omer" endpoint=${endpoint} offer=${first!.id}></town-jobs-offer>`,
    );
    const offer = page.querySelector<TownJobsOffer>('town-jobs-offer')!;
    await until(() => offer.shadowRoot!.querySelector('[part=text]'), 'no text came');
    await until(
      () => !/sur [a-z-]+$/.test(inside(offer, '[part=apply]').firstChild!.textContent!),
      'no name',
    );

    expect(inside(offer, '[part=title]').textContent!.trim()).to.equal(first!.title);
    expect([focused(), location.href]).to.deep.equal([document.body, href]);
    expect(allInside(offer, '[part=close]')).to.have.length(0);
    const asked = (await requests('/saint-omer/offers')).map(({ path }) => path.split('/').at(-1));
    expect(asked.filter((last) => last !== 'offers')).to.deep.equal([first!.id]);
  });

  it('opens the offers of a whole board, and gives the focus back into it', async () => {
    const name = ownName();
    const page = await onPage(html`
      <town-jobs search=${name} board="saint-omer" endpoint=${endpoint}></town-jobs>
      <town-jobs-offer search=${name}></town-jobs-offer>
    `);
    const results = () => page.querySelector('town-jobs')!.shadowRoot?.querySelector('town-jobs-results');
    await until(() => results()?.shadowRoot?.querySelector('[part=link]'), 'no offer came');
    const link = inside(results()!, '[part=link]');
    const offer = page.querySelector('town-jobs-offer')!;

    link.click();
    await until(() => offer.shadowRoot!.querySelector('[part=text]'), 'no text came');
    inside(offer, '[part=close]').click();

    await until(() => focused() === link, 'the card has no focus');
  });

  it('fits 320 px with large text, loses nothing, and gives every target its room', async () => {
    const { page, offer, links, untilText } = await setup();
    await setViewport({ width: 320, height: 600 });
    links[0]!.click();
    await untilText();

    for (const target of allInside(offer, 'button, .apply')) {
      expect(target.getBoundingClientRect().height, target.textContent!).to.be.at.least(44);
    }
    page.style.fontSize = '200%';
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  itWithMedia('shows the focus on its heading, also in forced colours', async () => {
    const { offer, links, untilText } = await setup();
    await emulate({ forcedColors: 'active' });
    links[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await untilText();

    const { outlineStyle, outlineWidth } = getComputedStyle(inside(offer, '[part=title]'));
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '2px']);
  });
});
