import type { FastifyReply, FastifyRequest } from 'fastify';
import { say } from '../../locales/companion.ts';
import { ScimError } from './errors.ts';

const allowed: readonly [path: RegExp, methods: string][] = [
  [/^(\/(Users|Groups))?\/\.search$/, 'POST'],
  [/^\/Bulk$/, 'POST'],
  [/^\/(Users|Groups)$/, 'GET, HEAD, POST'],
  [/^\/(Users|Groups)\/[^/]+$/, 'GET, HEAD, PUT, PATCH, DELETE'],
  [/^\/(ServiceProviderConfig|ResourceTypes|Schemas)(\/[^/]+)?$/, 'GET, HEAD'],
  [/^$/, 'GET, HEAD'],
];
/** Of the standard, and not ours: a token of the identity provider's is nobody's own (RFC 7644 §3.11). */
const missing = /^\/Me$/;

/** What to answer where no route is: 501 for a part of the standard that we do not have, 405 with `Allow` for a path that takes other
 *  methods, 204 with `Allow` for OPTIONS. Throws ScimError. */
export function answerNoRoute(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url
    .replace(/[?#].*$/, '')
    .replace(/^\/scim\/v2/, '')
    .replace(/\/+$/, '');
  if (missing.test(path)) throw new ScimError(501, null, say('scim.not-implemented', { path }));
  const methods = allowed.find(([pattern]) => pattern.test(path))?.[1];
  if (methods === undefined) throw new ScimError(404, null, say('scim.no-path'));
  reply.header('allow', methods);
  if (request.method === 'OPTIONS') return reply.code(204).send();
  throw new ScimError(405, null, say('scim.method-not-allowed', { method: request.method, methods }));
}
