import { describe, expect, test } from 'vitest';
import { decideMatch } from './decide.ts';
import { matchUsers } from './match-users.ts';
import { rulesOf } from './rules.ts';
import type { OktaUser, SpekitUser } from './subjects.ts';

const rules = rulesOf({
  aliases: [{ from: 'mimi@home.example', to: 'maya@acme.example' }],
  domains: [{ from: '@Old.example', to: 'acme.example' }],
});

function okta(userName: string, more: Partial<OktaUser> = {}): OktaUser {
  const name = userName.split('@')[0]?.replace('.', ' ') ?? '';
  return {
    id: `o-${userName}`,
    userName,
    name,
    email: userName,
    addresses: [userName],
    identifiers: [],
    active: true,
    role: 'Viewer',
    pending: true,
    ...more,
  };
}

function spekit(email: string, more: Partial<SpekitUser> = {}): SpekitUser {
  const defaults = { active: true, role: 'Viewer', source: 'direct', salesforceId: null, federationId: null } as const;
  return { id: `s-${email}`, userName: email, name: '', email, ...defaults, ...more };
}

/** What the one user of Spekit's is found to be: `user name: by, by`, and the kinds of the conflicts. */
function found(user: SpekitUser, ...users: OktaUser[]): { candidates: string[]; conflicts: string[]; decision: string | null } {
  const [match] = matchUsers([user], users, rules);
  if (match === undefined) throw new Error('Nobody was matched.');
  return {
    candidates: match.candidates.map(({ okta: one, by, confidence }) => `${one.userName} ${confidence}: ${by.join(', ')}`),
    conflicts: match.conflicts.map(({ kind }) => kind),
    decision: decideMatch(match, undefined, new Map(users.map((one) => [one.id, one]))).decision,
  };
}

describe('somebody is found', () => {
  const maya = okta('maya@acme.example', { name: 'Maya Lindqvist', identifiers: ['00uMAYA', '4711'] });

  test.each([
    ['by the address', spekit('maya@acme.example'), 'certain: email, user-name', [], 'merge'],
    ['by it in another case, which is told', spekit('Maya@ACME.example'), 'certain: email, user-name', ['other-case'], 'merge'],
    [
      'by the user name beside another address',
      spekit('m@x.example', { userName: 'maya@acme.example' }),
      'certain: user-name',
      [],
      'merge',
    ],
    ['by the federation id', spekit('m@x.example', { federationId: 'MAYA@acme.example' }), 'certain: federation-id', [], 'merge'],
    ['by the employee number as federation id', spekit('m@x.example', { federationId: '4711' }), 'certain: federation-id', [], 'merge'],
    ['by an alias', spekit('mimi@home.example'), 'likely: alias-rule', [], 'merge'],
    ['by a domain', spekit('maya@old.example'), 'likely: domain-rule', [], 'merge'],
    ['by the same local part, which decides nothing', spekit('maya@elsewhere.example'), 'possible: similar-mail', [], null],
    ['by the name the other way round', spekit('x1@y.example', { name: 'LINDQVIST, Máya' }), 'possible: similar-name', [], null],
    ['by a name one letter off', spekit('x1@y.example', { name: 'Maya Lindquist' }), 'possible: similar-name', [], null],
  ] as const)('%s', (_, user, how, conflicts, decision) => {
    expect(found(user, okta('noor@acme.example', { name: 'Noor Haddad' }), maya)).toEqual({
      candidates: [`maya@acme.example ${how}`],
      conflicts,
      decision,
    });
  });

  test('by Salesforce’s id, whether it is written in 15 or 18 characters, and not in another case', () => {
    const one = okta('a@acme.example', { identifiers: ['005Dn000001AbCdIAK'] });
    expect(found(spekit('q@y.example', { salesforceId: '005Dn000001AbCd' }), one).candidates).toEqual([
      'a@acme.example certain: salesforce-id',
    ]);
    expect(found(spekit('q@y.example', { salesforceId: '005DN000001ABCD' }), one).candidates).toEqual([]);
  });

  test('nowhere: there is nothing to decide', () => {
    expect(found(spekit('somebody@y.example', { name: 'Some Body' }), maya)).toEqual({ candidates: [], conflicts: [], decision: 'skip' });
    // What is of a post is nobody's, and what is empty is not the same as what is empty.
    expect(found(spekit('info@y.example'), okta('info@acme.example', { name: '' })).candidates).toEqual([]);
    expect(found(spekit('', { userName: '', federationId: '' }), okta('', { addresses: [], identifiers: [''] })).candidates).toEqual([]);
  });
});

describe('an admin is asked', () => {
  test('where two of Okta’s fit equally well', () => {
    const two = [okta('maya@acme.example'), okta('m.l@acme.example', { identifiers: ['F1'] })];
    expect(found(spekit('maya@acme.example', { federationId: 'f1' }), ...two)).toEqual({
      candidates: ['maya@acme.example certain: email, user-name', 'm.l@acme.example certain: federation-id'],
      conflicts: ['several-candidates'],
      decision: null,
    });
  });

  test('where two of Spekit’s fit the same one; the one that fits better is not', () => {
    const maya = okta('maya@acme.example');
    const twice = matchUsers([spekit('maya@acme.example'), spekit('maya@acme.example', { id: 'sf', source: 'salesforce' })], [maya], rules);
    expect(twice.map(({ conflicts }) => conflicts.map(({ kind }) => kind))).toEqual([['shared-candidate'], ['shared-candidate']]);
    const better = matchUsers([spekit('maya@acme.example'), spekit('maya@old.example')], [maya], rules);
    expect(better.map(({ spekit: { email }, conflicts }) => [email, conflicts.map(({ kind }) => kind)])).toEqual([
      ['maya@acme.example', []],
      ['maya@old.example', ['shared-candidate']],
    ]);
  });

  test('where one of the two is deactivated', () => {
    expect(found(spekit('a@acme.example'), okta('a@acme.example', { active: false }))).toMatchObject({
      conflicts: ['inactive-in-okta'],
      decision: null,
    });
    expect(found(spekit('a@acme.example', { active: false }), okta('a@acme.example'))).toMatchObject({
      conflicts: ['inactive-in-spekit'],
      decision: null,
    });
  });
});

test('what an admin said counts, as long as whom it names is there', () => {
  const [maya, noor] = [okta('maya@acme.example'), okta('noor@acme.example')];
  const [match] = matchUsers([spekit('maya@acme.example')], [maya, noor], rules);
  if (match === undefined) throw new Error('Nobody was matched.');
  const all = new Map([maya, noor].map((one) => [one.id, one]));
  expect(decideMatch(match, { decision: 'merge', oktaId: noor.id }, all)).toMatchObject({ decision: 'merge', okta: noor, by: 'admin' });
  expect(decideMatch(match, { decision: 'keep-both', oktaId: null }, all)).toMatchObject({ decision: 'keep-both', by: 'admin' });
  expect(decideMatch(match, { decision: 'merge', oktaId: 'gone' }, all)).toMatchObject({ decision: 'merge', okta: maya, by: 'match' });
});
