import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchOf } from '../testing/companion.ts';
import { checkBody, checkResource } from './check-resource.ts';
import { ScimError } from './errors.ts';
import { applyPatch } from './patch/apply.ts';
import { readPatch } from './patch/request.ts';
import { Projection } from './projection.ts';
import { resourceTypes, userType } from './schemas/resource-types.ts';

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];
const known = [
  'userName',
  'name',
  'emails',
  'active',
  'displayName',
  'members',
  'value',
  'type',
  'primary',
  'givenName',
  'schemas',
  'meta',
];
const urns = resourceTypes.flatMap((type) => [type.schema.id, ...type.extensions.map((one) => one.id)]);

/** JSON as a parser gives it: `__proto__` is a name like any other there. */
const hostile = fc
  .json({ maxDepth: 4, stringUnit: 'binary' })
  .chain((text) => fc.tuple(fc.constant(text), fc.array(fc.constantFrom(...names, ...known, ...urns), { minLength: 1, maxLength: 6 })))
  .map(([text, keys]): unknown => JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:${text}`).join(',')}}`));
const pathParts = fc.array(fc.constantFrom(...names, ...known), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
const paths = fc.oneof(
  pathParts,
  fc.tuple(pathParts, pathParts).map(([list, sub]) => `${list}[${sub} eq "x"].${sub}`),
);

/** Anything but a plain refusal is a fault of ours. */
function refusedOrDone(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    expect(error.status).toBe(400);
  }
}

function prototypes(): unknown[] {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((one) =>
    Object.entries(Object.getOwnPropertyDescriptors(one)).map(([name, { value, get }]) => [name, value ?? get]),
  );
}

test('no body, path or list of names reaches what every object has', () => {
  const before = prototypes();
  const user = checkResource(userType, { userName: 'ann', emails: [{ value: 'a@x.example' }] });
  fc.assert(
    fc.property(hostile, paths, fc.constantFrom('add', 'replace', 'remove'), (body, path, op) => {
      for (const type of resourceTypes) {
        refusedOrDone(() => checkBody(type, { ...(body as object), schemas: [type.schema.id] }));
        refusedOrDone(() => Projection.read(type, { attributes: path }).cut(JSON.stringify(user)));
      }
      refusedOrDone(() => applyPatch(user, readPatch(userType, patchOf({ op, path, value: body }))));
      refusedOrDone(() => checkResource(userType, applyPatch(user, readPatch(userType, patchOf({ op, value: body })))));
    }),
    { numRuns: 500 },
  );
  expect(prototypes()).toEqual(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
