import { expect, test } from 'vitest';
import type { SubjectFacts } from '../../contract/subjects.ts';
import type { CardContent } from '../../messages/card.ts';
import { aChange, aTeam, aUser, now as instant } from '../../mocks/handlers/facts.ts';
import { tell } from './tell.ts';
import { tellUnseen } from './wait.ts';

const now = Date.parse(instant);
const places = {
  account: null,
  reach: 'ok',
  seq: 1,
  oktaAppInstanceId: '0oa1',
  oktaHost: 'acme-admin.okta.com',
  oktaAppName: 'acme_spekit_1',
  oktaGroups: { 'account executives': '00gAE' },
  settings: {},
  assigned: {},
  members: {},
} as const;
const refusal = { at: instant, reason: 'uniqueness', detail: 'that name is taken.' };

Object.assign(globalThis, { location: new URL('https://app.spekit.co/app') });

function about(facts: SubjectFacts | null, more: Partial<CardContent> = {}): CardContent {
  const answer = { key: 'x', matches: facts ? [facts] : [], refusal: null };
  const name = facts?.kind === 'team' ? facts.name : 'Maya Lindqvist';
  return {
    host: 'spekit',
    kind: facts?.kind ?? 'team',
    name,
    label: '',
    answer,
    facts,
    unheard: null,
    wait: null,
    places,
    queries: [],
    page: null,
    ...more,
  };
}
const rowsOf = (...args: Parameters<typeof tell>) => Object.fromEntries(tell(...args).rows);

test('a team of Okta’s: whose, since when, last sync and change, its group, its members, and the way there', () => {
  expect(tell(about(aTeam()), aChange(), now)).toEqual({
    trouble: [],
    rows: [
      ['Managed by', 'Okta'],
      ['In Spekit since', 'Oct 2, 2026'],
      ['Last sync', '12 seconds ago'],
      ['Last change', 'Okta created the team Account Executives, 12 seconds ago'],
      ['Okta group ID', '00gAE'],
      ['Members in Spekit', '8'],
    ],
    link: { href: 'https://acme-admin.okta.com/admin/group/00gAE', words: 'Open this group in Okta' },
  });
});

test('what is not known is said to be, and not made up', () => {
  const { since: _since, ...team } = aTeam({ sync: { lastSyncedAt: null, lastChangedAt: null, refusal: null } });
  const content = about(team, { places: { ...places, oktaGroups: {} } });
  expect(tell(content, undefined, now)).toMatchObject({
    rows: [
      ['Managed by', 'Okta'],
      ['Last sync', 'Not yet'],
      ['Last change', 'Looking it up…'],
      ['Okta group ID', 'Known once the group has been seen in Okta'],
      expect.anything(),
    ],
    link: { words: 'Open Push Groups in Okta' },
  });
  expect(rowsOf(content, null, now)['Last change']).toBe('None of late');
  expect(rowsOf(about(aTeam()), null, now)['Last change']).toBe('12 seconds ago');
});

test('a person: account, role and teams; deactivated is trouble', () => {
  const teams = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ id: name, name, owner: 'idp', role: 'Viewer' }) as const);
  expect(rowsOf(about(aUser({ teams, pending: true })), null, now)).toMatchObject({
    Account: 'Invited, not logged in yet',
    Role: 'Viewer',
    Teams: 'A, B, C, 2 more',
    'Okta user ID': '00u1a2b3c4D5E6F7g8h9',
  });
  const off = tell(about(aUser({ active: false })), null, now);
  expect(off.trouble).toEqual([expect.stringMatching(/^Okta sent this user as deactivated/)]);
  expect(off.link).toEqual({
    href: 'https://acme-admin.okta.com/admin/user/profile/view/00u1a2b3c4D5E6F7g8h9',
    words: 'Open this person in Okta',
  });
});

