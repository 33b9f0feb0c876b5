import { afterEach, beforeEach, expect, test } from 'vitest';
import { exchangeAnswer } from '../../contract/exchange.ts';
import { accountId } from '../connection/account-id.ts';
import { sql } from '../store/sql.ts';
import { created, listOf, oktaGroup, oktaUser, patchOf, TestCompanion } from '../testing/companion.ts';

import { Exchanges } from './exchanges.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const ofRow = async (seq: number) => exchangeAnswer.strict().parse((await companion.api('GET', `/history/${seq}/exchange`)).body);
const newest = async (): Promise<number> => Number((await companion.api('GET', '/status')).body['seq']);
const rows = async (): Promise<{ first_seq: number; request: string | null; answer: string | null }[]> => {
  const store = await companion.database.open();
  try {
    return await store.read((reads) => reads.all(sql`select first_seq, request, answer from exchanges order by first_seq`));
  } finally {
    await store.close();
  }
};

test('what Okta sent and was answered is told for each row that came of it, at once and after a restart', async () => {
  const text = `{ "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],  "displayName": "Sales" }`;
  const answer = await companion.scim('POST', '/Groups?attributes=displayName', text);
  expect(answer.status).toBe(201);
  const id = String(answer.body['id']);
  const seq = await newest();
  const told = await ofRow(seq);
  expect(told).toMatchObject({
    missing: null,
    exchange: {
      bulk: false,
      request: { method: 'POST', path: '/scim/v2/Groups?attributes=displayName', body: text, remark: null },
      answer: { status: 201, body: answer.text, remark: null },
    },
  });
  // The row before says that the account was connected, by the same request.
  expect(told.exchange?.changes).toEqual({ first: seq - 1, last: seq });
  expect(await ofRow(seq - 1)).toEqual(told);
  expect((await companion.scim('DELETE', `/Groups/${id}`)).status).toBe(204);
  await companion.restart();
  expect(await ofRow(seq)).toEqual(told);
  expect((await ofRow(seq + 1)).exchange).toMatchObject({
    request: { method: 'DELETE', path: `/scim/v2/Groups/${id}`, body: null, remark: null },
    answer: { status: 204, body: null },
  });
});

test('it is written by itself, a moment after the answer', async () => {
  await created(companion, '/Groups', oktaGroup('Sales'));
  await expect.poll(rows).toHaveLength(1);
});

test('a refused request is told with the very answer, also one that is no JSON', async () => {
  const refused = await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  expect(refused.status).toBe(400);
  expect((await ofRow(await newest())).exchange).toMatchObject({ answer: { status: 400, body: refused.text } });
  const broken = await companion.scim('POST', '/Users', '{"userName": "maya@acme.example"');
  expect(broken.status).toBe(400);
  expect((await ofRow(await newest())).exchange).toMatchObject({
    request: { body: '{"userName": "maya@acme.example"', remark: null },
    answer: { status: 400, body: broken.text },
  });
  await companion.scim('POST', '/Users', '{"userName": "maya@acme.example", "password": "hunter2"');
  expect((await ofRow(await newest())).exchange?.request).toMatchObject({ body: null, remark: 'not-json' });
});

test('a body that was not even read is said to be unread', async () => {
  await companion.restart({ bodyLimit: 2_000 });
  expect((await companion.scim('POST', '/Users', oktaUser('maya@acme.example', { title: 'x'.repeat(3_000) }))).status).toBe(413);
  expect((await ofRow(await newest())).exchange).toMatchObject({ request: { body: null, remark: 'unread' }, answer: { status: 413 } });
});

test('each operation of a bulk request is a request of its own', async () => {
  const bulk = await companion.scim('POST', '/Bulk', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: [
      { method: 'POST', path: '/Users', bulkId: 'one', data: oktaUser('maya@acme.example', { password: 'hunter2' }) },
      { method: 'POST', path: '/Groups', bulkId: 'two', data: oktaGroup('All Spekit Users') },
      { method: 'POST', path: '/Groups', bulkId: 'three', data: oktaGroup('Sales', ['bulkId:one']) },
    ],
  });
  const answers = listOf(bulk, 'Operations');
  const seqs = Array.from({ length: await newest() }, (_, index) => index + 1);
  const told = await Promise.all(seqs.map(ofRow));
  const bodies = new Map(told.map(({ exchange }) => [exchange?.request.body ?? '', exchange]));
  expect([...bodies.values()].map((one) => one?.answer.status).toSorted()).toEqual([201, 201, 400]);
  const person = [...bodies].find(([body]) => body.includes('maya@acme.example'));
  expect(person?.[1]).toMatchObject({ bulk: true, request: { method: 'POST', path: '/Users' }, answer: { status: 201 } });
  expect(JSON.parse(person?.[1]?.answer.body ?? '')).toEqual(answers[0]);
  expect(person?.[0]).not.toContain('hunter2');
  const team = [...bodies].find(([body]) => body.includes('"Sales"'));
  expect(team?.[0]).toContain('bulkId:one');
  const refused = [...bodies.values()].find((one) => one?.answer.status === 400);
  expect(JSON.parse(refused?.answer.body ?? '')).toEqual(answers[1]);
});

