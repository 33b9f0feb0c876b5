import { isObject } from '../value.ts';
import type { BulkOperation } from './request.ts';

const prefix = 'bulkId:';

/** The bulkIds that an operation names, in its path or anywhere in its data (RFC 7644 §3.7.2), and texts that only look like one. */
export function referencesIn({ path, data }: BulkOperation): Set<string> {
  const found = new Set<string>();
  const [, id] = pathParts(path);
  if (id?.startsWith(prefix)) found.add(id.slice(prefix.length));
  collect(data, found);
  return found;
}

/** The operation with ids in the place of references. */
export function resolved(operation: BulkOperation, ids: ReadonlyMap<string, string>): BulkOperation {
  const [endpoint, id] = pathParts(operation.path);
  const path = id === undefined ? operation.path : `/${endpoint}/${replaced(id, ids)}`;
  return { ...operation, path, data: replaced(operation.data, ids) };
}

/** `Users` and the id, of `/Users/2819c223`. */
export function pathParts(path: string): [endpoint: string, id: string | undefined, more: boolean] {
  const [endpoint = '', id, ...more] = path.replace(/^\/+/, '').replace(/\/+$/, '').split('/');
  return [endpoint, id, more.length > 0];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (value.startsWith(prefix)) found.add(value.slice(prefix.length));
  } else if (Array.isArray(value)) for (const entry of value) collect(entry, found);
  else if (isObject(value)) for (const entry of Object.values(value)) collect(entry, found);
}

/** Names of an object are left as they are, whatever they are. */
function replaced(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.startsWith(prefix) ? (ids.get(value.slice(prefix.length)) ?? value) : value;
  if (Array.isArray(value)) return value.map((entry) => replaced(entry, ids));
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, replaced(entry, ids)])) : value;
}
