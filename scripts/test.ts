import { spawn } from 'node:child_process';
import {
  figuresFile,
  forgetFigures,
  readFigures,
  RUNNERS,
  type Figures,
  type Runner,
} from '../test/kit/figures.ts';

const vitest = 'node_modules/vitest/vitest.mjs';
const commands: Record<Runner, string[]> = {
  unit: [vitest, 'run', '--project', 'unit', ...vitestReports('unit')],
  browser: [
    '--import',
    'tsx',
    'node_modules/@web/test-runner/dist/bin.js',
    '--config',
    'web-test-runner.config.ts',
  ],
  e2e: [vitest, 'run', '--project', 'e2e', ...vitestReports('e2e')],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !RUNNERS.some((runner) => runner === name));
if (unknown.length > 0) {
  console.error(
    `There is no runner "${unknown.join(', ')}": name some of ${RUNNERS.join(', ')}, or none for all.`,
  );
  process.exit(2);
}

const total: Figures = { passed: 0, failed: 0, skipped: 0 };
for (const runner of asked.length > 0 ? RUNNERS.filter((name) => asked.includes(name)) : RUNNERS) {
  await forgetFigures(runner);
  console.log(`\n── ${runner}`);
  const exitCode = await run(commands[runner]);
  const { passed, failed, skipped } = await readFigures(runner, exitCode);
  console.log(`${runner}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

function vitestReports(runner: Runner): string[] {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${figuresFile(runner)}`];
}

function run(args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
