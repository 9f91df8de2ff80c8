import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { calm, fault, requests } from '../../../test/kit/browser-kit.ts';
import { luminance } from '../../theme/colour.ts';
import { allInside, cleanUp, endpoint, focused, inside, onPage, ownName, until } from '../testing.ts';
import '../results/results.ts';
import './map.ts';
import type { TownJobsMap } from './map.ts';
import { emulate, itWithMedia } from '../../../test/kit/media.ts';

async function setup({
  scheme = 'light',
  dir = 'ltr',
  locked = '',
  q = '',
  commune = '',
  hidden = false,
} = {}) {
  const name = ownName();
  const page = await onPage(html`
    <div dir=${dir}>
      <town-jobs-map search=${name} board="saint-omer" endpoint=${endpoint} scheme=${scheme} q=${q} commune=${commune} locked=${locked} ?hidden=${hidden}
        ><a href="/board">Offres d’emploi</a></town-jobs-map
      >
      <town-jobs-results search=${name} board="saint-omer" endpoint=${endpoint}></town-jobs-results>
    </div>
  `);
  const map = page.querySelector<TownJobsMap>('town-jobs-map')!;
  const results = page.querySelector('town-jobs-results')!;
  const bubbles = () => allInside<HTMLButtonElement>(map, '[part=bubble]');
  const label = (button: Element) => button.getAttribute('aria-label')!;
  const rows = async () => {
    inside<HTMLDetailsElement>(map, 'details').open = true;
    await until(() => allInside(map, 'tbody tr').length, 'no table came');
    return allInside(map, 'tbody tr');
  };
  return {
    page,
    map,
    bubbles,
    rows,
    label,
    view: () => inside(map, '[part=view]'),
    tool: (name: string) => inside<HTMLButtonElement>(map, `.tools [aria-label="${name}"]`),
    total: () => Number(inside(results, '[part=count]').textContent!.replaceAll(/\D/g, '')),
    untilBubbles: () => until(() => bubbles().length, 'no bubble came'),
    pressed: () => bubbles().filter((bubble) => bubble.ariaPressed === 'true'),
  };
}

const totalOf = (label: string) => Number(/([\d\s]+) offres?$/.exec(label)![1]!.replaceAll(/\s/g, ''));
const asked = async () =>
  (await requests('/v1/')).filter(({ path }) => path.endsWith('/map')).map(({ query }) => query);

/** The luminance of a colour as a browser computes it: "rgb(1, 2, 3)" or "color(srgb 0.1 0.2 0.3)". */
function luminanceOf(colour: string): number {
  const [r = 0, g = 0, b = 0] = colour.match(/[\d.]+/g)!.map(Number);
  const full = colour.startsWith('rgb') ? 1 : 255;
  return luminance([r * full, g * full, b * full]);
}

