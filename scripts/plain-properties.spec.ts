import { expect, test } from 'vitest';
import { withoutDecorators } from './plain-properties.ts';

test('properties and states are created as their decorators would', () => {
  const code = `import _decorate from "@oxc-project/runtime/helpers/decorate";
class Thing extends LitElement {}
_decorate([property({
\ttype: Number,
\tattribute: "heading-level"
})], Thing.prototype, "headingLevel", void 0);
_decorate([property()], Thing.prototype, "facets", void 0);
_decorate([state()], Thing.prototype, "open", void 0);`;

  expect(withoutDecorators(code).trim().replace(/\s+/g, ' ')).toBe(
    'class Thing extends LitElement {} ' +
      'Thing.createProperty("headingLevel", { type: Number, attribute: "heading-level" }); ' +
      'Thing.createProperty("facets"); Thing.createProperty("open", { state: true });',
  );
});

test('a decorator of something else stays, for the build to refuse', () => {
  const code = '_decorate([query("a")], Thing.prototype, "link", void 0);';

  expect(withoutDecorators(code)).toBe(code);
});
