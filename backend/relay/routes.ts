import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { say } from '../../locales/companion.ts';
import { wroteBy } from '../exchanges/record.ts';
import { baseOf, scimMediaType } from '../scim/answer.ts';
import { ScimError } from '../scim/errors.ts';
import type { TextOf } from '../scim/routes.ts';
import { isPathPart, ourAddress, withOurAddresses } from './addresses.ts';
import type { Relay } from './relay.ts';
import type { Passed, SpekitAnswer } from './spekit.ts';

type One = { Params: { id: string } };

/** What Okta's client says of itself and of the resource that it means. Its token is for us. */
const passedOn = ['accept', 'content-type', 'if-match', 'if-none-match', 'user-agent'] as const;
const noBulk = { supported: false, maxOperations: 0, maxPayloadSize: 0 };

/** SCIM below `/scim/v2`, answered by Spekit (RFC 7644 §3.2). */
export function registerRelay(app: FastifyInstance, relay: Relay, textOf: TextOf): void {
  app.addHook('onClose', () => relay.over());
  // Who we are to those behind us (RFC 9110 §7.6.3): this companion, and no other that may be in the same process.
  const via = `1.1 sourcemark-${randomUUID().slice(0, 8)}`;

  const passedOf = (request: FastifyRequest): Passed => {
    const earlier = request.headers.via;
    if (earlier?.includes(via) === true) throw new ScimError(508, null, say('relay.circle'), 'relay.circle');
    const headers: Record<string, string> = { via: earlier === undefined ? via : `${earlier}, ${via}` };
    for (const name of passedOn) {
      const value = request.headers[name];
      if (value !== undefined) headers[name] = value;
    }
    return { method: request.method === 'HEAD' ? 'GET' : request.method, path: pathOf(request), body: textOf(request) ?? null, headers };
  };
  const answer = (request: FastifyRequest, reply: FastifyReply, { status, headers, text }: SpekitAnswer): FastifyReply => {
    const ours = baseOf(request);
    for (const name of ['etag', 'retry-after']) {
      const value = headers.get(name);
      if (value !== null) reply.header(name, value);
    }
    const location = headers.get('location');
    if (location !== null) reply.header('location', ourAddress(location, relay.url, ours));
    reply.code(status);
    return text === '' ? reply.send() : reply.type(`${scimMediaType}; charset=utf-8`).send(withOurAddresses(text, relay.url, ours));
  };
  const read = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    answer(request, reply, await relay.read(passedOf(request)));
  const write =
    (kind: 'user' | 'team') =>
    async (request: FastifyRequest<Partial<One>>, reply: FastifyReply): Promise<FastifyReply> => {
      const { method, body, log } = request;
      const id = (request.params as Partial<One['Params']>).id ?? null;
      const gone = (): boolean => request.socket.destroyed;
      const writing = { method, kind, id, body, passed: passedOf(request), wrote: wroteBy(request), log, gone };
      return answer(request, reply, await relay.write(writing));
    };

  app.get('/ServiceProviderConfig', async (request, reply) => {
    const told = await relay.read(passedOf(request));
    // The one thing that Spekit may take and we do not.
    const text = told.status === 200 ? JSON.stringify({ ...told.body, bulk: noBulk }) : told.text;
    return answer(request, reply, { ...told, text });
  });
  for (const path of ['/', '/ResourceTypes', '/ResourceTypes/:id', '/Schemas', '/Schemas/:id', '/Me']) app.get(path, read);
  app.post('/.search', read);
  // Its operations would have to be taken apart, and Okta sends none.
  app.post('/Bulk', () => {
    throw new ScimError(501, null, say('relay.no-bulk'));
  });
  for (const [path, kind] of [
    ['/Users', 'user'],
    ['/Groups', 'team'],
  ] as const) {
    app.get(path, read);
    app.post(`${path}/.search`, read);
    app.post(path, write(kind));
    app.get(`${path}/:id`, read);
    for (const method of ['PUT', 'PATCH', 'DELETE']) app.route<One>({ method, url: `${path}/:id`, handler: write(kind) });
  }
}

/** What stands below `/scim/v2`, written anew: what is no part of a path must not become one. */
function pathOf(request: FastifyRequest): string {
  const route = (request.routeOptions.url ?? '').replace(/^\/scim\/v2\/?$|^\/scim\/v2/, '');
  const { id } = request.params as Partial<One['Params']>;
  if (id !== undefined && !isPathPart(id)) throw new ScimError(404, null, say('scim.no-path'));
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  return route.replace(':id', id === undefined ? '' : encodeURIComponent(id)) + query;
}