describe('<town-jobs-map>', () => {
  afterEach(async () => {
    await calm();
    cleanUp();
    await emulate({ media: 'screen', forcedColors: 'none' });
    await setViewport({ width: 800, height: 600 });
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible with its table, ${scheme}`, async () => {
      const { map, rows, untilBubbles } = await setup({ scheme });
      await untilBubbles();
      await rows();

      await expect(map).to.be.accessible();
    });

    it(`has bubbles that stand out from the ground, ${scheme}`, async () => {
      const { bubbles, view, untilBubbles } = await setup({ scheme });
      await untilBubbles();

      const [edge, ground] = [
        getComputedStyle(bubbles()[0]!).borderTopColor,
        getComputedStyle(view()).backgroundColor,
      ].map(luminanceOf);

      const [light, dark] = [Math.max(edge!, ground!), Math.min(edge!, ground!)];
      expect((light + 0.05) / (dark + 0.05)).to.be.above(3);
    });
  }

  it('asks once for a state of the search, and not for a commune that is chosen', async () => {
    const { bubbles, total, untilBubbles } = await setup({ q: 'agent' });
    await untilBubbles();
    const all = total();

    bubbles()[0]!.click();
    await until(() => total() && total() < all, 'the list is as long as before');

    expect(await asked()).to.deep.equal(['?q=agent']);
  });

  it('asks nothing while it is hidden', async () => {
    const { map, total, untilBubbles } = await setup({ hidden: true, q: 'vendeur' });
    await until(total, 'the search did not answer');
    expect(await asked()).to.deep.equal([]);

    map.hidden = false;
    await untilBubbles();

    expect(await asked()).to.deep.equal(['?q=vendeur']);
  });

  it('says where positions are approximate', async () => {
    const { map, untilBubbles } = await setup();
    await untilBubbles();

    expect(inside(map, '[part=notes]').textContent).to.contain('Les positions sont approchées.');
  });

  it('names its picture, and each bubble by commune and offers', async () => {
    const { map, bubbles, label, untilBubbles } = await setup();
    await untilBubbles();

    expect(inside(map, 'svg').getAttribute('aria-label')).to.equal('Carte des offres d’emploi');
    for (const bubble of bubbles()) expect(label(bubble)).to.match(/^\p{L}.*, [\d\s]+ offres?$/u);
    expect(label(bubbles()[0]!)).to.contain(inside(map, '[part=bubble] b').textContent!.trim());
  });

  it('has bubbles of at least 24 pixels that do not overlap, at every scale', async () => {
    const { bubbles, tool, map, untilBubbles } = await setup();
    await untilBubbles();
    const few = bubbles().length;

    for (let step = 0; step < 4; step++) {
      const boxes = bubbles().map((bubble) => bubble.getBoundingClientRect());
      for (const [index, a] of boxes.entries()) {
        expect(a.width).to.be.at.least(24);
        for (const b of boxes.slice(index + 1)) {
          const apart = Math.hypot(
            a.x + a.width / 2 - b.x - b.width / 2,
            a.y + a.height / 2 - b.y - b.height / 2,
          );
          expect(apart).to.be.at.least((a.width + b.width) / 2 - 0.1);
        }
      }
      tool('Zoomer').click();
      await map.updateComplete;
    }

    expect(bubbles().length).to.be.above(few);
  });

  it('adds up to the same as its table', async () => {
    const { bubbles, rows, label, untilBubbles } = await setup();
    await untilBubbles();
    const sum = (all: readonly Element[]) => all.reduce((total, one) => total + totalOf(label(one)), 0);

    const buttons = (await rows()).map((row) => row.querySelector('button')!);

    expect(sum(bubbles())).to.equal(sum(buttons));
  });

  it('narrows the list to a commune of the table, as many as it said, and back', async () => {
    const { map, rows, label, total, pressed, untilBubbles } = await setup();
    await untilBubbles();
    const button = (await rows())[1]!.querySelector('button')!;
    const all = total();

    button.click();
    await until(() => total() === totalOf(label(button)), 'the list does not agree');
    expect(button.ariaPressed).to.equal('true');
    expect(location.search).to.match(/-commune=\d[\dAB]\d{3}(&|$)/);

    const clear = allInside(map, '.tools button').find(({ textContent }) => /Toutes les/.test(textContent!))!;
    clear.click();
    await until(() => total() === all, 'the list is not whole again');
    expect(pressed()).to.deep.equal([]);
  });

  itWithMedia('shows what is chosen by more than colour', async () => {
    const { bubbles, pressed, untilBubbles } = await setup();
    await untilBubbles();

    bubbles()[0]!.click();
    await until(() => pressed().length, 'nothing is pressed');

    const [chosen] = pressed();
    expect(getComputedStyle(chosen!.querySelector('b')!, '::before').content).to.equal('"✓"');
    await emulate({ forcedColors: 'active' });
    expect(getComputedStyle(chosen!).borderTopWidth).to.equal('3px');
    expect(getComputedStyle(chosen!).backgroundColor).to.not.equal(
      getComputedStyle(bubbles().find(({ ariaPressed }) => ariaPressed === 'false')!).backgroundColor,
    );
  });

  it('comes nearer to a bubble of more communes than a search can name', async () => {
    const many = Array.from({ length: 166 }, (_, index) => String(80_001 + index));
    const { map, bubbles, total, untilBubbles } = await setup({ commune: many.join() });
    await untilBubbles();
    const before = total();

    bubbles()[0]!.click();
    await map.updateComplete;

    expect(inside(map, 'svg').style.transform).to.match(/scale\(1\.6\)$/);
    expect(total()).to.equal(before);
    expect(map.matches(':state(answers)')).to.equal(true);
  });

  it('leaves fixed communes as they are', async () => {
    const { bubbles, pressed, untilBubbles } = await setup({ locked: 'commune' });
    await untilBubbles();

    bubbles()[0]!.click();

    expect(bubbles()[0]!.ariaDisabled).to.equal('true');
    expect(pressed()).to.deep.equal([]);
    expect(location.search).to.not.contain('commune');
  });

  it('zooms and moves with keys, keeps the focus on its commune, and Escape leaves it', async () => {
    const { map, bubbles, untilBubbles } = await setup();
    await untilBubbles();
    const ground = () => inside(map, 'svg').style.transform;
    bubbles()[0]!.focus();
    const { code } = bubbles()[0]!.dataset;

    await sendKeys({ press: '+' });
    expect(ground()).to.match(/scale\(1\.6\)/);
    const before = ground();
    await sendKeys({ press: 'ArrowRight' });
    expect(ground()).to.not.equal(before);
    expect(focused()!.getAttribute('data-code')).to.equal(code);
    expect(inside(map, 'svg').getAttribute('viewBox')).to.be.a('string');

    await sendKeys({ press: 'Escape' });
    expect(focused()!.localName).to.equal('summary');
  });

  it('shows where the focus is, also on a page that hides it', async () => {
    const { page, bubbles, untilBubbles } = await setup();
    await untilBubbles();
    const style = document.createElement('style');
    style.textContent = '* { outline: none !important }';
    page.append(style);

    bubbles()[1]!.focus();
    await sendKeys({ press: 'Tab' });

    expect(getComputedStyle(focused()!).outlineStyle).to.equal('solid');
    expect(getComputedStyle(focused()!).outlineWidth).to.equal('2px');
  });

  it('can be passed by at once', async () => {
    const { map, untilBubbles } = await setup();
    await untilBubbles();

    inside(map, '.skip').click();

    expect(focused()!.localName).to.equal('summary');
  });

  it('zooms with ctrl and the wheel, and leaves the wheel to the page without', async () => {
    const { map, view, untilBubbles } = await setup();
    await untilBubbles();
    const turn = (ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', { deltaY: -100, ctrlKey, bubbles: true, cancelable: true });
      view().dispatchEvent(event);
      return event.defaultPrevented;
    };

    expect(turn(false)).to.equal(false);
    await map.updateComplete;
    expect(inside(map, 'svg').style.transform).to.contain('scale(1)');
    expect(turn(true)).to.equal(true);
    await map.updateComplete;
    expect(inside(map, 'svg').style.transform).to.not.contain('scale(1)');
  });

  it('zooms with two fingers, and leaves one finger to the page', async () => {
    const { map, view, untilBubbles } = await setup();
    await untilBubbles();
    const touch = (type: string, ...places: number[]) => {
      // Firefox on a machine without a touch screen has no constructor of these events.
      const touches = places.map((clientX) => ({ clientX, clientY: 200 }));
      const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { touches });
      view().dispatchEvent(event);
      return event.defaultPrevented;
    };

    expect([touch('touchstart', 100), touch('touchmove', 150)]).to.deep.equal([false, false]);
    touch('touchstart', 200, 300);
    expect(touch('touchmove', 150, 350)).to.equal(true);
    await map.updateComplete;

    expect(inside(map, 'svg').style.transform).to.contain('scale(2)');
  });

  it('is not mirrored on a page that runs from right to left: west stays left, also among its buttons', async () => {
    const { map, view, tool, untilBubbles } = await setup({ dir: 'rtl' });
    await untilBubbles();
    const right = (element: Element) => element.getBoundingClientRect().right;

    expect(getComputedStyle(view()).direction).to.equal('ltr');
    const [west, east] = ['Vers l’ouest', 'Vers l’est'].map(
      (name) => tool(name).getBoundingClientRect().left,
    );
    expect(west).to.be.lessThan(east!);
    expect(right(inside(map, '.tools'))).to.be.closeTo(right(view()), 1);
  });

  it('fits 320 pixels', async () => {
    await setViewport({ width: 320, height: 640 });
    const { rows, untilBubbles } = await setup();
    await untilBubbles();
    await rows();

    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  itWithMedia('is its table on paper', async () => {
    const { map, view, untilBubbles } = await setup();
    await untilBubbles();

    await emulate({ media: 'print' });
    await until(() => allInside(map, 'tbody tr').length, 'no table came');

    expect(getComputedStyle(view()).display).to.equal('none');
    expect(inside(map, '.paper').getBoundingClientRect().width).to.be.above(0);
  });

  it('shows its link until the answer, says what went wrong, and asks again', async () => {
    await fault('status', { status: 500, path: '/map' });
    const { map, untilBubbles } = await setup({ q: 'aide' });
    await until(() => map.matches(':state(failed)'), 'it did not fail');
    expect(inside(map, '[role=status]').textContent).to.contain('rencontre un problème');

    await calm();
    inside(map, '.failure button').click();
    await untilBubbles();

    expect(map.matches(':state(answers)')).to.equal(true);
    expect(inside(map, '[role=status]').textContent!.trim()).to.equal('');
  });

  it('says that there is nothing', async () => {
    const { map } = await setup({ q: 'introuvablement' });
    await until(() => map.matches(':state(none)'), 'no answer came');

    expect(inside(map, '.said').textContent).to.contain('Aucune offre à placer');
  });

  it('moves nothing by itself', async () => {
    const { map, tool, untilBubbles } = await setup();
    await untilBubbles();

    tool('Zoomer').click();
    await map.updateComplete;

    expect(map.shadowRoot!.getAnimations()).to.have.length(0);
  });
});
