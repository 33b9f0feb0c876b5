import type { RefusedRequest } from '../directory/refusals.ts';
import type { ScimError } from './errors.ts';
import { isObject, ownProperty } from './value.ts';

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** What was asked for, as far as the history tells of it. */
export interface Asked {
  method: string;
  /** `/Users/2819c223`, or a route such as `/scim/v2/Users/:id`. */
  path: string;
  id: string | null;
  body: unknown;
}

/** What of Okta's was refused, or null for what is no refusal: a read, a wrong token, an overload, a fault of ours. */
export function refusalOf({ method, path, id, body }: Asked, error: ScimError): RefusedRequest | null {
  const kind = path.includes('/Users') ? 'user' : path.includes('/Groups') ? 'team' : null;
  const counts = error.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 429;
  if (kind === null || !counts || !writes.has(method) || path.endsWith('/.search')) return null;
  return { kind, id, asked: askedName(kind, body), error };
}

/** The name that a body asks for: its own, or the one that an operation of a PATCH sets. */
export function askedName(kind: 'user' | 'team', body: unknown): string | null {
  if (!isObject(body)) return null;
  const attribute = kind === 'user' ? 'userName' : 'displayName';
  const operations = ownProperty(body, 'Operations');
  const candidates: unknown[] = [ownProperty(body, attribute)];
  for (const operation of Array.isArray(operations) ? operations.slice(0, 100) : []) {
    if (!isObject(operation)) continue;
    const path = ownProperty(operation, 'path');
    const value = ownProperty(operation, 'value');
    if (typeof path === 'string' && path.toLowerCase() === attribute.toLowerCase()) candidates.push(value);
    if (isObject(value)) candidates.push(ownProperty(value, attribute));
  }
  const found = candidates.find((name): name is string => typeof name === 'string' && name.trim() !== '');
  return found === undefined ? null : found.toWellFormed().replaceAll('\0', '');
}
