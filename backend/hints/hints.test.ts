import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiError, lookupAnswer, memberList, searchAnswer, statusAnswer, teamList, userList } from '../../contract/api.ts';
import { changesPage } from '../../contract/changes.ts';
import { teamFacts, userFacts } from '../../contract/subjects.ts';
import { type Answer, created, idOf, type Json, oktaGroup, oktaUser, scimToken, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

function expectError(answer: Answer, status: number, code: string): void {
  expect([answer.status, apiError.strict().parse(answer.body).error.code]).toEqual([status, code]);
}

/** Okta's Sales with Maya; Spekit's own Partners with Dana, and a Sales of its own. */
async function company(): Promise<Record<'maya' | 'dana' | 'sales' | 'partners' | 'ownSales', string>> {
  const dana = idOf(
    await companion.api('POST', '/spekit/users', { email: 'dana@partner.example', givenName: 'Dana', familyName: 'Whitfield' }),
  );
  const partners = idOf(await companion.api('POST', '/spekit/teams', { name: 'Partners', description: 'External' }));
  await companion.api('POST', `/spekit/teams/${partners}/members`, { userId: dana });
  const ownSales = idOf(await companion.api('POST', '/spekit/teams', { name: 'Sales' }));
  const maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const sales = await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  return { maya, dana, sales, partners, ownSales };
}

test('every answer is one that the contract knows, to the last field', async () => {
  const { maya, sales } = await company();
  await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  const answers = [
    [statusAnswer.strict(), await companion.api('GET', '/status')],
    [changesPage.strict(), await companion.api('GET', '/changes')],
    [searchAnswer.strict(), await companion.api('GET', '/search?q=a')],
    [userList.strict(), await companion.api('GET', '/spekit/users')],
    [userFacts.strict(), await companion.api('GET', `/spekit/users/${maya}`)],
    [teamList.strict(), await companion.api('GET', '/spekit/teams')],
    [teamFacts.strict(), await companion.api('GET', `/spekit/teams/${sales}`)],
    [memberList.strict(), await companion.api('GET', `/spekit/teams/${sales}/members`)],
    [lookupAnswer.strict(), await companion.api('POST', '/lookup', { subjects: [{ key: 'a', kind: 'team', name: 'sales' }] })],
  ] as const;
  for (const [schema, answer] of answers) {
    expect(answer.status).toBe(200);
    expect(schema.parse(answer.body)).toEqual(answer.body);
  }
  expect((await companion.api('GET', '/status')).body).toMatchObject({
    account: { connection: 'staging' },
    counts: { users: { idp: 1, spekit: 1, inactive: 0 }, teams: { idp: 1, spekit: 2 } },
    lastSync: { outcome: 'refused' },
    lastRefusal: { reason: 'group-push-reserved', subject: { kind: 'team', id: null, name: 'All Spekit Users' } },
    refusals: 1,
  });
});

test('without the admin token everything is 401 but the description of the API itself', async () => {
  for (const Authorization of ['', 'Bearer wrong', `Bearer ${scimToken}`]) {
    for (const path of ['/status', '/changes', '/spekit/users'])
      expectError(await companion.api('GET', path, undefined, { Authorization }), 401, 'unauthorized');
    expectError(await companion.api('POST', '/lookup', { subjects: [] }, { Authorization }), 401, 'unauthorized');
    expectError(await companion.api('DELETE', '/spekit/users/x', undefined, { Authorization }), 401, 'unauthorized');
  }
  expect((await companion.api('GET', '/openapi.json', undefined, { Authorization: '' })).body['openapi']).toBe('3.1.0');
});

test('asking again with the ETag is a 304 until something happens', async () => {
  await company();
  for (const path of ['/status', '/changes?after=0&limit=10', '/changes?newest=true&limit=2']) {
    const etag = (await companion.api('GET', path)).headers.get('etag') ?? '';
    const again = await companion.api('GET', path, undefined, { 'If-None-Match': etag });
    expect([path, again.status, again.text, again.headers.get('etag')]).toEqual([path, 304, '', etag]);
    expect((await companion.api('GET', path, undefined, { 'If-None-Match': `"x", W/${etag}` })).status).toBe(304);
    await companion.scim('POST', '/Users', oktaUser(`someone-${path.length}@acme.example`));
    const news = await companion.api('GET', path, undefined, { 'If-None-Match': etag });
    expect([path, news.status]).toEqual([path, path.includes('after') ? 200 : 200]);
    expect(news.headers.get('etag')).not.toBe(etag);
  }
});

test('changes have numbers without gaps, refused and undone requests included, and pages', async () => {
  await company();
  await companion.scim('POST', '/Groups', oktaGroup('All Spekit Users'));
  await companion.scim('POST', '/Users', oktaUser('maya@acme.example'));
  await companion.scim('POST', '/Groups', oktaGroup('Broken', ['nobody']));
  const all = changesPage.parse((await companion.api('GET', '/changes?limit=1000')).body);
  expect(all.changes.map((change) => change.seq)).toEqual(Array.from({ length: all.seq }, (_, index) => index + 1));
  expect(all.more).toBe(false);
  const first = changesPage.parse((await companion.api('GET', '/changes?after=2&limit=3')).body);
  expect([first.changes.map((change) => change.seq), first.more, first.seq]).toEqual([[3, 4, 5], true, all.seq]);
  const newest = changesPage.parse((await companion.api('GET', '/changes?newest=true&limit=2')).body);
  expect(newest.changes.map((change) => change.seq)).toEqual([all.seq - 1, all.seq]);
  expect(changesPage.parse((await companion.api('GET', `/changes?after=${all.seq}`)).body)).toEqual({
    changes: [],
    seq: all.seq,
    more: false,
  });
});

test('a look-up goes by the most exact field, tells two of a name, and knows what was refused', async () => {
  const { maya, sales, ownSales } = await company();
  await companion.scim('POST', '/Groups', oktaGroup('All  Spekit Users'));
  await companion.scim('POST', '/Users', { ...oktaUser('noname@acme.example'), active: 'perhaps' });
  const { body } = await companion.api('POST', '/lookup', {
    subjects: [
      { key: 'id', kind: 'team', id: ownSales, name: 'Something else' },
      { key: 'two', kind: 'team', name: '  SALES ' },
      { key: 'ext', kind: 'user', externalId: '00umaya', email: 'dana@partner.example' },
      { key: 'mail', kind: 'user', email: 'MAYA@acme.example' },
      { key: 'name', kind: 'user', name: 'dana  whitfield' },
      { key: 'none', kind: 'user', email: 'stranger@acme.example' },
      { key: 'nothing', kind: 'user' },
      { key: 'kind', kind: 'user', id: sales },
      { key: 'reserved', kind: 'team', name: 'all spekit users' },
      { key: 'refused', kind: 'user', email: 'NoName@acme.example' },
    ],
  });
  const { answers } = lookupAnswer.parse(body);
  const ids = Object.fromEntries(answers.map((answer) => [answer.key, answer.matches.map((match) => match.id)]));
  expect(ids).toEqual({
    id: [ownSales],
    two: [sales, ownSales],
    ext: [maya],
    mail: [maya],
    name: [expect.any(String)],
    none: [],
    nothing: [],
    kind: [],
    reserved: [],
    refused: [],
  });
  expect(answers.map((answer) => [answer.key, answer.refusal?.reason]).filter(([, reason]) => reason !== undefined)).toEqual([
    ['reserved', 'group-push-reserved'],
    ['refused', 'invalidValue'],
  ]);
  await created(companion, '/Users', oktaUser('noname@acme.example'));
  const again = await companion.api('POST', '/lookup', { subjects: [{ key: 'refused', kind: 'user', email: 'noname@acme.example' }] });
  expect(again.body).toMatchObject({ answers: [{ matches: [{ owner: 'idp' }], refusal: null }] });
});

test('a look-up takes five hundred subjects and no more', async () => {
  const subjects = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ key: String(index), kind: 'team', name: `Team ${index}` }));
  expect((await companion.api('POST', '/lookup', { subjects: subjects(500) })).body['answers']).toHaveLength(500);
  expectError(await companion.api('POST', '/lookup', { subjects: subjects(501) }), 400, 'invalid');
});

