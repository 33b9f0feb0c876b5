import { describe, expect, test } from 'vitest';
import { created, groupUrn, listOf, oktaGroup, oktaUser, patchOf, TestCompanion } from '../testing/companion.ts';
import { answerJson, OddSpekit, relayTo, startRelay, startSpekit } from '../testing/spekit.ts';

const history = async (relay: TestCompanion) => listOf(await relay.api('GET', '/history'), 'changes');
const team = (relay: TestCompanion, id: string) => relay.api('GET', `/spekit/teams/${id}`);

describe('what must not reach Spekit', () => {
  test.each(['All Spekit Users', ' spekit  account ADMINS'])('a group named %j, pushed or renamed to', async (name) => {
    const odd = await OddSpekit.start(({ body }, response) => answerJson(response, 201, { ...(JSON.parse(body) as object), id: 'g-1' }));
    const relay = await startRelay(odd.url);
    const refused = await relay.scim('POST', '/Groups', oktaGroup(name));
    expect(refused).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
    expect(refused.body['detail']).toContain('cannot be added to Spekit');
    expect(odd.heard).toEqual([]);
    const sales = await created(relay, '/Groups', oktaGroup('Sales'));
    for (const body of [
      patchOf({ op: 'replace', path: 'displayName', value: name }),
      patchOf({ op: 'replace', value: { id: sales, displayName: name } }),
      // Spekit may heed any of these.
      patchOf({ op: 'replace', path: `${groupUrn}:displayName`, value: name }),
      patchOf({ op: 'replace', value: { [`${groupUrn}:displayname`]: name } }),
      patchOf({ op: 'replace', path: 'displayName', value: 'Sales EU' }, { op: 'replace', path: 'displayName', value: name }),
      { ...patchOf({ op: 'replace', path: 'displayName', value: name }), displayName: 'Sales' },
      { ...patchOf({ op: 'replace', path: 'displayName', value: 'Sales' }), displayName: 'Sales', DisplayName: name },
    ]) {
      expect((await relay.scim('PATCH', `/Groups/${sales}`, body)).status).toBe(400);
    }
    expect((await relay.scim('PUT', `/Groups/${sales}`, oktaGroup(name))).status).toBe(400);
    expect(odd.heard.map(({ method }) => method)).toEqual(['POST']);
    expect((await history(relay))[0]).toMatchObject({ event: 'request.refused', subject: { id: sales, name: 'Sales' }, relayed: null });
  });

  test('but not the name that Spekit itself has given', async () => {
    const odd = await OddSpekit.start((_, response) => answerJson(response, 201, { id: 'g-1', displayName: 'All Spekit Users' }));
    const relay = await startRelay(odd.url);
    await created(relay, '/Groups', oktaGroup('Sales'));
    expect((await relay.scim('PUT', '/Groups/g-1', oktaGroup('All Spekit Users'))).status).toBe(201);
    expect(odd.heard).toHaveLength(2);
  });

  test('a deletion, unless it is let pass', async () => {
    const spekit = await startSpekit();
    const relay = await startRelay(spekit.url);
    const ana = await created(relay, '/Users', oktaUser('ana@acme.example'));
    const sales = await created(relay, '/Groups', oktaGroup('Sales', [ana]));
    const [held, heldUser] = [await relay.scim('DELETE', `/Groups/${sales}`), await relay.scim('DELETE', `/Users/${ana}`)];
    expect([held.status, heldUser.status]).toEqual([409, 409]);
    expect(held.body['detail']).toMatch(/did not pass that on.*only be removed in Spekit.*leave it in the target app/);
    expect((await spekit.scim('GET', `/Groups/${sales}`)).status).toBe(200);
    expect((await team(relay, sales)).body).toMatchObject({ owner: 'idp' });
    expect((await history(relay)).slice(0, 2)).toMatchObject([
      { event: 'request.refused', reason: 'relay.delete', subject: { id: ana } },
      { event: 'request.refused', reason: 'relay.delete', detail: held.body['detail'], subject: { id: sales } },
    ]);

    await relay.restart({ relay: relayTo(spekit.url, { deletes: 'pass' }) });
    expect((await relay.scim('DELETE', `/Groups/${sales}`)).status).toBe(204);
    expect((await spekit.scim('GET', `/Groups/${sales}`)).status).toBe(404);
    expect((await team(relay, sales)).body).toMatchObject({ owner: 'spekit' });
    expect((await relay.scim('DELETE', '/Groups/never-heard-of')).status).toBe(404);
    // Somebody was quicker, in Spekit: gone it is all the same.
    await spekit.scim('DELETE', `/Users/${ana}`);
    expect((await relay.scim('DELETE', `/Users/${ana}`)).status).toBe(404);
    expect((await relay.api('GET', `/spekit/users/${ana}`)).body).toMatchObject({ owner: 'spekit', active: false });
  });

  test('anything of an account that cannot be connected', async () => {
    const odd = await OddSpekit.start((_, response) => answerJson(response, 201, { id: 'u-1' }));
    const sandbox = await TestCompanion.start({ accountType: 'sandbox', relay: relayTo(odd.url) });
    try {
      expect((await sandbox.scim('POST', '/Users', oktaUser('ana@acme.example'))).status).toBe(403);
      expect(odd.heard).toEqual([]);
    } finally {
      await sandbox.end();
    }
  });

  test('a request without our token, what Spekit can included', async () => {
    const odd = await OddSpekit.start((_, response) => answerJson(response, 200, {}));
    const relay = await startRelay(odd.url);
    for (const path of ['/ServiceProviderConfig', '/Users']) {
      expect((await relay.scim('GET', path, undefined, { Authorization: 'Bearer another' })).status).toBe(401);
    }
    expect(odd.heard).toEqual([]);
    expect((await relay.scim('GET', '/ServiceProviderConfig')).status).toBe(200);
  });

  test('a bulk request', async () => {
    const spekit = await startSpekit();
    const relay = await startRelay(spekit.url);
    expect(await relay.scim('POST', '/Bulk', { Operations: [] })).toMatchObject({ status: 501 });
  });
});
