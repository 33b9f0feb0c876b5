import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeEvents } from '../contract/changes.ts';
import { type Rule, type RuleId, rules } from '../ownership/rules.ts';
import { catalog, languages } from '../scripts/locales/catalogs.ts';
import { ago, agoShort } from './ago.ts';
import { explain } from './explain.ts';
import { foretell, type Known } from './foretell.ts';
import { tellChange } from './history.ts';
import { listed } from './listed.ts';
import { speak } from './spoken.ts';

const now = Date.UTC(2026, 10, 24);
const known: Known[] = [
  { kind: 'team', memberCount: 0, sameName: { idp: 0, spekit: 1 } },
  { kind: 'team', memberCount: 1, sameName: { idp: 0, spekit: 2 } },
  { kind: 'team', memberCount: 24, sameName: { idp: 1, spekit: 0 } },
  { kind: 'user', active: true, teams: ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, owner: 'idp' })) },
  { kind: 'user', active: false, teams: [{ name: 'A', owner: 'spekit' }] },
];
const rows: readonly (Rule & { id: RuleId })[] = rules;

describe.each(languages)('in %s', (language) => {
  beforeAll(() => {
    const words = catalog(language);
    speak((key) => words.get(key) ?? '');
  });
  afterAll(() => speak());

  test.each(rows.map((rule) => [rule.id, rule] as const))('%s is told in whole sentences, with every place filled', (reason, rule) => {
    const decision = { verdict: rule.verdict, reason, remedy: rule.remedy };
    const at = now - 60_000;
    const settings = { 'rename-app-groups': { on: false, at }, 'deactivate-users': { on: false, at } };
    const all = [{ name: 'Sales' }, { name: 'Support' }];
    for (const facts of [
      {},
      { name: 'Sales', newName: 'All Spekit Users', syncedAt: at },
      { name: 'Sales', settings },
      { name: 'Sales', all },
    ]) {
      const words = explain(decision, facts, now);
      expect(words?.title.length).toBeLessThanOrEqual(100);
      expect(words?.title).not.toMatch(/[.。]$/);
      for (const text of [words?.why, words?.still, words?.instead]) expect(text).toMatch(/[.。]$/);
      expect(Object.values(words ?? {}).join(' ')).not.toMatch(/[{}#]|undefined|null| {2}/);
    }
    for (const one of [undefined, ...known]) {
      const told = foretell(decision, { name: 'Sales', asOf: at, ...(one && { known: one, members: { seen: 3, missing: 1, at } }) }, now);
      for (const line of told?.lines ?? []) {
        expect(line).toMatch(/[.。]$/);
        expect(line).not.toMatch(/[{}#]|undefined|null| {2}/);
      }
    }
  });

  test.each(changeEvents)('%s is told in a line', (event) => {
    const facts = { count: 4, names: ['Ada'], from: 'Viewer', to: 'Expert' };
    const told = tellChange({ source: 'okta', event, outcome: 'applied', subject: { name: 'Sales' }, facts });
    expect(told).toMatch(/Okta/);
    expect(told).not.toMatch(/[{}#]|undefined| {2}/);
  });
});

const minute = 60_000;
const four = ['A', 'B', 'C', 'D'].map((name) => ({ name }));
const renamed = {
  source: 'okta',
  event: 'team.renamed',
  outcome: 'applied',
  subject: { name: 'B' },
  facts: { from: 'A', to: 'B' },
} as const;

test.each([
  ['de', 'vor 3 Minuten', '3 min', 'A, B, C und 1 weiteres', 'Okta hat ein Team von A in B umbenannt'],
  ['ja', '3 分前', '3 分', 'A、B、C、ほか 1 件', 'Okta がチームの名前を「A」から「B」に変更しました'],
])('%s has its own ages, lists and order of words', (language, long, short, names, change) => {
  const words = catalog(language);
  speak((key) => words.get(key) ?? '');
  expect([ago(now - 3 * minute, now), agoShort(now - 3 * minute, now), listed(four), tellChange(renamed)]).toEqual([
    long,
    short,
    names,
    change,
  ]);
  speak();
});
