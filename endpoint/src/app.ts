import compress from '@fastify/compress';
import cors from '@fastify/cors';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import { SCHEMAS } from './contract/index.ts';
import { boardRoute } from './routes/board.ts';
import { boardPageRoute } from './routes/board-page.ts';
import { elementsRoute } from './routes/elements.ts';
import { goRoute } from './routes/go.ts';
import { healthRoute } from './routes/health.ts';
import { mapRoute } from './routes/map.ts';
import { offerRoute } from './routes/offer.ts';
import { offerPageRoute } from './routes/offer-page.ts';
import { offersRoute } from './routes/offers.ts';
import { checkFigures } from './routes/params.ts';
import { partnerFeedRoute } from './routes/partner-feed.ts';
import { Refusal, sendProblem } from './routes/problem.ts';
import { searchFeedRoute } from './routes/search-feed.ts';
import { suggestRoute } from './routes/suggest.ts';
import type { Services } from './services.ts';

/** Answers shorter than this are sent as they are. */
const COMPRESS_FROM_BYTES = 1024;
/** Brotli's middle: a smaller answer than gzip's for about the same time. */
const BROTLI_QUALITY = 4;

/** The endpoint over HTTP. It opens nothing: what it asks is handed in. */
export async function createApp(services: Services, logger?: FastifyBaseLogger): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : {}),
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: sendProblem,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, allErrors: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  for (const schema of SCHEMAS) app.addSchema(schema);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new Refusal(404, `Nothing stands at ${request.url.slice(0, 100)}: check the address.`),
      request,
      reply,
    ),
  );

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'town-jobs',
        version: '1',
        description: 'The search endpoint behind a town’s jobs board.',
      },
    },
    refResolver: { buildLocalReference: (schema) => String(schema.$id) },
  });
  await app.register(cors, { origin: '*', methods: ['GET', 'HEAD'], exposedHeaders: ['retry-after'] });
  await app.register(compress, {
    threshold: COMPRESS_FROM_BYTES,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
  app.addHook('preHandler', checkFigures);
  // A kept-alive socket would hold close() until its browser lets go.
  app.addHook('onSend', async (_request, reply) => {
    if (app.server.listening === false) reply.header('connection', 'close');
  });

  app.addHook('onResponse', async ({ routeOptions, method }, reply) => {
    services.answered?.(routeOptions.url, method, reply.statusCode, reply.elapsedTime);
  });

  for (const route of [
    boardRoute,
    offersRoute,
    mapRoute,
    offerRoute,
    suggestRoute,
    goRoute,
    partnerFeedRoute,
    boardPageRoute,
    searchFeedRoute,
    offerPageRoute,
    elementsRoute,
  ]) {
    await app.register(route(services));
  }
  await app.register(healthRoute(services));
  return app;
}
