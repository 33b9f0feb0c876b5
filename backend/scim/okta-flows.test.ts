import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, idOf, type Json, listOf, oktaGroup, oktaUser, patchOf, TestCompanion } from '../testing/companion.ts';
import sequences from '../testing/recorded/flow-sequences-for-a-mock-okta-client.json' with { type: 'json' };
import firezone from '../testing/recorded/recorded-firezone-put-provision-deprovision.json' with { type: 'json' };
import documented from '../testing/recorded/vendor-doc-2024-scim20-reference-requests-responses.json' with { type: 'json' };
import { relayTo, startSpekit } from '../testing/spekit.ts';

let companion: TestCompanion;
afterEach(() => companion.end());

/** By itself, or passing on to another companion in Spekit's place. */
const ways: [string, () => Promise<TestCompanion>][] = [
  ['kept by itself', () => TestCompanion.start()],
  ['passed on', async () => TestCompanion.start({ relay: relayTo((await startSpekit()).url, { deletes: 'pass' }) })],
];

/** What a flow finds when it begins, and what it has learned since. */
interface Flow {
  login: string;
  name: string;
  userId: string;
  groupId: string;
  members: string[];
  answers: Answer[];
}

/** The person of Okta's own samples, whom most flows are about. */
const login = 'test.user@okta.local';
const name = 'APP-Rostr-Users';
const existing = /link|update|deactivate|reactivate|password/i;
const pushed = /groupMembershipChange|rename|pushNow|unlink|membershipDelta/i;

async function begin(flow: string): Promise<Flow> {
  const found: Flow = { login, name, userId: '', groupId: '', members: [], answers: [] };
  for (const member of ['jane.doe@example.com', 'john.roe@example.com']) {
    found.members.push(idOf(await companion.scim('POST', '/Users', oktaUser(member))));
  }
  if (existing.test(flow))
    found.userId = idOf(await companion.scim('POST', '/Users', oktaUser(login, { active: !/reactivate/.test(flow) })));
  if (pushed.test(flow)) found.groupId = idOf(await companion.scim('POST', '/Groups', oktaGroup(name, found.members)));
  return found;
}

/** Sends what a line of a recorded sequence says, with the bodies that Okta is recorded or documented to send. */
async function step(flow: string, line: string, state: Flow): Promise<Answer | null> {
  const [, method = '', path = ''] = /(GET|POST|PUT|PATCH|DELETE) (\/[^\s)]*)/.exec(line) ?? [];
  if (line.startsWith('no request')) return null;
  if (method === '' && line === 'PATCH members') return patchMembers(state);
  const user = `/Users/${state.userId}`;
  const group = `/Groups/${state.groupId}`;
  const userFilter = `/Users?filter=${encodeURIComponent(`userName eq "${state.login}"`)}&startIndex=1&count=100`;
  switch (`${method} ${path.replace(/\?.*/, '')}`) {
    case 'GET /Users':
      return companion.scim('GET', /filter/.test(line) ? userFilter : '/Users?startIndex=1&count=2');
    case 'GET /Groups':
      return companion.scim(
        'GET',
        /filter/.test(line) ? `/Groups?filter=${encodeURIComponent(`displayName eq "${state.name}"`)}` : '/Groups?startIndex=1&count=100',
      );
    case 'POST /Users':
      return companion.scim('POST', '/Users', bodyOf('Create the User'));
    case 'POST /Groups':
      return companion.scim('POST', '/Groups', oktaGroup(state.name, /PATCH/.test(flow) ? [] : state.members));
    case 'GET /Users/{id}':
      return companion.scim('GET', user);
    case 'GET /Groups/{id}':
      return companion.scim('GET', group);
    case 'PUT /Users/{id}': {
      const read = (await companion.scim('GET', user)).body;
      if (/active:false/.test(line)) return companion.scim('PUT', user, { ...read, active: false });
      const merged = { ...read, ...bodyOf('Update the User'), id: state.userId, active: true };
      return companion.scim('PUT', user, merged);
    }
    case 'PUT /Groups/{id}':
      return companion.scim('PUT', group, oktaGroup(/rename/.test(flow) ? 'Renamed in Okta' : state.name, state.members.slice(0, 1)));
    case 'PATCH /Users/{id}':
      if (/password/.test(line)) return companion.scim('PATCH', user, patchOf({ op: 'replace', value: { password: 'n3w-Passw0rd' } }));
      return companion.scim('PATCH', user, patchOf({ op: 'replace', value: { active: /active:true/.test(line) } }));
    case 'PATCH /Groups/{id}':
      if (/displayName/.test(line)) {
        return companion.scim('PATCH', group, patchOf({ op: 'replace', value: { id: state.groupId, displayName: 'Renamed in Okta' } }));
      }
      if (/op:remove/.test(line)) return patchMembers(state);
      return companion.scim('PATCH', group, patchOf({ op: 'replace', path: 'members', value: [] }));
    case 'DELETE /Groups/{id}':
      return companion.scim('DELETE', group);
    default:
      throw new Error(`No request is known for the recorded step: ${line}`);
  }
}

