import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a module in `bench/` exports. */
export interface Bench {
  /** Measures and prints; the arguments are those after the name. */
  run(...args: string[]): Promise<void>;
}

const [name = '', ...args] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.ts`);
if (name === '' || name === 'main' || !/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = (await readdir(import.meta.dirname))
    .filter((entry) => entry.endsWith('.ts') && !entry.endsWith('.spec.ts') && entry !== 'main.ts')
    .map((entry) => entry.replace('.ts', ''));
  console.error(`There is no bench "${name}": run \`npm run bench NAME\` with one of ${names.join(', ')}.`);
  process.exit(2);
}
const bench = (await import(file)) as Bench;
await bench.run(...args);
