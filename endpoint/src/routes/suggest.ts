import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PlacesAnswer, Problem, ref, SuggestAnswer, SuggestQuery } from '../contract/index.ts';
import type { Services } from '../services.ts';
import { inOneGeneration } from './asking.ts';
import { boardOf } from './board-of.ts';
import { isFresh } from './freshness.ts';
import { BoardParams } from './params.ts';

/** Suggestions where the query does not say how many. */
const DEFAULT_LIMIT = 8;

/** `GET …/suggest` and `GET …/places`: what a resident may mean while typing. */
export function suggestRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/v1/boards/:board/suggest',
      {
        schema: {
          operationId: 'suggest',
          summary: 'Titles and employers of a board that continue what was typed',
          params: BoardParams,
          querystring: SuggestQuery,
          response: { 200: ref(SuggestAnswer), '4xx': ref(Problem) },
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        return inOneGeneration(services, request, async ({ engine }) => {
          if (isFresh(services, board, request, reply)) return reply;
          const { q, limit = DEFAULT_LIMIT } = request.query;
          return { suggestions: await engine.suggest(board.scope, q, limit) };
        });
      },
    );

    app.get(
      '/v1/boards/:board/places',
      {
        schema: {
          operationId: 'places',
          summary: 'Communes and départements that continue what was typed, the territory first',
          params: BoardParams,
          querystring: SuggestQuery,
          response: { 200: ref(PlacesAnswer), '4xx': ref(Problem) },
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        if (isFresh(services, board, request, reply)) return reply;
        const { q, limit = DEFAULT_LIMIT } = request.query;
        const { communes: inReach, departments } = board.scope;
        return {
          places: services.places.suggest(q, { members: board.members, inReach, departments }, limit),
        };
      },
    );
  };
}
