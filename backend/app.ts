import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { say } from '../locales/companion.ts';
import type { Directory } from './directory/act.ts';
import type { Exchanges } from './exchanges/exchanges.ts';
import { registerDocs } from './hints/docs-routes.ts';
import { errorAnswer, registerHints } from './hints/routes.ts';
import type { Tokens } from './plugins/auth.ts';
import { closeInOrder } from './plugins/closing.ts';
import { faultOf } from './plugins/faults.ts';
import { limitLoad, wrongTokenLimit } from './plugins/limits.ts';
import { type Metrics, measureRequests } from './plugins/metrics.ts';
import { secureAnswers } from './plugins/security-headers.ts';
import { Relay, type RelayOptions } from './relay/relay.ts';
import { registerRelay } from './relay/routes.ts';
import { errorBody } from './scim/errors.ts';
import { registerScim, type TextOf } from './scim/routes.ts';

interface Parts {
  directory: Directory;
  exchanges: Exchanges;
  tokens: Tokens;
  metrics: Metrics;
  log: FastifyBaseLogger;
  /** Largest body in bytes. */
  bodyLimit: number;
  /** Requests under way at once; more are answered 429. */
  mostUnderWay: number;
  version: string;
  /** Where what Okta sends is passed on to; null: nowhere. */
  relay: RelayOptions | null;
}

/** The whole of the companion's HTTP: what cuts across, then each capability under its prefix. */
export async function createApp({
  directory,
  exchanges,
  tokens,
  metrics,
  log,
  bodyLimit,
  mostUnderWay,
  version,
  relay,
}: Parts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log,
    // A log of requests would hold names. Failures are logged where they are answered; times stand in the metrics.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    // A proxy on the same machine that ends TLS may say how it was reached.
    trustProxy: 'loopback',
    // Okta keeps its connections; a proxy's must not end first.
    keepAliveTimeout: 75_000,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    // No route of ours has a schema of Fastify's: zod and scim/ check what comes in. What would compile them is not even loaded.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    frameworkErrors: (error, request, reply) => answerBrokenUrl(error, request, reply as unknown as FastifyReply),
  });
  secureAnswers(app);
  closeInOrder(app);
  await limitLoad(app, mostUnderWay);
  measureRequests(app, metrics);
  const wrongToken = wrongTokenLimit(app);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorAnswer('not-found', say('api.no-path'), null)));
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    try {
      await directory.store.read(async (reads) => reads.get({ text: 'select 1', values: [] }));
      return { status: 'ok' };
    } catch (error) {
      request.log.error({ err: error }, 'The database cannot be read');
      const { status, detail, retryAfter } = faultOf(error);
      if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
      return reply.code(status).send(errorAnswer('unavailable', detail, null));
    }
  });
  const passing = relay === null ? null : new Relay(directory, relay, metrics.relayed);
  const instead = passing && ((scope: FastifyInstance, textOf: TextOf) => registerRelay(scope, passing, textOf));
  await app.register((scope) => registerScim(scope, { directory, exchanges, bodyLimit, tokens, wrongToken, instead }), {
    prefix: '/scim/v2',
  });
  await app.register(async (scope) => registerDocs(scope), { prefix: '/docs' });
  await app.register((scope) => registerHints(scope, { directory, exchanges, tokens, wrongToken, version }), { prefix: '/api/v1' });
  return app;
}

function noSchemas(): never {
  throw new Error('A route has a schema for Fastify. Check its input in the handler.');
}

/** What cannot even be routed is answered in the form of the capability that it was meant for. */
function answerBrokenUrl(error: unknown, request: Pick<FastifyRequest, 'url'>, reply: FastifyReply): void {
  const { status, detail } = faultOf(error);
  const scim = request.url.startsWith('/scim/');
  reply.code(status).type(scim ? 'application/scim+json; charset=utf-8' : 'application/json; charset=utf-8');
  reply.send(JSON.stringify(scim ? errorBody(status, 'invalidSyntax', detail) : errorAnswer('invalid', detail, null)));
}
