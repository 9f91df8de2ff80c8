import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { CompiledBoard } from '../boards/board.ts';
import type { Offer } from '../contract/index.ts';
import { boardPath } from '../pages/address.ts';
import { messagePage } from '../pages/message-page.ts';
import type { Services } from '../services.ts';
import { parisDate } from '../shared/paris.ts';
import { acceptedPostings, boardOf } from './board-of.ts';
import { OfferParams } from './params.ts';
import Type from 'typebox';

/**
 * `GET /{board}/go/{id}`: leads to the offer on its partner's site, by stored id only, with the partner's own tag.
 * A real click is counted by board, partner and day; HEAD and prefetch are not.
 */
export function goRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/:board/go/:id',
      {
        schema: {
          hide: true,
          params: OfferParams,
          querystring: Type.Object({ partner: Type.Optional(Type.String()) }),
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        reply
          .header('cache-control', 'no-store')
          .header('x-robots-tag', 'noindex')
          .header('referrer-policy', 'origin');
        const { id } = request.params;
        const offer = await services.engine.during(request.signal).offer(id);
        const posting =
          offer &&
          services.engine.shows(board.scope, offer) &&
          postingFor(offer, board, request.query.partner);
        if (!posting) {
          const former = offer ? undefined : services.former(id);
          if (former?.kind === 'alias') {
            const { partner } = request.query;
            const chosen = partner === undefined ? '' : `?partner=${encodeURIComponent(partner)}`;
            return reply.redirect(`${boardPath(board)}/go/${former.of}${chosen}`, 302);
          }
          const page = messagePage(board, {
            title: 'Cette offre n’est plus en ligne',
            text:
              former?.kind === 'closed'
                ? `L’offre « ${former.title} » a été retirée par le site qui l’avait publiée.`
                : 'Aucune offre ne porte cette adresse : elle a peut-être été retirée depuis longtemps.',
            link: { text: 'Voir les offres en ligne', href: boardPath(board) },
          });
          return reply
            .code(former?.kind === 'closed' ? 410 : 404)
            .headers(page.headers)
            .send(page.html);
        }
        if (isClick(request))
          services.clicks.add(parisDate(services.now()), board.definition.id, posting.partner);
        return reply.redirect(tagged(posting.link, services.partners.get(posting.partner)?.tag), 302);
      },
    );
  };
}

/** The posting of the partner asked for, else the leading one among the partners that the board accepts. */
function postingFor(offer: Offer, board: CompiledBoard, partner: string | undefined) {
  const accepted = acceptedPostings(offer, board);
  return accepted.find((posting) => posting.partner === partner) ?? accepted[0];
}

/** Browsers that load ahead say so in a header (https://fetch.spec.whatwg.org/#sec-purpose-header). */
function isClick({ method, headers }: FastifyRequest): boolean {
  const purpose = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''}`;
  return method === 'GET' && !/prefetch|prerender|preview/.test(purpose);
}

function tagged(link: string, tag: Record<string, string> = {}): string {
  const url = new URL(link);
  for (const [name, value] of Object.entries(tag)) url.searchParams.set(name, value);
  return url.href;
}
