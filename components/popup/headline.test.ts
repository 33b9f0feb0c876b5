import { expect, test } from 'vitest';
import { anAttention, aStatus, now } from '../../mocks/handlers/companion.ts';
import { headlineOf } from './headline.ts';

const at = Date.parse(now);
const nothing = anAttention({ refused: [], sameName: [], lastAdmin: null, leftAlone: [] });

test('all is well: when Okta was here last, whatever it asked', () => {
  expect(headlineOf(aStatus(), nothing, at)).toEqual({ tone: 'good', text: 'In sync. Okta was here 12 seconds ago.', step: null });
  const asked = aStatus({ lastSeen: new Date(at - 3_000).toISOString() });
  expect(headlineOf(asked, null, at).text).toBe('In sync. Okta was here 3 seconds ago.');
});

test('what was refused comes before all else', () => {
  const twice = anAttention().refused.map((cause) => ({ ...cause, subjects: [...cause.subjects, ...cause.subjects] }));
  expect(headlineOf(aStatus({ lastSeen: null, lastSync: null }), anAttention({ refused: twice }), at)).toEqual({
    tone: 'bad',
    text: '2 changes were refused',
    step: 'look',
  });
});

test('Okta’s silence is told, and where to look', () => {
  const days = (count: number) => new Date(at - count * 86_400_000).toISOString();
  expect(headlineOf(aStatus({ lastSeen: days(3), lastSync: { at: days(5), outcome: 'applied' } }), nothing, at)).toEqual({
    tone: 'care',
    text: 'Okta has sent nothing since its last request, 3 days ago',
    step: 'okta',
  });
  expect(headlineOf(aStatus({ lastSeen: null, lastSync: null }), nothing, at).text).toBe('Okta has sent nothing yet');
});

test('while the account is staged, its mapping is what waits, but for what was refused', () => {
  const staging = { account: { id: 'acme', type: 'production', connection: 'staging' } } as const;
  expect(headlineOf(aStatus({ ...staging, lastSeen: null, lastSync: null }), nothing, at)).toEqual({
    tone: 'care',
    text: 'Migration waits for your workbook',
    step: 'mapping',
  });
  expect(headlineOf(aStatus(staging), anAttention(), at).step).toBe('look');
});

test('other things to look at are told with how fresh all is', () => {
  expect(headlineOf(aStatus(), anAttention({ refused: [] }), at)).toEqual({
    tone: 'care',
    text: 'Okta was here 12 seconds ago. 3 things need attention.',
    step: 'look',
  });
});
