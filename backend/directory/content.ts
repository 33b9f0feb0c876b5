import { isObject, type ScimObject, type ScimValue } from '../scim/value.ts';
import type { TeamContent } from '../store/writes/teams.ts';
import type { UserContent } from '../store/writes/users.ts';

/** The columns that are made of a user's resource. `active` must stand in it. */
export function userContent(resource: ScimObject): UserContent {
  const userName = textOf(resource['userName']) ?? '';
  return {
    user_name: userName,
    display_name: nameOf(resource) ?? userName,
    email: emailOf(resource['emails']),
    external_id: textOf(resource['externalId']),
    active: resource['active'] === false ? 0 : 1,
    resource: JSON.stringify(resource),
  };
}

/** The columns that are made of a group's resource, which holds no members. */
export function teamContent(resource: ScimObject): TeamContent {
  return {
    name: textOf(resource['displayName']) ?? '',
    external_id: textOf(resource['externalId']),
    resource: JSON.stringify(resource),
  };
}

function nameOf(resource: ScimObject): string | null {
  const name = isObject(resource['name']) ? resource['name'] : {};
  const parts = [name['givenName'], name['familyName']].map(textOf).filter((part) => part !== null);
  return textOf(resource['displayName']) ?? textOf(name['formatted']) ?? (parts.length > 0 ? parts.join(' ') : null);
}

/** The primary address, or else the first. */
function emailOf(emails: ScimValue | undefined): string | null {
  const list = (Array.isArray(emails) ? emails : []).filter((email): email is ScimObject => isObject(email));
  const chosen = list.find((email) => email['primary'] === true && textOf(email['value']) !== null) ?? list[0];
  return textOf(chosen?.['value']);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
