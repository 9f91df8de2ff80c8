import { isDeepStrictEqual } from 'node:util';
import { aspectsOf } from '../endpoint/src/search/conformance/questions.ts';
import { Trial, type Verdict } from '../endpoint/src/search/conformance/trial.ts';
import type { EngineUnderTest } from '../endpoint/src/search/conformance/under-test.ts';
import { inProcess, inThreads } from '../endpoint/src/search/embedded/under-test.ts';

const OFFERS = 500;
/** In each round much is replaced, a part of the questions is asked in peace and the rest while generations come. */
const QUESTIONS_A_ROUND = 500;
const IN_PEACE = 0.6;
const GENERATIONS_A_ROUND = 10;
const REPLACED = 150;
/** One round in so many begins with the index being opened again. */
const ROUNDS_TO_REOPEN = 4;
const SHOWN = 5;

const ENGINES: [name: string, make: () => Promise<EngineUnderTest>][] = [
  ['in-process', inProcess],
  ['threads', inThreads],
];

interface Count {
  queries: number;
  differences: number;
}

/**
 * Asks both ways of running the embedded engine seeded questions, more than a third of them while generations are
 * being published, and holds each answer to the linear scan: `npm run bench -- conformance [QUERIES] [SEED]`, 10,000
 * and 1 without them. Prints the questions by what they try; a question counts in each of its lines. The exit code is
 * 1 where an answer differs.
 */
export async function run(queries = '10000', seed = '1'): Promise<void> {
  for (const [name, make] of ENGINES) {
    const started = performance.now();
    const tested = await make();
    const counts = new Map<string, Count>();
    const trial = new Trial(tested, Number(seed));
    try {
      await askAll(trial, Number(queries), (verdict) => note(verdict, counts));
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      print(
        `\n${name}: ${queries} queries, seed ${seed}, ${trial.engine.state().generation} generations, ${seconds} s`,
      );
    } finally {
      await tested.close();
    }
    const lines = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [aspect, { queries: asked, differences }] of lines)
      print(`${aspect.padEnd(28)}${String(asked).padStart(7)}${String(differences).padStart(7)} differ`);
    if (counts.get('all')!.differences > 0) process.exitCode = 1;
  }
}

async function askAll(trial: Trial, queries: number, note: (verdict: Verdict) => void): Promise<void> {
  await trial.publish({ put: Array.from({ length: OFFERS }, (_, number) => `offer${number}`) });
  for (let asked = 0, round = 1; asked < queries; asked += QUESTIONS_A_ROUND, round++) {
    if (round % ROUNDS_TO_REOPEN === 0) await trial.reopen();
    const known = trial.random.some([...trial.offers.keys()], REPLACED);
    const added = Array.from(
      { length: OFFERS - trial.offers.size },
      (_, number) => `round${round}-${number}`,
    );
    await trial.publish({ put: [...known.slice(20), ...added], withdraw: known.slice(0, 20) });
    const questions = Math.min(QUESTIONS_A_ROUND, queries - asked);
    const inPeace = Math.floor(questions * IN_PEACE);
    for (const verdict of await trial.ask(inPeace)) note(verdict);
    for (const verdict of await trial.askWhilePublishing(GENERATIONS_A_ROUND, questions - inPeace))
      note(verdict);
  }
}

function note({ question, given, right }: Verdict, counts: Map<string, Count>): void {
  const differs = !isDeepStrictEqual(given, right);
  for (const aspect of ['all', ...aspectsOf(question, right)]) {
    const count = counts.get(aspect) ?? { queries: 0, differences: 0 };
    count.queries++;
    if (differs) count.differences++;
    counts.set(aspect, count);
  }
  if (differs && counts.get('all')!.differences <= SHOWN) {
    print(`DIFFERS: ${JSON.stringify(question)}`);
    print(`  given ${JSON.stringify(given)}`);
    print(`  right ${JSON.stringify(right)}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
