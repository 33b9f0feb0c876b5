import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import type { TeamFacts } from '../../contract/subjects.ts';
import { created, listOf, oktaGroup, patchOf, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const team = async (id: string): Promise<TeamFacts> => (await companion.api('GET', `/spekit/teams/${id}`)).body as unknown as TeamFacts;
const history = async (): Promise<Change[]> => listOf(await companion.api('GET', '/changes?limit=1000'), 'changes') as unknown as Change[];

test.each(['All Spekit Users', ' all  spekit USERS ', 'Spekit Account Admins', 'spekit acct admins', 'ALLSPEKITUSERS', 'All Spekit Users'])(
  'a group named "%s" is refused at creation and at rename, in the words that Okta shows',
  async (name) => {
    const refused = await companion.scim('POST', '/Groups', oktaGroup(name));
    expect([refused.status, refused.body['scimType']]).toEqual([400, 'invalidValue']);
    expect(refused.body['detail']).toMatch(/cannot be added to Spekit\..*Rename the group in Okta first, then push it\.$/);

    const id = await created(companion, '/Groups', oktaGroup('Sales'));
    const put = await companion.scim('PUT', `/Groups/${id}`, oktaGroup(name));
    const patch = await companion.scim('PATCH', `/Groups/${id}`, patchOf({ op: 'replace', value: { id, displayName: name } }));
    const path = await companion.scim('PATCH', `/Groups/${id}`, patchOf({ op: 'Replace', path: 'displayName', value: name }));
    for (const answer of [put, patch, path]) {
      expect([answer.status, answer.body['scimType']]).toEqual([400, 'invalidValue']);
      expect(answer.body['detail']).toMatch(/cannot exist in Spekit/);
    }
    expect(await team(id)).toMatchObject({
      name: 'Sales',
      sync: { refusal: { reason: 'group-rename-reserved', detail: path.body['detail'] } },
    });

    const refusals = (await history()).filter((change) => change.outcome === 'refused');
    expect(refusals.map((change) => [change.event, change.reason, change.detail, change.subject.id])).toEqual([
      ['request.refused', 'group-push-reserved', refused.body['detail'], null],
      ...Array(3).fill(['request.refused', 'group-rename-reserved', put.body['detail'], id]),
    ]);
    expect((await companion.api('GET', '/status')).body).toMatchObject({
      refusals: 4,
      lastSync: { outcome: 'refused' },
      lastRefusal: { subject: { name: 'Sales' } },
    });
  },
);

test('a refusal stands until Okta has sent the same thing with success', async () => {
  const id = await created(companion, '/Groups', oktaGroup('Sales'));
  await companion.scim('PUT', `/Groups/${id}`, oktaGroup('All Spekit Users'));
  expect((await team(id)).sync.refusal).not.toBeNull();
  await companion.scim('PUT', `/Groups/${id}`, oktaGroup('Sales'));
  expect((await team(id)).sync.refusal).toBeNull();
});
