import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hexOf, parseColour } from './colour.ts';
import { derivePalette } from './contrast.ts';
import { COLOUR_ROLES, VARIABLES } from './variables.ts';

it('documents every variable with its default, and no other', () => {
  const source = readFileSync(new URL('../elements/element.ts', import.meta.url), 'utf8');

  const documented = [...source.matchAll(/@cssprop \[--town-jobs-([\w-]+)=(.+?)\] - \S/g)].map(
    ([, name, value]) => [name, value],
  );

  const { palette } = derivePalette({ primary: parseColour(VARIABLES['color-primary'])! }, false);
  const colours = COLOUR_ROLES.map((role) => [`color-${role}`, hexOf(palette[role])]);
  expect(Object.fromEntries(documented)).toEqual({ ...VARIABLES, ...Object.fromEntries(colours) });
});
