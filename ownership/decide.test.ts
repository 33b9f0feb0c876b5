import { expect, test } from 'vitest';
import { type Account, accountTypes, actions, connections, roles, type Subject } from './actions.ts';
import { decide } from './decide.ts';
import { type Rule, rules } from './rules.ts';

const owners = ['idp', 'spekit', 'unknown'] as const;
const truths = [true, false, 'unknown'] as const;

const subjects: Subject[] = [
  ...owners.map((owner) => ({ kind: 'user', owner }) as const),
  ...owners.map((owner) => ({ kind: 'user', owner, active: false }) as const),
  ...owners.map((owner) => ({ kind: 'team', owner }) as const),
  ...owners.map((owner) => ({ kind: 'team', owner, name: 'All Spekit Users', idpTeamOfThatName: true }) as const),
  ...truths.map((pushed) => ({ kind: 'group', name: '', pushed }) as const),
  ...truths.map((pushed) => ({ kind: 'group', name: 'A', newName: 'All Spekit Users', pushed, spekitTeamOfThatName: true }) as const),
  { kind: 'account' },
];

const accounts: Account[] = accountTypes.flatMap((type) =>
  connections.flatMap((connection) => [{ type, connection }, ...roles.map((actorRole) => ({ type, connection, actorRole }))]),
);

test('every action on every kind of subject in every account gets a decision that a row, or no row, gave', () => {
  for (const action of actions) {
    for (const subject of subjects) {
      for (const account of accounts) {
        const { verdict, reason, remedy } = decide(action, subject, account);
        const row = rules.find((rule: Rule) => rule.id === reason) as Rule | undefined;
        if (row) expect([verdict, remedy, row.actions.includes(action)]).toEqual([row.verdict, row.remedy, true]);
        else expect([verdict, remedy, ['not-owned', 'owner-unknown'].includes(reason)]).toEqual(['allow', 'go-ahead', true]);
      }
    }
  }
});

test('what is not known is never forbidden and never warned of', () => {
  const unknown = subjects.filter((one) => ('owner' in one && one.owner === 'unknown') || ('pushed' in one && one.pushed === 'unknown'));
  const ownersBusiness = actions.filter((action) => !['okta.group.push', 'spekit.team.create', 'idp.connect'].includes(action));
  const verdicts = unknown.flatMap((subject) =>
    ownersBusiness
      .filter((action) => !['spekit.user.invite-salesforce'].includes(action))
      .map((action) => decide(action, subject, { type: 'production', connection: 'connected' }).verdict),
  );
  expect(verdicts).not.toContain('block');
  expect(verdicts).not.toContain('warn');
});

test('the same question gets the same answer, and nothing asked is changed', () => {
  const subject = Object.freeze({ kind: 'team', owner: 'idp' } as const);
  const account = Object.freeze({ type: 'production', connection: 'connected' } as const);
  expect(decide('spekit.team.delete', subject, account)).toEqual(decide('spekit.team.delete', subject, account));
});
