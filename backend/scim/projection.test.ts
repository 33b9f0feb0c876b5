import { expect, test } from 'vitest';
import { Projection } from './projection.ts';
import { complex, text } from './schemas/attribute.ts';
import { type ResourceType, userType } from './schemas/resource-types.ts';

/** Our own schemas have nothing that is shown on request alone; what they say counts all the same. */
const onRequest = { returned: 'request' } as const;
const type: ResourceType = {
  ...userType,
  schema: {
    ...userType.schema,
    attributes: [
      text('userName', ''),
      text('secretary', '', onRequest),
      complex('name', '', [text('givenName', ''), text('maidenName', '', onRequest)]),
    ],
  },
  extensions: [{ id: 'urn:example:X', name: 'X', description: '', attributes: [text('badge', ''), text('locker', '', onRequest)] }],
};
const resource = {
  schemas: [userType.schema.id],
  id: '1',
  userName: 'ann',
  secretary: 'ben',
  name: { givenName: 'Ann', maidenName: 'Roe' },
  'urn:example:X': { badge: '7', locker: '9' },
};
const shown = (query: Record<string, unknown>): unknown => JSON.parse(Projection.read(type, query).cut(JSON.stringify(resource)));

test('what is shown on request is left out, unless it is asked for by its name', () => {
  const usual = { schemas: resource.schemas, id: '1', userName: 'ann', name: { givenName: 'Ann' }, 'urn:example:X': { badge: '7' } };
  expect(shown({})).toEqual(usual);
  expect(shown({ excludedAttributes: 'userName' })).toEqual({ ...usual, userName: undefined });
  expect(shown({ attributes: 'secretary,name.maidenName,urn:example:X:locker' })).toEqual({
    schemas: resource.schemas,
    id: '1',
    secretary: 'ben',
    name: { maidenName: 'Roe' },
    'urn:example:X': { locker: '9' },
  });
});
