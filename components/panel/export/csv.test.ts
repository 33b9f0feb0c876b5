import { expect, test } from 'vitest';
import type { Change } from '../../../contract/changes.ts';
import { aChange, aRefusal } from '../../../mocks/handlers/companion.ts';
import { Masks } from '../masking/masks.ts';
import { csvOf } from './csv.ts';

const csv = async (changes: Change[], masks: Masks | null = null) => (await Array.fromAsync(csvOf(once(changes), masks))).join('');

async function* once(changes: Change[]): AsyncGenerator<Change[]> {
  yield changes;
}

test('a line a change, in the columns of the head', async () => {
  const [head, created = '', refused = '', end] = (
    await csv([aChange({ subject: { kind: 'team', id: 't1', name: 'Sales' }, relayed: 240 }), aRefusal()])
  ).split('\r\n');
  expect(head).toBe('\uFEFFseq,at,source,event,outcome,kind,id,name,what,reason,detail,relayed_ms');
  expect(created).toBe('42,2026-11-24T16:20:00.000Z,okta,team.created,applied,team,t1,Sales,Okta created the team Sales,,,240');
  expect(refused).toMatch(
    /^41,.*,request\.refused,refused,team,,all spekit users,.*,group-push-reserved,"A group named all spekit users cannot/,
  );
  expect(end).toBe('');
});

test.each([
  ['a comma, "quotes"', '"a comma, ""quotes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ['+49 30', "'+49 30"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\tx', `"'\tx"`],
  [' =1+1', `' =1+1`],
  ['＝1+1', "'＝1+1"],
  ['\u200b=1+1', "'\u200b=1+1"],
  ['a;b', '"a;b"'],
  ['Ärzte', 'Ärzte'],
])('the name %o is one cell, and no formula', async (name, cell) => {
  expect(await csv([aChange({ subject: { kind: 'team', id: 't1', name } })])).toContain(`,team,t1,${cell},`);
});

test('masked, nobody can be told from it, and each has a mark of their own', async () => {
  const text = await csv(
    [
      aChange({ seq: 1, event: 'user.created', subject: { kind: 'user', id: 'u-1', name: 'Maya Lindqvist' } }),
      aChange({
        seq: 2,
        event: 'user.updated',
        subject: { kind: 'user', id: 'u-1', name: 'Maya Ek' },
        facts: { from: 'Maya Lindqvist', to: 'Maya Ek' },
      }),
      aChange({
        seq: 3,
        event: 'team.members-added',
        subject: { kind: 'team', id: 't-1', name: 'Sales' },
        facts: { count: 1, names: ['Maya Ek'] },
      }),
      aRefusal({
        seq: 4,
        subject: { kind: 'user', id: null, name: 'maya@acme.example' },
        detail: 'A user with the user name maya@acme.example exists already.',
      }),
      aRefusal({
        seq: 5,
        subject: { kind: 'team', id: 't-1', name: 'Sales' },
        detail: '8c8a8d3e-1111-4000-8000-000000000000 is no user that the identity provider has sent.',
      }),
    ],
    new Masks(),
  );
  expect(text).not.toMatch(/maya|lindqvist|ek\b|u-1|8c8a8d3e/i);
  expect(text).toContain(',Sales,');
  const names = text
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[7]);
  expect(names.slice(0, 2)).toEqual(['*name-1*', '*name-2*']);
  expect(text).toContain('A user with the user name *email-1* exists already.');
});
