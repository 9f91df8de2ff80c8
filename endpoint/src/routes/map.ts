import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { answerMap } from '../boards/map.ts';
import { CountQuery, MapAnswer, Problem, ref } from '../contract/index.ts';
import type { Services } from '../services.ts';
import { inOneGeneration } from './asking.ts';
import { boardOf } from './board-of.ts';
import { isFresh } from './freshness.ts';
import { BoardParams } from './params.ts';

/** `GET …/map`: where the offers of a search lie. */
export function mapRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/v1/boards/:board/map',
      {
        schema: {
          operationId: 'map',
          summary: 'Count the offers of a board by commune',
          params: BoardParams,
          querystring: CountQuery,
          response: { 200: ref(MapAnswer), '4xx': ref(Problem) },
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        return inOneGeneration(services, request, async (asking) => {
          if (isFresh(services, board, request, reply)) return reply;
          return answerMap(asking, board, request.query);
        });
      },
    );
  };
}
