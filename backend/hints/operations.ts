import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { openApiDocument } from '../../contract/openapi.ts';
import type { ApiOperation } from '../../contract/operation.ts';
import { type AnsweredFile, type OperationId, operations } from '../../contract/operations.ts';
import { say } from '../../locales/companion.ts';
import type { Directory } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import type { Exchanges } from '../exchanges/exchanges.ts';
import type { Tokens } from '../plugins/auth.ts';
import { namesTag } from '../scim/version.ts';
import { hintHandlers } from './handlers.ts';

/** What answers the requests of the hints API. */
export interface Operations {
  /** Checks what was sent by the operation's schemas, carries it out, and answers. Throws Refused. */
  answer(id: OperationId, role: ApiOperation['role'], request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  /** The OpenAPI document. */
  document(): object;
}

export function hintOperations(directory: Directory, exchanges: Exchanges, tokens: Tokens, version: string): Operations {
  const handlers = hintHandlers(directory, exchanges, tokens, version);
  let document: object | null = null;
  return {
    async answer(id, role, request, reply) {
      const operation: ApiOperation = operations[id];
      // Each handler takes what its own operation's schemas give: the table holds the two together.
      const handle = handlers[id] as (input: {
        role: ApiOperation['role'];
        params: unknown;
        query: unknown;
        body: unknown;
        file: Uint8Array | undefined;
        fileType: string;
        signal: AbortSignal;
      }) => Promise<unknown>;
      const query = parsed(operation.query, request.query);
      const file = operation.upload === undefined ? undefined : fileOf(request);
      const body = file === undefined ? parsed(operation.body, request.body ?? {}) : undefined;
      const fileType = request.headers['content-type'] ?? '';
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const answer = await handle({ role, params: request.params, query, body, file, fileType, signal: gone.signal });
      if (operation.download !== undefined && isFile(answer)) return download(reply, answer);
      return operation.tagged ? tagged(request, reply, answer) : reply.code(operation.success).send(answer);
    },
    document() {
      document ??= openApiDocument(version);
      return document;
    },
  };
}

/** The bytes of a file that was sent. One of no bytes is a file too: it must not be taken for a request without one. */
function fileOf({ body, headers }: FastifyRequest): Buffer | undefined {
  if (Buffer.isBuffer(body)) return body;
  const type = headers['content-type'];
  return type === undefined || /^application\/json\b/i.test(type) ? undefined : Buffer.alloc(0);
}

function isFile(answer: unknown): answer is AnsweredFile {
  return typeof answer === 'object' && answer !== null && 'content' in answer && 'type' in answer;
}

/** Sends a file in parts as they come to be. */
function download(reply: FastifyReply, { name, type, content }: AnsweredFile): FastifyReply {
  reply.header('content-type', type).header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store');
  return reply.send(Readable.from(content));
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
