import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { operations } from '../../contract/operations.ts';
import { startCompanion } from '../companion.ts';
import { type Answer, adminToken, scimToken, TestCompanion } from '../testing/companion.ts';

const viewerToken = 'viewer-token-of-the-tests';
let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start({ viewerToken });
});
afterEach(() => companion.end());

const as = (token: string) => ({ Authorization: `Bearer ${token}` });
const codeOf = ({ status, body }: Answer) => [status, (body['error'] as { code?: string } | undefined)?.code];

describe('a viewer token', () => {
  test('lets look, and change nothing: every operation says which role it needs', async () => {
    for (const { method, path, role } of Object.values(operations)) {
      const answer = await companion.api(method, path.replace(/\{\w+\}/g, 'viewer'), method === 'GET' ? undefined : {}, as(viewerToken));
      if (role === 'admin') expect([method, path, ...codeOf(answer)]).toEqual([method, path, 403, 'forbidden']);
      else expect([method, path, answer.status]).toEqual([method, path, expect.toBeOneOf([200, 400, 404])]);
    }
  });

  test('is not Okta’s, and Okta’s is not the viewer’s', async () => {
    expect((await companion.scim('GET', '/Users', undefined, as(viewerToken))).status).toBe(401);
    expect((await companion.scim('GET', '/Users', undefined, as(adminToken))).status).toBe(401);
    expect((await companion.api('GET', '/status', undefined, as(scimToken))).status).toBe(401);
  });

  test('says what it is', async () => {
    expect((await companion.api('GET', '/token', undefined, as(viewerToken))).body).toEqual({ role: 'viewer' });
    expect((await companion.api('GET', '/token')).body).toEqual({ role: 'admin' });
  });
});

describe('an admin', () => {
  test('makes a new token of any role: it counts at once, and the one before no longer', async () => {
    for (const role of ['viewer', 'scim', 'admin']) {
      const made = await companion.api('POST', `/tokens/${role}`);
      expect(made.status).toBe(201);
      const token = String(made.body['token']);
      expect(token.length).toBeGreaterThan(40);
      const [asked, before] = {
        viewer: [() => companion.api('GET', '/status', undefined, as(token)), viewerToken],
        scim: [() => companion.scim('GET', '/Users', undefined, as(token)), scimToken],
        admin: [() => companion.api('GET', '/tokens', undefined, as(token)), adminToken],
      }[role] as [() => Promise<Answer>, string];
      expect((await asked()).status).toBe(200);
      const path = role === 'scim' ? '/scim/v2/Users' : '/api/v1/status';
      expect((await companion.send('GET', path, undefined, as(before))).status).toBe(401);
    }
  });

  test('takes the viewer’s away, and gives another later', async () => {
    expect((await companion.api('DELETE', '/tokens/viewer')).status).toBe(204);
    expect((await companion.api('GET', '/status', undefined, as(viewerToken))).status).toBe(401);
    const roles = ((await companion.api('GET', '/tokens')).body['tokens'] as { role: string }[]).map(({ role }) => role);
    expect(roles).toEqual(['admin', 'scim']);
    const { token } = (await companion.api('POST', '/tokens/viewer')).body;
    expect((await companion.api('GET', '/status', undefined, as(String(token)))).status).toBe(200);
  });

  test('cannot take away the token that makes others, nor ask for a role that is none', async () => {
    expect(codeOf(await companion.api('DELETE', '/tokens/admin'))).toEqual([409, 'conflict']);
    expect(codeOf(await companion.api('POST', '/tokens/owner'))).toEqual([404, 'not-found']);
    expect((await companion.api('GET', '/status')).status).toBe(200);
  });

  test('is told when each was made, and no token', async () => {
    const { text, body } = await companion.api('GET', '/tokens');
    expect(body['tokens']).toEqual(['admin', 'scim', 'viewer'].map((role) => ({ role, madeAt: expect.stringMatching(/^\d{4}-.*Z$/) })));
    expect(text).not.toMatch(new RegExp(`${adminToken}|${scimToken}|${viewerToken}`));
  });
});

test('what is taken away here is refused at another companion on the same database a moment later', async () => {
  const options = { database: companion.database.url, logLevel: 'silent' } as const;
  const second = await startCompanion(options);
  expect(second.made).toEqual({});
  const status = () => companion.at(second.url).api('GET', '/status', undefined, as(viewerToken));
  expect((await status()).status).toBe(200);
  await companion.api('DELETE', '/tokens/viewer');
  await expect.poll(async () => (await status()).status, { timeout: 15_000 }).toBe(401);
  await second.close();
  // It stays away: whoever took it does not get another one at the next start.
  const third = await startCompanion(options);
  expect(third.made).toEqual({});
  expect((await companion.at(third.url).api('GET', '/status', undefined, as(viewerToken))).status).toBe(401);
  await third.close();
});
