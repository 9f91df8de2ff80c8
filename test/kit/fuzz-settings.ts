import type { TestRunnerPlugin } from '@web/test-runner';

/** Answers that every run of the browser tests damages; `npm run fuzz` says how many. */
const ANSWERS = 600;
const SEED = 1;

/** Tells tests with damaged answers how many there are to be, and from which seed: a failure can be had again. */
export function fuzzSettings(env: NodeJS.ProcessEnv = process.env): TestRunnerPlugin {
  const settings = {
    answers: Number(env['FUZZ_ANSWERS'] ?? ANSWERS),
    seed: Number(env['FUZZ_SEED'] ?? SEED),
  };
  return {
    name: 'fuzz-settings',
    serve: ({ path }) =>
      path === '/__kit__/fuzz' ? { body: JSON.stringify(settings), type: 'json' } : undefined,
  };
}
