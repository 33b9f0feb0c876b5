import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { wroteBy } from '../exchanges/record.ts';
import type { Reads, Store } from '../store/access.ts';
import { baseOf, send } from './answer.ts';
import { type ListQuery, readListQuery, searchBody } from './list-query.ts';
import { answerList } from './lists.ts';
import { Projection } from './projection.ts';
import type { Answer, Resource, ResourceRow } from './resource.ts';
import { isObject, ownProperty } from './value.ts';
import { namesTag, versionTag } from './version.ts';

type One = { Params: { id: string } };

/** What is sent for one resource: its body in JSON, or null where the answer goes without. */
interface Shown<Row> {
  row: Row;
  body: string | null;
}

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
    return send(reply, await store.read((reads) => answerList(reads, account, resource, query, base)));
  };
  const shown = (request: FastifyRequest): Answer<Row, Shown<Row>> => {
    const base = baseOf(request);
    const projection = Projection.read(type, isObject(request.query) ? request.query : {});
    return async (reads: Reads, row: Row) => ({ row, body: (await resource.show(reads, [row], base, projection))[0] ?? null });
  };

  const shownUnlessLarge = (request: FastifyRequest): Answer<Row, Shown<Row>> => {
    const show = shown(request);
    const query = isObject(request.query) ? request.query : {};
    const chosen = ownProperty(query, 'attributes') !== undefined || ownProperty(query, 'excludedAttributes') !== undefined;
    return async (reads, row) => (!chosen && (await resource.isLarge(reads, row)) ? { row, body: null } : show(reads, row));
  };

  const telling = (request: FastifyRequest): Resource<Row> => resource.telling(wroteBy(request));

  app.get(list, (request, reply) => sendList(request, reply, readListQuery(type, request.query)));
  app.post(`${list}/.search`, (request, reply) => sendList(request, reply, readListQuery(type, searchBody(request.body))));
  app.get<One>(one, async (request, reply) => {
    const show = shown(request);
    const { row, body } = await store.read(async (reads) => show(reads, await resource.find(reads, request.params.id)));
    const tag = versionTag(row.version);
    const known = request.headers['if-none-match'];
    return known !== undefined && namesTag(known, tag) ? reply.header('etag', tag).code(304).send() : sendOne(reply, { row, body }, 200);
  });
  app.post(list, async (request, reply) => {
    const created = await telling(request).create(request.body, shown(request));
    reply.header('location', `${baseOf(request)}${list}/${created.row.id}`);
    return sendOne(reply, created, 201);
  });
  app.put<One>(one, async (request, reply) => {
    return sendOne(reply, await telling(request).replace(request.params.id, request.body, ifMatch(request), shown(request)), 200);
  });
  app.patch<One>(one, async (request, reply) => {
    return sendOne(reply, await telling(request).patch(request.params.id, request.body, ifMatch(request), shownUnlessLarge(request)), 200);
  });
  app.delete<One>(one, async (request, reply) => {
    await telling(request).remove(request.params.id, ifMatch(request));
    return reply.code(204).send();
  });
}

function sendOne<Row extends ResourceRow>(reply: FastifyReply, { row, body }: Shown<Row>, status: number): FastifyReply {
  reply.header('etag', versionTag(row.version));
  return body === null ? reply.code(204).send() : send(reply.code(status), body);
}

function ifMatch(request: FastifyRequest): string | null {
  return request.headers['if-match'] ?? null;
}
