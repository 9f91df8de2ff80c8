import { spawn } from 'node:child_process';
import {
  figuresFile,
  forgetFigures,
  readFigures,
  RUNNERS,
  type Figures,
  type Runner,
} from '../test/kit/figures.ts';
import { findFirefox } from '../test/kit/firefox.ts';
import { NoBrowser } from '../test/kit/missing-browser.ts';
import { findWebKit } from '../test/kit/webkit.ts';

const vitest = 'node_modules/vitest/vitest.mjs';
const inBrowser = [
  '--import',
  'tsx',
  'node_modules/@web/test-runner/dist/bin.js',
  '--config',
  'web-test-runner.config.ts',
];
const commands: Record<Runner, string[]> = {
  unit: [vitest, 'run', '--project', 'unit', ...vitestReports('unit')],
  browser: inBrowser,
  firefox: inBrowser,
  webkit: inBrowser,
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
  const missing = await whyNot(runner);
  if (missing) {
    console.log(`${runner}: not run. ${missing}`);
    continue;
  }
  const exitCode = await run(commands[runner], { TOWN_JOBS_BROWSER: runner });
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

/** Why a second or third browser is left out; nothing where it is there. */
async function whyNot(runner: Runner): Promise<string | undefined> {
  try {
    if (runner === 'firefox') await findFirefox();
    if (runner === 'webkit') findWebKit();
    return undefined;
  } catch (error) {
    if (error instanceof NoBrowser) return error.message;
    throw error;
  }
}

function run(args: string[], env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
