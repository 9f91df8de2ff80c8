import type { FastifyInstance } from 'fastify';
import { boardPath } from '../pages/address.ts';
import { messagePage } from '../pages/message-page.ts';
import type { Services } from '../services.ts';
import { refusalOf, RETRY_AFTER_S } from './problem.ts';

/** Gives the pages of a plugin their refusals as pages in French, with a way back to the board. */
export function sendErrorPages(app: Pick<FastifyInstance, 'setErrorHandler'>, services: Services): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.status === 500) request.log.error(error);
    if (refusal.status === 503) reply.header('retry-after', RETRY_AFTER_S);
    const board = services.boards.get((request.params as { board?: string }).board ?? '');
    const page = messagePage(board, {
      title: refusal.status === 404 ? 'Page introuvable' : 'Cette recherche n’a pas pu être faite',
      text: textOf(refusal, board !== undefined),
      link: board && { text: 'Voir toutes les offres', href: boardPath(board) },
    });
    return reply
      .code(refusal.status)
      .headers(page.headers)
      .header('cache-control', 'no-store')
      .send(page.html);
  });
}

function textOf({ status, parameter }: { status: number; parameter?: string }, isBoard: boolean): string {
  if (status === 404) {
    return isBoard
      ? 'Aucune offre ne porte cette adresse : elle a peut-être été retirée depuis longtemps.'
      : 'Aucun site d’emploi ne porte cette adresse : vérifiez-la, ou revenez au site de votre commune.';
  }
  return parameter
    ? `La valeur du critère « ${parameter} » ne convient pas.`
    : 'Une erreur est survenue ; réessayez dans un instant.';
}
