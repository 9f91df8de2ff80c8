import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CountQuery } from '../contract/index.ts';
import type { Services } from '../services.ts';
import { FEED_FORMATS, type Feed, type FeedFormat } from '../syndication/feed.ts';
import { jsonFeed } from '../syndication/json-feed.ts';
import { searchFeed } from '../syndication/search-feed.ts';
import { atomFeed, rssFeed } from '../syndication/xml-feeds.ts';
import { inOneGeneration } from './asking.ts';
import { boardOf } from './board-of.ts';
import { isFresh } from './freshness.ts';
import { BoardParams } from './params.ts';

const WRITERS: Record<FeedFormat, { type: string; write(feed: Feed): string }> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: rssFeed },
  atom: { type: 'application/atom+xml; charset=utf-8', write: atomFeed },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
};

/**
 * `GET /{board}/flux.rss`, `.atom` and `.json`: the newest offers of a search, by the criteria of the search itself. A
 * field that a form left empty says nothing.
 */
export function searchFeedRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    for (const format of FEED_FORMATS) {
      app.get(
        `/:board/flux.${format}`,
        {
          schema: { hide: true, params: BoardParams, querystring: CountQuery },
          preValidation: async (request) => {
            const query = request.query as Record<string, unknown>;
            for (const [name, value] of Object.entries(query)) if (value === '') delete query[name];
          },
        },
        async (request, reply) => {
          const board = boardOf(services, request.params.board);
          const feed = await inOneGeneration(services, request, async (answering) => {
            if (isFresh(services, board, request, reply)) return undefined;
            const described = services.describe(board);
            return searchFeed(
              { answering, board, described, origin: services.origin },
              request.query,
              format,
            );
          });
          if (!feed) return reply;
          const { type, write } = WRITERS[format];
          return reply.type(type).header('x-content-type-options', 'nosniff').send(write(feed));
        },
      );
    }
  };
}
