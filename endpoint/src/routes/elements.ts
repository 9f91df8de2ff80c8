import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import type { Services } from '../services.ts';
import { Refusal } from './problem.ts';

/** The script is evergreen: browsers ask again after five minutes. */
const EVERGREEN = 'public, max-age=300';
/** Chunks carry a hash of their content in their names. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** `GET /town-jobs.js` and its lazily loaded chunks: the built elements. */
export function elementsRoute({ elements }: Services): FastifyPluginAsync {
  return async (app) => {
    if (!elements) {
      app.get('/town-jobs.js', { schema: { hide: true } }, async () => {
        throw new Refusal(
          404,
          'The elements are not served here: build them, or take the script from its own host.',
        );
      });
      return;
    }
    await app.register(fastifyStatic, {
      root: elements,
      serve: false,
      cacheControl: false,
      preCompressed: true,
    });
    app.addHook('onSend', async (_request, reply) => {
      reply
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('x-content-type-options', 'nosniff');
    });
    app.get('/town-jobs.js', { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', EVERGREEN).sendFile('town-jobs.js'),
    );
    app.get<{ Params: { '*': string } }>('/assets/*', { schema: { hide: true } }, (request, reply) =>
      reply.header('cache-control', IMMUTABLE).sendFile(`assets/${request.params['*']}`),
    );
  };
}
