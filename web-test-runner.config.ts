import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findBrowser } from './test/kit/browser.ts';
import { realEndpoint } from './test/kit/endpoint-plugin.ts';
import { figuresReporter } from './test/kit/figures.ts';

const config: TestRunnerConfig = {
  files: ['src/**/*.test.ts', 'test/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: await findBrowser() })],
  plugins: [realEndpoint(), esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' })],
  reporters: [defaultReporter(), figuresReporter()],
  testFramework: { config: { timeout: '10000' } },
};

export default config;
