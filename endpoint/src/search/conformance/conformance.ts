import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Plan } from './plan.ts';
import { Random } from './random.ts';
import { Trial, type Verdict } from './trial.ts';
import type { EngineUnderTest } from './under-test.ts';

const SEED = 20_261_122;
const OFFERS = 500;
const QUESTIONS_A_GENERATION = 500;
/** Small generations that are published while questions are asked, and the questions to all of them. */
const GENERATIONS = 25;
const QUESTIONS_MEANWHILE = 1000;
/** Kills, the offers that are planned for them, and what a process does at most before it is killed. */
const KILLS = 4;
const PLANNED = 60;
const MOST_THINGS = 150;
const QUESTIONS_A_KILL = 100;
/** A linear scan takes its time on a busy machine; nothing here is about time. */
const PATIENCE_MS = 120_000;

/**
 * Holds an engine to the linear scan: seeded offers, seeded questions, the same totals, order, cards, facets, maps and
 * suggestions after each of several publications and meanwhile, after being opened again, and after kills.
 */
export function conformance(name: string, makeEngine: () => Promise<EngineUnderTest>): void {
  describe(`${name} answers as the linear scan does`, { timeout: PATIENCE_MS }, () => {
    let tested: EngineUnderTest;
    let trial: Trial;

    beforeAll(async () => {
      tested = await makeEngine();
      trial = new Trial(tested, SEED);
    }, PATIENCE_MS);
    afterAll(() => tested.close());

    const ids = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) => `offer${from + index}`);
    const someShown = (count: number) => trial.random.some([...trial.offers.keys()], count);

    async function compare() {
      expect(trial.engine.state().offers).toBe(trial.offers.size);
      expectRight(await trial.ask(QUESTIONS_A_GENERATION));
    }

    it('before anything was published', async () => {
      await compare();
    });

    it('after the first publication', async () => {
      await trial.publish({ put: ids(OFFERS) });
      await compare();
    });

    it('after offers were replaced, withdrawn and added', async () => {
      const known = someShown(200);
      await trial.publish({
        put: [...known.slice(0, 120), ...ids(60, OFFERS)],
        withdraw: [...known.slice(120), 'nobody'],
      });
      await compare();
    });

    it('while small generations are being published, each answer from one of them, and after', async () => {
      const { generation } = trial.engine.state();
      const verdicts = await trial.askWhilePublishing(GENERATIONS, QUESTIONS_MEANWHILE);
      const named = new Set(verdicts.map(({ given }) => (given as { generation?: number }).generation));

      expectRight(verdicts);
      expect(named.size).toBeGreaterThan(GENERATIONS / 2);
      expect(trial.engine.state().generation).toBe(generation + GENERATIONS);
      await compare();
    });

    it('after a publication that failed', async () => {
      await expect(trial.fail(new Error('The feed broke off.'))).rejects.toThrow('The feed broke off.');
      await compare();
    });

    it('after it was opened again', async () => {
      const { generation } = trial.engine.state();
      await trial.reopen();
      expect(trial.engine.state().generation).toBe(generation);
      await compare();
      await trial.publish({ put: ids(20, OFFERS + 100), withdraw: someShown(20) });
      await compare();
    });

    it('after everything was withdrawn', async () => {
      await trial.publish({ withdraw: [...trial.offers.keys()] });
      await compare();
    });
  });

  describe(`${name}, when what publishes to it is killed`, { timeout: PATIENCE_MS }, () => {
    it('shows one whole generation, never an older one, and publishes the next', async () => {
      const tested = await makeEngine();
      const trial = new Trial(tested, SEED);
      const plan = new Plan(PLANNED);
      const moments = new Random(SEED);
      let last = 0;
      try {
        for (let kill = 0; kill < KILLS; kill++) {
          const generation = await trial.kill(plan, 1 + moments.int(MOST_THINGS));
          expect(generation).toBeGreaterThanOrEqual(last);
          expect(trial.engine.state().offers).toBe(trial.offers.size);
          expectRight(await trial.ask(QUESTIONS_A_KILL));
          last = generation;
        }
        await trial.follow(plan);
        expect(trial.engine.state().generation).toBe(last + 1);
        expectRight(await trial.ask(QUESTIONS_A_KILL));
      } finally {
        await tested.close();
      }
    });
  });
}

function expectRight(verdicts: readonly Verdict[]): void {
  for (const { question, given, right } of verdicts) expect(given, JSON.stringify(question)).toEqual(right);
}