test('trouble: a refusal in the words that Okta got, also of what never came to be; a name that several have', () => {
  const refused = "Okta's request was refused 0 seconds ago: that name is taken.";
  expect(tell(about(aTeam({ sync: { ...aTeam().sync, refusal } })), null, now).trouble).toEqual([refused]);
  expect(tell(about(null, { answer: { key: 'x', matches: [], refusal } }), null, now)).toEqual({
    trouble: [refused],
    rows: [],
    link: null,
  });
  expect(tell(about(aTeam({ sameName: { idp: 1, spekit: 2 } })), null, now).trouble).toEqual([
    "3 more of this name: 1 from Okta, 2 Spekit's own.",
  ]);
  const two = { key: 'x', matches: [aTeam(), aTeam({ owner: 'spekit' })], refusal: null };
  expect(tell(about(null, { answer: two }), null, now).trouble).toEqual(['The page does not show which of the 2 it means.']);
});

test('a team of Spekit’s own has no way to Okta; on Okta’s pages every card leads to Spekit', () => {
  const own = aTeam({ owner: 'spekit', releasedAt: '2026-11-01T09:00:00.000Z' });
  expect(tell(about(own), null, now)).toMatchObject({ link: null });
  expect(rowsOf(about(own), null, now)["Spekit's own since"]).toBe('Nov 1, 2026');
  expect(tell(about(own, { host: 'okta' }), null, now).link?.words).toBe('Open Manage Teams in Spekit');
  expect(tell(about(aUser(), { host: 'okta' }), null, now).link?.words).toBe('Open Manage Users in Spekit');
});

test('why it may not have come is told a minute after the act, and of what Okta lists as sent and never came', () => {
  const unknown = about(null);
  const since = now - 90_000;
  expect(tellUnseen({ ...unknown, wait: { state: 'waiting', act: 'push', since } })).toEqual([]);
  const rename = tellUnseen({ ...about(aTeam()), wait: { state: 'unseen', act: 'rename', since } });
  expect(rename[1]).toContain('Rename app groups to match group name in Okta');
  const members = tellUnseen({ ...about(aTeam()), wait: { state: 'unseen', act: 'members', since } });
  expect(members[1]).toContain('not assigned to the Spekit app');
  expect(tellUnseen({ ...unknown, unheard: 'group-not-sent' })[1]).toContain('The push is paused');
  expect(tellUnseen({ ...unknown, unheard: 'person-not-sent' })[1]).toContain('"Create Users" is off');
  expect(tellUnseen({ ...unknown, unheard: 'group-not-pushed' })).toEqual([]);
  const answer = { key: 'x', matches: [], refusal };
  expect(tellUnseen({ ...unknown, answer, unheard: 'group-not-sent' })).toEqual([]);
});

test('while staging, what the mapping will make of it, and how sure the match is', () => {
  const inMigration = (owner: 'idp' | 'spekit', mapping: NonNullable<SubjectFacts['mapping']>) =>
    rowsOf(about(aUser({ owner, mapping })), null, now)['In the migration'];
  const other = { name: 'Maya Lindqvist', userName: 'maya@old.example' };
  const named = 'Maya Lindqvist, maya@old.example';
  expect([
    inMigration('idp', { decision: 'merge', with: other, confidence: 'certain' }),
    inMigration('spekit', { decision: 'merge', with: other, confidence: 'likely' }),
    inMigration('spekit', { decision: null, with: other, confidence: 'possible' }),
    inMigration('idp', { decision: null, with: null, confidence: 'possible' }),
    inMigration('idp', { decision: 'keep-both', with: other, confidence: 'none' }),
    inMigration('spekit', { decision: 'skip', with: null, confidence: 'none' }),
    rowsOf(about(aUser()), null, now)['In the migration'],
  ]).toEqual([
    `Will be merged with ${named} (Spekit's own), a certain match`,
    `Will be merged with ${named} (from Okta), a match by your rules`,
    `Waits for your decision: may be ${named} (from Okta), only alike`,
    "Waits for your decision: may be one of several of Spekit's own, only alike",
    `Stays beside ${named} (Spekit's own)`,
    undefined,
    undefined,
  ]);
});
