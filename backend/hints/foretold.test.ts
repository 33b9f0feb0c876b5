import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookupAnswer } from '../../contract/api.ts';
import type { Reads } from '../store/access.ts';
import { created, type Json, oktaUser, TestCompanion } from '../testing/companion.ts';
import { ask, staged } from '../testing/staged.ts';
import { lookup } from './answers.ts';

let companion: TestCompanion;
let ids: Awaited<ReturnType<typeof staged>>;
beforeEach(async () => {
  companion = await TestCompanion.start();
  ids = await staged(companion);
});
afterEach(() => companion.end());

/** What the look-up tells of the mapping, of each match, with whose it is. */
async function told(query: Json): Promise<unknown[]> {
  const subjects = [{ key: 'x', kind: 'user', ...query }];
  const { answers } = lookupAnswer.strict().parse(await ask(companion, 'POST', '/lookup', { subjects }));
  return (answers[0]?.matches ?? []).map(({ owner, mapping }) => [owner, mapping]);
}
const matched = () => ask(companion, 'GET', '/mapping');
const merges = (name: string, userName: string, confidence = 'certain') => ({ decision: 'merge', with: { name, userName }, confidence });
const ownId = async (name: string) => {
  const { rows } = await ask(companion, 'GET', `/mapping/rows?q=${encodeURIComponent(name)}`);
  return (rows as Json[])[0]?.['id'] as string;
};

test('nothing is matched for a look-up: what nobody asked the mapping for is left out', async () => {
  expect(await told({ id: ids.maya })).toEqual([['idp', undefined]]);
});

test('each side says with whom of the other it will be merged', async () => {
  await matched();
  expect(await told({ email: 'maya@acme.example' })).toEqual(
    expect.arrayContaining([
      ['idp', merges('Maya Lindqvist', 'maya@acme.example')],
      ['spekit', merges('maya Doe', 'maya@acme.example')],
    ]),
  );
  const sales = { decision: 'merge', with: { name: 'Sales' }, confidence: 'certain' };
  expect(await told({ kind: 'team', name: 'Sales' })).toEqual(
    expect.arrayContaining([
      ['idp', sales],
      ['spekit', sales],
    ]),
  );
});

test('what is only alike waits on both sides, and what fits nobody has nothing to wait for', async () => {
  await matched();
  const waits = (name: string, userName: string) => ({ decision: null, with: { name, userName }, confidence: 'possible' });
  expect(await told({ id: ids.jon })).toEqual([['idp', waits('Jon Smith', 'jon.smith@home.example')]]);
  expect(await told({ email: 'jon.smith@home.example' })).toEqual([['spekit', waits('Jon Smith', 'jonathan.smith@acme.example')]]);
  expect(await told({ email: 'dana@partner.example' })).toEqual([['spekit', { decision: 'skip', with: null, confidence: 'none' }]]);
});

test('what an admin decided is told at once', async () => {
  await matched();
  const id = await ownId('jon.smith@home.example');
  for (const decision of ['keep-both', 'skip', 'merge'] as const) {
    await ask(companion, 'POST', '/mapping/decisions', { decisions: [{ kind: 'user', id, decision, with: ids.jon }] });
    expect(await told({ id: ids.jon })).toMatchObject([['idp', { decision, with: { userName: 'jon.smith@home.example' } }]]);
    expect(await told({ id })).toMatchObject([['spekit', { decision, with: { userName: 'jonathan.smith@acme.example' } }]]);
  }
});

test('of two of Spekit’s own who may be the same one of Okta’s neither is named', async () => {
  const users = [{ email: 'j.smith@other.example', firstName: 'Jon', lastName: 'Smith' }];
  await ask(companion, 'POST', '/mapping/imports', { users, teams: [] });
  await matched();
  expect(await told({ id: ids.jon })).toEqual([['idp', { decision: null, with: null, confidence: 'possible' }]]);
});

test('rules that were given since make what is kept untrue: it is left out until it is matched anew', async () => {
  await matched();
  await ask(companion, 'PUT', '/mapping/rules', { aliases: [], domains: [{ from: 'old.example', to: 'acme.example' }] });
  expect(await told({ id: ids.noor })).toEqual([['idp', undefined]]);
  await matched();
  expect(await told({ id: ids.noor })).toEqual([['idp', merges('Noor Haddad', 'noor@old.example', 'likely')]]);
});

test('while Okta goes on, what is kept is told of those who are as they were', async () => {
  await matched();
  const own = await ownId('maya@acme.example');
  await created(companion, '/Users', oktaUser('new@acme.example'));
  expect(await told({ id: own })).toEqual([['spekit', merges('maya Doe', 'maya@acme.example')]]);
  const renamed = { ...oktaUser('maya@acme.example'), displayName: 'Maya Berg' };
  expect((await companion.scim('PUT', `/Users/${ids.maya}`, renamed)).status).toBe(200);
  expect([await told({ id: own }), await told({ id: ids.maya })]).toEqual([[['spekit', undefined]], [['idp', undefined]]]);
  await companion.scim('DELETE', `/Users/${ids.maya}`);
  expect(await told({ id: own })).toEqual([['spekit', undefined]]);
});

test('once the account is connected, or is so no more, nothing is told', async () => {
  await matched();
  for (const state of ['connected', 'not-connected']) {
    await ask(companion, 'POST', '/account/connection', { state });
    await matched();
    expect(JSON.stringify(await told({ email: 'maya@acme.example' }))).not.toContain('merge');
  }
});

test('outside of staging a look-up does not even ask what is matched, and reads nothing for it', async () => {
  const texts: string[] = [];
  const reads = (connection: string): Reads => {
    const told = <Row>(query: { text: string }, row: Row): Row => {
      texts.push(query.text);
      return row;
    };
    return { get: async (query) => told(query, { seq: 1, connection } as never), all: async (query) => told(query, []) };
  };
  const foretold = vi.fn(async () => null);
  const read = (connection: string) =>
    lookup(reads(connection), 'a', { subjects: [{ key: 'x', kind: 'user', externalId: '00u' }] }, { foretold });
  await read('connected');
  await read('not-connected');
  expect([foretold.mock.calls.length, texts.length]).toEqual([0, 4]);
  await read('staging');
  expect(foretold).toHaveBeenCalledOnce();
});
