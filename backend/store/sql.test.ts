import { expect, test } from 'vitest';
import { join, ownText, sql } from './sql.ts';

test('what stands in a template is bound, and a part is put in its place with its values in their order', () => {
  const part = sql`b = ${2} and c = ${'x'}`;
  expect(sql`select ${ownText('id')} from t where a = ${1} and ${part} limit ${3}`).toEqual({
    text: 'select id from t where a = ? and b = ? and c = ? limit ?',
    values: [1, 2, 'x', 3],
  });
});

test('the same template with the same parts gives the same text, with other parts another', () => {
  const find = (column: string, value: string) => sql`select * from t where ${ownText(column)} = ${value}`;
  expect([find('a', '1'), find('a', '2'), find('b', '3'), find('a', '4')]).toEqual([
    { text: 'select * from t where a = ?', values: ['1'] },
    { text: 'select * from t where a = ?', values: ['2'] },
    { text: 'select * from t where b = ?', values: ['3'] },
    { text: 'select * from t where a = ?', values: ['4'] },
  ]);
});

test('where a part stands in the place of a value, the text is another', () => {
  const compare = (value: string | ReturnType<typeof sql>) => sql`a = ${value}`;
  expect(compare('x').text).toBe('a = ?');
  expect(compare(ownText('b')).text).toBe('a = b');
  expect(compare('x').text).toBe('a = ?');
});

test('two parts that change places are told apart from parts and values that do', () => {
  const pair = (first: string | ReturnType<typeof sql>, second: string | ReturnType<typeof sql>) => sql`${first}, ${second}`;
  expect(pair(ownText('a'), 'x')).toEqual({ text: 'a, ?', values: ['x'] });
  expect(pair('x', ownText('a'))).toEqual({ text: '?, a', values: ['x'] });
});

test('parts are joined with what stands between them', () => {
  expect(join([sql`a = ${1}`, sql`b`, sql`c = ${null}`], ' or ')).toEqual({ text: 'a = ? or b or c = ?', values: [1, null] });
});
