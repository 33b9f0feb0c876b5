import { describe, expect, test } from 'vitest';
import { aTeam, aUser } from '../mocks/handlers/facts.ts';
import { linkTo, type Places } from './links.ts';

const places: Places = {
  oktaHost: 'acme-admin.okta.com',
  oktaAppName: 'acme_spekit_1',
  oktaAppInstanceId: '0oa1',
  oktaGroups: { 'account executives': '00g1' },
  here: { host: 'app.spekit.co', protocol: 'https:' },
};
const app = 'https://acme-admin.okta.com/admin/app/acme_spekit_1/instance/0oa1';

describe('where an act belongs', () => {
  test.each([
    [
      'a person, by the id that Okta sent',
      'okta.user',
      aUser({ externalId: '00u1' }),
      'x',
      `https://acme-admin.okta.com/admin/user/profile/view/00u1`,
    ],
    [
      'a person without that id: the list of people',
      'okta.user',
      aUser({ externalId: null }),
      'x',
      'https://acme-admin.okta.com/admin/users',
    ],
    [
      'a group whose id was learned, in any case',
      'okta.group',
      aTeam(),
      ' Account  EXECUTIVES',
      'https://acme-admin.okta.com/admin/group/00g1',
    ],
    ['a group that is not known: the app’s Push Groups tab', 'okta.group', aTeam(), 'Other', `${app}/#tab-group-push`],
    ['Push Groups', 'okta.push-groups', null, undefined, `${app}/#tab-group-push`],
    ['Assignments', 'okta.assignments', null, undefined, `${app}/#tab-assignments`],
    ['Spekit', 'spekit.manage-teams', null, undefined, 'https://app.spekit.co/'],
  ] as const)('%s', (_, target, subject, name, href) => {
    expect(linkTo(target, subject, name, places)).toBe(href);
  });

  test('what is not known of the app leads to the nearest page that is known, or nowhere', () => {
    expect(linkTo('okta.push-groups', null, undefined, { ...places, oktaAppInstanceId: null })).toBe(
      'https://acme-admin.okta.com/admin/groups',
    );
    expect(linkTo('okta.group', null, 'x', { ...places, oktaHost: null })).toBeNull();
  });

  test('a name never becomes part of an address unescaped', () => {
    const evil = aUser({ externalId: '../../evil?x=#y' });
    expect(linkTo('okta.user', evil, 'x', places)).toBe('https://acme-admin.okta.com/admin/user/profile/view/..%2F..%2Fevil%3Fx%3D%23y');
  });

  test('from the playground’s Okta the way leads to the playground’s Spekit', () => {
    const here = { host: 'acme-admin.okta.localhost:8443', protocol: 'https:' };
    expect(linkTo('spekit.manage-users', null, undefined, { ...places, here })).toBe('https://app.spekit.localhost:8443/');
  });
});
