import { expect, test } from 'vitest';
import { asIn, profileInUse, profileOfHost, profilesOf, withoutProfile, withProfile } from './profiles.ts';
import { nothingSet, type Profile, type Settings } from './settings-schema.ts';

const profile = (id: string, more: Partial<Profile> = {}): Profile => ({
  ...{ id, name: id, companionUrl: `https://${id || 'first'}.example`, token: `t-${id}`, oktaHosts: [], oktaAppInstanceId: '' },
  ...more,
});
const set = (first: Partial<Profile>, ...profiles: Profile[]): Settings => {
  const { id: _, ...connected } = profile('', first);
  return { ...nothingSet, ...connected, profiles };
};
const idOf = (settings: Settings, host: string) => profileOfHost(settings, host)?.id ?? null;

test('a console asks the profile that names it, in any case of letters; one that nobody names asks the one that names none', () => {
  const settings = set({}, profile('eu', { oktaHosts: ['eu-admin.okta.com'] }), profile('us', { oktaHosts: ['us-admin.okta.com'] }));
  expect(idOf(settings, 'EU-admin.okta.com')).toBe('eu');
  expect(idOf(settings, 'us-admin.okta.com')).toBe('us');
  expect(idOf({ ...settings, profile: 'us' }, 'other-admin.okta.com')).toBe('');
});

test('of several that name none the one in use is asked', () => {
  const settings = set({}, profile('b'));
  expect(idOf(settings, 'x-admin.okta.com')).toBe('');
  expect(idOf({ ...settings, profile: 'b' }, 'x-admin.okta.com')).toBe('b');
});

test('where every profile names its consoles, another organisation’s asks nobody', () => {
  const settings = set({ oktaHosts: ['acme-admin.okta.com'] }, profile('eu', { oktaHosts: ['eu-admin.okta.com'] }));
  expect(idOf(settings, 'stranger-admin.okta.com')).toBeNull();
  expect(asIn(settings, null)).toMatchObject({ companionUrl: '', token: '' });
});

test('the one chosen last is used; the first where it is gone', () => {
  const settings = set({}, profile('b'));
  expect(profileInUse({ ...settings, profile: 'b' }).companionUrl).toBe('https://b.example');
  expect(profileInUse({ ...settings, profile: 'gone' }).id).toBe('');
});

test('a change concerns its profile alone, and one that is not there is added', () => {
  const settings = withProfile(set({}, profile('b')), 'b', { token: 'new' });
  expect(profilesOf(settings).map(({ token }) => token)).toEqual(['t-', 'new']);
  expect(withProfile(settings, '', { name: 'Main' })).toMatchObject({ name: 'Main', profiles: settings.profiles });
  expect(profilesOf(withProfile(settings, 'c', { token: 'x' })).map(({ id }) => id)).toEqual(['', 'b', 'c']);
});

test('of the first one that is taken away, the next takes the place, and stays in use where it was', () => {
  const settings = { ...set({}, profile('b'), profile('c')), profile: 'b' };
  expect(profilesOf(withoutProfile(settings, '')).map(({ name }) => name)).toEqual(['b', 'c']);
  expect(profileInUse(withoutProfile(settings, '')).name).toBe('b');
  expect(profileInUse(withoutProfile({ ...settings, profile: 'c' }, '')).name).toBe('c');
  expect(withoutProfile(settings, 'b')).toMatchObject({ profile: '', profiles: [profile('c')] });
  expect(withoutProfile(set({}), '')).toEqual(set({}));
});
