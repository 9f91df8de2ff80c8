import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import manifest from '../custom-elements.json' with { type: 'json' };
import { VARIABLES, variable } from '../src/theme/variables.ts';
import './frame.ts';
import answers from './recorded/answers.json' with { type: 'json' };
import { RECORDED } from './recorded/endpoint.ts';

/** What the manifest says of something that a designer can reach. */
interface Documented {
  name: string;
  description: string;
  default?: string;
}

interface ElementEntry {
  tagName: string;
  cssParts?: Documented[];
  cssStates?: Documented[];
  cssProperties?: Documented[];
}

/** A value for each variable, by its name without prefix. */
type Values = Record<string, string>;

const ELEMENTS = manifest.modules
  .flatMap(({ declarations }) => declarations as Partial<ElementEntry>[])
  .filter((entry): entry is ElementEntry => entry.tagName !== undefined);
const DOCUMENTED = ELEMENTS[0]!.cssProperties!;

/** The recorded board that brings an element into each of its states. */
const BOARD_OF: Record<string, string> = {
  before: '',
  loading: 'loading',
  answers: 'saint-omer',
  none: 'none',
  closed: 'none',
  failed: 'failed',
  offline: 'offline',
};

const meta: Meta<Values> = {
  title: 'Theme',
  argTypes: Object.fromEntries(
    DOCUMENTED.map(({ name, description }) => {
      const short = name.replace('--town-jobs-', '');
      return [short, { description, control: short.startsWith('color-') ? 'color' : 'text' }];
    }),
  ),
};
export default meta;

type Story = StoryObj<Values>;

/** Every variable with its default and what it is for; the controls change them on the board beside the table. */
export const Variables: Story = {
  args: { ...VARIABLES },
  render: (values) =>
    page(
      html`<div class="beside">
        <table>
          <caption>Variables</caption>
          <thead><tr><th scope="col">variable</th><th scope="col">default</th><th scope="col">what it is for</th></tr></thead>
          <tbody>${DOCUMENTED.map(
            ({ name, default: value = '', description }) => html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td>${value.startsWith('#') ? html`<span class="swatch" style="background:${value}"></span> ` : ''}<code>${value}</code></td>
              <td>${description}</td>
            </tr>`,
          )}</tbody>
        </table>
        <div style=${changed(values)}>${shown('town-jobs', 'saint-omer')}</div>
      </div>`,
    ),
};

/** Every part of every element: the one that is chosen in a table is framed in the element beside it. */
export const Parts: Story = {
  render: () =>
    page(
      html`${ELEMENTS.map(
        ({ tagName, cssParts = [] }) => html`<section class=${`parts-${tagName}`}>
          <h2><code>${tagName}</code></h2>
          <style>
            ${cssParts.map(
              ({ name }) =>
                `.parts-${tagName}:has([value="${name}"]:checked) ${tagName}::part(${name}) { outline: 3px solid #c026d3; outline-offset: 2px; }`,
            )}
          </style>
          <div class="beside">
            <fieldset>
              <legend>Parts of ${tagName}</legend>
              ${cssParts.map(
                ({ name, description }, index) => html`<label
                  ><input type="radio" name=${`part-${tagName}`} value=${name} ?checked=${index === 0} />
                  <span><code>::part(${name})</code> ${description}</span></label
                >`,
              )}
            </fieldset>
            ${shown(tagName, 'saint-omer')}
          </div>
        </section>`,
      )}`,
    ),
};

/** Every state of every element that has some; what an element's own `:state()` selects is framed. */
export const States: Story = {
  render: () =>
    page(
      html`${ELEMENTS.filter(({ cssStates = [] }) => cssStates.length > 0).map(
        ({ tagName, cssStates = [] }) => html`<section>
          <h2><code>${tagName}</code></h2>
          <div class="states">
            ${cssStates.map(
              ({ name, description }) => html`<figure class=${`state-${name}`}>
                <style>
                  .state-${name} ${tagName}:state(${name}) { outline: 3px solid #c026d3; outline-offset: 4px; }
                </style>
                <figcaption><code>:state(${name})</code> ${description}</figcaption>
                ${shown(tagName, BOARD_OF[name]!)}
              </figure>`,
            )}
          </div>
        </section>`,
      )}`,
    ),
};

/** Three towns: each gives one main colour, and its page the typeface and the corners. */
export const ThreeTowns: Story = {
  render: () =>
    page(
      html`<div class="towns">
        ${Object.entries(TOWNS).map(
          ([board, { name, style }]) =>
            html`<section style=${style}><h2>${name}</h2>${shown('town-jobs', board)}</section>`,
        )}
      </div>`,
    ),
};

const TOWNS: Record<string, { name: string; style: string }> = {
  'saint-omer': { name: 'Pays de Saint-Omer', style: 'font-family: system-ui, sans-serif' },
  pessac: { name: 'Pessac', style: 'font-family: Georgia, serif; --town-jobs-radius: 0' },
  bordeaux: {
    name: 'Bordeaux',
    style: 'font-family: "Trebuchet MS", sans-serif; --town-jobs-radius: 1.25em; --town-jobs-space: 1.2em',
  },
};

/** The variables that are not as they are by default: the others go on following from the main colour. */
function changed(values: Values): string {
  return Object.entries(values)
    .filter(([name, value]) => name in VARIABLES && value !== VARIABLES[name])
    .map(([name, value]) => `${variable(name)}: ${value}`)
    .join(';');
}

let count = 0;

/** An element with what it shows of a recorded board; no two on a page share a search. */
function shown(tagName: string, board: string): TemplateResult {
  const element = document.createElement(tagName);
  const [offer] = answers.offers.offers;
  const attributes = { search: `theme${++count}`, endpoint: RECORDED, board, scheme: 'light', url: 'off' };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (tagName === 'town-jobs-offer' && board !== '') element.setAttribute('offer', offer!.id);
  return html`<div class="sample" lang="fr" role="group" aria-label=${tagName} tabindex="0">${element}</div>`;
}

function page(content: TemplateResult): TemplateResult {
  return html`<style>
      .theme { font: 16px/1.5 system-ui, sans-serif; max-inline-size: 90rem; }
      .theme .beside { display: grid; grid-template-columns: minmax(18rem, 32rem) minmax(0, 1fr); gap: 2rem; align-items: start; }
      .theme .states, .theme .towns { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 2rem; align-items: start; }
      .theme table { border-collapse: collapse; text-align: start; }
      .theme caption, .theme legend { font-weight: 600; text-align: start; }
      .theme :is(td, th) { border-block-end: 1px solid #ccc; padding: 0.4rem 0.75rem 0.4rem 0; text-align: start; vertical-align: top; font-weight: inherit; }
      .theme fieldset { border: 0; padding: 0; margin: 0; }
      .theme label { display: flex; gap: 0.5rem; align-items: baseline; }
      .theme .sample { max-block-size: 36rem; overflow: auto; padding: 6px; }
      .theme figure { margin: 0; }
      .theme figcaption { margin-block-end: 0.75rem; }
      .theme .swatch { display: inline-block; inline-size: 1em; block-size: 1em; border: 1px solid #767676; vertical-align: -0.15em; }
      @media (width < 50rem) { .theme .beside { grid-template-columns: minmax(0, 1fr); } }
    </style>
    <div class="theme" lang="en">${content}</div>`;
}
