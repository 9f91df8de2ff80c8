import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// `npm run fuzz -- 10000 7`: all elements together before so many damaged answers, made from the seed 7.
const [answers = '10000', seed = '1'] = process.argv.slice(2);
if (![answers, seed].every((number) => /^\d+$/.test(number))) {
  console.error('Say how many answers, and from which seed: npm run fuzz -- 10000 1');
  process.exit(2);
}
const root = join(import.meta.dirname, '..');
const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
const { status } = spawnSync(
  process.execPath,
  [
    '--import',
    'tsx',
    runner,
    '--config',
    'web-test-runner.config.ts',
    '--files',
    'src/elements/fuzz.test.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ_ANSWERS: answers, FUZZ_SEED: seed } },
);
process.exitCode = status ?? 1;
