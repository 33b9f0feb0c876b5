import { expect, test } from 'vitest';
import { aChange, aRefusal } from '../../mocks/handlers/companion.ts';
import { runsOf } from './runs.ts';

const start = Date.parse('2026-11-24T16:00:00.000Z');
/** `s` seconds after the start. */
const change = (s: number, name: string, event: ReturnType<typeof aChange>['event'] = 'user.created') =>
  aChange({ seq: s, at: new Date(start + s * 1000).toISOString(), event, subject: { kind: 'user', id: name, name } });
const told = (...changes: ReturnType<typeof aChange>[]) => runsOf(changes).map(({ newest, names }) => [newest.seq, names.join()]);

test('changes of one kind in a row are one run, its names in the order in which they came', () => {
  expect(told(change(3, 'c'), change(2, 'b'), change(1, 'a'))).toEqual([[3, 'a,b,c']]);
});

test('another kind, another source, another outcome or a pause begins a new one', () => {
  expect(told(change(3, 'c'), change(2, 'b', 'user.deactivated'), change(1, 'a'))).toEqual([
    [3, 'c'],
    [2, 'b'],
    [1, 'a'],
  ]);
  expect(told(change(900, 'b'), change(1, 'a'))).toEqual([
    [900, 'b'],
    [1, 'a'],
  ]);
  expect(told({ ...change(2, 'b'), source: 'spekit' }, change(1, 'a'))).toHaveLength(2);
  expect(told({ ...change(2, 'b'), outcome: 'unchanged' }, change(1, 'a'))).toHaveLength(2);
});

test('one who is changed twice in a row is named once', () => {
  expect(told(change(3, 'a', 'user.updated'), change(2, 'a', 'user.updated'), change(1, 'b', 'user.updated'))).toEqual([[3, 'b,a']]);
});

test('what says more than a name, and what was refused, stands alone', () => {
  expect(told(change(2, 'b', 'user.role-changed'), change(1, 'a', 'user.role-changed'))).toHaveLength(2);
  expect(runsOf([aRefusal({ seq: 2 }), aRefusal({ seq: 1 })])).toHaveLength(2);
  expect(runsOf([])).toEqual([]);
});
