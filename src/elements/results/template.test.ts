import { expect, html } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import { calm } from '../../../test/kit/browser-kit.ts';
import {
  allInside,
  cleanUp,
  endpoint,
  focused,
  inside,
  onPage,
  ownName,
  settled,
  until,
  untilOffers,
} from '../testing.ts';
import '../town-jobs/town-jobs.ts';
import type { TownJobs } from '../town-jobs/town-jobs.ts';
import './results.ts';
import type { TownJobsResults } from './results.ts';

const lines: string[] = [];
const { warn } = console;

async function setup(template: TemplateResult, { lang = '', q = '' } = {}) {
  const name = ownName();
  const page = await onPage(html`
    <div lang=${lang || 'fr'}>
      <town-jobs-results search=${name} board="saint-omer" endpoint=${endpoint} q=${q} url="off"
        >${template}</town-jobs-results
      >
    </div>
  `);
  const results = page.querySelector<TownJobsResults>('town-jobs-results')!;
  return { page, results, name };
}

/** What the page put into the cards, in the order of the list. */
function boxes(results: Element, holder: Element = results): HTMLElement[] {
  return allInside(results, '[part=card]').map((card) => {
    const { name } = card.querySelector('slot')!;
    return holder.querySelector<HTMLElement>(`[slot="${name}"]`)!;
  });
}

const ALL = html`<template
  ><p class="mine">
    <b data-field="place"></b> <i data-field="pay"></i> <u data-field="contract"></u> <s data-field="employer"></s>
  </p></template
>`;