/** As documented: the removals one by one, then one addition of the rest. */
function patchMembers(state: Flow): Promise<Answer> {
  const [first = '', second = ''] = state.members;
  return companion.scim(
    'PATCH',
    `/Groups/${state.groupId}`,
    patchOf(
      { op: 'remove', path: `members[value eq "${first}"]` },
      { op: 'add', path: 'members', value: [{ value: second, display: 'john.roe@example.com' }] },
    ),
  );
}

function bodyOf(section: string): Json {
  const item = documented.items.find((one) => one.section === section && 'body' in one && typeof one.body === 'object');
  if (item === undefined || !('body' in item)) throw new Error(`Okta's documentation has no ${section}.`);
  return item.body as Json;
}

const flows = (['AIW_custom_app_PUT', 'OIN_app_PATCH'] as const).flatMap((flavour) =>
  Object.entries(sequences[flavour]).map(([flow, lines]) => ({ flavour, flow, lines })),
);

describe.each(ways)('%s', (_, start) => {
  beforeEach(async () => {
    companion = await start();
  });

  test.each(flows)('$flavour: $flow: every call of the recorded sequence succeeds, in its order', async ({ flavour, flow, lines }) => {
    const state = await begin(flow);
    for (const line of lines) {
      const answer = await step(`${flavour} ${flow}`, line, state);
      if (answer === null) continue;
      state.answers.push(answer);
      const expected = line.startsWith('POST') ? 201 : line.startsWith('DELETE') ? 204 : 200;
      expect([line, answer.status, answer.text]).toEqual([line, expected, answer.text]);
      if (line.startsWith('POST /Users')) state.userId = idOf(answer);
      if (line.startsWith('POST /Groups')) state.groupId = idOf(answer);
      if (answer.status !== 204) expect(answer.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
    }
    await outcome(flow, state);
  });
});

/** What must be true after the flow. */
async function outcome(flow: string, state: Flow): Promise<void> {
  const group = state.groupId === '' ? null : await companion.scim('GET', `/Groups/${state.groupId}`);
  const user = state.userId === '' ? null : await companion.scim('GET', `/Users/${state.userId}`);
  if (/^unlinkAndDelete/.test(flow)) {
    expect(group?.status).toBe(404);
    expect((await companion.api('GET', `/spekit/teams/${state.groupId}`)).body).toMatchObject({ owner: 'spekit', name, memberCount: 2 });
  }
  if (/^unlinkAndLeave/.test(flow)) expect(group?.body).toMatchObject({ displayName: name });
  if (/^(deactivate)/.test(flow)) expect(user?.body).toMatchObject({ active: false, userName: login });
  if (/^(reactivate|link|update|create|password)/.test(flow)) expect(user?.body).toMatchObject({ active: true, userName: login });
  if (/^update/.test(flow)) expect(user?.body['name']).toMatchObject({ givenName: 'Another' });
  if (/rename/.test(flow)) expect(group?.body['displayName']).toBe('Renamed in Okta');
  if (/^(groupPushCreate|groupMembershipChange|membershipDelta)/.test(flow)) expect(group?.body['members']).toHaveLength(1);
  if (/^pushNow/.test(flow)) expect(group?.body['members']).toEqual([]);
  if (user !== null) expect(user.text).not.toMatch(/password|n3w-Passw0rd|1mz050nq/);
}

describe('by itself', () => {
  beforeEach(async () => {
    companion = await TestCompanion.start();
  });

  test('a person whom the real Okta echoed back with foreign meta and name parts is linked, then deactivated', async () => {
    const [provision, deprovision] = firezone.items;
    const id = idOf(await companion.scim('POST', '/Users', oktaUser('jane@test.com')));
    const linked = await companion.scim('PUT', `/Users/${id}`, { ...provision?.body, id });
    expect(linked.body).toMatchObject({ id, displayName: 'Jane Smith', name: { formatted: 'Mona Octocat' }, active: true });
    const gone = await companion.scim('PUT', `/Users/${id}`, { ...deprovision?.body, id });
    expect(gone.body).toMatchObject({ id, active: false, userName: 'octocat@github.com', externalId: '00u1dhhb1fkIGP7RL1d8' });
  });

  test('the answers that Okta documents are the ones given, attribute by attribute', async () => {
    for (const item of documented.items) {
      if (item.section !== 'Create the User' || !('response' in item) || typeof item.response?.body !== 'object') continue;
      const answer = await companion.scim('POST', '/Users', item.body);
      const { id: _id, meta: _meta, schemas: _schemas, ...attributes } = item.response.body as Json;
      expect(answer.body).toMatchObject(attributes);
      expect(answer.body['meta']).toMatchObject({ resourceType: 'User' });
    }
    const empty = await companion.scim(
      'GET',
      `/Users?filter=${encodeURIComponent('userName eq "nobody@okta.local"')}&startIndex=1&count=100`,
    );
    expect(empty.body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    });
  });

  test('the 2019 form of the filter, with plus signs and upper case, finds the person', async () => {
    await companion.scim('POST', '/Users', oktaUser('jane.doe@example.com'));
    const answer = await companion.scim('GET', '/Users?filter=userName+eq+%22JANE.DOE%40example.com%22&startIndex=1&count=100');
    expect(listOf(answer)).toHaveLength(1);
  });
});
