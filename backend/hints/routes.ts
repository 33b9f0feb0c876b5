import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiError, ErrorCode } from '../../contract/api.ts';
import type { ApiOperation } from '../../contract/operation.ts';
import { type mappingPaths, paths } from '../../contract/paths.ts';
import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import type { Exchanges } from '../exchanges/exchanges.ts';
import type { Tokens } from '../plugins/auth.ts';
import { faultOf } from '../plugins/faults.ts';
import { readFileBodies, readJsonBodies } from '../plugins/json-body.ts';
import type { Operations } from './operations.ts';

interface Parts {
  directory: Directory;
  exchanges: Exchanges;
  tokens: Tokens;
  wrongToken: (request: FastifyRequest) => Promise<void>;
  version: string;
}

/** The hints API below `/api/v1`. All of it needs the viewer or the admin token but its own description.
 *  What answers is loaded by the first request: its schemas take as long to load as all the rest, and 6 MB that no SCIM client needs. */
export async function registerHints(app: FastifyInstance, { directory, exchanges, tokens, wrongToken, version }: Parts): Promise<void> {
  readJsonBodies(app, ['application/json']);
  app.setErrorHandler((error, request, reply) => answerError(error, reply, request.log));
  app.setNotFoundHandler((_request, reply) => answerError(new Refused('not-found', say('api.no-path')), reply, app.log));
  let loading: Promise<Operations> | null = null;
  const loaded = (): Promise<Operations> => {
    loading ??= import('./operations.ts').then(({ hintOperations }) => hintOperations(directory, exchanges, tokens, version));
    return loading;
  };
  app.get('/openapi.json', async () => (await loaded()).document());

  const roleOf = (request: FastifyRequest): ApiOperation['role'] | null => {
    const { authorization } = request.headers;
    return tokens.allow('admin', authorization) ? 'admin' : tokens.allow('viewer', authorization) ? 'viewer' : null;
  };
  const route = (scope: FastifyInstance, id: keyof typeof paths, more: { bodyLimit?: number } = {}): void => {
    const { method, path, role: needed } = paths[id];
    scope.route({
      method,
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      ...more,
      // Before a body is read.
      onRequest: async (request) => {
        const role = roleOf(request);
        if (role === null) {
          await wrongToken(request);
          throw new Refused('unauthorized', say('api.unauthorized'));
        }
        if (needed === 'admin' && role !== 'admin') throw new Refused('forbidden', say('api.forbidden'));
      },
      handler: async (request, reply) => (await loaded()).answer(id, roleOf(request) ?? 'viewer', request, reply),
    });
  };
  for (const id of Object.keys(paths) as (keyof typeof paths)[]) if (!takesFiles.has(id as keyof typeof mappingPaths)) route(app, id);
  await app.register(async (scope) => {
    readFileBodies(scope);
    for (const id of takesFiles) route(scope, id, { bodyLimit: mostOfFile });
  });
}

/** What takes a file as its body; the contract, whose schemas are loaded later, says so too (`upload`). */
const takesFiles: ReadonlySet<keyof typeof mappingPaths> = new Set([
  'importIntoMapping',
  'checkSpekitSheet',
  'fillSpekitSheet',
  'checkMapping',
  'completeMapping',
]);
/** Bytes of a file. */
const mostOfFile = 50 * 1024 * 1024;

const statuses: Readonly<Record<ErrorCode, number>> = {
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  'owned-elsewhere': 409,
  'too-many-requests': 429,
  unavailable: 503,
  internal: 500,
};

function answerError(error: unknown, reply: FastifyReply, log: FastifyBaseLogger): FastifyReply {
  if (error instanceof Refused) {
    if (error.code === 'unauthorized') reply.header('www-authenticate', 'Bearer realm="Sourcemark"');
    return reply.code(statuses[error.code]).send(errorAnswer(error.code, error.message, error.decision));
  }
  const fault = faultOf(error);
  if (fault.status >= 500) log.error({ err: error }, 'A request of the hints API failed');
  if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
  return reply.code(fault.status).send(errorAnswer(codeOf(fault.status), fault.detail, null));
}

function codeOf(status: number): ErrorCode {
  if (status === 429) return 'too-many-requests';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'internal' : 'invalid';
}

/** The contract's form of an error. */
export function errorAnswer(code: ErrorCode, detail: string, decision: Refused['decision']): ApiError {
  return { error: { code, ...(decision !== null && { reason: decision.reason, remedy: decision.remedy }), detail } };
}
