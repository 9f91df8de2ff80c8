import type { FastifyPluginAsync } from 'fastify';
import type { Services } from '../services.ts';

/** `GET /healthz`: alive. `GET /readyz`: 503 until the index is loaded. */
export function healthRoute(services: Services): FastifyPluginAsync {
  return async (app) => {
    app.get('/healthz', { schema: { hide: true } }, async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { status: 'alive' };
    });
    app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      if (!services.ready()) return reply.code(503).send({ status: 'loading' });
      const { generation, offers } = services.engine.state();
      return { status: 'ready', generation, offers };
    });
  };
}
