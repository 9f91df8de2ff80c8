import { expect, html } from '@open-wc/testing';
import type { CSSResultOrNative, LitElement } from 'lit';
import '../elements/results/results.ts';
import '../elements/search/search.ts';
import '../elements/town-jobs/town-jobs.ts';
import '../elements/counter/counter.ts';
import { cleanUp, endpoint, inside, onPage, ownName, settled, until } from '../elements/testing.ts';
import { readableRules } from './readable.ts';
import { privateName, VARIABLES } from './variables.ts';
import { emulate, itWithMedia } from '../../test/kit/media.ts';

async function setup({ css = '', board = 'pessac', scheme = 'auto' } = {}) {
  const page = await onPage(html`
    <section>
      <town-jobs-search search=${ownName()} board=${board} endpoint=${endpoint} scheme=${scheme}></town-jobs-search>
    </section>
  `);
  const style = document.createElement('style');
  style.textContent = css;
  page.append(style);
  const search = page.querySelector('town-jobs-search')!;
  const colour = (name: string) =>
    getComputedStyle(inside(search, '.base')).getPropertyValue(privateName(name)).trim();
  const untilBoard = () => until(() => search.shadowRoot!.querySelector('#radius option'), 'no board');
  // What a page's own switch does: the theme is read again.
  const touch = async () => {
    document.documentElement.toggleAttribute('data-touched');
    await new Promise(requestAnimationFrame);
  };
  return { page, search, colour, untilBoard, touch };
}

