import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../store/access.ts';
import { scimPage } from '../store/reads/scim-pages.ts';
import { baseOf, send } from './answer.ts';
import { listBody } from './list.ts';
import { type ListQuery, readListQuery, readSearch } from './list-query.ts';
import { Projection } from './projection.ts';
import type { Resource, ResourceRow } from './resource.ts';
import { isObject } from './value.ts';
import { namesTag, versionTag } from './version.ts';

type One = { Params: { id: string } };

/** The routes of one resource type (RFC 7644 §3.2). They are the same for all. */
export function registerResource<Row extends ResourceRow>(
  app: FastifyInstance,
  store: Store,
  account: string,
  resource: Resource<Row>,
): void {
  const { type } = resource;
  const list = type.endpoint;
  const one = `${list}/:id`;

  const sendList = async (request: FastifyRequest, reply: FastifyReply, query: ListQuery): Promise<FastifyReply> => {
    const base = baseOf(request);
    const { projection, startIndex, count } = query;
    const body = await store.read(async (reads) => {
      const page = await scimPage<Row>(reads, account, type, { ...query, offset: startIndex - 1, limit: count });
      const shown: object[] = [];
      for (const row of page.rows) shown.push(projection.apply(await resource.show(reads, row, base, projection)));
      return listBody(shown, page.total, startIndex);
    });
    return send(reply, body);
  };
  const sendOne = async (request: FastifyRequest, reply: FastifyReply, row: Row, status: number): Promise<FastifyReply> => {
    const base = baseOf(request);
    const projection = projectionOf(request);
    const body = await store.read((reads) => resource.show(reads, row, base, projection));
    if (status === 201) reply.header('location', `${base}${list}/${row.id}`);
    return send(reply.code(status).header('etag', versionTag(row.version)), projection.apply(body));
  };
  const projectionOf = (request: FastifyRequest): Projection => Projection.read(type, isObject(request.query) ? request.query : {});

  app.get(list, (request, reply) => sendList(request, reply, readListQuery(type, request.query)));
  app.post(`${list}/.search`, (request, reply) => sendList(request, reply, readSearch(type, request.body)));
  app.get<One>(one, async (request, reply) => {
    const base = baseOf(request);
    const projection = projectionOf(request);
    const { row, body } = await store.read(async (reads) => {
      const found = await resource.find(reads, request.params.id);
      return { row: found, body: await resource.show(reads, found, base, projection) };
    });
    const tag = versionTag(row.version);
    const known = request.headers['if-none-match'];
    reply.header('etag', tag);
    return known !== undefined && namesTag(known, tag) ? reply.code(304).send() : send(reply, projection.apply(body));
  });
  app.post(list, async (request, reply) => sendOne(request, reply, await resource.create(request.body), 201));
  app.put<One>(one, async (request, reply) => {
    return sendOne(request, reply, await resource.replace(request.params.id, request.body, ifMatch(request)), 200);
  });
  app.patch<One>(one, async (request, reply) => {
    return sendOne(request, reply, await resource.patch(request.params.id, request.body, ifMatch(request)), 200);
  });
  app.delete<One>(one, async (request, reply) => {
    await resource.remove(request.params.id, ifMatch(request));
    return reply.code(204).send();
  });
}

function ifMatch(request: FastifyRequest): string | null {
  return request.headers['if-match'] ?? null;
}
