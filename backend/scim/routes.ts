import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import type { Tokens } from '../plugins/auth.ts';
import { readJsonBodies } from '../plugins/json-body.ts';
import { scimPage } from '../store/reads/scim-pages.ts';
import { answerScimError } from './answer-error.ts';
import { resourceTypeBody, schemaBody, schemas, serviceProviderConfig } from './discovery.ts';
import { ScimError } from './errors.ts';
import { parseFilter } from './filter/parse.ts';
import { groups } from './groups.ts';
import { listBody, readListQuery, textParameter } from './list.ts';
import { noSuchRoute } from './no-route.ts';
import type { Resource } from './resource.ts';
import { sameUrn } from './schemas/resolve.ts';
import { resourceTypes } from './schemas/resource-types.ts';
import { users } from './users.ts';
import { isObject } from './value.ts';
import { namesTag, versionTag } from './version.ts';

interface Parts {
  directory: Directory;
  tokens: Tokens;
  wrongToken: (request: FastifyRequest) => Promise<void>;
}

export const scimMediaType = 'application/scim+json';

/** SCIM below `/scim/v2`. Every answer is SCIM's, errors included. */
export async function registerScim(app: FastifyInstance, { directory, tokens, wrongToken }: Parts): Promise<void> {
  readJsonBodies(app, [scimMediaType, 'application/json']);
  app.setErrorHandler((error, request, reply) => answerScimError(directory, error, request, reply));
  app.setNotFoundHandler((request) => {
    throw noSuchRoute(request);
  });
  app.addHook('onRequest', async (request) => {
    // What authentication is asked for may be known without any (RFC 7643 §5).
    if (request.routeOptions.url?.endsWith('/ServiceProviderConfig')) return;
    if (!tokens.allow('scim', request.headers.authorization)) {
      await wrongToken(request);
      throw new ScimError(401, null, say('scim.unauthorized'));
    }
    directory.freshness.seen(Date.now());
  });
  registerDiscovery(app);
  registerResource(app, directory, users(directory));
  registerResource(app, directory, groups(directory));
}

function registerDiscovery(app: FastifyInstance): void {
  app.get('/ServiceProviderConfig', (request, reply) => send(reply, serviceProviderConfig(baseOf(request))));
  app.get('/ResourceTypes', (request, reply) => {
    refuseFilter(request);
    send(
      reply,
      listBody(
        resourceTypes.map((type) => resourceTypeBody(type, baseOf(request))),
        resourceTypes.length,
        1,
      ),
    );
  });
  app.get<{ Params: { id: string } }>('/ResourceTypes/:id', (request, reply) => {
    const type = resourceTypes.find((one) => one.name === request.params.id);
    if (type === undefined) throw new ScimError(404, null, say('scim.no-resource-type', { id: request.params.id }));
    send(reply, resourceTypeBody(type, baseOf(request)));
  });
  app.get('/Schemas', (request, reply) => {
    refuseFilter(request);
    send(
      reply,
      listBody(
        schemas.map((schema) => schemaBody(schema, baseOf(request))),
        schemas.length,
        1,
      ),
    );
  });
  app.get<{ Params: { id: string } }>('/Schemas/:id', (request, reply) => {
    const schema = schemas.find((one) => sameUrn(one.id, request.params.id));
    if (schema === undefined) throw new ScimError(404, null, say('scim.no-schema', { id: request.params.id }));
    send(reply, schemaBody(schema, baseOf(request)));
  });
}

function registerResource<Row extends { id: string; version: number }>(
  app: FastifyInstance,
  directory: Directory,
  resource: Resource<Row>,
): void {
  const { store, account } = directory;
  const { endpoint } = resource.type;
  const one = `${endpoint}/:id`;
  type One = { Params: { id: string } };

  const answer = async (request: FastifyRequest, reply: FastifyReply, row: Row, status = 200): Promise<FastifyReply> => {
    const base = baseOf(request);
    const body = await store.read((reads) => resource.show(reads, row, base));
    if (status === 201) reply.header('location', `${base}${endpoint}/${row.id}`);
    return send(reply.code(status).header('etag', versionTag(row.version)), body);
  };

  app.get(endpoint, async (request, reply) => {
    const { filter, startIndex, count } = readListQuery(request.query);
    const parsed = filter === null ? null : parseFilter(resource.type, filter);
    const base = baseOf(request);
    const body = await store.read(async (reads) => {
      const page = await scimPage<Row>(reads, account, resource.type, { filter: parsed, offset: startIndex - 1, limit: count });
      const shown: object[] = [];
      for (const row of page.rows) shown.push(await resource.show(reads, row, base));
      return listBody(shown, page.total, startIndex);
    });
    return send(reply, body);
  });
  app.get<One>(one, async (request, reply) => {
    const base = baseOf(request);
    const { row, body } = await store.read(async (reads) => {
      const found = await resource.find(reads, request.params.id);
      return { row: found, body: await resource.show(reads, found, base) };
    });
    const known = request.headers['if-none-match'];
    if (known !== undefined && namesTag(known, versionTag(row.version)))
      return reply.code(304).header('etag', versionTag(row.version)).send();
    return send(reply.header('etag', versionTag(row.version)), body);
  });
  app.post(endpoint, async (request, reply) => answer(request, reply, await resource.create(request.body), 201));
  app.put<One>(one, async (request, reply) =>
    answer(request, reply, await resource.replace(request.params.id, request.body, ifMatch(request))),
  );
  app.patch<One>(one, async (request, reply) =>
    answer(request, reply, await resource.patch(request.params.id, request.body, ifMatch(request))),
  );
  app.delete<One>(one, async (request, reply) => {
    await resource.remove(request.params.id, ifMatch(request));
    return reply.code(204).send();
  });
}

/** A filter on what describes the service would be taken for an answer (RFC 7644 §4): it is refused. */
function refuseFilter(request: FastifyRequest): void {
  const filter = isObject(request.query) ? textParameter(request.query, 'filter') : null;
  if (filter !== null) throw new ScimError(403, null, say('scim.no-filter-here'));
}

function ifMatch(request: FastifyRequest): string | null {
  return request.headers['if-match'] ?? null;
}

function send(reply: FastifyReply, body: object): FastifyReply {
  return reply.type(`${scimMediaType}; charset=utf-8`).send(JSON.stringify(body));
}

/** Where the client reached us. A host that is no host is left out: the address is then relative. */
function baseOf(request: FastifyRequest): string {
  const host = request.host;
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) ? `${request.protocol}://${host}/scim/v2` : '/scim/v2';
}
