import { expect, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { calm, fault, requests } from '../../../test/kit/browser-kit.ts';
import type { TownJobsSearchEvent } from '../events.ts';
import {
  allInside,
  cleanUp,
  endpoint,
  focused,
  inside,
  listen,
  onPage,
  ownName,
  settled,
  spoken,
  until,
} from '../testing.ts';
import './search.ts';
import type { TownJobsSearch } from './search.ts';

async function setup() {
  const name = ownName();
  const page = await onPage(html`
    <button id="before">before</button>
    <town-jobs-search search=${name} board="saint-omer" endpoint=${endpoint}
      ><a href="/board">Voir les offres</a></town-jobs-search
    >
    <button id="after">after</button>
  `);
  const search = page.querySelector<TownJobsSearch>('town-jobs-search')!;
  await until(() => search.shadowRoot!.querySelector('#radius option'), 'the board did not come');
  const box = (id: string) => {
    const input = inside<HTMLInputElement>(search, `#${id}`);
    const list = inside<HTMLUListElement>(search, `#${id}-list`);
    return {
      input,
      list,
      options: () => [...list.querySelectorAll<HTMLElement>('[role=option]')],
      active: () => input.getAttribute('aria-activedescendant'),
      selected: () => list.querySelector('[aria-selected=true]')?.id ?? null,
      isOpen: () => input.getAttribute('aria-expanded') === 'true',
    };
  };
  const words = box('words');
  const heard: TownJobsSearchEvent[] = [];
  search.addEventListener('town-jobs-search', (event) => heard.push(event));
  const typed = async (text: string, { input, options, isOpen } = words) => {
    input.focus();
    await sendKeys({ type: text });
    await until(() => isOpen() && options().length, `no suggestion for ${text}`);
  };
  return { name, page, search, words, where: box('where'), heard, typed };
}

const press = async (search: TownJobsSearch, ...keys: string[]) => {
  for (const combination of keys) {
    // Only Chromium's driver knows "Alt+ArrowDown" as one.
    const held = combination.split('+');
    const key = held.pop()!;
    for (const down of held) await sendKeys({ down });
    await sendKeys({ press: key });
    for (const up of held) await sendKeys({ up });
    await settled(search);
  }
};

describe('<town-jobs-search>', () => {
  afterEach(async () => {
    await calm();
    await resetMouse();
    cleanUp();
  });

  it('shows what is to be typed where, whole, on any width', async () => {
    const { search, where } = await setup();
    const { input } = where;
    const pen = document.createElement('canvas').getContext('2d')!;

    const cut: number[] = [];
    for (let width = 280; width <= 1200; width += 20) {
      search.style.inlineSize = `${width}px`;
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(input);
      pen.font = font;
      const room = input.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
      if (pen.measureText(input.placeholder).width > room) cut.push(width);
    }
    expect(cut).to.deep.equal([]);
  });

  it('is accessible closed, open and with an active suggestion', async () => {
    const { search, typed } = await setup();
    await expect(search).to.be.accessible();

    await typed('inf');
    await expect(search).to.be.accessible();

    await press(search, 'ArrowDown');
    await expect(search).to.be.accessible();
  });

  it('is a search landmark whose fields have visible labels', async () => {
    const { search } = await setup();
    const labels = ['words', 'where', 'radius'].map((id) => inside(search, `label[for=${id}]`));

    expect(inside(search, 'form').getAttribute('role')).to.equal('search');
    expect(labels.map((label) => label.textContent)).to.deep.equal(['Métier ou mot-clé', 'Où', 'Rayon']);
    for (const label of labels) expect(label.getBoundingClientRect().height).to.be.above(10);
  });

  describe('combobox', () => {
    it('says what it is while it is closed', async () => {
      const { words } = await setup();

      expect(words.input.getAttribute('role')).to.equal('combobox');
      expect(words.input.getAttribute('aria-autocomplete')).to.equal('list');
      expect(words.input.getAttribute('aria-expanded')).to.equal('false');
      expect(words.input.getAttribute('aria-controls')).to.equal(words.list.id);
      expect(words.active()).to.equal(null);
      expect(words.list.hidden).to.equal(true);
      expect(words.list.getAttribute('aria-label')).to.equal('Suggestions');
    });

    it('opens while one types, with nothing active', async () => {
      const { words, typed } = await setup();

      await typed('inf');

      expect(words.isOpen()).to.equal(true);
      expect(words.list.hidden).to.equal(false);
      expect(words.active()).to.equal(null);
      expect(words.selected()).to.equal(null);
      expect(words.input.value).to.equal('inf');
      expect([...words.list.children].every((child) => child.getAttribute('role') === 'option')).to.equal(
        true,
      );
      expect(words.list.querySelectorAll('a, button, input')).to.have.length(0);
    });

    it('goes down and up through the suggestions and around the ends', async () => {
      const { search, words, typed } = await setup();
      await typed('inf');
      const last = words.options().length - 1;
      expect(last).to.be.above(0);

      for (const [key, index] of [
        ['ArrowDown', 0],
        ['ArrowDown', 1],
        ['ArrowUp', 0],
        ['ArrowUp', last],
        ['ArrowDown', 0],
      ] as const) {
        await press(search, key);
        expect(words.active()).to.equal(words.options()[index]!.id);
        expect(words.selected()).to.equal(words.active());
        expect(words.list.querySelectorAll('[aria-selected=true]')).to.have.length(1);
        expect(focused()).to.equal(words.input);
      }
    });

    it('starts at the last suggestion with ArrowUp', async () => {
      const { search, words, typed } = await setup();
      await typed('inf');

      await press(search, 'ArrowUp');

      expect(words.active()).to.equal(words.options().at(-1)!.id);
    });

    it('fills in the active suggestion with Enter, closes and does not search', async () => {
      const { search, words, heard, typed } = await setup();
      await typed('inf');
      const text = words.options()[0]!.querySelector('span')!.textContent;

      await press(search, 'ArrowDown', 'Enter');

      expect(words.input.value).to.equal(text);
      expect(words.isOpen()).to.equal(false);
      expect(words.active()).to.equal(null);
      expect(heard).to.have.length(0);
    });

    it('searches for the text with Enter where nothing is active', async () => {
      const { search, words, heard, typed } = await setup();
      await typed('inf');

      await press(search, 'Enter');

      expect(heard.map(({ criteria }) => criteria.q)).to.deep.equal(['inf']);
      expect(words.isOpen()).to.equal(false);
      expect(focused()).to.equal(words.input);
    });

    it('closes with Escape, and clears with a second one', async () => {
      const { search, words, typed } = await setup();
      await typed('inf');

      await press(search, 'ArrowDown', 'Escape');
      expect(words.isOpen()).to.equal(false);
      expect(words.active()).to.equal(null);
      expect(words.input.value).to.equal('inf');

      await press(search, 'Escape');
      expect(words.input.value).to.equal('');
      expect(focused()).to.equal(words.input);
    });

    it('opens again with Alt+Down without anything active, and with Down at the first one', async () => {
      const { search, words, typed } = await setup();
      await typed('inf');
      await press(search, 'Escape');

      await press(search, 'Alt+ArrowDown');
      await until(() => words.isOpen(), 'Alt+Down');
      expect(words.active()).to.equal(null);

      await press(search, 'Alt+ArrowUp');
      expect(words.isOpen()).to.equal(false);

      await press(search, 'ArrowDown');
      await until(() => words.active(), 'Down');
      expect(words.active()).to.equal(words.options()[0]!.id);
    });

    it('keeps Home, End, Left and Right in the text', async () => {
      const { search, words, typed } = await setup();
      await typed('inf');

      for (const [key, caret] of [
        ['Home', 0],
        ['End', 3],
        ['ArrowLeft', 2],
        ['ArrowRight', 3],
      ] as const) {
        await press(search, 'ArrowDown', key);
        expect(words.input.selectionStart, key).to.equal(caret);
        expect(words.active(), key).to.equal(null);
        expect(words.isOpen(), key).to.equal(true);
      }
    });

    it('forgets the active suggestion when one types on', async () => {
      const { search, words, typed } = await setup();
      await typed('inf');
      await press(search, 'ArrowDown');

      await sendKeys({ type: 'i' });
      await settled(search);

      expect(words.active()).to.equal(null);
      expect(words.input.value).to.equal('infi');
    });

    it('closes when the focus leaves, and Tab goes on to the next field', async () => {
      const { search, words, where, typed } = await setup();
      await typed('inf');

      await press(search, 'Tab');

      expect(words.isOpen()).to.equal(false);
      expect(focused()).to.equal(where.input);
    });

    it('closes on a click outside', async () => {
      const { page, words, typed } = await setup();
      await typed('inf');
      const { x, y } = page.querySelector('#before')!.getBoundingClientRect();

      await sendMouse({ type: 'click', position: [Math.ceil(x) + 3, Math.ceil(y) + 3] });

      expect(words.isOpen()).to.equal(false);
    });

    it('keeps the focus in the box when a suggestion is clicked', async () => {
      const { words, typed } = await setup();
      await typed('inf');
      const option = words.options()[0]!;
      const text = option.querySelector('span')!.textContent;
      const { x, y, width, height } = option.getBoundingClientRect();

      await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });

      await until(() => words.input.value === text, 'the suggestion was not taken');
      expect(focused()).to.equal(words.input);
      expect(words.isOpen()).to.equal(false);
    });

    it('says the number of suggestions once a pause, not once a key', async () => {
      const { search, words, typed } = await setup();
      const heard = listen(search);

      await typed('inf');
      await until(() => heard.length, 'nothing was said');

      expect(heard).to.deep.equal([spoken(search)]);
      expect(spoken(search)).to.equal(
        words.options().length === 1 ? '1 suggestion' : `${words.options().length} suggestions`,
      );
    });

    it('says that there is no suggestion and shows no empty list', async () => {
      const { search, words } = await setup();
      words.input.focus();

      await sendKeys({ type: 'qqzz' });
      await until(() => spoken(search) === 'Aucune suggestion', 'nothing was said');

      expect(words.isOpen()).to.equal(false);
      expect(words.list.hidden).to.equal(true);
    });

    it('does without suggestions where none come', async () => {
      await fault('status', { status: 500, path: '/suggest' });
      const { search, words, heard } = await setup();
      words.input.focus();
      await sendKeys({ type: 'soudeur' });
      await until(async () => (await requests('/suggest')).length, 'it was not asked');

      await press(search, 'Enter');

      expect(words.isOpen()).to.equal(false);
      expect(heard.map(({ criteria }) => criteria.q)).to.deep.equal(['soudeur']);
    });
  });

  it('asks for a chosen commune by its code and for typed words as they are', async () => {
    const { search, where, heard, typed } = await setup();
    await typed('saint-om', where);
    await press(search, 'ArrowDown', 'Enter');
    expect(where.input.value).to.equal('Saint-Omer');
    await press(search, 'Enter');

    where.input.select();
    await sendKeys({ type: 'Arques' });
    await press(search, 'Enter');

    expect(heard.map(({ criteria }) => criteria.place)).to.deep.equal(['62765', 'Arques']);
  });

  it("offers the board's radii and sends one only with a place", async () => {
    const { search, where, heard } = await setup();
    const select = inside<HTMLSelectElement>(search, '#radius');
    expect(select.options.length).to.be.above(2);
    const radius = Number(select.options[0]!.value);
    select.value = String(radius);
    select.dispatchEvent(new Event('change'));
    await settled(search);

    inside<HTMLFormElement>(search, 'form').requestSubmit();
    where.input.focus();
    await sendKeys({ type: 'Arques' });
    await press(search, 'Enter');

    expect(heard.map(({ criteria }) => criteria.radius)).to.deep.equal([undefined, radius]);
    expect(select.value).to.equal(String(radius));
  });

  it('lets the page refuse a search', async () => {
    const { name, search, words } = await setup();
    search.addEventListener('town-jobs-search', (event) => event.preventDefault());
    words.input.focus();
    await sendKeys({ type: 'soudeur' });

    await press(search, 'Enter');

    expect(location.search).to.not.contain(`${name}-q`);
  });

  it('keeps the words where a browser resets the boxes, as Safari does with a page that comes back', async () => {
    const { search, words } = await setup();
    words.input.focus();
    await sendKeys({ type: 'agent' });
    await settled(search);

    words.input.form!.reset();

    expect(words.input.value).to.equal('agent');
  });

  it('shows what a search was asked elsewhere', async () => {
    const { name, words, where } = await setup();
    const other = await onPage(
      html`<town-jobs-search search=${name} board="saint-omer" endpoint=${endpoint}></town-jobs-search>`,
    );
    const twin = other.querySelector<TownJobsSearch>('town-jobs-search')!;
    await settled(twin);
    inside<HTMLInputElement>(twin, '#words').value = 'soudeur';
    inside(twin, '#words').dispatchEvent(new Event('input'));
    inside<HTMLInputElement>(twin, '#where').value = '62765';
    inside(twin, '#where').dispatchEvent(new Event('input'));

    inside<HTMLFormElement>(twin, 'form').requestSubmit();

    await until(() => words.input.value === 'soudeur', 'the words did not come');
    await until(() => where.input.value === 'Saint-Omer', 'the name of the place did not come');
  });

  it('asks for the position on a click only, and rounds it', async () => {
    const { search, where, heard } = await setup();
    const { geolocation } = navigator;
    const asked: unknown[] = [];
    const coords = { latitude: 50.748_61, longitude: 2.256_93 };
    Object.defineProperty(navigator, 'geolocation', {
      configurable: true,
      value: {
        getCurrentPosition: (found: (position: unknown) => void) => {
          asked.push(coords);
          found({ coords });
        },
      },
    });
    expect(asked).to.have.length(0);

    inside<HTMLButtonElement>(search, '[part=near]').click();
    await until(() => heard.length, 'it did not search');
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });

    expect(heard[0]!.criteria.place).to.equal('50.75,2.26');
    await until(() => where.input.value === 'Autour de moi', 'the box does not say it');
  });

  it('says that the position is not available', async () => {
    const { search } = await setup();
    const { geolocation } = navigator;
    Object.defineProperty(navigator, 'geolocation', {
      configurable: true,
      value: { getCurrentPosition: (_: unknown, failed: (error: unknown) => void) => failed({ code: 1 }) },
    });

    inside<HTMLButtonElement>(search, '[part=near]').click();
    await until(() => spoken(search).includes('n’est pas disponible'), 'it was not said');
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });

    expect(allInside(search, '[aria-busy=true]')).to.have.length(0);
  });

  it('has targets of 44 pixels', async () => {
    const { search } = await setup();

    for (const control of allInside(search, 'input, select, button')) {
      expect(control.getBoundingClientRect().height, control.id || control.className).to.be.at.least(44);
    }
  });
});
