import { expect, test } from 'vitest';
import { patchOf } from '../../testing/companion.ts';
import { enterprise, home, patched, work } from '../../testing/jane.ts';
import { ScimError } from '../errors.ts';
import { userType } from '../schemas/resource-types.ts';
import { readPatch } from './request.ts';

function refusal(...operations: Record<string, unknown>[]): unknown {
  try {
    return patched(...operations);
  } catch (error) {
    if (error instanceof ScimError) return error.scimType;
    throw error;
  }
}

test.each<[string, Record<string, unknown>, string]>([
  ['no op', { path: 'title', value: 'B' }, 'invalidSyntax'],
  ['an op of its own', { op: 'upsert', path: 'title', value: 'B' }, 'invalidSyntax'],
  ['a path that is no text', { op: 'replace', path: 7, value: 'B' }, 'invalidPath'],
  ['an unknown attribute', { op: 'replace', path: 'shoeSize', value: 7 }, 'invalidPath'],
  ['an unknown sub-attribute', { op: 'replace', path: 'name.shoeSize', value: 7 }, 'invalidPath'],
  ['__proto__', { op: 'replace', path: '__proto__', value: {} }, 'invalidPath'],
  ['__proto__ in an extension', { op: 'replace', path: `${enterprise}:__proto__.polluted`, value: 'y' }, 'invalidPath'],
  ['brackets that do not end', { op: 'replace', path: 'emails[type eq "work"', value: {} }, 'invalidFilter'],
  ['brackets on a single value', { op: 'replace', path: 'name[givenName eq "J"]', value: {} }, 'invalidPath'],
  ['a filter on nothing known', { op: 'replace', path: 'emails[shoe eq "work"].value', value: 'a' }, 'invalidFilter'],
  ['something after the path', { op: 'replace', path: 'title nickName', value: 'a' }, 'invalidPath'],
  ['the id', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
  ['the groups', { op: 'add', path: 'groups', value: [{ value: 'g' }] }, 'mutability'],
  ['the meta', { op: 'remove', path: 'meta.created' }, 'mutability'],
  ['removing what is required', { op: 'remove', path: 'userName' }, 'mutability'],
  ['emptying what is required', { op: 'replace', path: 'userName', value: '' }, 'invalidValue'],
  ['remove without a path', { op: 'remove' }, 'noTarget'],
  ['replace of no element', { op: 'replace', path: 'emails[type eq "other"].value', value: 'a' }, 'noTarget'],
  ['a value of the wrong type', { op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
  ['two primaries', { op: 'replace', path: 'emails', value: [work, { ...home, primary: true }] }, 'invalidValue'],
  ['an object where a text belongs', { op: 'replace', path: 'title', value: { a: 1 } }, 'invalidValue'],
  ['no value', { op: 'add', path: 'title' }, 'invalidValue'],
  ['a list where one value belongs', { op: 'replace', path: 'title', value: ['a'] }, 'invalidValue'],
  ['no path and no object', { op: 'replace', value: 'B' }, 'invalidValue'],
])('%s is refused: %#', (_, operation, scimType) => {
  expect(refusal(operation)).toBe(scimType);
});

test('a body without operations, or that is no PatchOp, is refused', () => {
  for (const body of [
    null,
    [],
    {},
    { schemas: ['x'], Operations: [] },
    patchOf(),
    { ...patchOf(), Operations: {} },
    { ...patchOf(), Operations: [7] },
  ]) {
    expect(() => readPatch(userType, body)).toThrow(ScimError);
  }
});
