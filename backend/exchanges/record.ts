import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Exchanges } from './exchanges.ts';
import type { TakenDown, Wrote } from './taken-down.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is taken down of it; null where nothing is. */
    takenDown: TakenDown | null;
  }
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Takes down the requests of a scope that may write. Call `begin` once the sender is known to be Okta: strangers are not kept. */
export function recordRequests(app: FastifyInstance, exchanges: Exchanges): { begin: (request: FastifyRequest) => void } {
  app.decorateRequest('takenDown', null);
  app.addHook('onSend', (request, reply, payload, done) => {
    request.takenDown?.answered(reply.statusCode, typeof payload === 'string' && payload !== '' ? { text: payload } : null);
    done();
  });
  return {
    begin(request) {
      if (reads.has(request.method)) return;
      const { 'content-length': length = '0', 'transfer-encoding': chunked } = request.headers;
      request.takenDown = exchanges.begin(request.method, request.url, length !== '0' || chunked !== undefined);
    },
  };
}

/** Who is to be told which rows of the log the request writes. */
export function wroteBy(request: FastifyRequest): Wrote {
  return request.takenDown?.wrote ?? nobody;
}

export const nobody: Wrote = () => undefined;
