import { describe, expect, test } from 'vitest';
import type { Decision } from '../ownership/decide.ts';
import { type Rule, type RuleId, rules } from '../ownership/rules.ts';
import { foretell, type Known } from './foretell.ts';
import type { ExplainFacts } from './phrase.ts';

const now = Date.UTC(2026, 10, 24);
const of = (reason: RuleId): Decision => ({ verdict: 'warn', reason, remedy: 'go-ahead' });
const lines = (reason: RuleId, known?: Known) => foretell(of(reason), { ...(known && { known }), asOf: now }, now)?.lines ?? [];
const team = (memberCount: number, idp = 0, spekit = 0): Known => ({ kind: 'team', memberCount, sameName: { idp, spekit } });
const user = (pushed: string[], own: string[] = [], active = true): Known => ({
  kind: 'user',
  active,
  teams: [...pushed.map((name) => ({ name, owner: 'idp' as const })), ...own.map((name) => ({ name, owner: 'spekit' as const }))],
});
const ending = ['group-unlink-team-stays', 'group-delete-team-stays', 'unassign-deactivates', 'deactivate-deactivates'] as const;
const pausing = ['group-pause-freezes-team'] as const;
const ofPeople = ['suspend-changes-nothing', 'delete-account-stays'] as const;
const ofGroups = ['rule-delete-teams-stay', 'group-unassign-deactivates'] as const;
const beginning = ['group-push-creates-team', 'group-push-same-name'] as const;
const foretelling = [...ending, ...pausing, ...ofPeople, ...ofGroups, ...beginning] as const;

test('is told of every act in Okta that ends or begins something in Spekit, and of no other rule', () => {
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

  test('says what it does not know', () => {
    expect(lines(reason).join(' ')).toMatch(/not known/);
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

test('who is suspended stays active; who is deleted is expected to stay as the account is now', () => {
  expect(lines('suspend-changes-nothing', user(['Sales']))).toEqual([
    'Expected to stay active in Spekit: Okta sends an app nothing of a suspension.',
  ]);
  expect(lines('suspend-changes-nothing', user([], [], false))).toEqual(['Deactivated in Spekit now: expected to stay so.']);
  expect(lines('delete-account-stays', user([]))[0]).toMatch(/^Active in Spekit now: expected to stay so, since Okta is not known to/);
  expect(lines('delete-account-stays', user([], [], false))).toEqual(['Deactivated in Spekit now: expected to stay so.']);
  expect(lines('delete-account-stays')[0]).toContain('is not known: Sourcemark has no facts of this user');
});

test.each([...ending, ...pausing])('%s says that it has no facts where it has none, and why', (reason) => {
  expect(lines(reason).join(' ')).toMatch(/is not known: Sourcemark has no facts of this (team|user)/);
});

describe('over several teams', () => {
  const all = [
    { name: 'A', known: team(3) },
    { name: 'B', known: team(4) },
  ];
  const told = (some: typeof all | { name: string }[], reason: RuleId = 'group-unlink-team-stays') =>
    foretell(of(reason), { name: 'A', all: some }, now)?.lines;

  test('the members are told in all', () => {
    expect(told(all)?.[0]).toBe('Their 7 members in Spekit in all are expected to stay in them.');
    expect(told(all)?.[1]).toContain("They are expected to be Spekit's own then");
    expect(told(all, 'group-pause-freezes-team')?.[1]).toContain('until their push is activated again');
  });

  test('what is not known of some is said, and not counted', () => {
    expect(told([...all, { name: 'C' }])?.[0]).toBe(
      'Their members in Spekit are expected to stay in them: 7 in all, 1 of the teams not counted, of which Sourcemark has no facts.',
    );
  });
});

describe('before a push', () => {
  const told = (facts: ExplainFacts) => foretell(of('group-push-creates-team'), { name: 'Sales', ...facts }, now)?.lines;
  const at = now - 180_000;

  test('who will not arrive is told by what the group’s page showed, else it is not known', () => {
    expect(told({ members: { seen: 5, missing: 2, at } })).toEqual([
      "2 of the 5 members that were seen 3 minutes ago on the group's page are not in Spekit: not expected to arrive until they are assigned.",
    ]);
    expect(told({ members: { seen: 5, missing: 0, at } })?.[0]).toContain('All 5 members');
    expect(told({})?.[0]).toContain('is not known');
  });

  test('that the group assigns the app as well is said', () => {
    expect(told({ assignedAt: at })?.[1]).toContain('It was seen 3 minutes ago among the app');
  });
});

test.each([
  [true, 'Expected to be deactivated in Spekit in about 15 seconds: "Deactivate Users" was on when it was last seen, 3 minutes ago.'],
  [false, 'Expected to stay active in Spekit: "Deactivate Users" was off when it was last seen, 3 minutes ago.'],
])('how the app is set decides on the account, where that was seen: %s', (on, line) => {
  const facts = { known: user([]), settings: { 'deactivate-users': { on, at: now - 180_000 } } };
  expect(foretell(of('unassign-deactivates'), facts, now)?.lines[0]).toBe(line);
});

test('whom the group alone gives Spekit is told as far as it is known', () => {
  const told = (facts: ExplainFacts) => foretell(of('group-unassign-deactivates'), { name: 'Sales', ...facts }, now)?.lines[0];
  expect(told({ members: { seen: 5, missing: 2, at: now - 180_000 } })).toMatch(/^3 of the 5 members .* 3 minutes ago .* is not known\.$/);
  expect(told({ known: team(4) })).toMatch(/^A team of that name is pushed to Spekit, with 4 members\./);
  expect(told({})).toMatch(/^Who that is, is not known/);
});
