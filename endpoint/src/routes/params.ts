import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Refusal } from './problem.ts';

/** The board in an address. */
export const BoardParams = Type.Object({ board: Type.String({ description: 'Id of the board.' }) });

/** A board and one of its offers in an address. */
export const OfferParams = Type.Object({
  board: Type.String({ description: 'Id of the board.' }),
  id: Type.String({ description: 'Id of the offer.' }),
});

/**
 * Refuses figures beyond all bounds: the validator takes "Infinity" and "1e400" for numbers once it has read them, and
 * no longer holds them against the contract's limits.
 */
export async function checkFigures({ query }: FastifyRequest): Promise<void> {
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new Refusal(400, `The parameter "${name}" must be a number within reason.`, name);
    }
  }
}
