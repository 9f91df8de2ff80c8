import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { offerPath } from '../pages/address.ts';
import { closedPage, offerPage } from '../pages/offer-page.ts';
import type { Services } from '../services.ts';
import { inOneGeneration } from './asking.ts';
import { boardOf, offerOn } from './board-of.ts';
import { similarOffers } from './offer.ts';
import { sendErrorPages } from './page-errors.ts';
import { OfferParams } from './params.ts';
import { Refusal } from './problem.ts';

/** `GET /{board}/offres/{id}`: one offer as a page; the one it was merged into by redirect; 410 once it is closed. */
export function offerPageRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    sendErrorPages(app, services);

    app.get('/:board/offres/:id', { schema: { hide: true, params: OfferParams } }, async (request, reply) => {
      const board = boardOf(services, request.params.board);
      reply.header('cache-control', 'no-store');
      const { id } = request.params;
      const offer = await services.engine.during(request.signal).offer(id);
      if (offer && services.engine.shows(board.scope, offer)) {
        const shown = offerOn(board, offer, services);
        const page = offerPage(board, services.describe(board), shown, services.origin);
        return reply.headers(page.headers).send(page.html);
      }

      const former = offer ? undefined : services.former(id);
      if (former?.kind === 'alias') return reply.redirect(offerPath(board, former.of), 308);
      if (former?.kind === 'closed') {
        const similar = await inOneGeneration(services, request, (asking) =>
          similarOffers(asking, board, former.title),
        );
        const page = closedPage(board, services.describe(board), former, similar);
        return reply.code(410).headers(page.headers).send(page.html);
      }
      throw new Refusal(404, `The board "${board.definition.id}" shows no offer "${id.slice(0, 40)}".`, 'id');
    });
  };
}
