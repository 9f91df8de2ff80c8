import { defineConfig } from 'vitest/config';
import { mendedLibraries } from './scripts/mends.ts';

export default defineConfig({
  test: {
    projects: [
      {
        // What is tested is what pages load: ky with its mends.
        plugins: [{ ...mendedLibraries(), buildEnd: undefined }],
        test: {
          name: 'unit',
          environment: 'node',
          // Machines are busy: only what hangs may fail by time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          server: { deps: { inline: ['ky'] } },
          include: ['{src,demo,test,bench,scripts}/**/*.spec.ts', 'endpoint/src/**/*.spec.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: 'test/kit/demo-setup.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
