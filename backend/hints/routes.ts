import { hash } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ApiError, ErrorCode } from '../../contract/api.ts';
import { openApiDocument } from '../../contract/openapi.ts';
import type { ApiOperation } from '../../contract/operation.ts';
import { operations } from '../../contract/operations.ts';
import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import type { Tokens } from '../plugins/auth.ts';
import { faultOf } from '../plugins/faults.ts';
import { readJsonBodies } from '../plugins/json-body.ts';
import { namesTag } from '../scim/version.ts';
import { hintHandlers } from './handlers.ts';

interface Parts {
  directory: Directory;
  tokens: Tokens;
  wrongToken: (request: FastifyRequest) => Promise<void>;
  version: string;
}

/** The hints API below `/api/v1`. All of it needs the admin token but its own description. */
export async function registerHints(app: FastifyInstance, { directory, tokens, wrongToken, version }: Parts): Promise<void> {
  readJsonBodies(app, ['application/json']);
  app.setErrorHandler((error, request, reply) => answerError(error, reply, request.log));
  app.setNotFoundHandler((_request, reply) => answerError(new Refused('not-found', say('api.no-path')), reply, app.log));
  let document: object | null = null;
  app.get('/openapi.json', () => {
    document ??= openApiDocument(version);
    return document;
  });

  const handlers = hintHandlers(directory, version);
  const guard = async (request: FastifyRequest): Promise<void> => {
    if (tokens.allow('admin', request.headers.authorization)) return;
    await wrongToken(request);
    throw new Refused('unauthorized', say('api.unauthorized'));
  };
  for (const [id, operation] of Object.entries(operations) as [keyof typeof operations, ApiOperation][]) {
    // Each handler takes what its own operation's schemas give: the table holds the two together.
    const handle = handlers[id] as (input: { params: unknown; query: unknown; body: unknown }) => Promise<unknown>;
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      onRequest: guard,
      handler: async (request, reply) => {
        const query = parsed(operation.query, request.query);
        const body = parsed(operation.body, request.body ?? {});
        const answer = await handle({ params: request.params, query, body });
        return operation.tagged ? tagged(request, reply, answer) : reply.code(operation.success).send(answer);
      },
    });
  }
}

function parsed(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  throw new Refused('invalid', say('api.invalid', { issues: issues.join('; ') }));
}

/** The tag is of what is answered but for the time of asking: as long as nothing happens, it stays. */
function tagged(request: FastifyRequest, reply: FastifyReply, answer: unknown): FastifyReply {
  const { now: _, ...content } = answer as { now?: string };
  const tag = `"${hash('sha1', JSON.stringify(content), 'base64url')}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  const known = request.headers['if-none-match'];
  return known !== undefined && namesTag(known, tag) ? reply.code(304).send() : reply.send(answer);
}

const statuses: Readonly<Record<ErrorCode, number>> = {
  unauthorized: 401,
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