describe('the theme of an element', () => {
  let warned: string[] = [];
  const { warn } = console;

  beforeEach(() => {
    warned = [];
    console.warn = (text: string) => warned.push(text);
  });
  afterEach(async () => {
    console.warn = warn;
    cleanUp();
    await emulate({ colorScheme: 'light' });
  });

  it('takes the page before the board before the default', async () => {
    const { search, colour, untilBoard, touch } = await setup();
    await untilBoard();
    await settled(search);
    const ofBoard = colour('color-primary');
    expect(ofBoard).to.match(/^#/);
    expect(ofBoard).to.not.equal(VARIABLES['color-primary']);

    search.style.setProperty('--town-jobs-color-primary', 'rebeccapurple');
    await touch();

    expect(colour('color-primary')).to.equal('#663399');
  });

  it('takes variables from a wrapper', async () => {
    const css = 'section { --town-jobs-color-primary: hsl(0 100% 25%) }';
    const { colour, touch } = await setup({ css });
    await touch();

    expect(colour('color-primary')).to.equal('#800000');
    expect(colour('color-link')).to.equal('#800000');
  });

  itWithMedia('stays light at night on a page that stays white, and goes dark on a dark ground', async () => {
    const { page, colour, touch } = await setup();
    await emulate({ colorScheme: 'dark' });
    await touch();
    const onWhite = colour('color-surface');

    page.querySelector('section')!.className = 'night';
    page.append(
      Object.assign(document.createElement('style'), { textContent: '.night{background:#101820}' }),
    );
    await touch();

    expect(onWhite).to.equal('#ffffff');
    expect(colour('color-surface')).to.not.equal('#ffffff');
  });

  itWithMedia('goes dark with the system, and stays light where the page says so', async () => {
    const dark = await setup({ css: ':root { color-scheme: light dark }' });
    const light = await setup({ scheme: 'light' });

    await emulate({ colorScheme: 'dark' });
    await until(() => dark.colour('color-surface') !== '#ffffff', 'it stayed light');

    expect(light.colour('color-surface')).to.equal('#ffffff');
    expect(getComputedStyle(inside(dark.search, '.base')).colorScheme).to.equal('dark');
  });

  itWithMedia('goes dark in all parts of a board at once', async () => {
    const page = await onPage(html`
      <style>
        :root { color-scheme: light dark }
        @media (prefers-color-scheme: dark) { .stands { background: #101820 } }
      </style>
      <section class="stands">
        <town-jobs search=${ownName()} board="pessac" endpoint=${endpoint}></town-jobs>
      </section>
    `);
    const board = page.querySelector('town-jobs')!;
    const search = () => board.shadowRoot!.querySelector('town-jobs-search');
    await until(() => search()?.shadowRoot?.querySelector('#radius option'), 'no board');
    const schemes = () =>
      [board, search()!].map((element) => getComputedStyle(inside(element, '.base')).colorScheme);

    await emulate({ colorScheme: 'dark' });
    await until(() => schemes()[0] === 'dark', 'it stayed light');

    expect(schemes()).to.deep.equal(['dark', 'dark']);
  });

  it('replaces a colour that cannot be read, and says so once', async () => {
    const css = 'section { --town-jobs-color-primary: #005a9c; --town-jobs-color-muted: #cccccc }';
    const { colour, touch } = await setup({ css });
    await touch();
    await (await setup({ css })).touch();
    await until(() => warned.length, 'nothing was said');

    expect(colour('color-primary')).to.equal('#005a9c');
    expect(colour('color-muted')).to.not.equal('#cccccc');
    expect(warned.filter((text) => text.includes('#cccccc'))).to.have.length(1);
    expect(warned.find((text) => text.includes('#cccccc'))).to.contain(colour('color-muted'));
  });

  it('does not believe what is no colour', async () => {
    const { colour, touch } = await setup({ css: 'section { --town-jobs-color-primary: red; } body > x {}' });
    await touch();
    expect(colour('color-primary')).to.equal('#ff0000');

    const other = await setup({
      css: 'section { --town-jobs-color-surface: url(x); --town-jobs-radius: red }',
    });
    await other.touch();

    expect(other.colour('color-surface')).to.equal('#ffffff');
  });

  it('lets no value of the board out of its rule', () => {
    const board = { radius: '0} * {display:none', 'font-family': 'x;y:z', space: '2em' };

    const rules = readableRules(document.body, board, false);

    expect(rules)
      .to.contain(',2em);')
      .and.not.match(/display|y:z/);
  });

  it('says an unknown scheme once and goes on as if none was named', async () => {
    const { search } = await setup({ scheme: 'sepia' });
    await settled(search);
    await until(() => warned.length, 'nothing was said');

    expect((search as unknown as { scheme: string }).scheme).to.equal('auto');
    expect(warned).to.deep.equal(['town-jobs: scheme="sepia" is not known; use light, dark or auto.']);
  });

  it('sets no style attribute and no style element', async () => {
    const { search, untilBoard } = await setup();
    await untilBoard();

    expect(search.shadowRoot!.querySelectorAll('style, [style]')).to.have.length(0);
  });

  it('reads no variable in any style sheet but those of the table', () => {
    const known = new Set(Object.keys(VARIABLES).map(privateName));
    expect(known.size).to.be.at.most(20);
    const sheets = ['town-jobs', 'town-jobs-search', 'town-jobs-results', 'town-jobs-counter'].map((tag) => {
      const { elementStyles } = customElements.get(tag) as unknown as typeof LitElement;
      return elementStyles.flatMap((sheet) => rulesOf(sheet)).join('');
    });
    // What an element says to those inside it is set by one sheet and read by another.
    const own = new Set([...sheets.join('').matchAll(/(--_[\w-]+):/g)].map(([, name]) => name));
    for (const css of sheets) {
      const read = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!);
      expect(read.length).to.be.above(0);
      for (const name of read) if (!own.has(name)) expect(known).to.include(name);
      expect(css).to.not.match(/\drem\b|light-dark\(|:state\(/);
    }
  });
});

function rulesOf(sheet: CSSResultOrNative): string[] {
  const { cssRules } = sheet instanceof CSSStyleSheet ? sheet : sheet.styleSheet!;
  return [...cssRules].map(({ cssText }) => cssText);
}
