import { expect, html } from '@open-wc/testing';
import { calm, fault, requests } from '../../../test/kit/browser-kit.ts';
import { allInside, endpoint, inside, listen, onPage, ownName, until } from '../testing.ts';
import './counter.ts';
import type { TownJobsCounter } from './counter.ts';

async function setup(since: number) {
  const page = await onPage(html`
    <town-jobs-counter search=${ownName()} board="saint-omer" endpoint=${endpoint} since=${since}
      ><a href="/board">Offres d’emploi</a></town-jobs-counter
    >
  `);
  const counter = page.querySelector<TownJobsCounter>('town-jobs-counter')!;
  const untilNumber = () => until(() => allInside(counter, '[part=number]').length, 'no number came');
  return { counter, link: counter.querySelector('a')!, untilNumber };
}

describe('<town-jobs-counter>', () => {
  afterEach(calm);

  it('is accessible with its number', async () => {
    const { counter, untilNumber } = await setup(300);
    await untilNumber();

    await expect(counter).to.be.accessible();
  });

  it('says how many offers there are and how fresh they are, with one request', async () => {
    const { counter, untilNumber } = await setup(301);
    await untilNumber();

    expect(inside(counter, '[part=count]').textContent!.trim()).to.match(/^[\d\s]+ offres d’emploi$/);
    expect(inside(counter, '[part=fresh]').textContent).to.match(/^mises à jour aujourd’hui à \d\d?:\d\d$/);
    expect((await requests('/v1/')).map(({ path }) => path)).to.deep.equal(['/v1/boards/saint-omer/count']);
  });

  it('shows its link until the number comes', async () => {
    await fault('hold', { path: '/count' });
    const { counter, link, untilNumber } = await setup(302);
    expect(link.assignedSlot).to.not.equal(null);

    await calm();
    await untilNumber();

    expect(link.assignedSlot).to.equal(null);
    expect(counter.matches(':state(answers)')).to.equal(true);
  });

  it('keeps its link where no number comes', async () => {
    await fault('status', { status: 500, path: '/count' });
    const { counter, link } = await setup(303);
    await until(() => counter.matches(':state(failed)'), 'it did not fail');

    expect(link.assignedSlot).to.not.equal(null);
  });

  it('leads to a page where one is given', async () => {
    const { counter, untilNumber } = await setup(304);
    await untilNumber();
    expect(allInside(counter, 'a')).to.have.length(0);

    counter.setAttribute('href', '/emploi');
    await counter.updateComplete;

    expect(inside(counter, 'a').getAttribute('href')).to.equal('/emploi');
    expect(inside(counter, 'a').textContent).to.contain('offres d’emploi');
  });

  it('is no live region and does not move', async () => {
    const { counter, untilNumber } = await setup(305);
    const heard = listen(counter);
    await untilNumber();

    expect(heard).to.deep.equal([]);
    expect(allInside(counter, '[role=status], [aria-live]')).to.have.length(0);
    expect(counter.shadowRoot!.getAnimations()).to.have.length(0);
  });
});
