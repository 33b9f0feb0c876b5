import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, created, oktaGroup, oktaUser, patchOf, scimToken, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
let user: string;
beforeAll(async () => {
  companion = await TestCompanion.start({ bodyLimit: 64 * 1024 });
  user = await created(companion, '/Users', oktaUser('jane.doe@example.com'));
});
afterAll(() => companion.end());

/** Every error is SCIM's JSON: its schema, the status as a string, and words for a person; nothing of our insides. */
function expectError(answer: Answer, status: number, scimType?: string): void {
  expect([answer.status, answer.text]).toEqual([status, answer.text]);
  expect(answer.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
  expect(answer.body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType !== undefined && { scimType }),
    detail: expect.stringMatching(/^.{10,}$/s),
  });
  expect(answer.text).not.toMatch(/node_modules|at \w+ \(|\.ts:|SQLITE|FST_/);
}

test('no token, a wrong one, the admin token and another scheme are 401 in SCIM’s form', async () => {
  for (const Authorization of ['', 'Bearer wrong', 'Basic c2NpbTpzY2lt', `bearer${scimToken}`, 'Bearer admin-token-of-the-tests']) {
    for (const path of ['/Users?startIndex=1&count=2', '/Groups', '/nothing', '/Schemas']) {
      const answer = await companion.scim('GET', path, undefined, { Authorization });
      expectError(answer, 401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  }
  expectError(await companion.scim('POST', '/Users', oktaUser('who@example.com'), { Authorization: 'Bearer wrong' }), 401);
});

test('the word Bearer may be written in any case', async () => {
  expect((await companion.scim('GET', '/Users', undefined, { Authorization: `bearer ${scimToken}` })).status).toBe(200);
});

test('an unknown id is 404 for every method', async () => {
  for (const path of ['/Users/2819c223', '/Groups/2819c223']) {
    const body = path.startsWith('/Users') ? oktaUser('a@example.com') : oktaGroup('A');
    expectError(await companion.scim('GET', path), 404);
    expectError(await companion.scim('PUT', path, body), 404);
    expectError(await companion.scim('PATCH', path, patchOf({ op: 'replace', value: { active: false } })), 404);
    expectError(await companion.scim('DELETE', path), 404);
  }
});

test('a user name that exists is 409 uniqueness, in any case, at creation and at rename', async () => {
  const other = await created(companion, '/Users', oktaUser('other@example.com'));
  expectError(await companion.scim('POST', '/Users', oktaUser('JANE.doe@EXAMPLE.com')), 409, 'uniqueness');
  expectError(await companion.scim('PUT', `/Users/${other}`, oktaUser('Jane.Doe@example.com')), 409, 'uniqueness');
  const patch = patchOf({ op: 'replace', path: 'userName', value: 'Jane.Doe@example.com' });
  expectError(await companion.scim('PATCH', `/Users/${other}`, patch), 409, 'uniqueness');
  expect((await companion.scim('PUT', `/Users/${other}`, oktaUser('OTHER@example.com'))).status).toBe(200);
});

test.each([
  ['broken JSON', '{"schemas": ['],
  ['nothing', ''],
  ['a list', '[]'],
  ['a string', '"user"'],
  ['null', 'null'],
  ['bytes that are no text', '{"a":"\u0000'],
])('a body that is %s is 400 invalidSyntax', async (_, body) => {
  expectError(await companion.scim('POST', '/Users', body), 400, 'invalidSyntax');
  expectError(await companion.scim('PUT', `/Users/${user}`, body), 400, 'invalidSyntax');
  expectError(await companion.scim('PATCH', `/Users/${user}`, body), 400, 'invalidSyntax');
});

test('bytes that are no UTF-8 are 400', async () => {
  const response = await fetch(`${companion.url}/scim/v2/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${scimToken}`, 'content-type': 'application/json' },
    body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  });
  expect([response.status, ((await response.json()) as { scimType: string }).scimType]).toEqual([400, 'invalidSyntax']);
});

