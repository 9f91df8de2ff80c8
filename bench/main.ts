import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, help } from './help.ts';

/** What a module in `bench/` exports. */
export interface Bench {
  /** Measures and prints; the arguments are those after the name. */
  run(...args: string[]): Promise<void>;
}

const [name = 'help', ...args] = process.argv.slice(2);
const isKnown = COMMANDS.some(([words]) => words.split(' ')[0] === name);
const file = join(import.meta.dirname, `${name}.ts`);
if (name === 'help') console.log(help());
else if (isKnown && existsSync(file)) await ((await import(file)) as Bench).run(...args);
else {
  console.error(`There is no bench "${name}".\n${help()}`);
  process.exitCode = 2;
}
