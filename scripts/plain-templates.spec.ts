import { describe, expect, test } from 'vitest';
import { plainSheet, withoutLines, withoutQuotes } from './plain-templates.ts';

test('a style sheet loses its comments and its layout, and no space that means something', () => {
  const sheet = `css\`
    /* Two
       lines */
    .a > .b,
    :host([hidden]) .c {
      margin: calc(var(--_space) * 0.5) 10.05em;
      color: red !important;
    }
  \``;

  expect(plainSheet(sheet)).toBe(
    'css`.a>.b,:host([hidden]) .c{margin:calc(var(--_space)*.5) 10.05em;color:red!important}`',
  );
});

describe('quotes', () => {
  test.each([
    ['html`<p class="who" part="pay">`', 'html`<p class=who part=pay>`'],
    [
      'html`<details\n  part="group"\n  ?open=${isOpen}\n>`',
      'html`<details\n  part=group\n  ?open=${isOpen}\n>`',
    ],
  ])('around single words of %s go', (markup, plain) => {
    expect(withoutQuotes(markup)).toBe(plain);
  });

  test.each([
    'html`<p class="fact unsaid" id="${id}-list" title="">`',
    'html`<br class="wide"/>`',
    "const part = 'pay';",
    'css`[part="pay"] {}`',
  ])('of %s stay', (source) => {
    expect(withoutQuotes(source)).toBe(source);
  });
});

describe('lines', () => {
  test('of a template become spaces, or nothing before the end of a tag', () => {
    const code = 'var a=b`<p\n    class=who\n    >${c}\n  </p>\n  <p></p>\n`;a>\nb';

    expect(withoutLines(code)).toBe('var a=b`<p class=who>${c} </p> <p></p>\n`;a>\nb');
  });

  test('that close a tag of their own keep what parts the slash from a value', () => {
    expect(withoutLines('b`<input\n  name=${c}\n/>`')).toBe('b`<input name=${c}\n/>`');
  });
});
