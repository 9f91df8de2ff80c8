import { esbuildPlugin } from '@web/dev-server-esbuild';
import { type BrowserLauncher, defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import * as puppeteer from 'puppeteer-core';
import { findBrowser } from './test/kit/browser.ts';
import { mend } from './scripts/mends.ts';
import { fuzzSettings } from './test/kit/fuzz-settings.ts';
import { realEndpoint } from './test/kit/endpoint-plugin.ts';
import { figuresReporter, RUNNERS } from './test/kit/figures.ts';
import { findFirefox } from './test/kit/firefox.ts';
import { webkitLauncher } from './test/kit/webkit-launcher.ts';

/** What is tested is what pages load: libraries with their mends. */
const mendedLibraries = {
  name: 'mended-libraries',
  transform: ({ path, body }: { path: string; body: unknown }) =>
    typeof body === 'string' ? mend(path, body) : undefined,
};

/** "browser" for Chromium, "firefox" or "webkit". */
const runner = RUNNERS.find((name) => name === process.env['TOWN_JOBS_BROWSER']) ?? 'browser';

async function launcher(): Promise<BrowserLauncher> {
  if (runner === 'webkit') return webkitLauncher();
  if (runner !== 'firefox') {
    return playwrightLauncher({ product: 'chromium', launchOptions: await findBrowser() });
  }
  const firefox = chromeLauncher({ puppeteer, launchOptions: await findFirefox(), concurrency: 1 });
  return Object.assign(firefox, { name: 'Firefox' });
}

const config: TestRunnerConfig = {
  files: ['src/**/*.test.ts', 'test/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  browsers: [await launcher()],
  plugins: [
    realEndpoint(),
    fuzzSettings(),
    mendedLibraries,
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
  ],
  reporters: [defaultReporter(), figuresReporter(runner)],
  testFramework: { config: { timeout: '60000' } },
  // As many damaged answers as are asked for take their time.
  testsFinishTimeout: process.env['FUZZ_ANSWERS'] ? 3_600_000 : 600_000,
};

export default config;
