import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { answerOffersAsJson } from '../boards/answer.ts';
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
import { inOneGeneration } from './asking.ts';
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
          // The answer comes from the engine as it is sent: it is described, not serialised.
          response: { 200: Type.Unsafe<Uint8Array>(ref(OffersAnswer)), '4xx': ref(Problem) },
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        checkWindow(request.query);
        const json = await inOneGeneration(services, request, async (asking) => {
          if (isFresh(services, board, request, reply)) return undefined;
          const more = request.query.include ? { board: services.describe(board) } : {};
          return answerOffersAsJson(asking, board, request.query, more);
        });
        return json ? reply.type('application/json; charset=utf-8').send(json) : reply;
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
        return inOneGeneration(services, request, async ({ engine, places, now }) => {
          if (isFresh(services, board, request, reply)) return reply;
          const { filters } = understandQuery(request.query, board, places, now());
          const { total, corrected } = await engine.count(board.scope, filters);
          return {
            total,
            corrected,
            freshness: services.freshness(board),
            theme: { ...board.definition.theme },
          };
        });
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