test.each([
  ['no schemas', { userName: 'a@example.com' }],
  ['the schemas of a group', oktaUser('a@example.com', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'] })],
  ['no user name', { ...oktaUser('a@example.com'), userName: undefined }],
  ['a blank user name', oktaUser('   ')],
  ['a number as user name', oktaUser('x', { userName: 7 })],
  ['an object as user name', oktaUser('x', { userName: { a: 1 } })],
  ['a user name without end', oktaUser('x'.repeat(400))],
  ['active that is a word', oktaUser('a@example.com', { active: 'perhaps' })],
  ['emails that are no list', oktaUser('a@example.com', { emails: { value: 'a@example.com' } })],
  ['emails that are words', oktaUser('a@example.com', { emails: ['a@example.com'] })],
  [
    'two primary emails',
    oktaUser('a@example.com', {
      emails: [
        { value: 'a', primary: true },
        { value: 'b', primary: true },
      ],
    }),
  ],
  ['a name that is a word', oktaUser('a@example.com', { name: 'Jane' })],
  ['a NUL in a text', oktaUser('a@example.com', { title: 'a\u0000b' })],
  ['half a character', oktaUser('a@example.com', { title: 'a\ud800b' })],
])('%s: 400 invalidValue', async (_, body) => {
  expectError(await companion.scim('POST', '/Users', body), 400, 'invalidValue');
});

test('the same attribute in two spellings is 400', async () => {
  expectError(await companion.scim('POST', '/Users', { ...oktaUser('a@example.com'), USERNAME: 'b@example.com' }), 400, 'invalidSyntax');
});

test('another media type is 415, too large a body 413', async () => {
  expectError(await companion.scim('POST', '/Users', 'userName=a', { 'Content-Type': 'application/x-www-form-urlencoded' }), 415);
  expectError(await companion.scim('POST', '/Users', '{}', { 'Content-Type': 'text/plain' }), 415);
  expectError(await companion.scim('POST', '/Users', oktaUser('a@example.com', { title: 'x'.repeat(70_000) })), 413);
});

test('application/json is taken as well, and a type without a body is no fault', async () => {
  const body = oktaUser('json@example.com');
  expect((await companion.scim('POST', '/Users', body, { 'Content-Type': 'application/json' })).status).toBe(201);
  expect((await companion.scim('GET', `/Users/${user}`, undefined, { 'Content-Type': 'application/scim+json' })).status).toBe(200);
  const group = await created(companion, '/Groups', oktaGroup('Short-lived'));
  const deleted = await companion.scim('DELETE', `/Groups/${group}`, undefined, { 'Content-Type': 'application/scim+json; charset=utf-8' });
  expect([deleted.status, deleted.text]).toEqual([204, '']);
});

test('an unknown path is 404, a wrong method 405, a part of the standard that is missing 501', async () => {
  for (const path of ['/users', '/v2', '/Nothing', '/Users/1/2', '/Users/%00']) expectError(await companion.scim('GET', path), 404);
  expectError(await companion.scim('DELETE', '/Users'), 405);
  expectError(await companion.scim('PUT', '/Groups'), 405);
  expectError(await companion.scim('POST', `/Users/${user}`, oktaUser('a@example.com')), 405);
  expectError(await companion.scim('POST', '/Schemas', {}), 405);
  expectError(await companion.scim('GET', '/Bulk'), 405);
  expectError(await companion.scim('GET', '/Users/.search'), 404);
  expectError(await companion.scim('PUT', '/.search', {}), 405);
  for (const method of ['GET', 'PATCH', 'DELETE']) expectError(await companion.scim(method, '/Me'), 501);
});

test('an address that is none is 400 in SCIM’s form', async () => {
  expectError(await companion.scim('GET', '/Users/%E0%A4%A'), 400, 'invalidSyntax');
});

test('a list’s numbers must be whole numbers, given once', async () => {
  for (const query of [
    'startIndex=one',
    'count=1.5',
    'count=1&count=2',
    'filter=a&filter=b',
    'sortBy=nothing',
    'sortBy=userName&sortOrder=up',
  ]) {
    const answer = await companion.scim('GET', `/Users?${query}`);
    expect([query, answer.status]).toEqual([query, 400]);
    expectError(answer, 400, query === 'sortBy=nothing' ? 'invalidPath' : 'invalidValue');
  }
});

test('what is not HTTP ends the connection, and the companion goes on', async () => {
  const port = Number(new URL(companion.url).port);
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write('NOT HTTP AT ALL\r\n\r\n'));
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(said).toMatch(/^HTTP\/1\.1 400/);
  expect((await companion.scim('GET', '/Users')).status).toBe(200);
});

test('no request of these has changed anything', async () => {
  expect((await companion.scim('GET', `/Users/${user}`)).body).toMatchObject({ userName: 'jane.doe@example.com', active: true });
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(Object.getOwnPropertyNames({}.constructor.prototype).sort());
});

test('a body that names something twice, or nests without end, is refused, and nothing of it is done', async () => {
  const twice = JSON.stringify(oktaUser('twice@example.com')).replace('"active":true', '"active":true,"active":false');
  const answer = await companion.scim('POST', '/Users', twice);
  expectError(answer, 400, 'invalidSyntax');
  expect(answer.body['detail']).toContain('active');
  const deep = JSON.stringify(oktaUser('deep@example.com')).replace('"active":true', `"x":${'['.repeat(9000)}${']'.repeat(9000)}`);
  expectError(await companion.scim('POST', '/Users', deep), 400, 'invalidSyntax');
  expect((await companion.scim('GET', '/Users?filter=userName%20sw%20"twice"%20or%20userName%20sw%20"deep"')).body['totalResults']).toBe(0);
});