test('long bodies are cut', async () => {
  const id = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const operations = Array.from({ length: 300 }, (_, index) => ({ op: 'replace', path: 'title', value: `${index} ${'x'.repeat(100)}` }));
  expect((await companion.scim('PATCH', `/Users/${id}`, patchOf(...operations))).status).toBe(200);
  const request = (await ofRow(await newest())).exchange?.request;
  expect(request?.remark).toBe('cut');
  expect(request?.body).toHaveLength(16_384);
});

test('what came from Spekit’s side has none, and a number that no row has is not there', async () => {
  expect((await companion.api('POST', '/spekit/teams', { name: 'Partners' })).status).toBe(201);
  expect(await ofRow(await newest())).toEqual({ exchange: null, missing: 'not-okta' });
  for (const seq of ['0', '-1', '99', '1e0', 'x', '99999999999999999999']) {
    const { status, body } = await companion.api('GET', `/history/${seq}/exchange`);
    expect([seq, status, body]).toMatchObject([seq, 404, { error: { code: 'not-found' } }]);
  }
});

test('so many are kept and for so long; switched off, none is, not even what was', async () => {
  await companion.restart({ rawRequests: { most: 3, days: 1 } });
  for (const name of ['A', 'B', 'C', 'D', 'E']) await created(companion, '/Groups', oktaGroup(name));
  const last = await newest();
  await expect.poll(async () => (await rows()).map((row) => row.first_seq)).toEqual([last - 2, last - 1, last]);
  expect(await ofRow(last - 3)).toEqual({ exchange: null, missing: 'not-kept' });
  const store = await companion.database.open();
  await store.write((transaction) =>
    transaction.run(sql`update exchanges set at = ${Date.now() - 25 * 3_600_000} where first_seq < ${last}`),
  );
  await store.close();
  expect(await ofRow(last - 1)).toEqual({ exchange: null, missing: 'not-kept' });
  expect((await ofRow(last)).missing).toBeNull();
  await companion.restart();
  await companion.restart({ rawRequests: { most: 3, days: 1 } });
  expect(await rows()).toHaveLength(1);
  await companion.restart({ rawRequests: { most: 0, days: 1 } });
  expect(await rows()).toEqual([]);
  await created(companion, '/Groups', oktaGroup('F'));
  expect(await ofRow(await newest())).toEqual({ exchange: null, missing: 'off' });
});

test('nothing of a stranger is kept, nor of what writes nothing, and no header', async () => {
  await companion.scim('POST', '/Groups', oktaGroup('Sales'), { Authorization: 'Bearer wrong' });
  const id = await created(companion, '/Groups', oktaGroup('Sales'));
  await companion.scim('PUT', `/Groups/${id}`, oktaGroup('Sales'));
  await companion.scim('GET', '/Groups');
  await companion.restart();
  const kept = await rows();
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toMatch(/bearer|scim-token/i);
});

test('a burst is kept whole, and more than memory may hold is given up', async () => {
  const store = await companion.database.open();
  const exchanges = new Exchanges(store, accountId, { most: 10_000, days: 1 });
  const keep = (seq: number, text: string) => {
    const taken = exchanges.begin('POST', '/Users', true);
    taken?.wrote(seq, 1);
    taken?.answered(201, { text });
  };
  for (let seq = 1; seq <= 5_000; seq++) keep(seq, `{"n":${seq}}`);
  await exchanges.close();
  expect((await rows()).at(-1)).toMatchObject({ first_seq: 3_000, answer: '{"n":3000}' });
  for (let seq = 5_001; seq <= 5_010; seq++) keep(seq, 'x'.repeat(4 * 1024 * 1024));
  await exchanges.close();
  expect((await rows()).at(-1)?.first_seq).toBe(5_003);
  const bulk = exchanges.begin('POST', '/Bulk', true);
  for (let seq = 5_011; seq <= 5_020; seq++) {
    const part = bulk?.part('POST', '/Users', { title: 'x'.repeat(4 * 1024 * 1024) });
    part?.wrote(seq, 1);
    part?.answered(201, {});
  }
  await exchanges.close();
  expect((await rows()).at(-1)?.first_seq).toBe(5_013);
  await store.close();
});

test('the viewer may look, who has no token may not', async () => {
  await companion.restart({ viewerToken: 'viewer-token-of-the-tests' });
  await created(companion, '/Groups', oktaGroup('Sales'));
  const seq = await newest();
  const as = (token: string) => companion.api('GET', `/history/${seq}/exchange`, undefined, { Authorization: `Bearer ${token}` });
  expect((await as('viewer-token-of-the-tests')).status).toBe(200);
  expect((await as('wrong')).status).toBe(401);
});
