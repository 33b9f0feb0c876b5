const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** What Okta sends to create a person, as its documentation prints it. */
export function userBody(userName: string, externalId: string): string {
  const givenName = userName.slice(0, userName.indexOf('@'));
  return JSON.stringify({
    schemas: [userUrn],
    userName,
    name: { givenName, familyName: 'Doe' },
    emails: [{ primary: true, value: userName, type: 'work' }],
    displayName: `${givenName} Doe`,
    locale: 'en-US',
    externalId,
    groups: [],
    active: true,
  });
}

export function groupBody(displayName: string): string {
  return JSON.stringify({ schemas: [groupUrn], displayName, members: [] });
}

/** Deactivates or reactivates a person. */
export function activeBody(active: boolean): string {
  return patchBody({ op: 'replace', value: { active } });
}

/** A member as Okta sends it: never with `type` or `$ref`. */
export function addBody(members: readonly { value: string; display: string }[]): string {
  return patchBody({ op: 'add', path: 'members', value: members });
}

export function removeBody(id: string): string {
  return patchBody({ op: 'remove', path: `members[value eq "${id}"]` });
}

function patchBody(operation: object): string {
  return JSON.stringify({ schemas: [patchUrn], Operations: [operation] });
}
