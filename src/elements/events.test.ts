import { expect, html } from '@open-wc/testing';
import { calm } from '../../test/kit/browser-kit.ts';
import type { TownJobsAnswerEvent, TownJobsSearchEvent } from './events.ts';
import './barometer/barometer.ts';
import './map/map.ts';
import './results/results.ts';
import {
  allInside,
  cleanUp,
  endpoint,
  inside,
  onPage,
  ownName,
  settled,
  until,
  untilOffers,
} from './testing.ts';
import type { TownJobsResults } from './results/results.ts';

/** A page that listens at its document, as an audience measurement does. */
async function setup({ q = '', contract = '' } = {}) {
  const name = ownName();
  const asked: TownJobsSearchEvent[] = [];
  const answered: TownJobsAnswerEvent[] = [];
  let refuses = false;
  const hear = (event: TownJobsSearchEvent) => {
    asked.push(event);
    if (refuses) event.preventDefault();
  };
  const note = (event: TownJobsAnswerEvent) => answered.push(event);
  document.addEventListener('town-jobs-search', hear);
  document.addEventListener('town-jobs-answer', note);
  stop = () => {
    document.removeEventListener('town-jobs-search', hear);
    document.removeEventListener('town-jobs-answer', note);
  };
  const page = await onPage(html`
    <town-jobs-map search=${name} board="saint-omer" endpoint=${endpoint} url="off"></town-jobs-map>
    <town-jobs-results
      search=${name} board="saint-omer" endpoint=${endpoint} url="off" q=${q} contract=${contract}
    ></town-jobs-results>
    <town-jobs-barometer search=${name} board="saint-omer" endpoint=${endpoint}></town-jobs-barometer>
  `);
  const results = page.querySelector<TownJobsResults>('town-jobs-results')!;
  await untilOffers(results);
  return { page, results, asked, answered, refuse: () => (refuses = true) };
}

let stop = () => {};

describe('events of the page', () => {
  afterEach(async () => {
    stop();
    await calm();
    cleanUp();
  });

  it('tell an answer with its number and what was asked for', async () => {
    const { results, answered } = await setup({ contract: 'cdi' });

    const last = answered.at(-1)!;
    expect(last.criteria.contract).to.deep.equal(['cdi']);
    expect(inside(results, '[part=count]').textContent).to.include(String(last.total));
  });

  it('tell that a criterion is taken away, and leave it where the page refuses', async () => {
    const { results, asked, answered, refuse } = await setup({ contract: 'cdd' });
    const chip = () => results.shadowRoot!.querySelector<HTMLElement>('[part=chip]');
    await until(chip, 'no chip');

    refuse();
    const count = answered.length;
    chip()!.click();
    await settled(results);

    expect(asked.map(({ criteria, cancelable }) => [criteria, cancelable])).to.deep.equal([
      [{ contract: undefined }, true],
    ]);
    expect(chip()).not.to.equal(null);
    expect(answered).to.have.length(count);
  });

  it('tell another order, and show the one before where the page refuses', async () => {
    const { results, asked, refuse } = await setup({ q: 'agent' });
    const sort = inside<HTMLSelectElement>(results, 'select');
    const before = sort.value;

    refuse();
    sort.value = before === 'newest' ? 'relevance' : 'newest';
    const { value } = sort;
    sort.dispatchEvent(new Event('change'));
    await settled(results);

    expect(asked.map(({ criteria }) => criteria)).to.deep.equal([{ sort: value }]);
    expect(sort.value).to.equal(before);
  });

  it('tell a commune of the map and a trade of the barometer', async () => {
    const { page, asked } = await setup();
    const map = page.querySelector('town-jobs-map')!;
    const barometer = page.querySelector('town-jobs-barometer')!;
    await until(() => allInside(map, '[part=bubble]').length, 'no bubbles');
    await until(() => allInside(barometer, 'button[part=rank]').length, 'no ranks');

    inside(map, '[part=bubble]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    inside(barometer, 'button[part=rank]').click();

    expect(asked.map(({ target }) => (target as Element).localName)).to.deep.equal([
      'town-jobs-map',
      'town-jobs-barometer',
    ]);
    expect(asked.map(({ criteria }) => Object.keys(criteria))).to.deep.equal([['commune'], ['trade']]);
  });
});
