import type { FastifyReply, FastifyRequest } from 'fastify';

export const scimMediaType = 'application/scim+json';

/** @param body JSON, as text already or to be made. */
export function send(reply: FastifyReply, body: object | string): FastifyReply {
  return reply.type(`${scimMediaType}; charset=utf-8`).send(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Where the client reached us, up to `/scim/v2`. A host that is no host is left out: the address is then relative. */
export function baseOf(request: FastifyRequest): string {
  const { host } = request;
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) ? `${request.protocol}://${host}/scim/v2` : '/scim/v2';
}
