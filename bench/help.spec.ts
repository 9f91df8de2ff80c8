import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMMANDS, help } from './help.ts';

/** Modules beside the benches that are none. */
const OTHERS = ['main', 'help'];

it('tells of every bench, and of no other', () => {
  const benches = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => file.replace('.ts', ''))
    .filter((name) => !OTHERS.includes(name));
  const told = new Set(COMMANDS.map(([words]) => words.split(' ')[0]!));

  expect([...told].sort()).toEqual(benches.sort());
  for (const name of benches) expect(help()).toContain(`npm run bench -- ${name}`);
});
