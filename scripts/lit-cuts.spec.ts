import { describe, expect, test } from 'vitest';
import { leftOut, LIT_CUTS } from './lit-cuts.ts';

/** A source that asks for each thing that is left out. */
const WANTS: Readonly<Record<string, string>> = {
  'properties that are reflected into attributes':
    '@property({ type: Boolean, reflect: true }) open = false;',
  'properties that return to a default': "@property({ useDefault: true }) kind = 'a';",
  'properties of other types than String, Number and Boolean': '@property({ type: Array }) steps = [];',
  'converters of attributes': '@property({ converter: (text) => text }) at = 0;',
  'decorated accessors': "@property({ attribute: 'heading-level' })\n  set headingLevel(level: number) {}",
  'a table of properties': 'static override properties = { open: {} };',
  'initializers of elements': 'TownJobsElement.addInitializer((element) => {});',
  'controllers that leave': 'host.removeController(this);',
  directives: "import { repeat } from 'lit/directives/repeat.js';",
  'hooks that hold an update up': 'protected override shouldUpdate(): boolean {}',
  'templates that were compiled, and roots that are rendered into beside others':
    'render(content, root, { renderBefore: link });',
  'styles that are not a list': 'static override styles = baseStyles;',
  'MathML templates': "import { mathml } from 'lit';",
  'SVG templates': 'svg`<path d=${d} />`',
  'values that change nothing': 'return this.isBusy ? noChange : list;',
  'values inside comments': 'html`<p><!-- ${count} --></p>`',
  'values between the tags of <script>, <style>, <textarea> and <title>':
    'html`<svg><title>${name}, ${count}</title></svg>`',
  'attributes with text beside a value': 'html`<ul id="${id}-list"></ul>`',
};

const named = LIT_CUTS.filter(({ asked }) => asked).map(({ what }) => what);

test('each thing that is left out has a source that asks for it', () => {
  expect(Object.keys(WANTS)).toEqual(named);
});

describe.each(Object.entries(WANTS))('a source that wants %s', (what, source) => {
  test('is refused with a sentence that says so', () => {
    expect(leftOut(`class Thing {\n  ${source}\n}`)).toContain(`leaves ${what} out of Lit`);
  });
});

test.each([
  '@property({ type: Number, attribute: "heading-level" }) headingLevel = 2;\n  get level() {}',
  'html`<textarea .value=${text} @input=${(e) => type(e)}></textarea><title>Plan</title>`',
  'html`<!-- a comment --><p>${text}</p>`',
  'html`<svg><path d=${d} /></svg>`',
  'html`<p class=${on ? "on" : nothing} lang=${lang}>${text}</p>`',
])('a source like %s is none of that', (source) => {
  expect(leftOut(source)).toBeUndefined();
});
