import { createHash, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { indeedFeed } from '../out/indeed-feed.ts';
import { jobPostingFeed } from '../out/jobposting-feed.ts';
import type { Receiver } from '../partners/partner.ts';
import { hashOf } from '../partners/rules-file.ts';
import type { Services } from '../services.ts';
import { Refusal } from './problem.ts';

/** Embargoes and ends of offers are looked at anew after so long, though nothing was published. */
const LOOK_AGAIN_MS = 15 * 60_000;
/** Whom no token fits. */
const NOBODY = '0'.repeat(64);

const TYPES = { xml: 'application/xml; charset=utf-8', json: 'application/json; charset=utf-8' };

/**
 * `GET /partners/{partner}/feed.xml` and `feed.json`: our offers for a partner with a token, in `Authorization: Bearer`
 * or `?token=`. Who has none, or one of somebody else, learns nothing, not even whether the partner is known.
 */
export function partnerFeedRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    for (const format of ['xml', 'json'] as const) {
      app.get(
        `/partners/:partner/feed.${format}`,
        {
          schema: {
            hide: true,
            params: Type.Object({ partner: Type.String() }),
            querystring: Type.Object({ token: Type.Optional(Type.String()) }),
          },
        },
        async (request, reply) => {
          reply.header('www-authenticate', 'Bearer').header('x-robots-tag', 'noindex');
          const { outgoing, engine, places, origin } = services;
          const receiver = receiverOf(
            services,
            request.params.partner,
            tokenOf(request.headers.authorization, request.query.token),
          );
          if (!outgoing || !receiver) {
            throw new Refusal(
              401,
              'This feed is for partners: send your token as "Authorization: Bearer TOKEN", or add ?token=TOKEN.',
            );
          }
          reply
            .removeHeader('www-authenticate')
            .header('cache-control', 'private, no-cache')
            .header('vary', 'accept-encoding, authorization')
            .header('etag', etagOf(services, receiver, format))
            .type(TYPES[format]);
          const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? [];
          if (known.includes(String(reply.getHeader('etag')))) return reply.code(304).send();
          if (request.method === 'HEAD') return reply.send();

          const offers = outgoing.to(receiver, services);
          const head = {
            publisher: 'town-jobs',
            address: origin,
            changedAt: engine.state().publishedAt ?? 0,
          };
          const pieces =
            format === 'xml'
              ? indeedFeed(head, offers)
              : jobPostingFeed(offers, (code) => places.department(code)?.name);
          return reply.send(Readable.from(pieces));
        },
      );
    }
  };
}

function tokenOf(authorization = '', token = ''): string {
  return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? token;
}

/** The partner that a token belongs to; it takes as long for partners that are not known. */
function receiverOf({ receivers }: Services, id: string, token: string): Receiver | undefined {
  const receiver = receivers?.get(id);
  const wanted = Buffer.from(receiver?.receiving.tokenHash ?? NOBODY, 'hex');
  return timingSafeEqual(Buffer.from(hashOf(token), 'hex'), wanted) ? receiver : undefined;
}

/** Changes with all that decides what goes out. */
function etagOf(services: Services, { id, receiving }: Receiver, format: string): string {
  const { version, origin, engine, partners, boards, places, now } = services;
  const state = [
    ...[version, origin, format, id, receiving, engine.state().generation, places.revision],
    ...[...partners.values()].map(({ id: source, name, licence }) => [source, name, licence]),
    ...[...boards.values()].map(({ scope, definition }) => [scope.revision, definition.name]),
    Math.floor(now() / LOOK_AGAIN_MS),
  ];
  return `W/"${createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 16)}"`;
}
