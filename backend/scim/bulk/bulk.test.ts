import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, created, type Json, listOf, oktaGroup, oktaUser, patchOf, TestCompanion } from '../../testing/companion.ts';

let companion: TestCompanion;
let known: string;
beforeAll(async () => {
  companion = await TestCompanion.start();
  known = await created(companion, '/Users', oktaUser('known@example.com'));
});
afterAll(() => companion.end());

const urn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const bulk = (Operations: unknown[], more: Json = {}): Promise<Answer> =>
  companion.scim('POST', '/Bulk', { schemas: [urn], Operations, ...more });
const post = (path: string, bulkId: string, data: Json): Json => ({ method: 'POST', path, bulkId, data });
const statuses = (answer: Answer): unknown[] => listOf(answer, 'Operations').map((one) => one['status']);
const idIn = (operation: Json | undefined): string => String(operation?.['location']).split('/').at(-1) ?? '';
const total = async (filter: string): Promise<unknown> =>
  (await companion.scim('GET', `/Users?count=0&filter=${encodeURIComponent(filter)}`)).body['totalResults'];

test('operations of every kind are carried out in order, each answered for itself', async () => {
  const answer = await bulk([
    post('/Users', 'ann', oktaUser('ann@example.com')),
    { method: 'PATCH', path: `/Users/${known}`, data: patchOf({ op: 'replace', path: 'title', value: 'First' }) },
    { method: 'put', path: `/Users/${known}`, data: oktaUser('known@example.com', { title: 'Second' }) },
    { method: 'DELETE', path: '/Users/nobody' },
  ]);
  expect(answer.status).toBe(200);
  expect(answer.body['schemas']).toEqual(['urn:ietf:params:scim:api:messages:2.0:BulkResponse']);
  const [first, second, third, fourth] = listOf(answer, 'Operations');
  expect(first).toEqual({
    location: expect.stringMatching(`^${companion.url}/scim/v2/Users/`),
    method: 'POST',
    bulkId: 'ann',
    version: 'W/"1"',
    status: '201',
  });
  expect(second).toMatchObject({ location: `${companion.url}/scim/v2/Users/${known}`, method: 'PATCH', status: '200', version: 'W/"2"' });
  expect(third).toMatchObject({ method: 'PUT', status: '200', version: 'W/"3"' });
  expect(fourth).toMatchObject({ method: 'DELETE', status: '404', response: { status: '404', detail: expect.stringContaining('nobody') } });
  expect((await companion.scim('GET', `/Users/${known}`)).body['title']).toBe('Second');
});

test('a reference stands for what another operation creates, in data and in paths, also before it', async () => {
  const answer = await bulk([
    post('/Groups', 'team', oktaGroup('Bulk Team', ['bulkId:ben'])),
    post('/Users', 'ben', oktaUser('ben@example.com')),
    { method: 'PATCH', path: '/Groups/bulkId:team', data: patchOf({ op: 'replace', path: 'displayName', value: 'Renamed' }) },
    { method: 'DELETE', path: '/Users/bulkId:ben' },
  ]);
  expect(statuses(answer)).toEqual(['201', '201', '200', '204']);
  const [team, ben] = listOf(answer, 'Operations').map(idIn);
  expect((await companion.scim('GET', `/Groups/${team}`)).body).toMatchObject({ displayName: 'Renamed', members: [] });
  expect((await companion.scim('GET', `/Users/${ben}`)).status).toBe(404);
});

test('who waits for each other, or for nothing, is refused by name; the others go through', async () => {
  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
  const managed = (name: string, manager: string) => oktaUser(name, { [enterprise]: { manager: { value: `bulkId:${manager}` } } });
  const answer = await bulk([
    post('/Users', 'a', managed('circle.a@example.com', 'b')),
    post('/Users', 'b', managed('circle.b@example.com', 'a')),
    post('/Groups', 'c', oktaGroup('Nobody’s', ['bulkId:gone'])),
    post('/Users', 'd', oktaUser('known@example.com')),
    post('/Groups', 'e', oktaGroup('Of a refused one', ['bulkId:d'])),
    post('/Users', 'f', oktaUser('fine@example.com')),
  ]);
  expect(statuses(answer)).toEqual(['409', '409', '400', '409', '409', '201']);
  expect(answer.text).toContain('bulkId:gone is no user');
  expect(answer.text).toContain('The bulkId d stands for nothing');
  expect(await total('userName sw "circle"')).toBe(0);
});

