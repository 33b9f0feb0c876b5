import type { FastifyRequest } from 'fastify';
import { say } from '../../locales/companion.ts';
import { ScimError } from './errors.ts';

const allowed: readonly [path: RegExp, methods: string][] = [
  [/^\/(Users|Groups)\/\.search$/, 'POST'],
  [/^\/(Users|Groups)$/, 'GET, POST'],
  [/^\/(Users|Groups)\/[^/]+$/, 'GET, PUT, PATCH, DELETE'],
  [/^\/(ServiceProviderConfig|ResourceTypes|Schemas)(\/[^/]+)?$/, 'GET'],
];
/** Of the standard, and not ours yet (RFC 7644 §3.7, §3.11, §3.4.3). */
const missing = /^\/(Bulk|Me|\.search)$/;

/** What to answer where no route is: 405 for a path that takes other methods, 501 for a part of the standard that we do not have. */
export function noSuchRoute(request: FastifyRequest): ScimError {
  const path = request.url
    .replace(/[?#].*$/, '')
    .replace(/^\/scim\/v2/, '')
    .replace(/\/+$/, '');
  if (missing.test(path)) return new ScimError(501, null, say('scim.not-implemented', { path }));
  const methods = allowed.find(([pattern]) => pattern.test(path))?.[1];
  if (methods === undefined) return new ScimError(404, null, say('scim.no-path'));
  return new ScimError(405, null, say('scim.method-not-allowed', { method: request.method, methods }));
}
