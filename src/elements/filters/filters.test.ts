import { expect, html } from '@open-wc/testing';
import { nothing } from 'lit';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { calm, fault, requests } from '../../../test/kit/browser-kit.ts';
import '../results/results.ts';
import type { TownJobsResults } from '../results/results.ts';
import {
  allInside,
  cleanUp,
  counted,
  endpoint,
  focused,
  inside,
  onPage,
  ownName,
  settled,
  spoken,
  until,
} from '../testing.ts';
import './filters.ts';
import type { TownJobsFilters } from './filters.ts';
import { emulate } from '../../../test/kit/media.ts';

/** `query`: what the address of the page asks this search for; `isNear`: a finger or a mouse is over its groups. */
async function setup({
  query = {} as Record<string, string>,
  locked = '',
  facets = '',
  contract = '',
  hours = '',
  width = 280,
  isNear = true,
} = {}) {
  const name = ownName();
  const address = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(query)) address.set(`${name}-${key}`, value);
  history.replaceState(null, '', `?${address}`);
  const page = await onPage(html`
    <div>
      <town-jobs-filters
        search=${name}
        board="saint-omer"
        endpoint=${endpoint}
        contract=${contract || nothing}
        hours=${hours || nothing}
        locked=${locked || nothing}
        facets=${facets || nothing}
      ></town-jobs-filters>
    </div>
    <town-jobs-results search=${name} board="saint-omer" endpoint=${endpoint}></town-jobs-results>
  `);
  (page.firstElementChild as HTMLElement).style.width = `${width}px`;
  const filters = page.querySelector<TownJobsFilters>('town-jobs-filters')!;
  const results = page.querySelector<TownJobsResults>('town-jobs-results')!;
  await until(() => counted(results), 'no answer came');
  await settled(filters);
  const isNamed = () =>
    allInside(filters, '.choice > span:first-of-type').every(({ textContent }) => textContent);
  if (isNear) {
    inside(filters, 'details').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await settled(filters);
    await until(isNamed, 'no names of values');
  }
  return {
    name,
    filters,
    results,
    isNamed,
    toggle: inside<HTMLButtonElement>(filters, '[part=toggle]'),
    choice: (facet: string, value: string) =>
      inside<HTMLInputElement>(filters, `input[name=${facet}][value="${value}"]`),
    choices: (facet: string) => allInside<HTMLInputElement>(filters, `input[name=${facet}]`),
    group: (facet: string) =>
      inside<HTMLInputElement>(filters, `input[name=${facet}]`).closest('details') as HTMLDetailsElement,
    parameter: (key: string) => new URLSearchParams(location.search).get(`${name}-${key}`),
    answered: () => until(() => inside(results, 'ul').getAttribute('aria-busy') === 'false', 'no answer'),
    total: () => Number(/^[\d\s]+/.exec(counted(results))?.[0].replaceAll(/\s/g, '')),
  };
}

const numberOf = (input: HTMLInputElement) =>
  Number(input.closest('label')!.querySelector('[part=number]')!.textContent!.replaceAll(/\D/g, ''));
const nameOf = (input: HTMLInputElement) => input.labels![0]!.textContent!.replaceAll(/\s+/g, ' ').trim();

