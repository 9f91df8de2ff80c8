import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { withOutline } from '../boards/board.ts';
import { Board, Problem, ref } from '../contract/index.ts';
import type { Services } from '../services.ts';
import { boardOf } from './board-of.ts';
import { isFresh } from './freshness.ts';
import { BoardParams } from './params.ts';

/** `GET /v1/boards/{board}`: names, territory with its outline, partners, freshness and theme. */
export function boardRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/v1/boards/:board',
      {
        schema: {
          operationId: 'board',
          summary: 'A board: names, territory, partners, freshness, theme',
          params: BoardParams,
          response: { 200: ref(Board), '4xx': ref(Problem) },
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        if (isFresh(services, board, request, reply)) return reply;
        return withOutline(services.describe(board), board, services.places);
      },
    );
  };
}
