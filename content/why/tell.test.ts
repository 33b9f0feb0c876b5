import { expect, test } from 'vitest';
import { type NextStep, nextSteps } from '../../contract/why.ts';
import { aUser, aWhyAnswer, now } from '../../mocks/handlers/facts.ts';
import { tellWhy } from './tell.ts';

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
const at = new URL('https://app.spekit.co/app');
const asked = { names: { user: 'Maya', team: 'AE' }, listed: false, externalId: null };
const app = 'https://acme-admin.okta.com/admin/app/acme_spekit_1/instance/0oa1';

test('what holds is told in order, from when it is, with the one next step and the way there', () => {
  const told = tellWhy(aWhyAnswer(), asked, places, at);
  expect(told.title).toBe('Why Maya Lindqvist is not in Account Executives');
  expect(told.steps.map(({ said, text }) => `${said} ${text}`)).toEqual([
    'Yes: Okta sends users and groups',
    'Yes: Maya Lindqvist is assigned to Spekit',
    'Yes: The account is active',
    'Yes: The group Account Executives is pushed',
    "Yes: Okta's last request about Account Executives went through",
    'Not known: Okta has not sent Maya Lindqvist as a member of Account Executives',
  ]);
  expect(told.steps[0]?.at).toBe(Date.parse(now) - 12_000);
  expect(told.next).toMatch(/^Add Maya Lindqvist to the group Account Executives in Okta\./);
  expect(told.link).toEqual({ href: 'https://acme-admin.okta.com/admin/group/00gAE', words: 'Open this group in Okta' });
});

test('whom Okta’s page lists in the group is in it: nothing is to be added, but waited for or pushed again', () => {
  const told = tellWhy(aWhyAnswer(), { ...asked, listed: true }, places, at);
  expect(told.steps[3]).toMatchObject({ state: 'yes', text: 'Maya Lindqvist is in the group Account Executives, as Okta lists it here' });
  expect(told.next).toMatch(/^Wait 10 to 15 seconds: .*the push of Account Executives is Active, and choose Push now\.$/);
  expect(told.link).toEqual({ href: `${app}/#tab-group-push`, words: 'Open Push Groups in Okta' });
});

test('where an earlier check fails the group is not looked at, and a refusal is told in the words that Okta got', () => {
  const steps = [
    { check: 'connected', state: 'yes', at: now, detail: null },
    { check: 'assigned', state: 'no', at: now, detail: 'emails must be given.' },
  ] as const;
  const told = tellWhy(aWhyAnswer({ user: null, steps: [...steps], next: 'correct-person' }), { ...asked, listed: true }, places, at);
  expect(told.title).toBe('Why Maya is not in Account Executives');
  expect(told.steps.map(({ state, detail }) => [state, detail])).toEqual([
    ['yes', null],
    ['no', 'emails must be given.'],
  ]);
  expect(told.link?.href).toBe(`${app}/#tab-assignments`);
});

test('no link leads to the page that one is on, nor anywhere where Okta is not known', () => {
  const here = new URL('https://acme-admin.okta.com/admin/group/00gAE#tab-users');
  expect(tellWhy(aWhyAnswer(), asked, places, here).link).toBeNull();
  expect(tellWhy(aWhyAnswer(), asked, { ...places, oktaHost: null }, at).link).toBeNull();
});

test('before an app’s page was open the link to assign leads to the person’s own page, by the id that Okta’s page shows', () => {
  const unassigned = aWhyAnswer({ user: null, next: 'assign-person' });
  const unknown = { ...places, oktaAppInstanceId: null };
  expect(tellWhy(unassigned, { ...asked, externalId: '00uCy' }, unknown, at).link).toEqual({
    href: 'https://acme-admin.okta.com/admin/user/profile/view/00uCy',
    words: 'Open this person in Okta',
  });
});

test.each(nextSteps)('the next step %s has whole words', (next: NextStep) => {
  const told = tellWhy(aWhyAnswer({ user: aUser(), next }), asked, places, at);
  expect(told.next).toMatch(/^[A-Z].*\.$/);
  expect(told.next).not.toMatch(/[{}]|undefined/);
});