test('failOnErrors ends it after so many errors; what was done before stays', async () => {
  const operations = ['one', 'known', 'two', 'known', 'three'].map((name, index) =>
    post('/Users', String(index), oktaUser(`${name === 'known' ? name : `fail.${name}`}@example.com`)),
  );
  expect(statuses(await bulk(operations, { failOnErrors: 2 }))).toEqual(['201', '409', '201', '409']);
  expect(await total('userName sw "fail."')).toBe(2);
});

test('a hundred users and their group come in at once', async () => {
  const people = Array.from({ length: 120 }, (_, index) => post('/Users', `p${index}`, oktaUser(`many${index}@example.com`)));
  const members = people.map((one) => `bulkId:${one['bulkId']}`);
  const answer = await bulk([...people, post('/Groups', 'all', oktaGroup('Many', members))]);
  expect(new Set(statuses(answer))).toEqual(new Set(['201']));
  const group = await companion.scim('GET', `/Groups/${idIn(listOf(answer, 'Operations').at(-1))}`);
  expect(group.body['members']).toHaveLength(120);
});

test('what is wrong with one operation is told in its place', async () => {
  const answer = await bulk([
    { method: 'GET', path: `/Users/${known}` },
    { method: 'POST', path: '/Users', data: oktaUser('no.id@example.com') },
    post(`/Users/${known}`, 'x', oktaUser('path@example.com')),
    { method: 'DELETE', path: '/Users' },
    { method: 'PUT', path: '/ServiceProviderConfig/x', data: {} },
    { method: 'PATCH', path: `/Users/${known}`, version: 'W/"1"', data: patchOf({ op: 'replace', path: 'title', value: 'Late' }) },
    'nonsense',
  ]);
  expect(statuses(answer)).toEqual(['400', '400', '400', '400', '400', '412', '400']);
  for (const one of listOf(answer, 'Operations')) {
    expect(one['response']).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], detail: expect.any(String) });
  }
});

test('a body that is no bulk request is refused whole', async () => {
  const wrong = async (body: unknown): Promise<unknown[]> => {
    const answer = await companion.scim('POST', '/Bulk', body);
    return [answer.status, answer.body['scimType']];
  };
  const one = post('/Users', 'same', oktaUser('same@example.com'));
  expect(await wrong([])).toEqual([400, 'invalidSyntax']);
  expect(await wrong({ schemas: [urn] })).toEqual([400, 'invalidSyntax']);
  expect(await wrong({ schemas: [urn], Operations: [] })).toEqual([400, 'invalidSyntax']);
  expect(await wrong({ Operations: [one] })).toEqual([400, 'invalidValue']);
  expect(await wrong({ schemas: [urn], Operations: [one, one] })).toEqual([400, 'invalidValue']);
  expect(await wrong({ schemas: [urn], Operations: [one], failOnErrors: 'two' })).toEqual([400, 'invalidValue']);
  expect(await wrong({ schemas: [urn], Operations: Array.from({ length: 1001 }, () => one) })).toEqual([413, undefined]);
  expect(await total('userName eq "same@example.com"')).toBe(0);
});

test('a refused operation stands in the history, in the words of its answer', async () => {
  const answer = await bulk([post('/Groups', 'r', oktaGroup('All Spekit Users'))]);
  const refused = listOf(answer, 'Operations')[0]?.['response'] as Json | undefined;
  const changes = listOf(await companion.api('GET', '/changes?newest=true&limit=1'), 'changes');
  expect(changes[0]).toMatchObject({ event: 'request.refused', detail: refused?.['detail'] });
  expect(refused?.['detail']).toMatch(/reserved|cannot be/i);
});
