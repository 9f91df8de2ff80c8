import { setImmediate as turn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Offer } from '../../contract/index.ts';
import type { Engine, Publication } from '../engine.ts';
import { makeOffer } from './corpus.ts';
import { History } from './history.ts';
import type { Plan } from './plan.ts';
import { answer, makeQuestion, type Question } from './questions.ts';
import { Random } from './random.ts';
import type { EngineUnderTest } from './under-test.ts';

/** Ids of what a generation puts, and of what it withdraws. */
export interface Changes {
  put?: readonly string[];
  withdraw?: readonly string[];
}

/** A question with what the engine said and what the linear scan says. */
export interface Verdict {
  question: Question;
  given: unknown;
  right: unknown;
}

/** How many ask at once while something is published. */
const ASKERS = 3;
/** Offers that a small publication replaces, adds and withdraws. */
const SMALL = 6;

/**
 * Publishes seeded offers to an engine and asks it seeded questions. Each is answered by a linear scan as well: over
 * the offers of the one generation that the engine's answer names, which must be in use while it is asked.
 */
export class Trial {
  engine: Engine;
  readonly random: Random;
  /** What is shown now, by id. */
  offers = new Map<string, Offer>();
  readonly #tested: EngineUnderTest;
  readonly #history = new History();
  /** What was shown before the last changes, in part withdrawn. */
  #known: readonly string[] = [];
  #added = 0;

  constructor(tested: EngineUnderTest, seed: number) {
    this.#tested = tested;
    this.engine = tested.engine;
    this.random = new Random(seed);
    this.#history.keep(this.engine.state().generation, []);
  }

  /**
   * Publishes one generation: seeded offers under new or known ids.
   *
   * @param pause waited for after each offer that is written
   */
  async publish({ put = [], withdraw = [] }: Changes, pause?: () => Promise<void>): Promise<void> {
    const written = put.map((id) => makeOffer(this.random, id));
    const offers = new Map(this.offers);
    for (const id of withdraw) offers.delete(id);
    for (const offer of written) offers.set(offer.id, offer);
    await this.#publish(offers, async (publication) => {
      for (const id of withdraw) publication.withdraw(id);
      for (const offer of written) {
        publication.put(structuredClone(offer));
        await pause?.();
      }
    });
  }

  /** A publication that writes and withdraws a good deal and then throws. */
  async fail(error: Error): Promise<void> {
    await this.#tested.publish((publication) => {
      for (const id of this.random.some([...this.offers.keys()], 30)) publication.withdraw(id);
      publication.put(makeOffer(this.random, 'never'));
      throw error;
    });
  }

  /** Publishes the next generation of a plan. */
  async follow(plan: Plan): Promise<void> {
    const generation = this.engine.state().generation + 1;
    await this.#publish(plan.offers(generation), (publication) => plan.write(generation, publication));
  }

  /** Kills what publishes a plan, after so many things done; gives the generation that is left. */
  async kill(plan: Plan, things: number): Promise<number> {
    this.engine = await this.#tested.kill(plan, things);
    const { generation } = this.engine.state();
    this.#show(plan.offers(generation), generation);
    return generation;
  }

  async reopen(): Promise<void> {
    this.engine = await this.#tested.reopen();
  }

  /** Asks one question after the other while nothing is written. */
  async ask(questions: number): Promise<Verdict[]> {
    const verdicts: Verdict[] = [];
    for (let asked = 0; asked < questions; asked++) verdicts.push(await this.#ask());
    return verdicts;
  }

  /** Asks, several questions at once, before, while and after each of some small generations is published. */
  async askWhilePublishing(generations: number, questions: number): Promise<Verdict[]> {
    const verdicts: Promise<Verdict>[] = [];
    const share = Math.ceil(questions / generations);
    for (let generation = 0; generation < generations; generation++) {
      let left = Math.min(share, questions - verdicts.length);
      const ask = async () => {
        while (left-- > 0) {
          const verdict = this.#ask();
          verdicts.push(verdict);
          await verdict;
          await turn();
        }
      };
      await Promise.all([this.publish(this.#small(), turn), ...Array.from({ length: ASKERS }, ask)]);
    }
    return Promise.all(verdicts);
  }

  #small(): Changes {
    const known = this.random.some([...this.offers.keys()], SMALL);
    const half = known.length >> 1;
    return { put: [...known.slice(0, half), `late${this.#added++}`], withdraw: known.slice(half) };
  }

  async #publish(
    offers: Map<string, Offer>,
    source: (publication: Publication) => void | Promise<void>,
  ): Promise<void> {
    this.#show(offers, this.engine.state().generation + 1);
    await this.#tested.publish(source);
  }

  #show(offers: Map<string, Offer>, generation: number): void {
    this.#known = [...this.offers.keys()];
    this.offers = offers;
    this.#history.keep(generation, offers.values());
  }

  async #ask(): Promise<Verdict> {
    const question = makeQuestion(this.random, [...this.#known.slice(-40), ...this.offers.keys()]);
    const first = this.engine.state().generation;
    const given = await answer(this.engine, question);
    const last = this.engine.state().generation;
    // Suggestions and offers do not name their generation: any one that was in use is right, whole.
    const { generation } = (given ?? {}) as { generation?: number };
    let right: unknown = `the answer of a generation from ${first} to ${last}`;
    for (const oracle of this.#history.oracles(first, last)) {
      if (generation !== undefined && oracle.state().generation !== generation) continue;
      right = await answer(oracle, question);
      if (isDeepStrictEqual(given, right)) break;
    }
    return { question, given, right };
  }
}
