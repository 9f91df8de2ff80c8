import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CompiledBoard } from '../boards/board.ts';
import type { Services } from '../services.ts';
import { parisDay } from '../shared/paris.ts';

/** Searches live for a minute in any cache, so that a withdrawal is everywhere within two. */
const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=30';

const partnerRevisions = new WeakMap<Services['partners'], string>();

/** Changes with anything that a board says of partners; they are replaced whole when configuration is read again. */
function partnerRevision({ partners }: Services): string {
  let revision = partnerRevisions.get(partners);
  if (revision === undefined) {
    const all = [...partners.values()].map(({ id, name, site, licence, rank, own }) => [
      id,
      name,
      site,
      licence,
      rank,
      own,
    ]);
    revision = createHash('sha256').update(JSON.stringify(all)).digest('base64url');
    partnerRevisions.set(partners, revision);
  }
  return revision;
}

/**
 * Marks an answer with its validator: software, board, partners, generation and day (ages change at midnight in Paris).
 * True where the asker has it already: the reply is then a finished 304.
 */
export function isFresh(
  services: Services,
  board: CompiledBoard,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const { generation, refreshedAt } = services.freshness(board);
  const state = [
    services.version,
    board.scope.revision,
    partnerRevision(services),
    services.places.revision,
    generation,
    refreshedAt,
    parisDay(services.now()),
  ];
  const etag = `W/"${createHash('sha256').update(state.join(' ')).digest('base64url').slice(0, 16)}"`;
  reply.header('etag', etag).header('cache-control', CACHE_CONTROL).header('vary', 'accept-encoding');
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? [];
  if (!known.includes(etag)) return false;
  reply.code(304).send();
  return true;
}
