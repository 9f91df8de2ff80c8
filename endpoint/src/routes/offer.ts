import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { CompiledBoard } from '../boards/board.ts';
import { Gone, Offer, type OfferCard, Problem, ref } from '../contract/index.ts';
import type { Engine } from '../search/engine.ts';
import type { Services } from '../services.ts';
import { inOneGeneration } from './asking.ts';
import { boardOf, offerOn } from './board-of.ts';
import { OfferParams } from './params.ts';
import { problem, Refusal } from './problem.ts';

/** Similar offers beside a closed one. */
const SIMILAR_OFFERS = 5;

/** `GET …/offers/{id}`: one offer; the id it was merged into by redirect; 410 with similar ones once closed. */
export function offerRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/v1/boards/:board/offers/:id',
      {
        schema: {
          operationId: 'offer',
          summary: 'One offer in full',
          params: OfferParams,
          response: { 200: ref(Offer), 410: ref(Gone), '4xx': ref(Problem) },
        },
      },
      async (request, reply) => {
        const board = boardOf(services, request.params.board);
        reply.header('cache-control', 'no-store');
        const { id } = request.params;
        const offer = await services.engine.during(request.signal).offer(id);
        if (offer && services.engine.shows(board.scope, offer)) {
          return offerOn(board, offer, services);
        }

        const former = offer ? undefined : services.former(id);
        if (former?.kind === 'alias') {
          return reply.redirect(`/v1/boards/${board.definition.id}/offers/${former.of}`, 308);
        }
        if (former?.kind === 'closed') {
          const similar = await inOneGeneration(services, request, (asking) =>
            similarOffers(asking, board, former.title),
          );
          const closedAt = new Date(former.closedAt).toISOString();
          const detail = `The offer "${former.title}" is closed; similar ones stand beside this sentence.`;
          return reply
            .code(410)
            .type('application/problem+json')
            .send({ ...problem(410, detail), offer: former.title, closedAt, similar });
        }
        throw new Refusal(
          404,
          `The board "${board.definition.id}" shows no offer "${id.slice(0, 40)}".`,
          'id',
        );
      },
    );
  };
}

/** Offers of the board whose title shares words with a closed one: all of them first, then any single word. */
export async function similarOffers(
  { engine }: { engine: Engine },
  board: CompiledBoard,
  title: string,
): Promise<OfferCard[]> {
  const words = title.match(/\p{L}{4,}/gu) ?? [];
  const found = new Map<string, OfferCard>();
  for (const q of [words.join(' '), ...words]) {
    if (found.size >= SIMILAR_OFFERS || q === '') break;
    const { offers } = await engine.search(board.scope, {
      q,
      exact: true,
      sort: 'relevance',
      offset: 0,
      limit: SIMILAR_OFFERS,
    });
    for (const offer of offers) if (found.size < SIMILAR_OFFERS) found.set(offer.id, offer);
  }
  return [...found.values()];
}
