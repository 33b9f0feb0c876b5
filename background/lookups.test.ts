import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lookupRequest } from '../contract/api.ts';
import type { SubjectAnswer, SubjectQuery } from '../contract/subjects.ts';
import { settings } from '../stores/settings.ts';
import { lookUp } from './lookups.ts';

/** The subjects of each request that came. */
let asked: SubjectQuery[][] = [];
let spoil: (answers: SubjectAnswer[]) => SubjectAnswer[];
let seq = 0;

/** A companion that answers each subject with a refusal that names what was asked, so that answers can be told apart. */
const server = createServer(async (request, response) => {
  const { subjects } = lookupRequest.parse(JSON.parse((await request.setEncoding('utf8').toArray()).join('')));
  asked.push(subjects);
  const answers = subjects.map(({ key, name = '' }) => ({
    key,
    matches: [],
    refusal: { at: '2026-11-24T16:20:00.000Z', reason: 'x', detail: name },
  }));
  response.end(JSON.stringify({ answers: spoil(answers), seq: seq-- }));
});

function team(key: string, name: string): SubjectQuery {
  return { key, kind: 'team', name };
}

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(async () => {
  asked = [];
  spoil = (answers) => answers;
  seq = 100;
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  const companionUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await settings.write((old) => ({ ...old, companionUrl, token: 't' }));
});

test('what several tabs ask in the same moment is one request, each subject once; each gets its own keys and order', async () => {
  const [first, second] = await Promise.all([
    lookUp([team('1', 'Sales'), team('2', 'Support')]),
    lookUp([team('1', 'Support'), team('x', 'Design'), team('y', 'Support')]),
  ]);
  expect(asked.map((subjects) => subjects.map(({ name }) => name))).toEqual([['Sales', 'Support', 'Design']]);
  expect(first.answers.map(({ key, refusal }) => [key, refusal?.detail])).toEqual([
    ['1', 'Sales'],
    ['2', 'Support'],
  ]);
  expect(second.answers.map(({ key, refusal }) => [key, refusal?.detail])).toEqual([
    ['1', 'Support'],
    ['x', 'Design'],
    ['y', 'Support'],
  ]);
});

test('more than 500 subjects are asked in parts, and the oldest state is told', async () => {
  const subjects = Array.from({ length: 1_200 }, (_, index) => team(`k${index}`, `Team ${index}`));
  const found = await lookUp(subjects);
  expect(asked.map(({ length }) => length)).toEqual([500, 500, 200]);
  expect(found.answers.map(({ key, refusal }) => `${key} ${refusal?.detail}`)).toEqual(subjects.map(({ key, name }) => `${key} ${name}`));
  expect(found).toMatchObject({ reach: 'ok', seq: 98 });
});

test('the same name asked as another thing is another subject', async () => {
  await lookUp([team('1', 'Sales'), { key: '2', kind: 'user', name: 'Sales' }, { key: '3', kind: 'team', id: 'Sales' }]);
  expect(asked[0]).toHaveLength(3);
});

test.each<[string, typeof spoil]>([
  ['missing', (answers) => answers.slice(1)],
  ['in another order', (answers) => answers.toReversed()],
])('answers that are %s are not believed', async (_how, spoiling) => {
  spoil = spoiling;
  expect(await lookUp([team('1', 'Sales'), team('2', 'Support')])).toEqual({ reach: 'failing', seq: 0, answers: [] });
});

test('one part that fails fails the whole: half a page of marks would mislead', async () => {
  spoil = (answers) => (asked.length === 2 ? [] : answers);
  const subjects = Array.from({ length: 600 }, (_, index) => team(`k${index}`, `Team ${index}`));
  expect(await lookUp(subjects)).toEqual({ reach: 'failing', seq: 0, answers: [] });
});

test('every asker is told when nothing can be asked', async () => {
  await settings.write((old) => ({ ...old, token: '' }));
  const both = await Promise.all([lookUp([team('1', 'Sales')]), lookUp([team('1', 'Support')])]);
  expect(both.map(({ reach }) => reach)).toEqual(['not-set-up', 'not-set-up']);
});