describe('<town-jobs-filters>', () => {
  afterEach(async () => {
    await calm();
    cleanUp();
    await setViewport({ width: 1280, height: 800 });
    await emulate({ colorScheme: 'light', forcedColors: 'none' });
  });

  it('is accessible with nothing chosen, with choices, and with all groups open', async () => {
    const { filters, results, choice, answered } = await setup();
    await expect(filters).to.be.accessible();
    choice('contract', 'cdi').click();
    await answered();
    for (const group of allInside<HTMLDetailsElement>(filters, 'details')) group.open = true;

    await expect(filters).to.be.accessible();
    await expect(results).to.be.accessible();
  });

  it('gives each filter a fieldset with a legend, and each value a label with its count', async () => {
    const { filters, choices } = await setup();

    const groups = allInside<HTMLFieldSetElement>(filters, 'fieldset');
    expect(groups).to.have.length(12);
    expect(inside(filters, '[part=panel]').ariaLabel).to.equal('Filtres');
    for (const group of groups) {
      expect(group.firstElementChild!.localName).to.equal('legend');
      expect(group.firstElementChild!.textContent!.trim()).to.equal(
        group.parentElement!.querySelector('summary > span')!.textContent!.trim(),
      );
    }
    expect(nameOf(choices('contract')[0]!)).to.match(/^CDI , \d+ offres$/);
    for (const input of allInside<HTMLInputElement>(filters, 'input')) {
      if (input.value) expect(nameOf(input), input.value).to.match(/, [\d\s]+ offres?$/);
    }
  });

  it('has "not stated" among the values of every filter but date and partner', async () => {
    const { filters, choices } = await setup();
    const facets = new Set(allInside<HTMLInputElement>(filters, 'input').map(({ name }) => name));

    for (const facet of facets) {
      const hasUnstated = choices(facet).some(({ value }) => value === 'unstated');
      expect(hasUnstated, facet).to.equal(!['since', 'partner'].includes(facet));
    }
  });

  it('narrows the list, keeps the focus, is said by the count and stands in the address', async () => {
    const { choice, parameter, answered, total, results } = await setup();
    const part = choice('hours', 'part');
    part.closest('details')!.open = true;
    const number = numberOf(part);

    part.focus();
    part.click();
    await until(() => total() === number, 'the count did not follow');
    await answered();
    await until(() => spoken(results) === counted(results), 'the count was not said');

    expect(parameter('hours')).to.equal('part');
    expect(focused() === part).to.equal(true);
    expect(part.checked).to.equal(true);
    expect(inside(results, '[part=chip]').textContent).to.match(/Retirer :\s+Temps partiel/);
  });

  it('widens with a second value of the same filter, whose own counts stay', async () => {
    const { choice, parameter, total, choices } = await setup();
    const before = choices('contract').map(numberOf);
    const [cdi, cdd] = [choice('contract', 'cdi'), choice('contract', 'cdd')];

    cdi.click();
    await until(() => total() === numberOf(cdi), 'CDI');
    cdd.click();
    await until(() => total() === numberOf(cdi) + numberOf(cdd), 'CDI or CDD');

    expect(parameter('contract')).to.equal('cdd,cdi');
    expect(choices('contract').map(numberOf)).to.deep.equal(before);
  });

  it('goes back with the history, boxes included', async () => {
    const { choice, total } = await setup();
    const all = total();
    const cdd = choice('contract', 'cdd');
    cdd.click();
    await until(() => total() === numberOf(cdd), 'CDD');

    history.back();
    await until(() => total() === all, 'it did not go back');

    expect(cdd.checked).to.equal(false);
  });

  it('asks for its counts in the one request of the list', async () => {
    const { name } = await setup({ query: { since: '211' } });

    expect(name).to.not.equal('');
    const asked = (await requests('since=211')).map(({ query }) => new URLSearchParams(query));
    expect(asked.map((query) => query.get('facets')?.split(',').length)).to.deep.equal([12]);
  });

  it('cannot be set to what no offer has, unless it is on', async () => {
    const { choices, choice, filters } = await setup({ query: { remote: 'full', pay: 'from-4000' } });

    const inputs = allInside<HTMLInputElement>(filters, 'input[type=checkbox]');
    expect(inputs.filter(({ disabled }) => disabled).length).to.be.above(0);
    for (const input of inputs) {
      expect(input.disabled, nameOf(input)).to.equal(!input.checked && numberOf(input) === 0);
    }
    expect(choice('remote', 'full').checked && choice('pay', 'from-4000').checked).to.equal(true);
    expect(choices('remote')).to.have.length(3);
  });

  it('lets the focus stay on a value that is taken away and has no offer', async () => {
    const { choice, total } = await setup({ query: { hours: 'full', schedule: 'split' } });
    const split = choice('schedule', 'split');
    split.closest('details')!.open = true;
    split.focus();
    split.click();
    await until(() => total() > 0, 'it is still on');

    expect(numberOf(split)).to.equal(0);
    expect(focused() === split).to.equal(true);
    expect(split.disabled).to.equal(false);
  });

  it('shows the first values of what offers bring, more on a click, and moves the focus there', async () => {
    const { choices, group, filters } = await setup();
    expect(choices('commune')).to.have.length(7);
    group('commune').open = true;
    const before = choices('commune').map(({ value }) => value);

    const more = group('commune').querySelector<HTMLButtonElement>('[part=more]')!;
    expect(more.textContent!.replaceAll(/\s+/g, ' ')).to.contain('Voir plus : Commune');
    more.focus();
    more.click();
    await settled(filters);

    expect(choices('commune').length).to.be.above(7);
    expect(before).to.not.include((focused() as HTMLInputElement).value);
    expect((focused() as HTMLInputElement).name).to.equal('commune');
    expect(choices('commune').at(-1)!.value).to.equal('unstated');
  });

  it('keeps a value in sight that is on beyond the first ones, by its name', async () => {
    const first = await setup();
    inside<HTMLButtonElement>(first.filters, '[part=more]').click();
    await settled(first.filters);
    const last = first.choices('trade').at(-2)!;
    const label = nameOf(last).replace(/ , .*/, '');

    const { choice, results } = await setup({ query: { trade: last.value } });

    expect(choice('trade', last.value).checked).to.equal(true);
    await until(() => allInside(results, '[part=chip]').length, 'no chip');
    expect(inside(results, '[part=chip]').textContent).to.contain(label);
  });

  it('offers dates as one choice', async () => {
    const { choice, choices, parameter, answered, total } = await setup();
    const all = total();
    expect(choices('since').map(({ value }) => value)).to.deep.equal(['', '1', '3', '7', '14', '31']);
    expect(choice('since', '').checked).to.equal(true);

    const three = choice('since', '3');
    three.click();
    await until(() => total() === numberOf(three), 'three days');
    expect(parameter('since')).to.equal('3');

    choice('since', '').click();
    await until(() => total() === all, 'all dates');
    await answered();
    expect(parameter('since')).to.equal(null);
  });

  it('shows a date of the address that is no step', async () => {
    const { choices } = await setup({ query: { since: '30' } });

    expect(
      choices('since')
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    ).to.deep.equal(['30']);
  });

  it('says how much is on, and takes all of it away with the focus kept', async () => {
    const { filters, parameter, toggle, answered, choice } = await setup({
      query: { contract: 'cdi,cdd', since: '31', q: 'agent' },
    });
    expect(toggle.textContent!.replaceAll(/\s+/g, ' ').trim()).to.equal('Filtres, 3 actifs');
    expect(allInside(filters, '[part=on]').map((on) => on.textContent)).to.deep.equal([
      '2 actifs',
      '1 actif',
    ]);

    inside<HTMLButtonElement>(filters, '[part=clear]').click();
    await answered();
    await until(() => parameter('contract') === null, 'the address did not follow');

    expect([parameter('contract'), parameter('since'), parameter('q')]).to.deep.equal([null, null, 'agent']);
    expect(choice('contract', 'cdi').checked).to.equal(false);
    expect(focused() === inside(filters, 'summary')).to.equal(true);
  });

  it('shows what is locked as fixed, and hides nothing else', async () => {
    const { filters, choices } = await setup({
      contract: 'cdd',
      query: { contract: 'cdi' },
      locked: 'contract pay',
      facets: 'contract pay hours',
    });

    const fixed = allInside(filters, '[part=fixed]').map((one) => one.textContent);
    expect(fixed).to.deep.equal(['Contrat CDD']);
    expect(allInside(filters, 'fieldset')).to.have.length(1);
    expect(choices('hours')).to.have.length(3);
  });

  it('names what is locked, whatever it is', async () => {
    const { filters } = await setup({ hours: 'part', locked: 'hours', isNear: false });
    const fixed = () => inside(filters, '[part=fixed]').textContent;

    await until(() => fixed() !== 'Temps de travail ', 'no name came');
    expect(fixed()).to.equal('Temps de travail Temps partiel');
  });

  it('has the names of contracts at once, and those of what is folded when it is unfolded', async () => {
    const { choices, filters, isNamed } = await setup({ isNear: false });
    const group = allInside<HTMLDetailsElement>(filters, 'details')[2]!;
    expect(nameOf(choices('contract')[0]!)).to.match(/^CDI , /);
    expect(choices('hours')).to.have.length(0);

    group.open = true;
    await until(() => choices('hours').length, 'no values came');
    const { height } = group.getBoundingClientRect();
    await until(isNamed, 'no names came');

    expect(nameOf(choices('hours')[0]!)).to.match(/^Temps plein , /);
    expect(group.getBoundingClientRect().height).to.equal(height);
  });

  it('has the values of what is folded once the focus is on a name', async () => {
    const { choices, filters } = await setup({ isNear: false });

    allInside(filters, 'summary')[2]!.focus();
    await settled(filters);

    expect(choices('hours')).to.have.length(3);
  });

  it('lets a page refuse a change', async () => {
    const { choice, parameter, filters } = await setup();
    const refuse = (event: Event) => event.preventDefault();
    document.addEventListener('town-jobs-search', refuse);
    const cdi = choice('contract', 'cdi');

    cdi.click();
    document.removeEventListener('town-jobs-search', refuse);
    await settled(filters);

    expect([cdi.checked, parameter('contract')]).to.deep.equal([false, null]);
  });

  it('is folded behind one button where it is narrow, and opens in place by keys', async () => {
    await setViewport({ width: 390, height: 800 });
    const { filters, toggle } = await setup({ width: 358 });
    const panel = inside(filters, '[part=panel]');
    expect(getComputedStyle(panel).display).to.equal('none');
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');

    toggle.focus();
    await sendKeys({ press: 'Enter' });
    await settled(filters);
    await sendKeys({ press: 'Tab' });

    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    expect(getComputedStyle(panel).display).to.equal('grid');
    expect(focused() === inside(filters, 'summary')).to.equal(true);
  });

  it('is open without a button in a column, and where it is wide', async () => {
    await setViewport({ width: 1280, height: 800 });
    for (const width of [260, 900]) {
      const { filters, toggle } = await setup({ width });
      expect(getComputedStyle(toggle).display, String(width)).to.equal('none');
      expect(getComputedStyle(inside(filters, '[part=panel]')).display).to.equal('grid');
    }
  });

  it('has targets of 24 pixels at least, and fits 320 pixels with spaced text', async () => {
    await setViewport({ width: 320, height: 640 });
    const { filters, toggle } = await setup({ width: 304 });
    toggle.click();
    await settled(filters);
    for (const group of allInside<HTMLDetailsElement>(filters, 'details')) group.open = true;
    for (const target of allInside(filters, 'summary, label, button')) {
      const { height, width } = target.getBoundingClientRect();
      expect(Math.min(height, width), target.textContent!).to.be.at.least(24);
    }

    const style = document.createElement('style');
    style.textContent =
      '* { letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5; font-size: 30px }';
    filters.after(style);

    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('shows its focus ring on a page that takes rings away', async () => {
    const { filters, choice } = await setup();
    const style = document.createElement('style');
    style.textContent = '* { outline: none !important }';
    filters.after(style);
    const cdi = choice('contract', 'cdi');

    cdi.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });

    expect(getComputedStyle(cdi).outlineStyle).to.equal('solid');
    expect(getComputedStyle(cdi).outlineWidth).to.equal('2px');
  });

  it('keeps the focus on its value where an answer changes the order', async () => {
    const { choices, choice, group, total } = await setup();
    group('employer').open = true;
    const order = () => choices('employer').map(({ value }) => value);
    const [all, part] = [total(), choice('hours', 'part')];
    part.click();
    await until(() => total() === numberOf(part), 'part time');
    const after = order();
    part.click();
    await until(() => total() === all, 'all hours');
    const value = order().find((one, place) => after.includes(one) && after[place] !== one)!;

    part.click();
    choice('employer', value).focus();
    await until(() => total() === numberOf(part), 'part time again');

    expect(order()).to.deep.equal(after);
    expect((focused() as HTMLInputElement).value).to.equal(value);
  });

  it('shows the names of its filters before the first answer, and keeps them after a failure', async () => {
    await fault('status', { status: 500, path: '/offers' });
    const name = ownName();
    const page = await onPage(
      html`<town-jobs-filters search=${name} board="saint-omer" endpoint=${endpoint} since="97"></town-jobs-filters>`,
    );
    const filters = page.querySelector<TownJobsFilters>('town-jobs-filters')!;
    await until(() => filters.shadowRoot!.querySelectorAll('summary').length === 12, 'no names');

    expect(allInside(filters, 'input[name=contract]')).to.have.length(10);
    expect(allInside(filters, '[part=number]')).to.have.length(0);
    await expect(filters).to.be.accessible();
  });
});
