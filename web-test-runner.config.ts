import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findBrowser } from './test/kit/browser.ts';
import { mend } from './scripts/mends.ts';
import { fuzzSettings } from './test/kit/fuzz-settings.ts';
import { realEndpoint } from './test/kit/endpoint-plugin.ts';
import { figuresReporter } from './test/kit/figures.ts';

/** What is tested is what pages load: libraries with their mends. */
const mendedLibraries = {
  name: 'mended-libraries',
  transform: ({ path, body }: { path: string; body: unknown }) =>
    typeof body === 'string' ? mend(path, body) : undefined,
};

const config: TestRunnerConfig = {
  files: ['src/**/*.test.ts', 'test/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: await findBrowser() })],
  plugins: [
    realEndpoint(),
    fuzzSettings(),
    mendedLibraries,
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
  ],
  reporters: [defaultReporter(), figuresReporter()],
  testFramework: { config: { timeout: '60000' } },
  // As many damaged answers as are asked for take their time.
  testsFinishTimeout: process.env['FUZZ_ANSWERS'] ? 3_600_000 : 600_000,
};

export default config;