test('a search finds parts of names and emails, whatever the letters’ case', async () => {
  const { maya, dana, partners, sales, ownSales } = await company();
  const found = async (q: string, limit = 10): Promise<string[]> =>
    searchAnswer
      .parse((await companion.api('GET', `/search?limit=${limit}&q=${encodeURIComponent(q)}`)).body)
      .subjects.map((one) => one.id);
  expect(await found('PARTN')).toEqual([partners, dana]);
  expect((await found('sal')).sort()).toEqual([sales, ownSales].sort());
  expect(await found('maya doe')).toEqual([maya]);
  expect(await found('acme.example')).toEqual([maya]);
  expect(await found('%')).toEqual([]);
  expect(await found('00umaya')).toEqual([maya]);
  expect(await found(dana)).toEqual([dana]);
  expect(await found('a', 1)).toHaveLength(1);
  expectError(await companion.api('GET', '/search'), 400, 'invalid');
});

test('lastSeen is the last request of Okta, reads included, and a wrong token is none', async () => {
  expect((await companion.api('GET', '/status')).body['lastSeen']).toBeNull();
  await companion.scim('GET', '/Users', undefined, { Authorization: 'Bearer wrong' });
  expect((await companion.api('GET', '/status')).body['lastSeen']).toBeNull();
  await companion.scim('GET', '/Users?startIndex=1&count=2');
  const { body } = await companion.api('GET', '/status');
  expect(Date.now() - Date.parse(String(body['lastSeen']))).toBeLessThan(60_000);
  expect(body).toMatchObject({ lastSync: null, seq: 0 });
});

