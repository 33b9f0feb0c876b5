import { beforeEach, expect, test, vi } from 'vitest';
import type { SubjectQuery } from '../contract/subjects.ts';
import { createKnowledge, queryFor } from './knowledge.ts';
import type { Ask } from './send.ts';

/** What the worker was asked, and how each is answered when the test says so. */
let asked: { subjects: SubjectQuery[]; answer(): void }[];
const heard = vi.fn();

const ask = ((_name: string, { subjects }: { subjects: SubjectQuery[] }) =>
  new Promise<unknown>((resolve) => {
    const answers = subjects.map(({ key }) => ({ key, matches: [], refusal: null }));
    asked.push({ subjects, answer: () => resolve({ reach: 'ok', seq: 7, answers }) });
  })) as Ask;

const users = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => queryFor('user', 'email', `u${from + index}@acme.example`));
const sizes = () => asked.map(({ subjects }) => subjects.length);

beforeEach(() => {
  asked = [];
  heard.mockClear();
});

test('what a long list wants is asked in parts, two at a time, and each answer tells of which it is', async () => {
  const knowledge = createKnowledge(ask, heard);
  const all = users(1_700);
  knowledge.want(all);
  await vi.waitFor(() => expect(sizes()).toEqual([500, 500]));
  asked[1]?.answer();
  await vi.waitFor(() => expect(sizes()).toEqual([500, 500, 500]));
  expect(heard.mock.calls).toEqual([[true, 7, new Set(all.slice(500, 1_000).map(({ key }) => key))]]);
  expect(knowledge.about(all.slice(0, 1))).toBeUndefined();
  expect(knowledge.about(all.slice(500, 501))).toMatchObject({ matches: [] });
  asked[0]?.answer();
  await vi.waitFor(() => expect(sizes()).toEqual([500, 500, 500, 200]));
  asked[2]?.answer();
  asked[3]?.answer();
  await vi.waitFor(() => expect(heard.mock.calls.map(([, , part]) => part?.size)).toEqual([500, 500, 500, 200]));
  expect(all.filter((query) => !knowledge.about([query]))).toEqual([]);
});

test('what one part holds is told as a whole', async () => {
  const knowledge = createKnowledge(ask, heard);
  knowledge.want(users(500));
  await vi.waitFor(() => expect(sizes()).toEqual([500]));
  asked[0]?.answer();
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([[true, 7, null]]));
});

test('what is in sight comes before what waits, and nothing is asked twice', async () => {
  const knowledge = createKnowledge(ask, heard);
  knowledge.want(users(2_000));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  knowledge.want([...users(10), ...users(3, 1_900)], true);
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked[2]?.subjects.slice(0, 4).map(({ email }) => email)).toEqual(
    [1_900, 1_901, 1_902, 1_000].map((index) => `u${index}@acme.example`),
  );
});

test('a query’s key says all of it: asked anew, it asks the same', async () => {
  const knowledge = createKnowledge(ask, heard);
  const all = [
    queryFor('team', 'name', '  Sales   &  Support '),
    queryFor('user', 'email', 'Ada@Acme.Example'),
    queryFor('team', 'externalId', '00g A'),
  ];
  knowledge.want(all);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]?.answer();
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  knowledge.renew();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[0]?.subjects).toEqual(all);
  expect(asked[1]?.subjects).toEqual(all);
});
