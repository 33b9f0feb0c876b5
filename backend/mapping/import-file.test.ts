import { afterEach, beforeEach, expect, test } from 'vitest';
import { importAnswer } from '../../contract/mapping-imports.ts';
import { type Json, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const send = async (text: string, query = '') => {
  const { status, bytes } = await companion.file('POST', `/mapping/imports?fileName=users.csv${query}`, Buffer.from(text));
  return { status, body: JSON.parse(Buffer.from(bytes).toString()) as Json };
};
const lines = Array.from({ length: 1200 }, (_, index) => `p${index}@acme.example,P${index},Last,Team ${index % 7}`);
const file = ['Email,First Name,Last Name,Teams,Shoe size', ...lines, 'nonsense,X,Y,Z', 'P3@acme.example,P3,Last,Team 3'].join('\r\n');

test('an export is taken in parts: trying tells the same as doing, what is wrong is told by cell, and the same file adds nobody', async () => {
  const tried = importAnswer.strict().parse((await send(file, '&try=true')).body);
  expect((await companion.api('GET', '/status')).body['counts']).toMatchObject({ users: { spekit: 0 }, teams: { spekit: 0 } });
  const done = importAnswer.strict().parse((await send(file)).body);
  expect(done).toEqual(tried);
  expect(done).toMatchObject({ users: { added: 1200 }, teams: { added: 7 }, memberships: 1200, problemCount: 2 });
  expect(done.problems.map(({ row, column }) => [row, column])).toEqual([
    [1202, 'A'],
    [1203, 'A'],
  ]);
  expect(done.columns.map(({ header, meaning }) => [header, meaning !== null])).toContainEqual(['Shoe size', false]);
  expect(importAnswer.parse((await send(file)).body)).toMatchObject({ users: { added: 0, changed: 0, unchanged: 1200 }, memberships: 0 });
});

test('what is no export is refused in words, and nothing is taken', async () => {
  for (const text of ['', 'Colour,Size\nred,4', '<html></html>']) {
    const { status, body } = await send(text);
    expect([status, (body['error'] as Json)['code'], (body['error'] as Json)['detail']]).toEqual([
      400,
      'invalid',
      expect.stringMatching(/\w\.$/),
    ]);
  }
  expect((await companion.api('GET', '/status')).body).toMatchObject({ seq: 0 });
});