test('what is asked wrongly is told in the contract’s form', async () => {
  expectError(await companion.api('GET', '/nothing'), 404, 'not-found');
  expectError(await companion.api('GET', '/spekit/users/x'), 404, 'not-found');
  expectError(await companion.api('GET', '/spekit/teams/x/members'), 404, 'not-found');
  expectError(await companion.api('GET', '/changes?limit=0'), 400, 'invalid');
  expectError(await companion.api('GET', '/changes?after=x'), 400, 'invalid');
  expectError(await companion.api('POST', '/spekit/teams', '{"name":'), 400, 'invalid');
  expectError(await companion.api('POST', '/spekit/teams', { name: '  ' }), 400, 'invalid');
  expectError(await companion.api('POST', '/spekit/users', { email: 'nobody' }), 400, 'invalid');
  expectError(await companion.api('POST', '/lookup', 'a=b', { 'Content-Type': 'text/plain' }), 415, 'invalid');
  expectError(await companion.api('POST', '/account/connection', { state: 'staging' }), 400, 'invalid');
  const root = await companion.send('GET', '/nothing', undefined, {});
  expectError(root, 404, 'not-found');
});

test('alive, ready and measured, without a token and without a name in it', async () => {
  await company();
  for (const path of ['/healthz', '/readyz']) expect((await companion.send('GET', path, undefined, {})).body).toEqual({ status: 'ok' });
  const { text } = await companion.send('GET', '/metrics', undefined, {});
  expect(text).toMatch(/sourcemark_request_seconds_count\{method="POST",route="\/scim\/v2\/Users",status="201"\} 1/);
  expect(text).toMatch(/sourcemark_commit_writes_count \d+/);
  expect(text).toMatch(/sourcemark_change_lag_seconds_count [1-9]/);
  expect(text).not.toMatch(/maya|acme|Sales/i);
  const paths = (await companion.api('GET', '/openapi.json')).body['paths'] as Json;
  expect(Object.keys(paths)).toContain('/spekit/teams/{id}/members/{userId}');
});
