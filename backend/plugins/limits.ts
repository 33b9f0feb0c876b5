import { getHeapStatistics } from 'node:v8';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** We cannot keep up, or somebody asks too often. Answered 429, upon which Okta pauses the job and comes back. */
export class Overloaded extends Error {
  override name = 'Overloaded';
}

/** Requests under way at once, unless told otherwise. Okta opens a few connections; this many would wait longer than their senders do. */
export const mostUnderWay = 2000;

/** Wrong tokens a minute from one address: guessing goes no faster. */
const mostWrongTokens = 300;

/** Turns requests away while too many are under way, or memory runs out. How late the event loop runs is no measure: one large group,
 *  or a busy machine, delays it without anybody waiting. */
export async function limitLoad(app: FastifyInstance, most: number): Promise<void> {
  let underWay = 0;
  app.addHook('onRequest', (_request, reply, done) => {
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
    });
    if (underWay > most) done(new Overloaded('Too many requests are under way.'));
    else done();
  });
  await app.register(underPressure, {
    maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * 0.9),
    pressureHandler: (_request, _reply, type) => {
      throw new Overloaded(type);
    },
  });
  await app.register(rateLimit, { global: false });
}

/** Gives a check to be asked at each wrong token. It throws Overloaded for whoever sends too many. */
export function wrongTokenLimit(app: FastifyInstance): (request: FastifyRequest) => Promise<void> {
  const check = app.createRateLimit({ max: mostWrongTokens, timeWindow: '1 minute' });
  return async (request) => {
    const result = await check(request);
    if (!result.isAllowed && result.isExceeded) throw new Overloaded('Too many wrong tokens.');
  };
}
