import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VARIABLES } from './variables.ts';

it('documents every variable with its default, and no other', () => {
  const source = readFileSync(new URL('../elements/element.ts', import.meta.url), 'utf8');

  const documented = [...source.matchAll(/@cssprop \[--town-jobs-([\w-]+)=(.+?)\] - \S/g)].map(
    ([, name, value]) => [name, value],
  );

  expect(Object.fromEntries(documented)).toEqual(VARIABLES);
});
