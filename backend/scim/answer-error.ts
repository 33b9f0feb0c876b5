import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Directory } from '../directory/act.ts';
import { logRefusal, type RefusedRequest } from '../directory/refusals.ts';
import { faultOf } from '../plugins/faults.ts';
import { errorBody, ScimError } from './errors.ts';
import { isObject, ownProperty } from './value.ts';

/** Answers an error in SCIM's form. A refused write of Okta about a user or a team is logged first, with the words of the answer:
 *  the history shows what Okta's admin sees. */
export async function answerScimError(
  directory: Directory,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const fault = thrown instanceof ScimError ? null : faultOf(thrown);
  const error = thrown instanceof ScimError ? thrown : fromFault(faultOf(thrown));
  if (error.status >= 500 && !(thrown instanceof ScimError)) request.log.error({ err: thrown }, 'A SCIM request failed');
  const refused = refusedRequest(request, error);
  if (refused !== null) {
    await logRefusal(directory, refused).catch((cause: unknown) => request.log.error({ err: cause }, 'A refusal could not be logged'));
  }
  if (error.status === 401) reply.header('www-authenticate', 'Bearer realm="Sourcemark"');
  if (fault?.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
  return reply
    .code(error.status)
    .type('application/scim+json; charset=utf-8')
    .send(JSON.stringify(errorBody(error.status, error.scimType, error.message)));
}

function fromFault({ status, detail }: { status: number; detail: string }): ScimError {
  return new ScimError(status, status === 400 ? 'invalidSyntax' : null, detail);
}

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** What was refused, or null for what is no refusal: a read, a wrong token, an overload, a fault of ours. */
function refusedRequest(request: FastifyRequest, error: ScimError): RefusedRequest | null {
  const route = request.routeOptions.url ?? '';
  const kind = route.includes('/Users') ? 'user' : route.includes('/Groups') ? 'team' : null;
  const counts = error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429;
  if (kind === null || !counts || !writes.has(request.method) || route.endsWith('/.search')) return null;
  const id = isObject(request.params) ? ownProperty(request.params, 'id') : undefined;
  return { kind, id: typeof id === 'string' ? id : null, asked: askedName(kind, request.body), error };
}

/** The name that a body asks for: its own, or the one that an operation of a PATCH sets. */
function askedName(kind: 'user' | 'team', body: unknown): string | null {
  if (!isObject(body)) return null;
  const attribute = kind === 'user' ? 'userName' : 'displayName';
  const operations = ownProperty(body, 'Operations');
  const candidates: unknown[] = [ownProperty(body, attribute)];
  for (const operation of Array.isArray(operations) ? operations.slice(0, 100) : []) {
    if (!isObject(operation)) continue;
    const path = ownProperty(operation, 'path');
    const value = ownProperty(operation, 'value');
    if (typeof path === 'string' && path.toLowerCase() === attribute.toLowerCase()) candidates.push(value);
    if (isObject(value)) candidates.push(ownProperty(value, attribute));
  }
  const found = candidates.find((name): name is string => typeof name === 'string' && name.trim() !== '');
  return found === undefined ? null : found.toWellFormed().replaceAll('\0', '');
}
