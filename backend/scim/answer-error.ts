import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { Directory } from '../directory/act.ts';
import { logRefusal } from '../directory/refusals.ts';
import { wroteBy } from '../exchanges/record.ts';
import { faultOf } from '../plugins/faults.ts';
import { errorBody, ScimError } from './errors.ts';
import { type Asked, refusalOf } from './refusal.ts';
import { isObject, ownProperty } from './value.ts';

/** Answers an error in SCIM's form. A refused write of Okta about a user or a team is logged first, with the words of the answer:
 *  the history shows what Okta's admin sees. */
export async function answerScimError(
  directory: Directory,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const error = await settleError(directory.telling(wroteBy(request)), thrown, askedOf(request), request.log);
  if (error.status === 401) reply.header('www-authenticate', 'Bearer realm="Sourcemark"');
  const retryAfter = thrown instanceof ScimError ? undefined : faultOf(thrown).retryAfter;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply
    .code(error.status)
    .type('application/scim+json; charset=utf-8')
    .send(JSON.stringify(errorBody(error.status, error.scimType, error.message)));
}

/** What is told of an error that was thrown. A fault of ours is written to the log, a refusal of a write to the history. */
export async function settleError(directory: Directory, thrown: unknown, asked: Asked, log: FastifyBaseLogger): Promise<ScimError> {
  const error = thrown instanceof ScimError ? thrown : fromFault(faultOf(thrown));
  if (error.status >= 500 && !(thrown instanceof ScimError)) log.error({ err: thrown }, 'A SCIM request failed');
  const refusal = refusalOf(asked, error);
  if (refusal !== null) {
    await logRefusal(directory, refusal).catch((cause: unknown) => log.error({ err: cause }, 'A refusal could not be logged'));
  }
  return error;
}

function fromFault({ status, detail }: { status: number; detail: string }): ScimError {
  return new ScimError(status, status === 400 ? 'invalidSyntax' : null, detail);
}

function askedOf(request: FastifyRequest): Asked {
  const id = isObject(request.params) ? ownProperty(request.params, 'id') : undefined;
  return {
    method: request.method,
    path: request.routeOptions.url ?? '',
    id: typeof id === 'string' ? id : null,
    body: request.body,
  };
}