describe('a template for cards', () => {
  before(() => {
    console.warn = (line: string) => lines.push(line);
  });
  after(() => {
    console.warn = warn;
  });
  afterEach(async () => {
    lines.length = 0;
    await calm();
    cleanUp();
  });

  it('stands in each card in light DOM, between a title and a partner that stay ours', async () => {
    const { results } = await setup(ALL);
    await untilOffers(results);

    const cards = allInside(results, '[part=card]');
    expect(boxes(results)).to.have.length(cards.length);
    for (const [index, box] of boxes(results).entries()) {
      const [title, slot, meta] = cards[index]!.children;
      expect([title!.getAttribute('part'), slot!.localName, meta!.className]).to.deep.equal([
        'title',
        'slot',
        'meta',
      ]);
      expect(box.querySelector('.mine')!.textContent).to.match(/\S/);
      expect(cards[index]!.querySelector('.who')!.getClientRects()).to.have.length(0);
      expect(box.getClientRects()).to.have.length(1);
    }
    await expect(results).to.be.accessible();
  });

  it('says what an offer leaves open in its own words, else in ours', async () => {
    const { results } = await setup(html`<template
      ><p><b data-field="pay">à convenir</b></p><p><i data-field="pay"></i></p></template
    >`);
    await untilOffers(results);

    const paid = boxes(results).map((box) => [...box.children].map((line) => line.textContent!));
    const silent = paid.filter(([own]) => own === 'à convenir');
    expect(silent).not.to.have.length(0);
    expect(silent).not.to.have.length(paid.length);
    for (const [own, ours] of paid) {
      expect(ours).to.equal(own === 'à convenir' ? 'Salaire non précisé' : own);
    }
  });

  it('keeps an element with data-if where the offer says something', async () => {
    const { results } = await setup(html`<template
      ><p><span data-if="pay">$</span><i data-field="pay">?</i></p></template
    >`);
    await untilOffers(results);

    const texts = boxes(results).map((box) => box.textContent!.trim());
    expect(texts.some((text) => text === '?')).to.equal(true);
    expect(texts.some((text) => text.startsWith('$'))).to.equal(true);
    expect(texts.filter((text) => text.startsWith('$') === text.endsWith('?'))).to.deep.equal([]);
  });

  it('links to the offer’s page and the partner’s site, over the link of the card, each by a name of its own', async () => {
    const { results } = await setup(html`<template
      ><p><a data-href="page">Lire</a> <a data-href="site" data-field="partner"></a> <a data-href="evil">x</a></p></template
    >`);
    await untilOffers(results);

    const names = new Set<string>();
    for (const box of boxes(results)) {
      const [page, site, evil] = box.querySelectorAll('a');
      expect(new URL(page!.href).pathname).to.equal(`/saint-omer/offres/${box.slot.slice('card-'.length)}`);
      expect(site!.protocol).to.match(/^https?:$/);
      expect(evil!.hasAttribute('href')).to.equal(false);
      names.add(page!.getAttribute('aria-label')!);
      expect(page!.getAttribute('aria-label')).to.match(/^Lire, \S/);
    }
    expect(names.size).to.be.greaterThan(1);
    const [link] = boxes(results)[0]!.querySelectorAll('a');
    link!.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = link!.getBoundingClientRect();
    expect(document.elementFromPoint(x + width / 2, y + height / 2)).to.equal(link);
    await until(() => lines.some((line) => line.includes('data-href="evil"')), 'nothing was said of evil');
  });

  it('can break no card: no scripts, headings, ids or frames, each told once', async () => {
    const template = document.createElement('template');
    template.innerHTML = `<h2 class="big">Poste</h2><div id="code"></div>
      <p id="twice" autofocus tabindex="0" data-field="place"></p>`;
    template.content
      .querySelector('#code')!
      .append(
        Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' }),
        document.createElement('iframe'),
      );
    const { results } = await setup(html`${template}`);
    await untilOffers(results);

    for (const box of boxes(results)) {
      expect(box.querySelectorAll('script,iframe,h2,[id],[autofocus]')).to.have.length(0);
      expect(box.querySelector('.big')!.textContent).to.equal('Poste');
    }
    expect('ran' in globalThis).to.equal(false);
    await until(() => lines.length >= 5, 'too little was said');
    for (const what of ['<script>', '<iframe>', '<h2>', 'id="twice"', 'id="code"']) {
      expect(
        lines.filter((line) => line.includes(what)),
        what,
      ).to.have.length(1);
    }
    await expect(results).to.be.accessible();
  });

  it('names the fields that there are, where it asks for another', async () => {
    const { results } = await setup(html`<template
      ><p data-field="salary">own</p><p data-if="constructor">never</p></template
    >`);
    await untilOffers(results);

    for (const box of boxes(results)) expect(box.textContent!.trim()).to.equal('own');
    await until(
      () => lines.some((line) => /"salary" .* any of title, employer, place/.test(line)),
      'not said',
    );
  });

  it('is found by a selector, and told where there is none', async () => {
    const card = document.createElement('template');
    card.className = 'the-card';
    card.innerHTML = '<p data-field="title"></p>';
    document.body.append(card);
    const name = ownName();
    const page = await onPage(html`
      <town-jobs-results template=".the-card" search=${name} board="saint-omer" endpoint=${endpoint} url="off"></town-jobs-results>
      <town-jobs-results template="#none" search=${name} board="saint-omer" endpoint=${endpoint} url="off"></town-jobs-results>
    `);
    const [found, missing] = page.querySelectorAll('town-jobs-results');
    await untilOffers(found!);
    await untilOffers(missing!);

    for (const [index, box] of boxes(found!).entries()) {
      expect(box.textContent).to.equal(allInside(found!, '[part=link] [dir]')[index]!.textContent);
    }
    expect(missing!.children).to.have.length(0);
    expect(inside(missing!, '.who').getClientRects()).to.have.length(1);
    await until(
      () => lines.some((line) => line.includes('template="#none" names no <template>')),
      'not said',
    );

    found!.removeAttribute('template');
    found!.requestUpdate();
    await settled(found!);
    expect(found!.children).to.have.length(0);
    card.remove();
  });

  it('fills the cards of a whole board, in the board’s own light DOM', async () => {
    const page = await onPage(html`
      <town-jobs search=${ownName()} board="saint-omer" endpoint=${endpoint} url="off" without-map
        >${ALL}<a href="/board">Offres</a></town-jobs
      >
    `);
    const board = page.querySelector<TownJobs>('town-jobs')!;
    await until(() => board.shadowRoot?.querySelector('town-jobs-results'), 'no list');
    const results = inside<TownJobsResults>(board, 'town-jobs-results');
    await untilOffers(results);

    expect(boxes(results, board).every((box) => box.parentNode === board)).to.equal(true);
    for (const [index, box] of boxes(results, board).entries()) {
      expect(box.getClientRects(), `card ${index}`).to.have.length(1);
      expect(box.querySelector('.mine')!.textContent).to.match(/\S/);
    }
    expect(board.querySelector('a')!.getClientRects()).to.have.length(0);
    await expect(board).to.be.accessible();
  });

  it('fills the cards of a list that a page keeps in a shadow root of its own', async () => {
    const page = await onPage(html`<div></div>`);
    const root = page.querySelector('div')!.attachShadow({ mode: 'open' });
    render(
      html`<town-jobs-results search=${ownName()} board="saint-omer" endpoint=${endpoint} url="off"
        >${ALL}</town-jobs-results
      >`,
      root,
    );
    const results = root.querySelector('town-jobs-results')!;
    await untilOffers(results);

    expect(boxes(results).filter((box) => !box?.querySelector('.mine'))).to.deep.equal([]);
  });

  it('keeps its nodes and the focus in them while the list is rendered anew', async () => {
    const { results } = await setup(html`<template><p><a data-href="page">Lire</a></p></template>`);
    await untilOffers(results);
    const before = boxes(results);
    before[1]!.querySelector('a')!.focus();

    results.headingLevel = 4;
    await settled(results);

    expect(boxes(results)).to.deep.equal(before);
    expect(focused()).to.equal(before[1]!.querySelector('a'));
  });

  it('fills what "see more" adds, comes back where the page took it away, and goes with its offer', async () => {
    const { results } = await setup(ALL);
    await untilOffers(results);
    const [gone] = boxes(results);
    gone!.remove();

    inside(results, '[part=more]').click();
    await until(() => allInside(results, '[part=card]').length > 20, 'no more came');

    const all = boxes(results);
    expect(all.filter((box) => !box?.textContent!.trim())).to.deep.equal([]);
    expect(all[0]).to.equal(gone);
    expect(focused()).to.equal(allInside(results, '[part=link]')[20]);
    expect(results.querySelectorAll('[slot^=card-]')).to.have.length(all.length);
  });

  it('is in the language of the list where the page is in another', async () => {
    const { results } = await setup(ALL, { lang: 'pt' });
    await untilOffers(results);

    expect(boxes(results).map((box) => [box.lang, box.dir])).to.deep.equal(
      boxes(results).map(() => ['fr', 'ltr']),
    );
  });

  it('shows hostile texts as they are, in 100 answers', async function () {
    this.timeout(120_000);
    const { fetch } = globalThis;
    const HOSTILE = [
      'javascript:alert(1)',
      '"><img src=x onerror="hit=1">',
      '<script>hit=1</script><h1>x</h1>',
      '${hit=1}{{hit=1}}',
      'https://partner.example@evil.example/',
      '../../../evil?x#y',
      '\u202e\u0000\ud800',
      '__proto__',
      ' ',
      'constructor',
      '9'.repeat(3000),
    ];
    let turn = 0;
    const next = () => HOSTILE[turn++ % HOSTILE.length]!;
    const offer = (index: number) => ({
      id: index % 3 ? `o${index}` : `o${index}${next()}`,
      title: next() + index,
      employer: { name: next() },
      contract: { kind: next(), nature: next() },
      pay: { text: next(), period: next() },
      postedAt: '2026-11-20T08:00:00Z',
      language: next(),
      place: { name: next(), postcode: next(), country: next(), precision: 'commune' },
      partners: [next(), 'tableau'],
    });
    globalThis.fetch = async () => {
      const offers = Array.from({ length: 20 }, (_, index) => offer(index));
      const partners = offers.map(({ partners: [id] }) => ({ id, name: next(), site: next() }));
      const board = { id: 'b', name: 'b', page: next(), partners };
      return Response.json({
        generation: turn,
        total: 400,
        page: 1,
        pages: 20,
        sort: 'newest',
        offers,
        board,
      });
    };
    const strange: string[] = [];
    const names = ['title', 'employer', 'place', 'postcode', 'contract', 'pay', 'age', 'partner'];
    const template = document.createElement('template');
    template.innerHTML =
      names.map((field) => `<p data-if="${field}"><b data-field="${field}"></b></p>`).join('') +
      '<a data-href="page">p</a><a data-href="site">s</a>';
    const name = ownName();
    let cards = 0;
    let read = 0;
    try {
      const page = await onPage(html`
        <town-jobs-results search=${name} board="b" endpoint="https://hostile.example" url="off"
          >${template}</town-jobs-results
        >
      `);
      const results = page.querySelector<TownJobsResults>('town-jobs-results')!;
      await untilOffers(results);
      for (let round = 0; round < 100; round++) {
        let heard = 0;
        results.addEventListener('town-jobs-answer', () => heard++, { once: true });
        asked(results, String(round));
        await until(() => heard, 'no answer');
        await settled(results);
        for (const box of boxes(results)) {
          cards++;
          if (box.textContent!.includes('<script>hit=1</script>')) read++;
          for (const element of box.querySelectorAll('*')) {
            if (!['p', 'b', 'a'].includes(element.localName)) strange.push(element.outerHTML);
            if (
              element instanceof HTMLAnchorElement &&
              element.hasAttribute('href') &&
              !/^https?:$/.test(element.protocol)
            )
              strange.push(element.href);
          }
        }
      }
    } finally {
      globalThis.fetch = fetch;
    }

    expect(strange).to.deep.equal([]);
    expect('hit' in globalThis).to.equal(false);
    expect(cards).to.be.greaterThan(1000);
    expect(read).to.be.greaterThan(500);
  });
});

/** Asks the search of a list, as a box of its name would. */
function asked(results: TownJobsResults, q: string): void {
  (results as unknown as { page: { search: { ask(change: object): void } } }).page.search.ask({ q });
}
