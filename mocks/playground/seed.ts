import { assign, deactivatePerson } from '../okta/admin/people.ts';
import { pushGroup, ruleFor } from '../okta/admin/push-groups.ts';
import type { OktaOrg } from '../okta/org.ts';
import { firstResource, ScimClient } from '../okta/scim/client.ts';
import type { Group } from '../okta/state.ts';
import { assignedEmails, pushedGroups, spekitInvites, spekitTeams, theApp } from './company.ts';

interface Companion {
  companionUrl: string;
  scimToken: string;
  adminToken: string;
}

/** Whether nobody and nothing is there yet. Throws, in words, when the companion does not answer or refuses the token. */
export async function companionIsEmpty(companion: Companion): Promise<boolean> {
  const status = await ask(companion, 'GET', '/status');
  const counts = read(status, 'counts');
  const users = read(counts, 'users');
  const teams = read(counts, 'teams');
  return [read(users, 'idp'), read(users, 'spekit'), read(teams, 'idp'), read(teams, 'spekit')].every((count) => count === 0);
}

/** Fills an empty companion the way a real account fills: first what Spekit had of its own, then Okta's pushes, then the connection is finished.
 *  With `staging` it is not: who tries the mapping finishes it. Nothing is sent that Okta or Spekit would not send; no delays. */
export async function seed(org: OktaOrg, companion: Companion, staging = false): Promise<void> {
  const users = new Map<string, string>();
  for (const invite of spekitInvites) {
    users.set(invite.email, id(await ask(companion, 'POST', '/spekit/users', invite)));
  }
  for (const { members, ...team } of spekitTeams) {
    const teamId = id(await ask(companion, 'POST', '/spekit/teams', team));
    for (const email of members) {
      const userId = users.get(email);
      if (userId !== undefined) await ask(companion, 'POST', `/spekit/teams/${teamId}/members`, { userId });
    }
  }
  const app = theApp(org);
  for (const email of assignedEmails) assign(org, app.id, personId(org, email));
  await org.idle();
  for (const name of pushedGroups) push(org, groupNamed(org, name));
  await org.idle();
  for (const person of org.state.people.filter((one) => one.title === 'Former employee')) deactivatePerson(org, person.id);
  await org.idle();
  if (!staging) await ask(companion, 'POST', '/account/connection', { state: 'connected' });
}

/** A companion that has been used before, and an org that remembers nothing of it: people and groups that the companion knows are linked again,
 *  found by name as Okta finds them; nothing is created. */
export async function relink(org: OktaOrg, companion: Companion): Promise<void> {
  const app = theApp(org);
  const client = new ScimClient({ baseUrl: `${companion.companionUrl}/scim/v2`, token: companion.scimToken });
  const known = async (path: string, filter: string): Promise<boolean> => {
    const found = firstResource(await client.send('GET', `${path}?filter=${encodeURIComponent(filter)}&startIndex=1&count=1`, 'Linking'));
    return found !== null && found['active'] !== false;
  };
  try {
    for (const person of org.state.people) {
      if (await known('/Users', `userName eq "${person.email}"`)) assign(org, app.id, person.id);
      else if (person.title === 'Former employee') person.status = 'Deactivated';
    }
    await org.idle();
    for (const group of org.state.groups) {
      if (await known('/Groups', `displayName eq "${group.name}"`)) push(org, group);
    }
    await org.idle();
  } finally {
    client.close();
  }
}

function personId(org: OktaOrg, email: string): string {
  const person = org.state.people.find((one) => one.email === email);
  if (person === undefined) throw new Error(`The seed names ${email}, who is nobody in the company.`);
  return person.id;
}

function groupNamed(org: OktaOrg, name: string): Group {
  const group = org.state.groups.find((one) => one.name === name);
  if (group === undefined) throw new Error(`The seed names the group ${name}, which the company has not.`);
  return group;
}

/** By the app's rule where one takes the group in, else by name. */
function push(org: OktaOrg, group: Group): void {
  const app = theApp(org);
  pushGroup(org, app.id, group.id, true, ruleFor(app.rules, group)?.id ?? null);
}

async function ask(companion: Companion, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers: Record<string, string> = { authorization: `Bearer ${companion.adminToken}`, accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const url = `${companion.companionUrl.replace(/\/+$/, '')}/api/v1${path}`;
  const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => {
    throw new Error(`No companion answers at ${companion.companionUrl}. Start it with npm run backend, then the playground again.`);
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The companion answered ${answer.status} to ${method} ${path}: ${text.slice(0, 300)}`);
  return text === '' ? null : JSON.parse(text);
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function id(created: unknown): string {
  const value = read(created, 'id');
  if (typeof value !== 'string') throw new Error('The companion answered a creation without an id.');
  return value;
}
