import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { adminToken, scimToken, TestCompanion } from '../../backend/testing/companion.ts';
import type { StatusAnswer } from '../../contract/api.ts';
import type { TeamFacts } from '../../contract/subjects.ts';
import { deactivatePush, unlink } from '../okta/admin/push-groups.ts';
import { pushedGroups, theApp } from './company.ts';
import { type Playground, startPlayground } from './server.ts';

// The whole playground before a real companion.

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let companion: TestCompanion;
let playground: Playground | null = null;

beforeEach(async () => {
  companion = await TestCompanion.start();
});

afterEach(async () => {
  await playground?.close();
  playground = null;
  await companion.end();
});

const stateFile = (): string => join(companion.folder, 'playground.json');

async function start(): Promise<Playground> {
  await playground?.close();
  playground = await startPlayground({ companionUrl: companion.url, scimToken, adminToken, delayMs: 0, stateFile: stateFile() });
  return playground;
}

const status = async () => (await companion.api('GET', '/status')).body as unknown as StatusAnswer;
const teams = async () => (await companion.api('GET', '/spekit/teams?limit=1000')).body['teams'] as TeamFacts[];

describe('an empty companion', () => {
  test('is filled by what Okta and Spekit would send: nothing refused, the account connected, one name twice', async () => {
    const { okta } = await start();
    const app = theApp(okta);
    expect(app.mappings.map((one) => [one.status, one.error])).toEqual(pushedGroups.map(() => ['Active', null]));
    expect(app.assignments.filter((one) => one.state !== 'provisioned')).toEqual([]);
    expect(okta.state.tasks).toEqual([]);
    const now = await status();
    expect(now).toMatchObject({ refusals: 0, account: { connection: 'connected' }, counts: { users: { spekit: 4, inactive: 2 } } });
    expect(now.counts.users.idp).toBe(app.assignments.length + 2);
    expect(now.counts.teams).toEqual({ idp: pushedGroups.length, spekit: 4 });
    const names = (await teams()).map((team) => `${team.name} ${team.owner}`);
    expect(names.filter((name) => name.startsWith('Enablement')).sort()).toEqual(['Enablement idp', 'Enablement spekit']);
    expect((await teams()).filter((team) => team.owner === 'idp' && team.memberCount === 0)).toEqual([]);
  });

  test('is left on the day of the migration where that is asked for: staged, with one user to decide on', async () => {
    playground = await startPlayground({ companionUrl: companion.url, scimToken, adminToken, delayMs: 0, staging: true });
    expect(await status()).toMatchObject({ refusals: 0, account: { connection: 'staging' } });
    const mapping = (await companion.api('GET', '/mapping')).body;
    expect(mapping).toMatchObject({ users: { undecided: 1, by: { 'similar-name': 1 } }, teams: { undecided: 0, by: { name: 1 } } });
  });

  test('has the group of the rule pushed by it', async () => {
    const app = theApp((await start()).okta);
    expect(app.mappings.filter((one) => one.ruleId === app.rules[0]?.id).map((one) => one.appGroupName)).toEqual(['Sales - EMEA']);
  });
});

describe('a companion that was used before', () => {
  test('is taken up where the kept state says', async () => {
    const first = (await start()).okta;
    const [one, other] = theApp(first).mappings;
    deactivatePush(first, theApp(first).id, one?.id ?? '');
    unlink(first, theApp(first).id, other?.id ?? '', true);
    await first.idle();
    const before = theApp(first);
    const { seq } = await status();
    expect(theApp((await start()).okta)).toEqual(before);
    expect((await status()).seq).toBe(seq);
  });

  test('is linked again by name where no state was kept, and nothing is made anew', async () => {
    const before = theApp((await start()).okta);
    await playground?.close();
    playground = null;
    await rm(stateFile());
    const counts = (await status()).counts;
    const after = theApp((await start()).okta);
    expect((await status()).counts).toEqual(counts);
    const known = (app: typeof before) => app.mappings.map((one) => [one.appGroupName, one.scimId, one.ruleId]).sort();
    expect(known(after)).toEqual(known(before));
    expect(after.mappings.map((one) => one.action)).toEqual(after.mappings.map(() => 'Link Group'));
  });
});

test('without a companion the start fails with what to do', async () => {
  await expect(startPlayground({ companionUrl: 'http://127.0.0.1:9', scimToken, adminToken })).rejects.toThrow(
    'No companion answers at http://127.0.0.1:9. Start it with npm run backend, then the playground again.',
  );
});
