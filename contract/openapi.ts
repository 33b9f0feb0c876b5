import { z } from 'zod';
import { apiError, apiVersion } from './api.ts';
import { changeSchema } from './changes.ts';
import type { ApiOperation } from './operation.ts';
import { operations } from './operations.ts';
import { subjectAnswer, subjectQuery, teamFacts, userFacts } from './subjects.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the hints API, made of the same schemas that parse its requests.
 *  @param version The companion's release. */
export function openApiDocument(version: string): Json {
  const answers = new Components('output', { ApiError: apiError, UserFacts: userFacts, TeamFacts: teamFacts });
  answers.name('Change', changeSchema);
  answers.name('SubjectAnswer', subjectAnswer);
  const bodies = new Components('input', { SubjectQuery: subjectQuery });
  const all: [string, ApiOperation][] = Object.entries(operations);
  for (const [id, { body, answer }] of all) {
    if (body !== undefined) bodies.name(`${capital(id)}Request`, body);
    if (answer !== null) answers.name(`${capital(id)}Answer`, answer);
  }
  const paths: Record<string, Json> = {};
  for (const [id, operation] of all) {
    const path = paths[operation.path] ?? {};
    path[operation.method.toLowerCase()] = operationObject(id, operation, answers, bodies);
    paths[operation.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sourcemark companion',
      version,
      summary: `Hints API, version ${apiVersion}`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [factsTag, actsTag, mappingTag],
    paths,
    components: {
      securitySchemes: {
        viewerToken: { type: 'http', scheme: 'bearer', description: 'The viewer token of the companion' },
        adminToken: { type: 'http', scheme: 'bearer', description: 'The admin token of the companion' },
      },
      schemas: { ...answers.schemas(), ...bodies.schemas() },
    },
  };
}

/** Schemas under names. What goes in and what comes out differ where a field has a default. */
class Components {
  readonly #io: 'input' | 'output';
  readonly #registry = z.registry<{ id: string }>();

  constructor(io: 'input' | 'output', named: Record<string, z.ZodType>) {
    this.#io = io;
    for (const [id, schema] of Object.entries(named)) this.name(id, schema);
  }

  /** The first name that a schema is given stays. */
  name(id: string, schema: z.ZodType): void {
    if (!this.#registry.has(schema)) this.#registry.add(schema, { id });
  }

  reference(schema: z.ZodType): Json {
    return { $ref: address(this.#registry.get(schema)?.id ?? '') };
  }

  schemas(): Json {
    const { schemas } = z.toJSONSchema(this.#registry, { io: this.#io, uri: address });
    return Object.fromEntries(
      Object.entries(schemas).map(([id, schema]) => {
        const { $id: _id, $schema: _schema, ...rest } = schema;
        return [id, rest];
      }),
    );
  }
}

function operationObject(operationId: string, operation: ApiOperation, answers: Components, bodies: Components): Json {
  const error = { description: 'Not carried out', content: jsonContent(answers.reference(apiError)) };
  const responses: Json = {
    [operation.success]: {
      description: operation.summary,
      ...(operation.tagged && { headers: { ETag: { schema: { type: 'string' }, description: 'Of what was answered' } } }),
      ...answerContent(operation, answers),
    },
    ...(operation.tagged && { 304: { description: 'Nothing has happened since the ETag in If-None-Match' } }),
    ...((operation.body ?? operation.query ?? operation.upload) !== undefined && { 400: error }),
    401: { ...error, description: 'The token is missing or not the companion’s' },
    ...(operation.role === 'admin' && { 403: { ...error, description: 'The token is the viewer’s: this needs the admin token' } }),
    ...(operation.path.includes('{') && { 404: { ...error, description: 'Not there' } }),
    ...(operation.method !== 'GET' && { 409: { ...error, description: conflictOf(operation) } }),
    default: error,
  };
  return {
    operationId,
    tags: [tagOf(operation.path).name],
    summary: operation.summary,
    security: [...(operation.role === 'viewer' ? [{ viewerToken: [] }] : []), { adminToken: [] }],
    parameters: [...pathParameters(operation.path), ...queryParameters(operation.query), ...(operation.tagged ? [tagParameter] : [])],
    ...((operation.body !== undefined || operation.upload !== undefined) && {
      requestBody: {
        required: true,
        content: {
          ...(operation.body !== undefined && jsonContent(bodies.reference(operation.body))),
          ...files(operation.upload ?? []),
          ...formContent(operation.form),
        },
      },
    }),
    responses,
  };
}

const factsTag = { name: 'Facts', description: 'Who owns what, how fresh it is, and what has happened' };
const actsTag = {
  name: 'Spekit',
  description: 'What an admin sees and does on Spekit’s side; refused where the identity provider owns it',
};

const mappingTag = { name: 'Mapping', description: 'Which of Spekit’s own users and teams are the same as those that Okta pushes' };

function tagOf(path: string): { name: string } {
  if (path.startsWith('/spekit/')) return actsTag;
  return path.startsWith('/mapping') ? mappingTag : factsTag;
}

const tagParameter = { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } };

function conflictOf(operation: ApiOperation): string {
  return operation.guarded ? 'It is so already, or the identity provider owns the act: `reason` is the rule’s id' : 'It is so already';
}

function pathParameters(path: string): Json[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters(query: z.ZodType | undefined): Json[] {
  if (query === undefined) return [];
  const { properties = {} } = z.toJSONSchema(query, { io: 'output' });
  return Object.entries(properties).map(([name, schema]) => {
    const optional = typeof schema === 'object' && 'default' in schema;
    return { name, in: 'query', required: !optional, schema: schema as Json };
  });
}

function answerContent({ answer, download }: ApiOperation, answers: Components): Json {
  const content = { ...(answer !== null && jsonContent(answers.reference(answer))), ...files(download === undefined ? [] : [download]) };
  return Object.keys(content).length > 0 ? { content } : {};
}

/** Bytes of these media types (OpenAPI 3.1: a schema without a type). */
function files(types: readonly string[]): Json {
  return Object.fromEntries(types.map((type) => [type, {}]));
}

/** Parts of which the first must be there. */
function formContent(form: ApiOperation['form']): Json {
  if (form === undefined) return {};
  const parts = Object.entries(form).map(([name, description]) => [name, { description }] as const);
  const required = parts.slice(0, 1).map(([name]) => name);
  return { 'multipart/form-data': { schema: { type: 'object', properties: Object.fromEntries(parts), required } } };
}

function jsonContent(schema: Json): Json {
  return { 'application/json': { schema } };
}

function address(id: string): string {
  return `#/components/schemas/${id}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
