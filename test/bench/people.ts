import type { Companion } from '../e2e/parts/companion.ts';

export const emailOf = (index: number): string => `person${index}@acme.example`;

/** Creates that many people over SCIM as Okta does, 16 at a time. Seconds it took. */
export async function createPeople(companion: Companion, count: number): Promise<number> {
  const begin = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await createPerson(companion, index);
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return (performance.now() - begin) / 1000;
}

async function createPerson(companion: Companion, index: number): Promise<void> {
  const body = JSON.stringify({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: emailOf(index),
    externalId: `00u${index}`,
    name: { givenName: 'Person', familyName: String(index) },
    emails: [{ primary: true, value: emailOf(index), type: 'work' }],
    active: true,
  });
  const headers = { authorization: `Bearer ${companion.scimToken}`, 'content-type': 'application/scim+json' };
  const answer = await fetch(`${companion.url}/scim/v2/Users`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`A person could not be created: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}
