import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { changesPage } from '../../../contract/changes.ts';
import { created, type Json, listOf, oktaGroup, oktaUser, patchOf, TestCompanion } from '../../testing/companion.ts';
import { CompanionProgram, environmentFor } from '../../testing/program.ts';

vi.setConfig({ testTimeout: 60_000 });

let here: TestCompanion;
let there: TestCompanion;
let program: CompanionProgram;
/** One in this process, one in another, as behind a balancer. */
let both: readonly TestCompanion[];
beforeEach(async () => {
  here = await TestCompanion.start();
  program = new CompanionProgram(environmentFor(here.database.url));
  there = here.at(await program.listening());
  both = [here, there];
});
afterEach(async () => {
  expect([await program.end(), program.errors]).toEqual([0, '']);
  await here.end();
});

/** Reads the change log as the extension does, after what it has, until `last` is there; every page must go on where the one before ended. */
async function follow(companion: TestCompanion, last: () => number | null): Promise<number[]> {
  const seen: number[] = [];
  while (last() === null || seen.length < (last() ?? 0)) {
    const page = changesPage.parse((await companion.api('GET', `/changes?limit=100&after=${seen.length}`)).body);
    for (const { seq } of page.changes) {
      expect(seq).toBe(seen.length + 1);
      seen.push(seq);
    }
    expect(page.seq).toBeGreaterThanOrEqual(seen.length);
  }
  return seen;
}

test('of creations of one name at both, exactly one wins; the log has every number once, in order, for whoever follows it', async () => {
  let last: number | null = null;
  const readers = both.map((companion) => follow(companion, () => last));
  const names = Array.from({ length: 60 }, (_, index) => `user-${index}@acme.example`);
  const statuses = await Promise.all(
    names.map(async (name, index) => {
      const upper = index % 2 === 0 ? name : name.toUpperCase();
      const answers = await Promise.all([name, upper, name, upper].map((one, by) => both[by % 2]?.scim('POST', '/Users', oktaUser(one))));
      return answers.map((answer) => answer?.status).toSorted();
    }),
  );
  expect(statuses).toEqual(names.map(() => [201, 409, 409, 409]));
  const groups = await Promise.all(
    Array.from({ length: 20 }, (_, index) => both[index % 2]?.scim('POST', '/Groups', oktaGroup(`Team ${index >> 1}`))),
  );
  expect(groups.filter((answer) => answer?.status === 201)).toHaveLength(10);

  const [first, second] = await Promise.all(both.map((companion) => companion.api('GET', '/status')));
  expect(first?.body['counts']).toMatchObject({ users: { idp: 60 }, teams: { idp: 10 } });
  expect(second?.body['seq']).toBe(first?.body['seq']);
  last = Number(first?.body['seq']);
  for (const seen of await Promise.all(readers)) expect(seen).toHaveLength(last);
});

test('of changes of one version exactly one wins: none is lost', async () => {
  const id = await created(here, '/Users', oktaUser('maya@acme.example', { title: '0' }));
  const raise = async (companion: TestCompanion): Promise<number> => {
    for (let tries = 0; ; tries++) {
      const { body, headers } = await companion.scim('GET', `/Users/${id}`);
      const patch = patchOf({ op: 'replace', path: 'title', value: String(Number(body['title']) + 1) });
      const { status } = await companion.scim('PATCH', `/Users/${id}`, patch, { 'If-Match': headers.get('etag') ?? '' });
      if (status === 200) return tries;
      expect(status).toBe(412);
    }
  };
  const tries = await Promise.all(Array.from({ length: 30 }, (_, index) => raise(index % 2 === 0 ? here : there)));
  const { body } = await there.scim('GET', `/Users/${id}`);
  expect([body['title'], (body['meta'] as Json)['version']]).toEqual(['30', 'W/"31"']);
  expect(Math.max(...tries)).toBeGreaterThan(0);
});

test('members that both add and remove are all there in the end, and each was counted once', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 24; index++)
    ids.push(await created(index % 2 === 0 ? here : there, '/Users', oktaUser(`m${index}@acme.example`)));
  const group = await created(here, '/Groups', oktaGroup('Everybody', ids.slice(0, 8)));
  const edits = ids.flatMap((id, index) => {
    const remove = { op: 'remove', path: `members[value eq "${id}"]` };
    const add = { op: 'add', path: 'members', value: [{ value: id }] };
    return both.map((companion) => companion.scim('PATCH', `/Groups/${group}`, patchOf(index < 8 ? remove : add)));
  });
  for (const answer of await Promise.all(edits)) expect(answer.status).toBe(200);
  const { body } = await there.scim('GET', `/Groups/${group}`);
  expect((body['members'] as Json[]).map((member) => member['value'])).toEqual(ids.slice(8));
  expect((body['meta'] as Json)['version']).toBe('W/"25"');
  const changes = listOf(await here.api('GET', '/changes?limit=1000'), 'changes');
  const counted = (event: string): number =>
    changes.filter((one) => one['event'] === event).reduce((sum, one) => sum + Number((one['facts'] as Json)['count']), 0);
  expect([counted('team.members-added'), counted('team.members-removed')]).toEqual([16, 8]);
});

test('what comes to be later stands later in a list, whichever of the two made it, and whatever its clock says', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  const ids: string[] = [];
  for (let index = 0; index < 40; index++)
    ids.push(await created(index % 3 === 0 ? here : there, '/Users', oktaUser(`o${index}@acme.example`)));
  expect(listOf(await here.scim('GET', '/Users')).map((user) => user['id'])).toEqual(ids);
});
