import { describe, expect, test } from 'vitest';
import { enterprise, home, jane, patched, work } from '../../testing/jane.ts';
import { checkResource } from '../check-resource.ts';
import { userType } from '../schemas/resource-types.ts';
import type { ScimObject } from '../value.ts';

const emails = (...list: object[]): ScimObject => checkResource(userType, { ...jane, emails: list });

describe('what an operation makes of a user', () => {
  test.each<[string, Record<string, unknown>, ScimObject]>([
    ['add a value', { op: 'add', path: 'nickName', value: 'JD' }, { ...jane, nickName: 'JD' }],
    ['replace a value', { op: 'replace', path: 'title', value: 'Boss' }, { ...jane, title: 'Boss' }],
    ['replace what is absent', { op: 'replace', path: 'nickName', value: 'JD' }, { ...jane, nickName: 'JD' }],
    ['capitals in op and path', { op: 'Replace', path: 'TITLE', value: 'Boss' }, { ...jane, title: 'Boss' }],
    [
      'the URN of the core schema',
      { op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:title', value: 'B' },
      { ...jane, title: 'B' },
    ],
    ['a sub-attribute', { op: 'replace', path: 'name.givenName', value: 'J' }, { ...jane, name: { familyName: 'Doe', givenName: 'J' } }],
    [
      'some of a complex value: the rest stays',
      { op: 'replace', path: 'name', value: { givenName: 'J' } },
      { ...jane, name: { familyName: 'Doe', givenName: 'J' } },
    ],
    ['no path', { op: 'replace', value: { active: false, title: 'Boss' } }, { ...jane, title: 'Boss', active: false }],
    ['Okta’s body id is passed over', { op: 'replace', value: { id: 'x', title: 'Boss' } }, { ...jane, title: 'Boss' }],
    ['unknown names without a path are passed over', { op: 'add', value: { shoeSize: 7, title: 'Boss' } }, { ...jane, title: 'Boss' }],
    ['Entra’s "False"', { op: 'Replace', path: 'active', value: 'False' }, { ...jane, active: false }],
    [
      'Entra’s dotted names',
      { op: 'Add', value: { 'name.givenName': 'J', 'name.familyName': 'D' } },
      { ...jane, name: { familyName: 'D', givenName: 'J' } },
    ],
    [
      'Entra’s value path as a name',
      { op: 'Replace', value: { 'emails[type eq "work"].value': 'j@new.example' } },
      emails({ ...work, value: 'j@new.example' }, home),
    ],
    [
      'an extension’s attribute',
      { op: 'replace', path: `${enterprise}:department`, value: 'IT' },
      { ...jane, [enterprise]: { department: 'IT' } },
    ],
    [
      'an extension without a path',
      { op: 'add', value: { [enterprise]: { costCenter: '7' } } },
      { ...jane, [enterprise]: { costCenter: '7', department: 'Sales' } },
    ],
    [
      'Entra’s manager, by id alone',
      { op: 'Add', path: `${enterprise}:manager`, value: 'm1' },
      { ...jane, [enterprise]: { department: 'Sales', manager: { value: 'm1' } } },
    ],
    [
      'add to a list',
      { op: 'add', path: 'emails', value: [{ value: 'j@3.example', type: 'other' }] },
      emails(work, home, { value: 'j@3.example', type: 'other' }),
    ],
    [
      'add one value to a list',
      { op: 'add', path: 'emails', value: { value: 'j@3.example' } },
      emails(work, home, { value: 'j@3.example' }),
    ],
    ['add what is there', { op: 'add', path: 'emails', value: [home] }, jane],
    [
      'a new primary takes the place of the old',
      { op: 'add', path: 'emails', value: [{ value: 'j@3.example', primary: true }] },
      emails({ ...work, primary: false }, home, { value: 'j@3.example', primary: true }),
    ],
    [
      'a primary by its value path',
      { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
      emails({ ...work, primary: false }, { ...home, primary: true }),
    ],
    ['replace a list', { op: 'replace', path: 'emails', value: [home] }, emails(home)],
    [
      'replace an element',
      { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'h@new.example', type: 'home' } },
      emails(work, { value: 'h@new.example', type: 'home' }),
    ],
    [
      'a part of an element',
      { op: 'replace', path: 'emails[type eq "home"].value', value: 'h@new.example' },
      emails(work, { ...home, value: 'h@new.example' }),
    ],
    [
      'a part of every element',
      { op: 'replace', path: 'emails.display', value: 'D' },
      emails({ ...work, display: 'D' }, { ...home, display: 'D' }),
    ],
    [
      'add to no element makes one',
      { op: 'add', path: 'emails[type eq "other"].value', value: 'o@new.example' },
      emails(work, home, { type: 'other', value: 'o@new.example' }),
    ],
    ['remove a value', { op: 'remove', path: 'nickName' }, jane],
    ['remove a sub-attribute', { op: 'remove', path: 'name.givenName' }, { ...jane, name: { familyName: 'Doe' } }],
    ['remove elements', { op: 'remove', path: 'emails[type eq "home"]' }, emails(work)],
    [
      'remove a part of elements',
      { op: 'remove', path: 'emails[type eq "work"].primary' },
      emails({ value: work.value, type: 'work' }, home),
    ],
    ['remove what no element is', { op: 'remove', path: 'emails[type eq "other"]' }, jane],
    ['Entra’s removal by a list of values', { op: 'Remove', path: 'emails', value: [{ value: home.value }] }, emails(work)],
    ['null takes a value away', { op: 'replace', path: 'title', value: null }, (({ title: _, ...rest }) => rest)(jane)],
    ['remove an extension', { op: 'remove', path: enterprise }, (({ [enterprise]: _, ...rest }) => rest)(jane)],
    ['a password is taken and kept nowhere', { op: 'replace', value: { password: 'n3w' } }, jane],
  ])('%s', (_, operation, expected) => {
    expect(patched(operation)).toEqual(expected);
  });

  test('null in a complex value takes that part away, and a complex value of nothing known changes nothing', () => {
    expect(patched({ op: 'replace', path: 'name', value: { givenName: null } })['name']).toEqual({ familyName: 'Doe' });
    expect(patched({ op: 'replace', path: 'name', value: { shoe: 7 } })).toEqual(jane);
  });

  test('several operations, each on what the one before has made', () => {
    const result = patched(
      { op: 'remove', path: 'emails' },
      { op: 'add', path: 'emails', value: [{ value: 'a@example.com' }] },
      { op: 'replace', path: 'emails[value eq "a@example.com"].type', value: 'work' },
    );
    expect(result['emails']).toEqual([{ value: 'a@example.com', type: 'work' }]);
  });
});

test('keys that reach for prototypes change no object', () => {
  const hostile: unknown = JSON.parse(
    '{"op":"add","value":{"__proto__":{"polluted":"y"},"constructor":{"prototype":{"polluted":"y"}},"name":{"__proto__":{"polluted":"y"}},"title":"Boss"}}',
  );
  expect(patched(hostile as Record<string, unknown>)).toEqual({ ...jane, title: 'Boss' });
  expect('polluted' in {}).toBe(false);
});
