import type { TestRunnerPlugin } from '@web/test-runner';

/** Answers that every run of the browser tests damages; `npm run fuzz` says how many. */
const ANSWERS = 600;
const SEED = 1;

/**
 * Tells tests with damaged answers how many there are to be, and from which seed: a failure can be had again. Such a
 * test says what it is about to show (the command `fuzz-trying`, and without a payload that it is through): where the
 * browser itself ends, which cannot say more, that is printed.
 */
export function fuzzSettings(env: NodeJS.ProcessEnv = process.env): TestRunnerPlugin<string | undefined> {
  const settings = {
    answers: Number(env['FUZZ_ANSWERS'] ?? ANSWERS),
    seed: Number(env['FUZZ_SEED'] ?? SEED),
  };
  let tried: string | undefined;
  return {
    name: 'fuzz-settings',
    serve: ({ path }) =>
      path === '/__kit__/fuzz' ? { body: JSON.stringify(settings), type: 'json' } : undefined,
    executeCommand({ command, payload }) {
      if (command !== 'fuzz-trying') return undefined;
      tried = payload;
      return true;
    },
    serverStop() {
      if (tried) console.error(`fuzz: the browser ended, or was ended, before ${tried}`);
    },
  };
}
