import fc from 'fast-check';
import { expect, test } from 'vitest';
import { created, type Json, listOf, oktaGroup, oktaUser, patchOf, type TestCompanion } from '../testing/companion.ts';
import { OddSpekit, startRelay, startSpekit } from '../testing/spekit.ts';

interface Act {
  method: string;
  path: string;
  body: Json;
}

/** How a Spekit answers what it carries out: with nothing, late, or not at all. */
interface Manner {
  bare: boolean;
  hangsUp: number;
  late: number;
}

test.each<[string, Manner]>([
  ['as it should', { bare: false, hangsUp: 0, late: 10 }],
  ['with nothing', { bare: true, hangsUp: 0, late: 10 }],
  ['with nothing, or not at all', { bare: true, hangsUp: 5, late: 3 }],
])('whatever Okta sends at once to a Spekit that answers %s, both know the same once each has been sent again', async (_, manner) => {
  const spekit = await startSpekit();
  const users: string[] = [];
  for (let nth = 0; nth < 10; nth++) users.push(await created(spekit, '/Users', oktaUser(`p${nth}@acme.example`)));
  const groups: string[] = [];
  for (const name of ['A', 'B']) groups.push(await created(spekit, '/Groups', oktaGroup(name, users.slice(0, 4))));
  const odd = await inFrontOf(spekit, manner);
  const relay = await startRelay(odd.url, { deletes: 'pass' });
  for (const acts of fc.sample(fc.array(anAct(users, groups), { minLength: 60, maxLength: 60 }), 3)) {
    await Promise.all(acts.map(({ method, path, body }) => relay.scim(method, path, body)));
    const { hangsUp } = manner;
    manner.hangsUp = 0;
    for (const id of users) await relay.scim('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { title: `${acts.length}` } }));
    for (const id of groups)
      await relay.scim('PATCH', `/Groups/${id}`, patchOf({ op: 'add', path: 'members', value: [{ value: users[0] }] }));
    manner.hangsUp = hangsUp;
    expect(await known(relay)).toEqual(await known(spekit));
  }
});

function anAct(users: string[], groups: string[]): fc.Arbitrary<Act> {
  const user = fc.constantFrom(...users);
  const group = fc.constantFrom(...groups);
  const members = fc.array(user, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc
      .tuple(user, fc.boolean())
      .map(([id, active]) => ({ method: 'PATCH', path: `/Users/${id}`, body: patchOf({ op: 'replace', value: { active } }) })),
    fc.tuple(user, fc.nat(9)).map(([id, nth]) => ({
      method: 'PUT',
      path: `/Users/${id}`,
      body: oktaUser(`p${users.indexOf(id)}@acme.example`, { displayName: `Number ${nth}` }),
    })),
    fc.tuple(group, fc.constantFrom('add', 'remove', 'replace'), members).map(([id, op, ids]) => ({
      method: 'PATCH',
      path: `/Groups/${id}`,
      body: patchOf({ op, path: 'members', value: ids.map((value) => ({ value })) }),
    })),
    fc.tuple(group, fc.nat(2), members).map(([id, nth, ids]) => ({
      method: 'PUT',
      path: `/Groups/${id}`,
      body: oktaGroup(`${groups.indexOf(id)} ${nth}`, ids),
    })),
    fc.nat(20).map((nth) => ({ method: 'POST', path: '/Users', body: oktaUser(`n${nth}@acme.example`) })),
    fc.tuple(fc.nat(9), members).map(([nth, ids]) => ({ method: 'POST', path: '/Groups', body: oktaGroup(`G${nth}`, ids) })),
  );
}

/** Passes on to it, and answers in that manner. Whatever creates is answered: nobody would know of it otherwise. */
function inFrontOf(spekit: TestCompanion, manner: Manner): Promise<OddSpekit> {
  let nth = 0;
  return OddSpekit.start(({ method, path, body, headers }, response) => {
    const { 'content-type': type = 'application/json', authorization = '' } = headers;
    void (async () => {
      const sent = { method, headers: { 'content-type': type, authorization }, ...(body !== '' && { body }) };
      const answer = await fetch(`${spekit.url}/scim/v2${path}`, sent);
      const text = await answer.text();
      nth += 1;
      await new Promise((later) => setTimeout(later, (nth * 7) % manner.late));
      const changes = method === 'PUT' || method === 'PATCH';
      if (changes && manner.hangsUp > 0 && nth % manner.hangsUp === 0) response.destroy();
      else if (changes && manner.bare && answer.status === 200) response.writeHead(204).end();
      else response.writeHead(answer.status, { 'content-type': 'application/scim+json' }).end(text);
    })();
  });
}

/** What a companion knows of Okta's users and teams, by the names that people see. */
async function known(companion: TestCompanion): Promise<Json> {
  const told = async (path: string, name: string, attributes: string[]): Promise<Json> => {
    const list = listOf(await companion.api('GET', `/spekit/${path}?limit=500`), name).filter(({ owner }) => owner !== 'spekit');
    return Object.fromEntries(list.map((one) => [String(one['id']), attributes.map((attribute) => one[attribute])]));
  };
  const teams = await told('teams', 'teams', ['name', 'memberCount']);
  const members: Json = {};
  for (const id of Object.keys(teams)) members[id] = Object.keys(await told(`teams/${id}/members`, 'members', [])).sort();
  return { teams, members, users: await told('users', 'users', ['userName', 'displayName', 'active', 'externalId']) };
}
