import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../store/access.ts';
import { baseOf, send } from './answer.ts';
import { searchBody } from './list-query.ts';
import { rootSearch, type Searched } from './root-search.ts';
import { isObject } from './value.ts';

/** Searches over all resource types, by address or by body. */
export function registerRoot(app: FastifyInstance, store: Store, account: string, sources: readonly Searched[]): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, given: Record<string, unknown>): Promise<FastifyReply> => {
    const search = rootSearch(account, sources, given);
    return send(reply, await store.read((reads) => search(reads, baseOf(request))));
  };
  app.get('/', (request, reply) => answer(request, reply, isObject(request.query) ? request.query : {}));
  app.post('/.search', (request, reply) => answer(request, reply, searchBody(request.body)));
}
