import { say } from '../../locales/companion.ts';
import { ScimError } from './errors.ts';
import { isObject, ownProperty } from './value.ts';

/** How many resources a page has where the client does not say, and at most. `/ServiceProviderConfig` tells the latter. */
export const defaultCount = 100;
export const mostCount = 1000;

export interface ListQuery {
  filter: string | null;
  /** From 1. */
  startIndex: number;
  count: number;
}

/** Reads the parameters of a list (RFC 7644 §3.4.2). A `startIndex` below 1 is 1, a `count` below 0 is 0, one too large is the largest.
 *  Throws ScimError `invalidValue` for what is no whole number, or given twice. */
export function readListQuery(query: unknown): ListQuery {
  const given = isObject(query) ? query : {};
  const filter = textParameter(given, 'filter');
  return {
    filter: filter === null || filter.trim() === '' ? null : filter,
    startIndex: Math.max(wholeNumber(given, 'startIndex') ?? 1, 1),
    count: Math.min(Math.max(wholeNumber(given, 'count') ?? defaultCount, 0), mostCount),
  };
}

export function textParameter(query: Record<string, unknown>, name: string): string | null {
  const value = ownProperty(query, name);
  if (value === undefined) return null;
  if (typeof value !== 'string') throw new ScimError(400, 'invalidValue', say('list.given-twice', { name }));
  return value;
}

function wholeNumber(query: Record<string, unknown>, name: string): number | null {
  const text = textParameter(query, name);
  if (text === null || text.trim() === '') return null;
  if (!/^[+-]?\d{1,15}$/.test(text.trim())) throw new ScimError(400, 'invalidValue', say('list.not-a-number', { name }));
  return Number(text);
}

/** RFC 7644 §3.4.2. `Resources` is there also when empty: Okta takes a list without it for a failure. */
export function listBody(resources: readonly object[], total: number, startIndex: number): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: total,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}
