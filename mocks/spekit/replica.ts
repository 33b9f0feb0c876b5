import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSpekitSite } from './site.ts';

export interface ReplicaOptions {
  companionUrl: string;
  scimToken: string;
  adminToken: string;
}

export interface Replica {
  /** `http://127.0.0.1:PORT` */
  url: string;
  close(): Promise<void>;
}

/** People and teams that Okta sends at first: enough of them that a list has rows out of sight. */
const synced = Array.from({ length: 24 }, (_, index) => ({
  givenName: ['Maya', 'Noor', 'Liam', 'Sofia', 'Ethan', 'Aisha'][index % 6] ?? '',
  familyName: `Person${String(index).padStart(2, '0')}`,
  email: `person${String(index).padStart(2, '0')}@acme.example`,
}));

const ownTeams = ['Onboarding Buddies', 'Customer Success', 'Demo Day', 'Office Lunch'];

/** The site alone, over plain HTTP on a free port, for tests of the replica itself. An empty companion first gets a small company:
 *  users and the teams `Account Executives` and `Customer Success` from Okta; of Spekit's own two users and four teams,
 *  one of them a second `Customer Success`. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  await fill(options);
  const site = await createSpekitSite(options);
  const server = createServer((request, response) => void site(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function fill({ companionUrl, scimToken, adminToken }: ReplicaOptions): Promise<void> {
  const ids: string[] = [];
  for (const person of synced) ids.push(await create(`${companionUrl}/scim/v2/Users`, scimToken, scimUser(person)));
  for (const [name, members] of [['Account Executives', ids.slice(0, 4)] as const, ['Customer Success', ids.slice(3, 5)] as const]) {
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: name,
      members: members.map((value) => ({ value })),
    };
    await create(`${companionUrl}/scim/v2/Groups`, scimToken, body);
  }
  const api = `${companionUrl}/api/v1/spekit`;
  await create(`${api}/users`, adminToken, { email: 'zoe@partner.example', givenName: 'Zoe', familyName: 'Partner' });
  await create(`${api}/users`, adminToken, { email: 'yan@partner.example', givenName: 'Yan', familyName: 'Partner' });
  for (const name of ownTeams) await create(`${api}/teams`, adminToken, { name, description: 'Kept by the admins of Acme' });
}

function scimUser({ givenName, familyName, email }: (typeof synced)[number]): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: email,
    name: { givenName, familyName },
    displayName: `${givenName} ${familyName}`,
    emails: [{ primary: true, value: email, type: 'work' }],
    externalId: `00u${email.slice(0, 8)}`,
    active: true,
  };
}

/** Gives the id of what was made. */
async function create(url: string, token: string, body: object): Promise<string> {
  const type = url.includes('/scim/') ? 'application/scim+json' : 'application/json';
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}
