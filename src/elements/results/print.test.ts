import { expect, html } from '@open-wc/testing';
import { calm } from '../../../test/kit/browser-kit.ts';
import {
  allInside,
  cleanUp,
  counted,
  endpoint,
  inside,
  onPage,
  ownName,
  until,
  untilOffers,
} from '../testing.ts';
import '../town-jobs/town-jobs.ts';
import { emulate, itWithMedia } from '../../../test/kit/media.ts';

const seen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 1;

async function setup(query: string) {
  const name = ownName();
  history.replaceState(history.state, '', `?${name}-${query}`);
  const page = await onPage(
    html`<town-jobs search=${name} board="saint-omer" endpoint=${endpoint}></town-jobs>`,
  );
  const board = page.firstElementChild!;
  await until(() => board.shadowRoot!.querySelector('town-jobs-results'), 'no list came');
  const results = inside(board, 'town-jobs-results');
  await untilOffers(results);
  return { board, results };
}

describe('<town-jobs> on paper', () => {
  afterEach(async () => {
    await emulate({ media: 'screen' });
    cleanUp();
    history.replaceState(history.state, '', location.pathname);
  });
  after(calm);

  itWithMedia(
    'is a list that says what it is of, with an address for each offer and nothing to press',
    async () => {
      const { board, results } = await setup('contract=cdi');
      await until(() => allInside(results, '[part=chip]').length, 'no chip came');

      await emulate({ media: 'print' });

      expect(counted(results)).to.match(/^\d+ offres d’emploi/);
      const [chip] = allInside(results, '[part=chip]');
      expect(seen(chip!)).to.equal(true);
      expect(chip!.textContent).to.contain('CDI');
      for (const link of allInside<HTMLAnchorElement>(results, '[part=link]')) {
        expect(getComputedStyle(link, '::after').content).to.equal(`"${link.href}"`);
      }
      const buttons = [
        board,
        results,
        inside(board, 'town-jobs-search'),
        inside(board, 'town-jobs-filters'),
      ].flatMap((element) => allInside(element, 'button:not([part=chip]), input, select'));
      expect(buttons.filter(seen)).to.deep.equal([]);
      const [first, second] = allInside(results, '[part=card]').map((card) => card.getBoundingClientRect());
      expect(second!.top).to.equal(first!.top);
    },
  );

  itWithMedia('is the list where a map is shown in its place', async () => {
    const { board, results } = await setup('q=agent');
    inside(board, '[part=switch]').click();
    await until(() => !seen(inside(results, '[part=list]')), 'the map does not take its place');

    await emulate({ media: 'print' });

    expect(seen(inside(results, '[part=list]'))).to.equal(true);
    expect(seen(inside(board, '.map'))).to.equal(false);
  });
});
