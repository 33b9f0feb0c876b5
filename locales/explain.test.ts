import { describe, expect, test } from 'vitest';
import type { Decision } from '../ownership/decide.ts';
import { type Remedy, type Rule, type RuleId, rules } from '../ownership/rules.ts';
import en from './en.json' with { type: 'json' };
import { explain, explainInOneLine, linkTarget } from './explain.ts';

const now = Date.UTC(2026, 10, 24);
const byRule = rules.map((rule: Rule & { id: RuleId }): [RuleId, Decision] => [
  rule.id,
  { verdict: rule.verdict, reason: rule.id, remedy: rule.remedy },
]);

describe.each(byRule)('%s', (_, decision) => {
  const facts = { name: 'Sales & Marketing', newName: 'All Spekit Users', syncedAt: now - 12_000 };
  const words = explain(decision, facts, now);

  test('says in whole sentences why, what still works, and what to do', () => {
    for (const text of [words?.why, words?.still, words?.instead]) expect(text).toMatch(/^[A-Z0-9].*[.]$/);
  });

  test('has a title that a list can show', () => {
    expect(words?.title).toMatch(/^[A-Z]/);
    expect(words?.title.length).toBeLessThanOrEqual(80);
    expect(words?.title).not.toMatch(/[.!?]$/);
  });

  test('leaves no place unfilled, also when nothing is known of the subject', () => {
    for (const told of [words, explain(decision, {}, now)])
      expect(Object.values(told ?? {}).join(' ')).not.toMatch(/[{}]|undefined|null| {2}/);
  });

  test('says how fresh that is where Okta has sent it, and nothing where it has not', () => {
    expect(words?.synced).toContain('12 seconds ago');
    expect(explain(decision, { name: 'Sales', syncedAt: null }, now)?.synced).toBeNull();
  });

  test('fits one line of an API error', () => {
    expect(explainInOneLine(decision, facts)).toBe(`${words?.title}. ${words?.why} ${words?.instead}`);
  });
});

test.each([
  ['idp-user-delete', 'This user is managed by Okta'],
  ['idp-team-rename', 'This team is managed by Okta'],
  ['group-push-creates-team', 'This group is expected to appear in Spekit as a team'],
] as const)('%s without a name says what it is about', (reason, title) => {
  const decision: Decision = { verdict: 'block', reason, remedy: 'go-ahead' };
  expect(explain(decision, {}, now)?.title).toBe(title);
  expect(explain(decision, { name: '' }, now)?.title).toBe(title);
});

test('an allow that no rule gave has nothing to say', () => {
  for (const reason of ['not-owned', 'owner-unknown'] as const) {
    const decision: Decision = { verdict: 'allow', reason, remedy: 'go-ahead' };
    expect(explain(decision, { name: 'Sales' }, now)).toBeNull();
    expect(explainInOneLine(decision, { name: 'Sales' })).toBe('');
  }
});

test('every remedy but those that are right here has a link, and every link has its words', () => {
  const remedies = new Set<Remedy>(rules.map((rule) => rule.remedy));
  const without = [...remedies].filter((remedy) => linkTarget(remedy) === null);
  expect(without.sort()).toEqual(['go-ahead', 'use-production']);
  for (const remedy of remedies) {
    const target = linkTarget(remedy);
    if (target !== null) expect(en.links[target]).toMatch(/^Open .+ in (Okta|Spekit)$/);
  }
});

describe('of several subjects', () => {
  const all = ['A', 'B', 'C', 'D'].map((name) => ({ name }));
  test.each([
    ['group-unlink-team-stays', '4 teams stay in Spekit: A, B, C and 1 more'],
    ['group-pause-freezes-team', '4 teams freeze in Spekit: A, B, C and 1 more'],
    ['rule-delete-teams-stay', '4 teams of this rule stay in Spekit: A, B, C and 1 more'],
  ] as const)('%s names the first and counts the rest', (reason, title) => {
    const decision: Decision = { verdict: 'warn', reason, remedy: 'go-ahead' };
    expect(explain(decision, { name: 'A', all }, now)?.title).toBe(title);
    expect(explain(decision, { name: 'A', all: all.slice(0, 1) }, now)?.title).not.toContain('1 teams');
  });
});

describe('with the app set otherwise, as it was last seen', () => {
  const off = { on: false, at: now - 180_000 };
  const of = (reason: RuleId): Decision => ({ verdict: 'inform', reason, remedy: 'go-ahead' });

  test('a rename is told not to reach Spekit, and since when that is known', () => {
    const words = explain(of('group-rename-renames-team'), { name: 'Sales', settings: { 'rename-app-groups': off } }, now);
    expect(words?.title).toBe('The team in Spekit keeps its name');
    expect(words?.why).toContain('was off when it was last seen, 3 minutes ago');
    const on = { 'rename-app-groups': { ...off, on: true } };
    expect(explain(of('group-rename-renames-team'), { name: 'Sales', settings: on }, now)?.title).toBe(
      'The team in Spekit is expected to be renamed too',
    );
  });

  test('a rule that goes by description is told not to be known, whatever else is', () => {
    const words = explain(of('rule-push-creates-teams'), { unsure: true }, now);
    expect(words?.title).toBe('Which groups this rule takes in is not known');
    expect(words?.why).toContain("SCIM sends a group's name and members alone");
  });

  test.each(['unassign-deactivates', 'deactivate-deactivates'] as const)('%s: the account is expected to stay active', (reason) => {
    const words = explain(of(reason), { name: 'Jo', settings: { 'deactivate-users': off } }, now);
    expect(words?.title).toBe('Jo is expected to stay active in Spekit');
  });
});
