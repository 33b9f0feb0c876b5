import { expect, test } from 'vitest';
import { parsers } from './requests.ts';

const taken = [
  ['session.start', { host: 'okta' }],
  ['pages.served', { host: 'spekit' }],
  ['pages.teach', { page: { id: 'okta.x', shows: [], lists: [], controls: [], expects: [] } }],
  ['pages.forget', { id: 'okta.x' }],
  ['pages.share', {}],
  ['teach.begin', { tabId: 7 }],
  ['subjects.lookup', { subjects: [{ key: 'row-1', kind: 'team', name: 'Sales' }] }],
  ['freshness.ask', { after: 0 }],
  ['freshness.hurry', {}],
  ['session.inject', {}],
  ['dialog.inject', {}],
  ['card.inject', {}],
  ['why.inject', {}],
  ['changes.of', { id: '5b1f6c1e-0000-4000-8000-00000000f001' }],
  ['subject.pointed', { kind: 'user', id: 'u-1', name: 'Maya Lindqvist' }],
  ['panel.follows', { windowId: 3, follows: true }],
  ['okta.learn-groups', { host: 'acme-admin.okta.com', groups: { Sales: '00g1emaKYZTWRYYRRTSK' } }],
  ['okta.app-seen', { host: 'acme-admin.okta.com', appName: 'acme_spekit_1', instanceId: '0oa1gjh63g214q0Hq0g4', label: 'Spekit' }],
  [
    'okta.app-shows',
    { instanceId: '0oa1gjh63g214q0Hq0g4', settings: { 'rename-app-groups': false }, assigned: { Seats: true, 'Old seats': false } },
  ],
  ['okta.members-seen', { group: 'Sales', seen: 5, missing: 2 }],
  ['page.report', { page: 'okta.push-groups', managed: { idp: 1, spekit: 2, unknown: 0 }, missing: [] }],
  ['everything.forget', {}],
  ['companion.find', {}],
  ['connection.test', { companionUrl: 'http://127.0.0.1:4680', token: 't' }],
  ['tokens.list', {}],
  ['tokens.renew', { role: 'viewer' }],
  ['tokens.revoke', { role: 'scim' }],
  ['changes.newest', { limit: 100 }],
  ['changes.history', { outcome: 'refused', from: '2026-11-01T00:00:00.000Z', q: 'sales', before: 900, limit: 100 }],
  ['changes.exchange', { seq: 42 }],
  ['subjects.why', { user: 'jo@acme.example', team: 'Sales' }],
  ['subjects.search', { q: 'ann' }],
] as const;

test('each message has a request that is taken as it is', () => {
  expect(taken.map(([name]) => name).sort()).toEqual(Object.keys(parsers).sort());
  for (const [name, request] of taken) expect(parsers[name](request)).toEqual(request);
});

const groups = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`Group ${index}`, '00g1emaKYZTWRYYRRTSK']));

test.each([
  ['session.start', { host: 'salesforce' }],
  ['pages.served', {}],
  ['pages.teach', { page: { id: 'okta.x', shows: [], lists: [], controls: [], expects: [], script: 'alert(1)' } }],
  ['teach.begin', { tabId: '7' }],
  ['subjects.lookup', { subjects: [{ key: 'x', kind: 'group' }] }],
  ['subjects.lookup', { subjects: Array.from({ length: 5_001 }, () => ({ key: 'x', kind: 'team', name: 'Sales' })) }],
  ['subjects.lookup', { subjects: [{ key: 'x', kind: 'team', name: 'n'.repeat(501) }] }],
  ['freshness.ask', { after: -1 }],
  ['freshness.ask', { after: Number.NaN }],
  ['freshness.hurry', { until: 'always' }],
  ['dialog.inject', null],
  ['changes.of', { id: '' }],
  ['subject.pointed', { kind: 'account', id: 'u-1', name: 'x' }],
  ['subject.pointed', { kind: 'user', id: '', name: 'x' }],
  ['subject.pointed', { kind: 'user', id: 'u-1', name: 'n'.repeat(501) }],
  ['panel.follows', { windowId: -1, follows: true }],
  ['okta.learn-groups', { host: 'acme-admin.okta.com', groups }],
  ['okta.learn-groups', { host: 'acme-admin.okta.com', groups: { Sales: 'javascript:alert(1)' } }],
  ['okta.app-seen', { host: 'h', appName: '../../evil', instanceId: '0oa1gjh63g214q0Hq0g4', label: '' }],
  ['okta.app-seen', { host: 'h', appName: 'acme_spekit_1', instanceId: '00u1gjh63g214q0Hq0g4', label: '' }],
  ['okta.app-shows', { instanceId: '../x', settings: {}, assigned: {} }],
  ['okta.app-shows', { instanceId: '0oa1gjh63g214q0Hq0g4', settings: { 'import-users': true }, assigned: {} }],
  ['okta.members-seen', { group: 'Sales', seen: -1, missing: 0 }],
  ['page.report', { page: 'x', managed: { idp: -1, spekit: 0, unknown: 0 }, missing: [] }],
  ['page.report', { page: 'x', managed: { idp: 0, spekit: 0, unknown: 0 }, missing: Array.from({ length: 101 }, () => 'x') }],
  ['tokens.renew', { role: '../spekit/users/1' }],
  ['changes.newest', { limit: 101 }],
  ['changes.history', { outcome: 'perhaps', limit: 100 }],
  ['changes.history', { from: 'yesterday', limit: 100 }],
  ['changes.history', { limit: 1_001 }],
  ['changes.exchange', { seq: '../tokens' }],
  ['changes.exchange', { seq: 0 }],
  ['subjects.why', { user: ' ', team: 'Sales' }],
  ['subjects.why', { user: 'jo@acme.example', team: 'n'.repeat(501) }],
  ['subjects.why', { user: 'jo@acme.example' }],
  ['subjects.search', { q: 'q'.repeat(201) }],
] as const)('%s refuses what is none of its requests, and names it', (name, request) => {
  expect(() => parsers[name](request)).toThrow(`Not a request of "${name}"`);
});
