import { describe, expect, test } from 'vitest';
import type { SubjectAnswer, SubjectFacts } from '../contract/subjects.ts';
import { aTeam, aUser, now as instant } from '../mocks/handlers/facts.ts';
import { markOf } from './words.ts';

const now = Date.parse(instant);
const refusal = { at: instant, reason: 'group-push-reserved', detail: 'that name is reserved.' };
const answer = (matches: SubjectFacts[], refused: SubjectAnswer['refusal'] = null) => ({ key: 'x', matches, refusal: refused });
const onList = { host: 'okta', kind: 'team', unheard: null } as const;
const onGroup = { ...onList, unheard: 'group-not-pushed' } as const;
const onPushGroups = { ...onList, unheard: 'group-not-sent' } as const;
const onTeams = { host: 'spekit', kind: 'team', unheard: null } as const;
const marked = (facts: SubjectFacts, place: Parameters<typeof markOf>[2]) => markOf(answer([facts]), facts, place, now);

describe('a pushed group', () => {
  test.each([onList, onGroup, onPushGroups])('says on Okta’s pages as which team, how many have arrived, and when: %j', (place) => {
    expect(marked(aTeam(), place)).toEqual({
      owner: 'idp',
      tone: 'calm',
      label: 'Pushed to Spekit as Account Executives: 8 members there, synced 12 seconds ago',
      short: 'In Spekit · 8 · 12 s',
      brief: '8 · 12 s',
    });
  });

  test('says on Spekit’s pages who manages the team', () => {
    expect(marked(aTeam(), onTeams)).toMatchObject({
      label: 'Managed by Okta, synced 12 seconds ago',
      short: 'Okta · 12 s',
      brief: '12 s',
    });
  });

  test.each([
    [0, 'no members there'],
    [1, '1 member there'],
    [240, '240 members there'],
  ])('with %i members', (memberCount, words) => {
    expect(marked(aTeam({ memberCount }), onList)?.label).toBe(`Pushed to Spekit as Account Executives: ${words}, synced 12 seconds ago`);
  });

  test('says with Okta’s words that its last request was refused', () => {
    const sync = { ...aTeam().sync, refusal };
    expect(marked(aTeam({ sync }), onList)).toMatchObject({
      tone: 'alert',
      label: expect.stringMatching(/, synced 12 seconds ago, last request refused: that name is reserved\.$/),
    });
  });

  test('that is one of two from Okta says no number: whose members are meant is not known', () => {
    const twins = [aTeam({ id: '1', memberCount: 3 }), aTeam({ id: '2' })];
    const label = "2 of this name: 2 from Okta, 0 Spekit's own";
    expect(markOf(answer(twins), twins[0] ?? null, onGroup, now)).toMatchObject({ label, short: '2 teams', brief: '2' });
  });

  test('beside a team of Spekit’s own of that name is the one that is meant', () => {
    const both = [aTeam({ id: '1' }), aTeam({ id: '2', owner: 'spekit', memberCount: 2 })];
    expect(markOf(answer(both), both[0] ?? null, onGroup, now)?.short).toBe('In Spekit · 8 · 12 s');
  });
});

describe('a group that is not pushed', () => {
  const own = (releasedAt: string | null = null) => aTeam({ owner: 'spekit', releasedAt });
  const quiet = { owner: 'unknown', tone: 'quiet', short: 'Not pushed' };
  const said = 'Not pushed: Okta has not pushed a group of this name to Spekit';

  test('says so on its own page, and nothing in the list', () => {
    expect(markOf(answer([]), null, onGroup, now)).toMatchObject({ ...quiet, label: said });
    expect(markOf(answer([]), null, onList, now)).toBeNull();
  });

  test('is told from Spekit’s own team of that name, and from one that was pushed once', () => {
    expect(marked(own(), onGroup)).toMatchObject({ ...quiet, label: `${said}, a team of this name is Spekit's own` });
    const label = "Pushed no longer: the team Account Executives in Spekit is Spekit's own now";
    expect(marked(own(instant), onGroup)).toMatchObject({ ...quiet, label });
    for (const place of [onList, onPushGroups, onTeams]) expect(marked(own(), place)).toBeNull();
  });

  test.each([onList, onGroup, onPushGroups])('because its push was refused says why: %j', (place) => {
    expect(markOf(answer([], refusal), null, place, now)).toMatchObject({
      tone: 'alert',
      label: 'Not in Spekit: the last push was refused: that name is reserved.',
      short: 'Refused',
    });
  });

  test('on Push Groups has not arrived yet, which is no more than not known', () => {
    expect(markOf(answer([]), null, onPushGroups, now)).toMatchObject({ ...quiet, short: 'Unknown' });
  });
});

test('a person is told the same way on both consoles', () => {
  for (const host of ['okta', 'spekit'] as const) {
    expect(marked(aUser(), { host, kind: 'user', unheard: null })?.label).toBe('Managed by Okta, synced 12 seconds ago');
    expect(marked(aUser({ active: false }), { host, kind: 'user', unheard: null })?.label).toMatch(/, deactivated in Spekit$/);
  }
  const sent = { host: 'okta', kind: 'user', unheard: 'person-not-sent' } as const;
  expect(markOf(answer([], refusal), null, sent, now)?.label).toMatch(/^Not known to Sourcemark: .*, last request refused: /);
});

describe('a row of Okta’s list of pushes', () => {
  const row = (state: string) => ({ ...onPushGroups, state });

  test('says what Okta says of the push, beside what Spekit has', () => {
    expect(marked(aTeam({ memberCount: 12 }), row('active'))).toMatchObject({
      tone: 'calm',
      label: 'Okta: Active · Spekit: 12 members, synced 12 seconds ago',
    });
  });

  test('of a paused push says that changes do not reach Spekit', () => {
    expect(marked(aTeam({ memberCount: 1 }), row('inactive'))).toMatchObject({
      tone: 'quiet',
      label: 'Okta: Inactive · Spekit: 1 member, synced 12 seconds ago, changes do not reach Spekit while the push is off',
    });
  });

  test('pushed and not seen yet is said, with a team of Spekit’s own of that name', () => {
    expect(markOf(answer([]), null, row('active'), now)).toMatchObject({
      owner: 'unknown',
      label: 'Okta: Active · Spekit: not seen yet',
      short: 'Not seen yet',
    });
    const own = aTeam({ owner: 'spekit' });
    expect(marked(own, row('pending'))?.label).toBe("Okta: Pending · Spekit: not seen yet, a team of this name is Spekit's own");
    expect(markOf(answer([]), null, row('inactive'), now)?.label).toBe('Okta: Inactive · Spekit: not seen');
  });

  test('of a refused push says Okta’s state and Spekit’s words', () => {
    expect(markOf(answer([], refusal), null, row('error'), now)).toMatchObject({
      tone: 'alert',
      label: 'Okta: Error · Not in Spekit: the last push was refused: that name is reserved.',
    });
  });
});

describe('a group among the app’s assignments', () => {
  const place = { ...onList, unheard: 'group-assigned' } as const;

  test('says what it comes to for Spekit; pushed as well, it is trouble', () => {
    expect(markOf(answer([]), null, place, now)).toMatchObject({ owner: 'unknown', tone: 'quiet', short: 'Assigns people' });
    expect(marked(aTeam({ owner: 'spekit' }), place)).toMatchObject({ tone: 'quiet' });
    expect(marked(aTeam(), place)).toMatchObject({ owner: 'idp', tone: 'alert', short: 'Assigned and pushed' });
  });
});
