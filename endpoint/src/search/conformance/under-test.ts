import type { Engine, Publication } from '../engine.ts';
import type { Plan } from './plan.ts';

/** An engine that is to be tested, with its writing side. Its generations are counted one by one, from 1. */
export interface EngineUnderTest {
  engine: Engine;
  /** Publishes one generation and returns once the engine answers from it. */
  publish(source: (publication: Publication) => void | Promise<void>): Promise<void>;
  /** Closes everything and opens it again from what was kept; the engine in the answer takes over. */
  reopen(): Promise<Engine>;
  /**
   * Closes everything; lets another process publish the plan, from the generation that is kept on; ends it with
   * SIGKILL once it has done so many things, each an offer written or a generation published; opens what it left.
   */
  kill(plan: Plan, things: number): Promise<Engine>;
  close(): Promise<void>;
}
