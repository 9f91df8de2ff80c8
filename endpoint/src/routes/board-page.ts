import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { answerOffers } from '../boards/answer.ts';
import { OffersQuery } from '../contract/index.ts';
import { inOneGeneration } from './asking.ts';
import { boardOf } from './board-of.ts';
import { isFresh } from './freshness.ts';
import { checkWindow } from './offers.ts';
import { sendErrorPages } from './page-errors.ts';
import { BoardParams } from './params.ts';
import type { Services } from '../services.ts';
import { boardPage } from '../pages/board-page.ts';

/**
 * `GET /{board}`: the board's own page. Its form sends empty fields, and those who
 * share its address add parameters of their own ("fbclid"): neither are criteria.
 */
export function boardPageRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    sendErrorPages(app, services);

    app.get(
      '/:board',
      {
        schema: { hide: true, params: BoardParams, querystring: OffersQuery },
        preValidation: async (request) => {
          const query = request.query as Record<string, unknown>;
          for (const [name, value] of Object.entries(query)) {
            if (value === '' || !Object.hasOwn(OffersQuery.properties, name)) delete query[name];
          }
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        checkWindow(request.query);
        const page = await inOneGeneration(services, request, async (asking) => {
          if (isFresh(services, board, request, reply)) return undefined;
          const answer = await answerOffers(asking, board, request.query);
          return boardPage(board, services.describe(board), request.query, answer);
        });
        return page ? reply.headers(page.headers).send(page.html) : reply;
      },
    );
  };
}
