import { describe, expect, test } from 'vitest';
import type { Decision } from '../ownership/decide.ts';
import { type Rule, type RuleId, rules } from '../ownership/rules.ts';
import { foretell, type Known } from './foretell.ts';

const now = Date.UTC(2026, 10, 24);
const of = (reason: RuleId): Decision => ({ verdict: 'warn', reason, remedy: 'go-ahead' });
const lines = (reason: RuleId, known?: Known) => foretell(of(reason), { ...(known && { known }), asOf: now }, now)?.lines ?? [];
const team = (memberCount: number, idp = 0, spekit = 0): Known => ({ kind: 'team', memberCount, sameName: { idp, spekit } });
const user = (pushed: string[], own: string[] = [], active = true): Known => ({
  kind: 'user',
  active,
  teams: [...pushed.map((name) => ({ name, owner: 'idp' as const })), ...own.map((name) => ({ name, owner: 'spekit' as const }))],
});
const foretelling = ['group-unlink-team-stays', 'group-delete-team-stays', 'unassign-deactivates', 'deactivate-deactivates'] as const;

test('is told of every warning of Okta’s that ends something, and of no other rule', () => {
  const told = rules.filter((rule: Rule & { id: RuleId }) => foretell(of(rule.id), {}, now) !== null);
  expect(told.map(({ id }) => id).sort()).toEqual([...foretelling].sort());
});

describe.each(foretelling)('%s', (reason) => {
  const all = [undefined, team(0), team(1), team(24, 1, 2), user([]), user(['A'], ['B'], false), user(['A', 'B', 'C', 'D', 'E'], ['F'])];

  test('says how old its facts are, and that it does not know where it does not', () => {
    expect(foretell(of(reason), { asOf: now - 12_000 }, now)?.title).toBe('What is expected, as of 12 seconds ago');
    expect(foretell(of(reason), {}, now)?.title).toContain('not known');
  });

  test.each(all)('has one to three short, whole lines: %j', (known) => {
    const told = lines(reason, known);
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(3);
    for (const line of told) {
      expect(line).toMatch(/^[A-Z0-9].*[.]$/);
      expect(line.length).toBeLessThanOrEqual(140);
      expect(line).not.toMatch(/[{}]|undefined|null| {2}|\bwill\b/);
    }
  });

  test('says that it has no facts where it has none, and why', () => {
    expect(lines(reason).join(' ')).toMatch(/is not known: Sourcemark has no facts of this (team|user)/);
  });
});

test.each([
  [0, 'The team has no members'],
  [1, 'Its 1 member in Spekit is expected to stay'],
  [24, 'Its 24 members in Spekit are expected to stay'],
])('%o members', (count, words) => {
  expect(lines('group-unlink-team-stays', team(count))[0]).toContain(words);
});

test('of two teams of one name from Okta nobody can say whose members are meant', () => {
  expect(lines('group-delete-team-stays', team(24, 1))[0]).toBe(
    'How many members it has is not known: Okta has pushed 2 teams of this name.',
  );
});

test('a team of Spekit’s own of the same name stays beside it', () => {
  expect(lines('group-unlink-team-stays', team(5))).toHaveLength(2);
  expect(lines('group-unlink-team-stays', team(5, 0, 1))[2]).toContain('team of the same name is expected to stay beside it');
  expect(lines('group-unlink-team-stays', team(5, 0, 2))[2]).toContain('2 teams of the same name');
});

test('what Okta may keep to itself is not known', () => {
  expect(lines('group-unlink-team-stays', team(5))[1]).toContain('With "Leave the group" that is not known: Okta tells Spekit nothing');
  expect(lines('group-delete-team-stays', team(5))[1]).toContain('Whether Okta tells Spekit of it is not known');
});

test.each([
  [user([]), 'In no team that Okta pushes.'],
  [user(['Sales']), 'Expected to leave Sales when Okta next pushes its group; when that is, is not known.'],
  [user(['Sales', 'EMEA']), 'Expected to leave Sales and EMEA when Okta next pushes their groups; when that is, is not known.'],
  [user(['Sales, and more']), 'Expected to leave Sales, and more when Okta next pushes its group; when that is, is not known.'],
  [user(['A', 'B', 'C', 'D', 'E']), 'Expected to leave A, B, C and 2 more when Okta next pushes their groups; when that is, is not known.'],
])('the pushed teams of a person', (known, line) => {
  expect(lines('unassign-deactivates', known)[1]).toBe(line);
});

test('teams of Spekit’s own keep the person; one who is off already stays so', () => {
  expect(lines('deactivate-deactivates', user(['Sales'], ['Buddies']))[2]).toBe('Expected to stay in Buddies, which Okta does not push.');
  expect(lines('deactivate-deactivates', user([], [], false))[0]).toContain('already: no change to the account is expected');
});
