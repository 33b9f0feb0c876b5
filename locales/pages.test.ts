import { expect, test } from 'vitest';
import { changeEvents } from '../contract/changes.ts';
import { reaches } from '../contract/reach.ts';
import words from './en.pages.json' with { type: 'json' };
import { tellChange, tellTrouble } from './pages.ts';

const subject = { name: 'Account Executives' };

test.each(changeEvents)('%s is told in one whole sentence', (event) => {
  const told = tellChange({ source: 'okta', event, outcome: 'applied', subject, facts: { count: 1, names: ['Ada'], from: 'A', to: 'B' } });
  expect(told).toMatch(/^(Okta|Sourcemark|Spekit)\b/);
  expect(told).not.toMatch(/[{}]|undefined| {2}/);
});

test.each([
  [{}, 'nobody'],
  [{ count: 1 }, '1 person'],
  [{ count: 12 }, '12 people'],
  [{ names: ['Ada'] }, 'Ada'],
  [{ count: 2, names: ['Ada', 'Ben'] }, 'Ada and 1 other'],
  [{ count: 40, names: ['Ada', 'Ben'] }, 'Ada and 39 others'],
])('members %o are told as %s', (facts, who) => {
  expect(tellChange({ source: 'okta', event: 'team.members-added', outcome: 'applied', subject, facts })).toBe(
    `Okta added ${who} to Account Executives`,
  );
});

test('a rename tells both names, and only those that are known', () => {
  const renamed = { source: 'okta', event: 'team.renamed', outcome: 'applied', subject } as const;
  expect(tellChange({ ...renamed, facts: { from: 'A', to: 'B' } })).toBe('Okta renamed a team from A to B');
  expect(tellChange({ ...renamed, facts: { to: 'B' } })).toBe('Okta renamed a team to B');
});

test('an outcome other than applied is told, whatever was asked for', () => {
  expect(tellChange({ source: 'okta', event: 'team.renamed', outcome: 'refused', subject, facts: {} })).toBe(
    "Okta's request about “Account Executives” was refused",
  );
  expect(tellChange({ source: 'okta', event: 'user.updated', outcome: 'unchanged', subject, facts: {} })).toBe(
    'Okta sent Account Executives again; nothing was to change',
  );
});

test('every reach but ok has its words', () => {
  expect(Object.keys(words.reach).sort()).toEqual(reaches.filter((reach) => reach !== 'ok').sort());
  expect(tellTrouble('unreachable', '127.0.0.1:4680')).toEqual({
    title: 'The companion at 127.0.0.1:4680 does not answer',
    why: 'Okta and Spekit keep working; marks and warnings are paused until it answers again.',
    todo: 'Check that it is running and that this computer can reach it. Sourcemark asks again by itself.',
  });
});
