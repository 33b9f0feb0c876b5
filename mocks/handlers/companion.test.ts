import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { apiError, lookupAnswer, searchAnswer, statusAnswer } from '../../contract/api.ts';
import { changesPage } from '../../contract/changes.ts';
import { aCompanion, aRefusal, aTeam, aUser, type CompanionState, companionHandlers } from './companion.ts';

const server = setupServer();
let state: CompanionState;

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
beforeEach(() => {
  state = aCompanion();
  server.resetHandlers(...companionHandlers(state));
});
afterAll(() => server.close());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${state.url}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${state.token}`, ...init.headers } });
}

function lookUp(...subjects: object[]): Promise<Response> {
  return ask('/lookup', { method: 'POST', body: JSON.stringify({ subjects }) });
}

test('the status is one that the contract knows, and asking again with its tag costs a 304', async () => {
  const first = await ask('/status');
  expect(statusAnswer.strict().parse(await first.json())).toEqual(state.status);
  const again = await ask('/status', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

test('a look-up answers in the order asked, by the most exact field', async () => {
  const answer = lookupAnswer.parse(
    await (
      await lookUp(
        { key: 'two', kind: 'team', name: ' customer  SUCCESS ' },
        { key: 'mail', kind: 'user', email: 'NOOR@partner.example', name: 'Somebody Else' },
        { key: 'okta', kind: 'user', externalId: aUser().externalId },
        { key: 'none', kind: 'team', name: 'Unheard of' },
        { key: 'refused', kind: 'team', name: 'All Spekit Users' },
      )
    ).json(),
  );
  expect(answer.answers.map((one) => [one.key, one.matches.map((match) => match.id)])).toEqual([
    ['two', ['t-two-idp', 't-two-own']],
    ['mail', ['u-own']],
    ['okta', [aUser().id]],
    ['none', []],
    ['refused', []],
  ]);
  expect(answer.answers.at(-1)?.refusal?.detail).toBe(aRefusal().detail);
  expect(answer.answers[3]?.refusal).toBeNull();
});

test('changes come oldest first, after a number or the newest', async () => {
  expect(changesPage.parse(await (await ask('/changes?after=41')).json()).changes.map(({ seq }) => seq)).toEqual([42]);
  expect(changesPage.parse(await (await ask('/changes?limit=1')).json())).toMatchObject({ more: true, changes: [{ seq: 41 }] });
  expect(changesPage.parse(await (await ask('/changes?limit=1&newest=true')).json()).changes.map(({ seq }) => seq)).toEqual([42]);
});

test('search finds users and teams by a part of what they are called', async () => {
  const found = searchAnswer.parse(await (await ask('/search?q=execut')).json());
  expect(found.subjects).toEqual([aTeam()]);
  expect(searchAnswer.parse(await (await ask('/search?q=partner.example')).json()).subjects).toHaveLength(1);
});

test('what is asked wrongly is answered 400 in the contract’s form', async () => {
  for (const answer of [await lookUp({ kind: 'team' }), await ask('/changes?limit=none'), await ask('/search')]) {
    expect(answer.status).toBe(400);
    expect(apiError.parse(await answer.json()).error.code).toBe('invalid');
  }
});

test('a wrong token is 401 in the contract’s form', async () => {
  const answer = await ask('/status', { headers: { authorization: 'Bearer wrong' } });
  expect(answer.status).toBe(401);
  expect(apiError.parse(await answer.json()).error.code).toBe('unauthorized');
});

test('an unreachable companion fails the request, and is asked all the same', async () => {
  state.reachable = false;
  await expect(ask('/status')).rejects.toThrow();
  state.reachable = true;
  expect((await ask('/status')).status).toBe(200);
  expect(state.asked).toEqual(['GET /status', 'GET /status']);
});
