import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { answerOffers } from '../boards/answer.ts';
import { OffersQuery } from '../contract/index.ts';
import { inOneGeneration } from './asking.ts';
import { boardOf } from './board-of.ts';
import { isFresh } from './freshness.ts';
import { checkWindow } from './offers.ts';
import { BoardParams } from './params.ts';
import { refusalOf, RETRY_AFTER_S } from './problem.ts';
import type { Services } from '../services.ts';
import { boardPath } from '../pages/address.ts';
import { boardPage } from '../pages/board-page.ts';
import { messagePage } from '../pages/message-page.ts';

/**
 * `GET /{board}`: the board's own page. Its form sends empty fields, and those who
 * share its address add parameters of their own ("fbclid"): neither are criteria.
 */
export function boardPageRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.setErrorHandler((error, request, reply) => {
      const refusal = refusalOf(error);
      if (refusal.status === 500) request.log.error(error);
      if (refusal.status === 503) reply.header('retry-after', RETRY_AFTER_S);
      const board = services.boards.get((request.params as { board?: string }).board ?? '');
      const page = messagePage(board, {
        title: refusal.status === 404 ? 'Page introuvable' : 'Cette recherche n’a pas pu être faite',
        text:
          refusal.status === 404
            ? 'Aucun site d’emploi ne porte cette adresse : vérifiez-la, ou revenez au site de votre commune.'
            : refusal.parameter
              ? `La valeur du critère « ${refusal.parameter} » ne convient pas.`
              : 'Une erreur est survenue ; réessayez dans un instant.',
        link: board && { text: 'Voir toutes les offres', href: boardPath(board) },
      });
      return reply
        .code(refusal.status)
        .headers(page.headers)
        .header('cache-control', 'no-store')
        .send(page.html);
    });

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
