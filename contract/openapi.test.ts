import { expect, test } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { operations } from './operations.ts';

type Json = Record<string, unknown>;
const document = openApiDocument('1.2.3') as Json;

function each(value: unknown, visit: (object: Json) => void): void {
  if (Array.isArray(value)) for (const one of value) each(one, visit);
  else if (typeof value === 'object' && value !== null) {
    visit(value as Json);
    for (const one of Object.values(value)) each(one, visit);
  }
}

function at(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), document);
}

test('it is an OpenAPI 3.1 document with the companion’s release', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Sourcemark companion', version: '1.2.3' } });
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test('every operation stands in it once, with its answers', () => {
  const found: string[] = [];
  for (const [path, methods] of Object.entries(document['paths'] as Json)) {
    expect(path).toMatch(/^\//);
    for (const [method, operation] of Object.entries(methods as Record<string, Json>)) {
      found.push(`${method.toUpperCase()} ${path} ${operation['operationId']}`);
      const responses = operation['responses'] as Json;
      expect(Object.keys(responses)).toContain('401');
      for (const response of Object.values(responses)) expect(response).toHaveProperty('description');
      const inPath = (operation['parameters'] as Json[]).filter((one) => one['in'] === 'path').map((one) => one['name']);
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    }
  }
  expect(found.sort()).toEqual(
    Object.entries(operations)
      .map(([id, { method, path }]) => `${method} ${path} ${id}`)
      .sort(),
  );
});

test('every reference leads to a schema, and every schema is referred to', () => {
  const referred = new Set<string>();
  each(document, (object) => {
    const reference = object['$ref'];
    if (typeof reference !== 'string') return;
    referred.add(reference);
    expect([reference, typeof at(reference)]).toEqual([reference, 'object']);
  });
  const names = Object.keys(at('#/components/schemas') as Json);
  expect(names.filter((name) => !referred.has(`#/components/schemas/${name}`))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['UserFacts', 'TeamFacts', 'Change', 'SubjectAnswer', 'ApiError']));
});

test('what has a default may be left out of a request, and is always in an answer', () => {
  const invite = at('#/components/schemas/InviteUserRequest') as Json;
  expect(invite['required']).toEqual(['email']);
  const parameters =
    at('#/paths/~1changes/get/parameters'.replace('~1changes', 'x')) ?? (document['paths'] as Record<string, Json>)['/changes'];
  expect(JSON.stringify(parameters)).toContain('"required":false');
});
