import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Json, patchOf } from '../../testing/companion.ts';
import { checkResource } from '../check-resource.ts';
import { userType } from '../schemas/resource-types.ts';
import type { ScimObject } from '../value.ts';
import { applyPatch } from './apply.ts';
import { readPatch } from './request.ts';

/** What a client may do, and what it makes of a user in the plainest of words. */
interface Step {
  operation: Json;
  model(user: Model): void;
}

interface Model {
  single: Map<string, unknown>;
  name: Map<string, unknown>;
  /** By address: its type, and whether it is primary. */
  emails: Map<string, { type: string; primary: boolean }>;
}

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const address = fc.constantFrom('a@x.example', 'b@x.example', 'c@x.example', 'd@x.example');
const kind = fc.constantFrom('work', 'home', 'other');
const verb = fc.constantFrom('add', 'replace', 'Add', 'Replace');

const setSingle = fc.tuple(fc.constantFrom('title', 'nickName', 'userType', 'externalId'), word, verb, fc.boolean()).map(
  ([name, value, op, withPath]): Step => ({
    operation: withPath ? { op, path: name, value } : { op, value: { [name]: value } },
    model: ({ single }) => void single.set(name, value),
  }),
);
const removeSingle = fc
  .constantFrom('title', 'nickName', 'userType', 'externalId')
  .map((name): Step => ({ operation: { op: 'remove', path: name }, model: ({ single }) => void single.delete(name) }));
const setPart = fc.tuple(fc.constantFrom('givenName', 'familyName', 'middleName'), word, verb, fc.constantFrom(0, 1, 2)).map(
  ([part, value, op, form]): Step => ({
    operation:
      [
        { op, path: `name.${part}`, value },
        { op, value: { [`name.${part}`]: value } },
        { op, path: 'name', value: { [part]: value } },
      ][form] ?? {},
    model: ({ name }) => void name.set(part, value),
  }),
);
const removePart = fc
  .constantFrom('givenName', 'familyName', 'middleName')
  .map((part): Step => ({ operation: { op: 'remove', path: `name.${part}` }, model: ({ name }) => void name.delete(part) }));
const addEmail = fc.tuple(address, kind, fc.boolean()).map(
  ([value, type, primary]): Step => ({
    operation: { op: 'add', path: 'emails', value: [{ value, type, primary }] },
    model: ({ emails }) => {
      if (primary) for (const one of emails.values()) one.primary = false;
      // An address that stands there with another type becomes a second element; the model knows one each, so the type is its own.
      emails.set(`${value} ${type}`, { type, primary });
    },
  }),
);
const removeEmail = fc.tuple(address, kind).map(
  ([value, type]): Step => ({
    operation: { op: 'remove', path: `emails[value eq "${value.toUpperCase()}" and type eq "${type}"]` },
    model: ({ emails }) => void emails.delete(`${value} ${type}`),
  }),
);
const replaceEmails = fc.uniqueArray(fc.tuple(address, kind), { maxLength: 4, selector: ([value, type]) => `${value} ${type}` }).map(
  (list): Step => ({
    operation: { op: 'replace', path: 'emails', value: list.map(([value, type]) => ({ value, type, primary: false })) },
    model: ({ emails }) => {
      emails.clear();
      for (const [value, type] of list) emails.set(`${value} ${type}`, { type, primary: false });
    },
  }),
);

test('any series of operations comes to what a plain model comes to, and leaves what it was given alone', () => {
  const steps = fc.array(fc.oneof(setSingle, removeSingle, setPart, removePart, addEmail, removeEmail, replaceEmails), {
    maxLength: 12,
    minLength: 1,
  });
  fc.assert(
    fc.property(steps, (list) => {
      const before = checkResource(userType, { userName: 'ann@x.example', active: true });
      const copy = structuredClone(before);
      const model: Model = { single: new Map(), name: new Map(), emails: new Map() };
      for (const step of list) step.model(model);
      const after = checkResource(userType, applyPatch(before, readPatch(userType, patchOf(...list.map((step) => step.operation)))));
      expect(plain(after)).toEqual({ userName: 'ann@x.example', active: true, ...expected(model) });
      expect(before).toEqual(copy);
    }),
    { numRuns: 600 },
  );
});

function expected({ single, name, emails }: Model): Json {
  return {
    ...Object.fromEntries(single),
    ...(name.size > 0 && { name: Object.fromEntries(name) }),
    ...(emails.size > 0 && { emails: [...emails].map(([key, one]) => ({ value: key.split(' ')[0], ...one })) }),
  };
}

/** The order of attributes is the schema's; what is compared is what stands there. */
function plain(resource: ScimObject): Json {
  return JSON.parse(JSON.stringify(resource)) as Json;
}
