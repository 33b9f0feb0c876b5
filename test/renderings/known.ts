import { okta, team, user } from '../parts/session-page.ts';

// Whom and what the screens show, and what the companion knows of them.

export const group = (name: string, at: number) => ({ text: name, href: `/admin/group/00g1emaKYZTWRYYRRT${String(at).padStart(2, '0')}` });
export const person = (name: string, at: number) => ({
  text: name,
  href: `/admin/user/profile/view/00u1emaKYZTWRYYRRT${String(at).padStart(2, '0')}`,
});
export const personId = (at: number) => `00u1emaKYZTWRYYRRT${String(at).padStart(2, '0')}`;
export const app = `${okta}/admin/app/acme_spekit_1/instance/0oa1gjh63g214q0Hq0g4/`;
export const appTabs = ['General', 'Sign On', 'Provisioning', 'Assignments', 'Push Groups'];
export const teams = [team('Sales'), team('Sales EMEA'), team('Partners', 'spekit')];
export const people = [
  user('jo@acme.example', 'idp', { externalId: personId(1), displayName: 'Jo Ek' }),
  user('kim@acme.example', 'idp', { externalId: personId(2), displayName: 'Kim Oh' }),
  user('dana@partner.example', 'spekit', { externalId: null, displayName: 'Dana Whitfield' }),
];
export const members = people.map((one) =>
  one.email === 'jo@acme.example'
    ? { ...one, teams: [{ id: 'id-idp-Sales', name: 'Sales', owner: 'idp' as const, role: 'Viewer' as const }] }
    : one,
);
export const teamMarks = { Sales: 'idp', 'Sales EMEA': 'idp', Partners: null, Nowhere: null } as const;
