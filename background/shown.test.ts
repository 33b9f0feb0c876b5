import { expect, test } from 'vitest';
import type { Shown } from '../stores/shown.ts';
import { withAppShown, withMembers } from './shown.ts';

const nothing: Shown = { apps: {}, members: {} };
const instanceId = '0oa1gjh63g214q0Hq0g4';
const host = 'acme-admin.okta.com';

test('a setting is kept as it was seen last, each with its own time', () => {
  const first = withAppShown(nothing, { instanceId, settings: { 'create-users': true, 'deactivate-users': true }, assigned: {} }, 100);
  const next = withAppShown(first, { instanceId, settings: { 'deactivate-users': false }, assigned: {} }, 200);
  expect(next.apps[instanceId]?.settings).toEqual({ 'create-users': { on: true, at: 100 }, 'deactivate-users': { on: false, at: 200 } });
  expect(first.apps[instanceId]?.settings['deactivate-users']).toEqual({ on: true, at: 100 });
});

test('a group that assigns the app is kept by its folded name until it is seen to go', () => {
  const first = withAppShown(nothing, { instanceId, settings: {}, assigned: { ' All  SEATS ': true, Trial: true } }, 100);
  expect(first.apps[instanceId]?.assigned).toEqual({ 'all seats': 100, trial: 100 });
  const next = withAppShown(first, { instanceId, settings: {}, assigned: { 'all seats': false } }, 200);
  expect(next.apps[instanceId]?.assigned).toEqual({ trial: 100 });
});

test('apps are kept apart, and of apps, hosts and groups the ones seen last', () => {
  let learned = nothing;
  for (let n = 0; n < 11; n += 1)
    learned = withAppShown(learned, { instanceId: `0oa${n}`, settings: { 'create-users': true }, assigned: {} }, n);
  expect(Object.keys(learned.apps)).toHaveLength(10);
  expect(learned.apps['0oa0']).toBeUndefined();
  for (let n = 0; n < 2_001; n += 1) learned = withMembers(learned, host, { group: `g${n}`, seen: n, missing: 0 }, n);
  expect(Object.keys(learned.members[host] ?? {})).toHaveLength(2_000);
  expect(learned.members[host]?.['g2000']).toEqual({ seen: 2_000, missing: 0, at: 2_000 });
  expect(learned.members[host]?.['g0']).toBeUndefined();
});
