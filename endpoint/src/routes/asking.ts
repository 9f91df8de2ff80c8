import type { FastifyRequest } from 'fastify';
import type { Answering } from '../boards/answer.ts';
import type { ServingEngine } from '../search/serving.ts';
import type { Services } from '../services.ts';

/**
 * Answers a request in one generation: where another was published meanwhile, all is asked again. Queries that have not
 * begun when the client leaves are not run.
 */
export async function inOneGeneration<T>(
  { engine: whole, places, now }: Services,
  { signal }: FastifyRequest,
  answer: (asking: Answering<ServingEngine>) => Promise<T>,
): Promise<T> {
  const engine = whole.during(signal);
  for (;;) {
    const { generation } = engine.state();
    const answered = await answer({ engine, places, now });
    if (engine.state().generation === generation) return answered;
  }
}
