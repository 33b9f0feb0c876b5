import { expect, test } from 'vitest';
import { aChange, aRefusal } from '../../mocks/handlers/companion.ts';
import { csvHead, csvOf } from './csv.ts';

test('a line a change, in the columns of the head', () => {
  expect(csvHead).toBe('\uFEFFseq,at,source,event,outcome,kind,id,name,what,reason,detail\r\n');
  const [created = '', refused = '', end] = csvOf([aChange({ subject: { kind: 'team', id: 't1', name: 'Sales' } }), aRefusal()]).split(
    '\r\n',
  );
  expect(created).toBe('42,2026-11-24T16:20:00.000Z,okta,team.created,applied,team,t1,Sales,Okta created the team Sales,,');
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
  ['\tx', "'\tx"],
  ['Ärzte', 'Ärzte'],
])('the name %o is one cell, and no formula', (name, cell) => {
  expect(csvOf([aChange({ subject: { kind: 'team', id: 't1', name } })])).toContain(`,team,t1,${cell},`);
});
