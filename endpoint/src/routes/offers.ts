import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { answerOffers } from '../boards/answer.ts';
import { understandQuery } from '../boards/question.ts';
import {
  CountAnswer,
  CountQuery,
  OffersAnswer,
  OffersQuery,
  PAGE_WINDOW,
  Problem,
  ref,
} from '../contract/index.ts';
import type { Services } from '../services.ts';
import { boardOf } from './board-of.ts';
import { isFresh } from './freshness.ts';
import { BoardParams } from './params.ts';
import { Refusal } from './problem.ts';

/** `GET …/offers`, the search, and `GET …/count`, its total alone. */
export function offersRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/v1/boards/:board/offers',
      {
        schema: {
          operationId: 'offers',
          summary: 'Search the offers of a board',
          params: BoardParams,
          querystring: OffersQuery,
          response: { 200: ref(OffersAnswer), '4xx': ref(Problem) },
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        checkWindow(request.query);
        if (isFresh(services, board, request, reply)) return reply;
        const answer = await answerOffers(services, board, request.query);
        if (request.query.include) answer.board = services.describe(board);
        return answer;
      },
    );

    app.get(
      '/v1/boards/:board/count',
      {
        schema: {
          operationId: 'count',
          summary: 'Count the offers of a board',
          params: BoardParams,
          querystring: CountQuery,
          response: { 200: ref(CountAnswer), '4xx': ref(Problem) },
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        if (isFresh(services, board, request, reply)) return reply;
        const { filters } = understandQuery(request.query, board, services.places, services.now());
        const { total, corrected } = await services.engine.count(board.scope, filters);
        return {
          total,
          corrected,
          freshness: services.freshness(board),
          theme: { ...board.definition.theme },
        };
      },
    );
  };
}

/** Refuses pages that no list leads to. */
export function checkWindow({ page = 1, limit = 20 }: OffersQuery): void {
  if (page * limit > PAGE_WINDOW) {
    throw new Refusal(
      400,
      `The parameter "page" leads beyond the first ${PAGE_WINDOW} offers: narrow the search instead.`,
      'page',
    );
  }
}
