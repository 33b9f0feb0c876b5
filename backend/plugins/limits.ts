import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** We cannot keep up, or somebody asks too often. Answered 429, upon which Okta pauses the job and comes back. */
export class Overloaded extends Error {
  override name = 'Overloaded';
}

/** Milliseconds by which the event loop may run late before requests are turned away. */
const mostDelay = 3000;

/** Wrong tokens a minute from one address: guessing goes no faster. */
const mostWrongTokens = 300;

/** Turns requests away before they wait longer than their sender would. */
export async function limitLoad(app: FastifyInstance): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: mostDelay,
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
