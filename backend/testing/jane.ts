import { expect } from 'vitest';
import { checkResource } from '../scim/check-resource.ts';
import { applyPatch } from '../scim/patch/apply.ts';
import { readPatch } from '../scim/patch/request.ts';
import { userType } from '../scim/schemas/resource-types.ts';
import type { ScimObject } from '../scim/value.ts';
import { patchOf } from './companion.ts';

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const work = { value: 'jane@work.example', type: 'work', primary: true };
export const home = { value: 'jane@home.example', type: 'home' };

/** A user whom patches are tried on. */
export const jane: ScimObject = {
  userName: 'jane@example.com',
  name: { familyName: 'Doe', givenName: 'Jane' },
  title: 'Engineer',
  active: true,
  emails: [work, home],
  [enterprise]: { department: 'Sales' },
};

/** What a request of these operations makes of Jane, who herself never changes. Throws as the engine does. */
export function patched(...operations: Record<string, unknown>[]): ScimObject {
  const before = structuredClone(jane);
  const result = checkResource(userType, applyPatch(jane, readPatch(userType, patchOf(...operations))));
  expect(jane).toEqual(before);
  return result;
}
