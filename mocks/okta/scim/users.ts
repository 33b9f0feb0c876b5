import type { Flavour, Person } from '../state.ts';
import { fullName } from '../state.ts';
import { type Conversation, firstResource, idOf, isObject, type JsonObject } from './client.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0:User';
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Creates the person in the app, or links the one found there (reactivating it). Gives the app's id.
 *  Recorded: a found user is put at once, with what Okta maps merged over what the look-up answered. */
export async function provisionUser(calls: Conversation, person: Person, flavour: Flavour): Promise<string> {
  const filter = encodeURIComponent(`userName eq "${person.email}"`);
  const verifying = `Error while verifying if user ${person.email} exists`;
  const found = firstResource(await calls.send('GET', `/Users?filter=${filter}&startIndex=1&count=100`, verifying));
  if (found === null) {
    const creating = `Error while creating user ${fullName(person)}`;
    return idOf(await calls.send('POST', '/Users', creating, newUser(person)), creating, 'user');
  }
  const id = idOf(found, verifying, 'user');
  if (flavour === 'patch' && found['active'] === false) await patchActive(calls, id, true, person);
  else await calls.send('PUT', `/Users/${encodeURIComponent(id)}`, pushing(person), { ...merge(found, person), active: true });
  return id;
}

/** Sends a changed profile: both flavours read, merge and put. */
export async function updateUser(calls: Conversation, id: string, person: Person): Promise<void> {
  const path = `/Users/${encodeURIComponent(id)}`;
  const known = await calls.send('GET', path, pushing(person));
  await calls.send('PUT', path, pushing(person), merge(isObject(known) ? known : {}, person));
}

/** Deactivates: PUT apps send back the very body they read with `active` flipped, nothing merged. */
export async function deactivateUser(calls: Conversation, id: string, person: Person, flavour: Flavour): Promise<void> {
  if (flavour === 'patch') {
    await patchActive(calls, id, false, person);
    return;
  }
  const path = `/Users/${encodeURIComponent(id)}`;
  const known = await calls.send('GET', path, pushing(person));
  await calls.send('PUT', path, pushing(person), { ...(isObject(known) ? known : {}), active: false });
}

async function patchActive(calls: Conversation, id: string, active: boolean, person: Person): Promise<void> {
  const body = { schemas: [patchOp], Operations: [{ op: 'replace', value: { active } }] };
  await calls.send('PATCH', `/Users/${encodeURIComponent(id)}`, pushing(person), body);
}

const pushing = (person: Person): string => `Error while trying to push profile update for ${person.email}`;

function mapped(person: Person): JsonObject {
  return {
    userName: person.email,
    name: { givenName: person.firstName, familyName: person.lastName },
    emails: [{ primary: true, value: person.email, type: 'work' }],
    displayName: fullName(person),
    locale: 'en-US',
    externalId: person.id,
  };
}

/** The password is the throw-away placeholder that Okta sends even with password sync off. */
function newUser(person: Person): JsonObject {
  return { schemas: [core], ...mapped(person), groups: [], password: Math.random().toString(36).slice(2, 10), active: true };
}

function merge(known: JsonObject, person: Person): JsonObject {
  const values = mapped(person);
  const name = { ...(isObject(known['name']) ? known['name'] : {}), ...(isObject(values['name']) ? values['name'] : {}) };
  return { ...known, ...values, name };
}
