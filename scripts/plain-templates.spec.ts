import { describe, expect, test } from 'vitest';
import { plainMarkup, plainSheet } from './plain-templates.ts';

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

describe('markup', () => {
  test.each([
    ['<p class="who" part="pay">', '<p class=who part=pay>'],
    ['<details\n  part="group"\n  ?open=', '<details part=group ?open='],
    ['<p\n    class="who"\n    >', '<p class=who>'],
    ['\n  </p>\n  <p></p>\n', ' </p> <p></p> '],
  ])('like %s loses what nobody sees', (markup, plain) => {
    expect(plainMarkup(markup)).toBe(plain);
  });

  test.each(['<p class="fact unsaid" id="', '-list" title="">', '<br class="wide"/>', ' <b> Un </b>  deux '])(
    'like %s stays',
    (markup) => {
      expect(plainMarkup(markup)).toBe(markup);
    },
  );

  test('keeps what parts a value from the slash of its tag', () => {
    expect(plainMarkup('<input\n  name="q"\n/>')).toBe('<input name=q />');
  });
});
