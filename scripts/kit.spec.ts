import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { leftOnPage, takenFromPage } from './kit.ts';

const EXPORTED = ['css', 't'];
const exportedBy = (file: string) => (file === 'town-jobs.js' ? EXPORTED : undefined);
const statements = (code: string) => parseSync('chunk.js', code).program.body;
const left = (code: string) => leftOnPage(code, statements(code), 'KIT', EXPORTED);
const taken = (code: string) => takenFromPage(code, statements(code), 'KIT', exportedBy);

describe('a script', () => {
  test('leaves on the page a list of what its chunks import of it, once', () => {
    expect(left('const é = 1;\nexport { é as t, css };\nstart();')).toEqual({
      code: 'const é = 1;\nKIT ??= [css, é];\nstart();',
      names: ['css', 't'],
    });
  });

  test('without chunks that import it stays as it is', () => {
    expect(left('start();')).toEqual({ code: 'start();', names: [] });
  });
});

describe('a chunk', () => {
  test('reads what it imports of the script from the page', () => {
    const code = 'import { t as html } from "../town-jobs.js";\nexport const é = html``;';
    expect(taken(code)).toEqual({
      code: 'const { 1: html } = KIT;\nexport const é = html``;',
      names: ['t'],
    });
  });

  test('goes on importing other chunks, which stand beside it', () => {
    const code = 'import { a } from "./shared-1a2b3c4d.js";\nexport { a };';
    expect(taken(code)).toEqual({ code, names: [] });
  });

  test.each(['import * as all from "../town-jobs.js";', 'export { t } from "../town-jobs.js";'])(
    'that says %s cannot be built',
    (code) => {
      expect(() => taken(code)).toThrow(/^A chunk /);
    },
  );
});
