import { expect, html, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { calm, fault, release, requests } from '../../../test/kit/browser-kit.ts';
import type { TownJobsAnswerEvent, TownJobsOpenEvent } from '../events.ts';
import '../search/search.ts';
import type { TownJobsSearch } from '../search/search.ts';
import {
  allInside,
  cleanUp,
  counted,
  endpoint,
  focused,
  inside,
  listen,
  onPage,
  ownName,
  settled,
  spoken,
  until,
  untilOffers,
} from '../testing.ts';
import './results.ts';
import type { TownJobsResults } from './results.ts';

const PART = (part: string) => `[part=${part}]`;

let days = 365;

/** `unasked`: criteria that no test asked for before, so that no kept answer serves. */
async function setup({ board = 'saint-omer', q = '', unasked = false } = {}) {
  const name = ownName();
  const query = new URLSearchParams(location.search);
  if (q) query.set(`${name}-q`, q);
  if (unasked) query.set(`${name}-since`, String(days--));
  history.replaceState(null, '', `?${query}`);
  const page = await onPage(html`
    <town-jobs-search search=${name} board=${board} endpoint=${endpoint}></town-jobs-search>
    <town-jobs-results search=${name} board=${board} endpoint=${endpoint}
      ><a href="/board">Voir les offres</a></town-jobs-results
    >
  `);
  const search = page.querySelector<TownJobsSearch>('town-jobs-search')!;
  const results = page.querySelector<TownJobsResults>('town-jobs-results')!;
  const ask = (words: string) => {
    const input = inside<HTMLInputElement>(search, '#words');
    input.value = words;
    input.dispatchEvent(new Event('input'));
    inside<HTMLFormElement>(search, 'form').requestSubmit();
  };
  const shows = (selector: string) => results.shadowRoot!.querySelector(selector) !== null;
  return { name, results, search, ask, shows };
}

/** The fonts of an element's own texts, those that are only heard left out. */
function fontsIn(element: Element): string[] {
  const written = allInside(element, '*').filter((one) => {
    const own = [...one.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && /[^ \n]/.test(node.textContent!),
    );
    return (own || one.matches('input')) && one.getClientRects().length > 0 && !one.closest('.hidden');
  });
  return written.map((one) => {
    const { fontStyle, fontWeight, fontSize } = getComputedStyle(one);
    return `${fontStyle} ${fontWeight} ${fontSize}`;
  });
}

describe('<town-jobs-results>', () => {
  afterEach(async () => {
    await calm();
    cleanUp();
  });

  it('is accessible with offers', async () => {
    const { results } = await setup();
    await untilOffers(results);

    await expect(results).to.be.accessible();
  });

  it('shows the first cards a frame before the others, in the room of the whole list', async () => {
    const { results } = await setup();
    const frames: { cards: number; isHigh: boolean }[] = [];
    const look = () => {
      const { length } = allInside(results, PART('card'));
      const list = results.shadowRoot!.querySelector('.list');
      frames.push({ cards: length, isHigh: list !== null && list.clientHeight >= innerHeight });
      if (length < 20) requestAnimationFrame(look);
    };
    look();

    await untilOffers(results);
    await until(() => frames.at(-1)!.cards === 20, 'not all cards came');

    const [first] = frames.filter(({ cards }) => cards > 0);
    expect(first).to.deep.equal({ cards: 3, isHigh: true });
  });

  it('waits in the fonts of what comes, so that a browser has them when it comes', async () => {
    await fault('hold', { path: '/offers' });
    const { results, search } = await setup({ unasked: true });
    await until(() => results.shadowRoot?.querySelector('.skeleton'), 'nothing waits');
    const before = new Set([results, search].flatMap(fontsIn));

    await calm();
    await untilOffers(results);

    const after = [...new Set(fontsIn(results))];
    expect(after.filter((font) => !before.has(font))).to.deep.equal([]);
    expect(after.length).to.be.above(3);
  });

  it('is accessible while the first answer is awaited', async () => {
    await fault('hold', { path: '/offers' });
    const { results } = await setup({ unasked: true });

    await expect(results).to.be.accessible();
  });

  it('is accessible where nothing is found, and after a failure', async () => {
    const { results, ask, shows } = await setup({ q: 'zzzzqqqq' });
    await until(() => shows('.advice'), 'no advice');
    await expect(results).to.be.accessible();

    await fault('status', { status: 500, path: '/offers' });
    ask('soudeur');
    await until(() => shows(PART('failure')), 'no failure');
    await expect(results).to.be.accessible();
  });

  it('shows offers as a list of cards with one heading and one link each', async () => {
    const { results } = await setup();
    await untilOffers(results);

    const cards = allInside(results, 'ul > li');
    expect(cards).to.have.length(20);
    for (const card of cards) {
      expect(card.querySelectorAll('[role=heading]')).to.have.length(1);
      expect(card.querySelectorAll('a[href]')).to.have.length(1);
      expect(card.querySelector('[role=heading] a')!.textContent).to.not.equal('');
    }
  });

  it('leads to the partner by the board and names the partner', async () => {
    const { results } = await setup();
    await untilOffers(results);

    for (const link of allInside<HTMLAnchorElement>(results, '[data-offer]')) {
      expect(link.href).to.equal(`${endpoint}/saint-omer/go/${link.dataset['offer']}`);
      expect(link.target).to.equal('');
    }
    for (const partner of allInside(results, PART('partner'))) expect(partner.textContent).to.match(/^sur ./);
  });

  it('gives links that lead elsewhere other names', async () => {
    const { results } = await setup();
    await untilOffers(results);

    const names = allInside(results, '[data-offer]').map((link) => link.textContent!.trim());
    expect(new Set(names).size).to.equal(names.length);
  });

  it('says what is not stated', async () => {
    const { results } = await setup();
    await untilOffers(results);

    for (const part of ['employer', 'place', 'pay']) {
      for (const fact of allInside(results, PART(part))) expect(fact.textContent!.trim()).to.not.equal('');
    }
    const employers = allInside(results, PART('employer')).map((fact) => fact.textContent!.trim());
    expect(employers).to.include('Employeur non précisé,');
  });

  it('parts the facts of a card in its text, for those who hear or copy it', async () => {
    const { results } = await setup();
    await untilOffers(results);

    for (const line of allInside(results, '.who, .facts, .meta')) {
      const facts = [...line.children].map((fact) => fact.textContent!.trim());
      const last = facts.pop();
      expect(facts.filter((fact) => !fact.endsWith(','))).to.deep.equal([]);
      expect(last).not.to.match(/,$/);
    }
    for (const pause of allInside(results, '.pause')) {
      expect(pause.getBoundingClientRect().width).to.equal(0);
      expect(getComputedStyle(pause).display).to.equal('inline');
    }
  });

  it('sets the level of headings by an attribute, 2 to 6', async () => {
    const { results } = await setup();
    await untilOffers(results);
    const level = async (value: string) => {
      results.setAttribute('heading-level', value);
      await results.updateComplete;
      return inside(results, '[role=heading]').getAttribute('aria-level');
    };

    expect(await level('4')).to.equal('4');
    expect(await level('9')).to.equal('6');
    expect(await level('none')).to.equal('2');
  });

  it('has its live region before it speaks, and no live list', async () => {
    await fault('hold', { path: '/offers' });
    const { results } = await setup({ unasked: true });
    const regions = allInside(results, '[role=status]');

    await release();
    await untilOffers(results);
    await until(() => spoken(results), 'nothing was said');

    expect(spoken(results)).to.match(/^\d.* offres d’emploi/);
    expect(allInside(results, '[role=status]').slice(0, regions.length)).to.deep.equal(regions);
    expect(inside(results, 'ul').closest('[role=status], [aria-live]')).to.equal(null);
  });

  it('is silent while a list comes in, then says the count once, an equal one again', async () => {
    const { results, ask } = await setup();
    await untilOffers(results);
    await until(() => spoken(results), 'nothing was said');
    const heard = listen(results);
    const said: string[] = [];

    for (const word of ['zzzzqqqq', 'zzzzqqqq']) {
      const before = heard.length;
      const answered = oneEvent(document, 'town-jobs-answer');
      ask(word);
      await answered;
      await settled(results);
      said.push(spoken(results));
      await until(() => heard.length > before, 'nothing was said');
    }

    expect(said).to.deep.equal(['', '']);
    expect(heard).to.deep.equal([counted(results), counted(results)]);
    expect(heard[0]).to.contain('zzzzqqqq');
  });

  it('takes away what was said, so that it is not read twice', async () => {
    const { results } = await setup();
    await until(() => spoken(results), 'nothing was said');

    await until(() => !spoken(results), 'it stands there for ever');

    expect(counted(results)).to.match(/offres d’emploi/);
  });

  it('shows the link until the first answer, then no longer', async () => {
    await fault('hold', { path: '/offers' });
    const { results } = await setup({ unasked: true });
    const link = results.querySelector('a')!;
    expect(link.assignedSlot).to.not.equal(null);

    await release();
    await untilOffers(results);

    expect(link.assignedSlot).to.equal(null);
  });

  it('says a slow search after a second and keeps the old list', async () => {
    const { results, ask } = await setup();
    await untilOffers(results);
    await fault('hold', { path: '/offers' });

    ask('soudeur');
    await until(() => spoken(results) === 'Recherche en cours…', 'slowness was not said');

    expect(inside(results, 'ul').getAttribute('aria-busy')).to.equal('true');
    expect(allInside(results, PART('card'))).to.have.length(20);
  });

  it('says which word it took for another', async () => {
    const { results } = await setup({ q: 'infrimier' });
    await untilOffers(results);

    expect(counted(results)).to.match(/« infrimier » compris comme « infirmier »/);
  });

  it('says what to loosen where nothing is found, and does it on a click', async () => {
    const { results, shows } = await setup({ q: 'zzzzqqqq' });
    await until(() => shows(PART('loosen')), 'no way out');
    const button = inside<HTMLButtonElement>(results, PART('loosen'));
    expect(button.textContent).to.match(/Sans « zzzzqqqq »\s+\d/);

    button.focus();
    button.click();
    await untilOffers(results);

    expect(shows('.advice')).to.equal(false);
    expect(focused()).to.equal(inside(results, PART('count')));
  });

  it('says a failure, offers the link and recovers on a click', async () => {
    await fault('status', { status: 500, path: '/offers' });
    const { results, shows } = await setup({ unasked: true });
    await until(() => shows(PART('failure')), 'no failure');
    expect(counted(results)).to.equal('Le service rencontre un problème.');
    expect(results.querySelector('a')!.assignedSlot).to.not.equal(null);

    await calm();
    inside<HTMLButtonElement>(results, '.failure button').click();
    await untilOffers(results);

    expect(shows(PART('failure'))).to.equal(false);
  });

  it('says a broken connection, garbled and endless answers each', async () => {
    for (const [name, sentence] of [
      ['reset', /n’a pas pu être joint/],
      ['garbage', /rencontre un problème/],
    ] as const) {
      await fault(name, { path: '/offers' });
      const { results, shows } = await setup({ unasked: true });
      await until(() => shows(PART('failure')), name);
      expect(counted(results)).to.match(sentence);
      await calm();
    }
  });

  it('moves the focus to the first new offer after "see more" and says how many came', async () => {
    const { results } = await setup();
    await untilOffers(results);
    const more = inside<HTMLButtonElement>(results, PART('more'));

    more.focus();
    more.click();
    await until(() => allInside(results, PART('card')).length > 20, 'nothing was added');
    await until(() => focused()?.matches('[data-offer]'), 'the focus was lost');

    expect(focused()).to.equal(allInside(results, '[data-offer]')[20]);
    await until(() => spoken(results) === '20 offres ajoutées', 'it was not said how many came');
  });

  it('keeps the list and the button where "see more" fails', async () => {
    const { results } = await setup({ unasked: true });
    await untilOffers(results);
    await fault('status', { status: 500, path: '/offers' });
    inside<HTMLButtonElement>(results, PART('more')).click();
    await until(() => spoken(results).includes('problème'), 'no failure was said');
    expect(allInside(results, PART('card'))).to.have.length(20);

    await calm();
    inside<HTMLButtonElement>(results, PART('more')).click();

    await until(() => allInside(results, PART('card')).length === 40, 'it did not recover');
  });

  it('tells the page of answers', async () => {
    const { results, ask } = await setup();
    await untilOffers(results);

    setTimeout(() => ask('zzzzqqqq'));
    const event = (await oneEvent(document, 'town-jobs-answer')) as TownJobsAnswerEvent;

    expect(event.total).to.equal(0);
  });

  it('lets the page refuse that an offer is opened', async () => {
    const { results } = await setup();
    await untilOffers(results);
    const link = inside<HTMLAnchorElement>(results, '[data-offer]');
    const heard: TownJobsOpenEvent[] = [];
    const refuse = (event: TownJobsOpenEvent) => {
      heard.push(event);
      event.preventDefault();
    };
    document.addEventListener('town-jobs-open', refuse);

    const click = new MouseEvent('click', { cancelable: true, bubbles: true, composed: true });
    link.dispatchEvent(click);
    document.removeEventListener('town-jobs-open', refuse);

    expect(click.defaultPrevented).to.equal(true);
    expect(heard.map(({ offer, href }) => [offer.id, href])).to.deep.equal([
      [link.dataset['offer'], link.href],
    ]);
  });

  it('offers the nearest first only where a place is asked for', async () => {
    const { results, search } = await setup();
    await untilOffers(results);
    expect(allInside(results, '#sort')).to.have.length(0);

    const where = inside<HTMLInputElement>(search, '#where');
    where.value = 'Saint-Omer';
    where.dispatchEvent(new Event('input'));
    inside<HTMLFormElement>(search, 'form').requestSubmit();
    await until(() => allInside(results, '#sort').length, 'no choice of order');
    const sort = inside<HTMLSelectElement>(results, '#sort');
    expect([...sort.options].map(({ value }) => value)).to.deep.equal(['newest', 'nearest']);
    sort.value = 'nearest';
    sort.dispatchEvent(new Event('change'));

    await until(async () => (await requests('sort=nearest')).length, 'it was not asked');
    await until(() => inside(results, 'ul').getAttribute('aria-busy') === 'false', 'no answer');
    expect(sort.value).to.equal('nearest');
    expect(counted(results)).to.match(/Saint-Omer et \d+\skm autour/);
  });

  it('says a place that is not known', async () => {
    const { results, search } = await setup();
    await untilOffers(results);

    const where = inside<HTMLInputElement>(search, '#where');
    where.value = 'Atlantide';
    where.dispatchEvent(new Event('input'));
    inside<HTMLFormElement>(search, 'form').requestSubmit();

    await until(() => spoken(results).includes('« Atlantide » n’est pas un lieu connu'), 'it was not said');
  });

  it('has states for designers', async () => {
    await fault('hold', { path: '/offers' });
    const { results } = await setup({ unasked: true });
    await until(() => results.matches(':state(loading)'), 'loading');

    await release();
    await untilOffers(results);

    expect(results.matches(':state(answers)')).to.equal(true);
    expect(results.matches(':state(loading)')).to.equal(false);
  });

  it('fits 320 pixels', async () => {
    await setViewport({ width: 320, height: 640 });
    const { results } = await setup();
    await untilOffers(results);

    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });
});
