import { expect, test } from 'vitest';
import type { Okta } from '../stores/okta.ts';
import { withApp, withGroups } from './learned.ts';

const nothing: Okta = { host: null, appName: null, instanceId: null, label: null, groups: {}, apps: [] };
const host = 'acme-admin.okta.com';

function ids(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `00g${name.replaceAll(/\W/g, '')}`]));
}

test('groups are kept by host and by folded name', () => {
  const learned = withGroups(nothing, host, { ' Customer  SUCCESS ': '00g1', Sales: '00g2', '': '00g3' });
  expect(learned.groups).toEqual({ [host]: { 'customer success': '00g1', sales: '00g2' } });
  expect(withGroups(learned, 'other.okta.com', { Sales: '00g9' }).groups).toEqual({
    ...learned.groups,
    'other.okta.com': { sales: '00g9' },
  });
});

test('what is known already changes nothing; a new id of a name replaces the old one', () => {
  const learned = withGroups(nothing, host, { Sales: '00g2' });
  expect(withGroups(learned, host, { SALES: '00g2' })).toBe(learned);
  expect(withGroups(learned, host, { Sales: '00g3' }).groups[host]).toEqual({ sales: '00g3' });
});

test('of a host’s groups the 5,000 seen last are kept', () => {
  const names = Array.from({ length: 5_000 }, (_, index) => `g${index}`);
  const full = withGroups(nothing, host, ids(names));
  const kept = withGroups(full, host, { new: '00gnew' }).groups[host] ?? {};
  expect(Object.keys(kept)).toHaveLength(5_000);
  expect(kept['g0']).toBeUndefined();
  expect(kept['new']).toBe('00gnew');
});

test('of the hosts the ten seen last are kept', () => {
  let learned = nothing;
  for (let n = 0; n < 11; n += 1) learned = withGroups(learned, `h${n}.okta.com`, ids([`g${n}`]));
  expect(Object.keys(learned.groups)).toHaveLength(10);
  expect(learned.groups['h0.okta.com']).toBeUndefined();
});

test('names that objects have by themselves are names like others', () => {
  const learned = withGroups(nothing, host, JSON.parse('{"__proto__":"00g1","constructor":"00g2"}'));
  expect(Object.entries(learned.groups[host] ?? {})).toEqual([
    ['__proto__', '00g1'],
    ['constructor', '00g2'],
  ]);
  expect({}.constructor).toBe(Object);
});

const spekit = { host, appName: 'acme_spekit_1', instanceId: '0oa1', label: 'Spekit' };

test.each([
  ['by its label', { ...spekit, appName: 'scim2testapp' }],
  ['by its name in the catalog', { ...spekit, label: 'Learning' }],
  ['in any case', { ...spekit, appName: 'x', label: 'SPEKIT (production)' }],
])('Spekit’s app is recognised %s', (_how, seen) => {
  expect(withApp(nothing, seen, '')).toEqual({ ...nothing, ...seen, apps: [seen] });
});

test('another app is kept as seen, and not taken for Spekit’s', () => {
  const other = { ...spekit, appName: 'acme_salesforce_1', label: 'Salesforce' };
  expect(withApp(nothing, other, '')).toEqual({ ...nothing, apps: [other] });
});

test('of the apps seen twenty are kept, each once, as it was called last', () => {
  let learned = nothing;
  for (let n = 0; n < 25; n += 1) learned = withApp(learned, { host, appName: 'a', instanceId: `0oa${n}`, label: `App ${n}` }, '');
  learned = withApp(learned, { host, appName: 'a', instanceId: '0oa10', label: 'Renamed' }, '');
  expect(learned.apps).toHaveLength(20);
  expect(learned.apps[0]?.instanceId).toBe('0oa5');
  expect(learned.apps.filter(({ instanceId }) => instanceId === '0oa10')).toMatchObject([{ label: 'Renamed' }]);
});

test('where an app was set, that one counts, whatever it is called', () => {
  const named = { ...spekit, appName: 'scim2testapp', label: 'Learning' };
  expect(withApp(nothing, named, '0oa1')).toEqual({ ...nothing, ...named, apps: [named] });
  expect(withApp(nothing, spekit, '0oa2')).toEqual({ ...nothing, apps: [spekit] });
});

test('the app that is known already changes nothing; one that has moved replaces it', () => {
  const known = withApp(nothing, spekit, '');
  expect(withApp(known, { ...spekit }, '')).toBe(known);
  expect(withApp(known, { ...spekit, instanceId: '0oa9' }, '').instanceId).toBe('0oa9');
});
