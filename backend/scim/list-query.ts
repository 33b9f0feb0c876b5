import { say } from '../../locales/companion.ts';
import { checkSchemas } from './check-resource.ts';
import type { ListText } from './cursor.ts';
import { ScimError } from './errors.ts';
import type { Filter } from './filter/filter.ts';
import { parseFilter } from './filter/parse.ts';
import { pathNames } from './filter/path-names.ts';
import { Projection } from './projection.ts';
import { type AttributePath, resolvePath } from './schemas/resolve.ts';
import type { ResourceType } from './schemas/resource-types.ts';
import { isObject, ownProperty } from './value.ts';

/** How many resources a page has where the client does not say, and at most. `/ServiceProviderConfig` tells the latter. */
export const defaultCount = 100;
export const mostCount = 1000;

/** What a client asks of a list (RFC 7644 §3.4.2). */
export interface ListQuery {
  filter: Filter | null;
  sort: Sort | null;
  /** From 1. */
  startIndex: number;
  /** RFC 9865: the page that a cursor names, the first one where it is empty; null where the client pages by index. */
  cursor: string | null;
  count: number;
  projection: Projection;
  /** What the list is, in the client's words: a cursor belongs to one list. */
  text: ListText;
}

export interface Sort {
  path: AttributePath;
  descending: boolean;
}

/** Reads the parameters of an address, or the body of a `/.search` (RFC 7644 §3.4.3), where numbers are numbers and lists are lists.
 *  A `startIndex` below 1 is 1, a `count` below 0 is 0, one too large is the largest.
 *  Throws ScimError: `invalidFilter`, `invalidValue`, `invalidPath` for what cannot be sorted by. Cursors are read by `cursor.ts`. */
export function readListQuery(type: ResourceType, query: unknown): ListQuery {
  const given = isObject(query) ? query : {};
  const filter = textParameter(given, 'filter');
  return {
    filter: filter === null || filter.trim() === '' ? null : parseFilter(type, filter),
    sort: readSort([type], type, given),
    ...readPaging(given),
    projection: Projection.read(type, given),
    text: listText(type.name, given),
  };
}

/** What makes a list this list. */
export function listText(name: string, given: Record<string, unknown>): ListText {
  return [name, textParameter(given, 'filter'), textParameter(given, 'sortBy'), textParameter(given, 'sortOrder')];
}

export function readPaging(given: Record<string, unknown>): Pick<ListQuery, 'startIndex' | 'cursor' | 'count'> {
  const startIndex = wholeNumber(given, 'startIndex');
  const cursor = textParameter(given, 'cursor');
  if (cursor !== null && startIndex !== null) throw new ScimError(400, 'invalidValue', say('list.two-ways'));
  const count = Math.min(Math.max(wholeNumber(given, 'count') ?? defaultCount, 0), mostCount);
  return { startIndex: Math.max(startIndex ?? 1, 1), cursor, count };
}

const searchUrn = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

/** The body of a `/.search`, which holds what an address would. Throws ScimError for what is no search request. */
export function searchBody(body: unknown): Record<string, unknown> {
  if (!isObject(body)) throw new ScimError(400, 'invalidSyntax', say('scim.body-not-an-object'));
  checkSchemas(searchUrn, body);
  return body;
}

/** How one of the types that a list is made of is sorted: null also where only others have the attribute. */
export function readSort(types: readonly ResourceType[], type: ResourceType, given: Record<string, unknown>): Sort | null {
  const by = textParameter(given, 'sortBy');
  if (by === null || by.trim() === '') return null;
  const order = (textParameter(given, 'sortOrder') ?? 'ascending').toLowerCase();
  if (order !== 'ascending' && order !== 'descending') throw new ScimError(400, 'invalidValue', say('list.sort-order'));
  const names = pathNames(by.trim());
  const sortedBy = (one: ResourceType): AttributePath | null => {
    const path = names === null ? undefined : resolvePath(one, names);
    return path === undefined ? null : sortable(path);
  };
  if (!types.some((one) => sortedBy(one) !== null))
    throw new ScimError(400, 'invalidPath', say('list.sort-by', { path: by.slice(0, 200) }));
  const path = sortedBy(type);
  return path === null ? null : { path, descending: order === 'descending' };
}

/** Complex attributes sort by their `value`; what is computed, or never shown, has no order. */
function sortable(path: AttributePath): AttributePath | null {
  const { attribute } = path;
  if (attribute.returned === 'never' || ['groups', 'members', 'schemas'].includes(attribute.name)) return null;
  if (attribute.type !== 'complex' || path.sub !== null) return path;
  const value = attribute.subAttributes?.find((sub) => sub.name === 'value');
  return value === undefined ? null : { ...path, sub: value };
}

export function textParameter(query: Record<string, unknown>, name: string): string | null {
  const value = ownProperty(query, name);
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) throw new ScimError(400, 'invalidValue', say('list.given-twice', { name }));
  if (typeof value !== 'string') throw new ScimError(400, 'invalidValue', say('scim.wrong-type', { at: name, type: 'string' }));
  return value;
}

function wholeNumber(query: Record<string, unknown>, name: string): number | null {
  const value = ownProperty(query, name);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  const text = typeof value === 'number' ? String(value) : textParameter(query, name);
  if (text === null || text.trim() === '') return null;
  if (!/^[+-]?\d{1,15}$/.test(text.trim())) throw new ScimError(400, 'invalidValue', say('list.not-a-number', { name }));
  return Number(text);
}
