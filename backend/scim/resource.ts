import type { Wrote } from '../exchanges/taken-down.ts';
import type { Reads } from '../store/access.ts';
import type { UserRow } from '../store/rows.ts';
import { instantOf } from './instant.ts';
import type { Projection } from './projection.ts';
import type { ResourceType } from './schemas/resource-types.ts';
import { versionTag } from './version.ts';

export type ResourceRow = Pick<UserRow, 'id' | 'version' | 'created_at' | 'modified_at'>;

/** What is made of a row in the very transaction that wrote it: nobody else's change comes between. */
export type Answer<Row, T> = (reads: Reads, row: Row) => Promise<T>;

/** How resources of one type are found, shown and changed. The routes are the same for all of them. */
export interface Resource<Row extends ResourceRow> {
  type: ResourceType;
  /** Throws ScimError 404. */
  find(reads: Reads, id: string): Promise<Row>;
  /** The resources as clients see them, in JSON. What the projection does not want is left out, or not even looked up.
   *  `base` is where the client reached us, up to `/scim/v2`. */
  show(reads: Reads, rows: readonly Row[], base: string, projection: Projection): Promise<string[]>;
  /** Whether a PATCH is answered without the resource (RFC 7644 §3.5.2 leaves that to us), as it would be far larger than the change. */
  isLarge(reads: Reads, row: Row): Promise<boolean>;
  create<T>(body: unknown, answer: Answer<Row, T>): Promise<T>;
  replace<T>(id: string, body: unknown, ifMatch: string | null, answer: Answer<Row, T>): Promise<T>;
  patch<T>(id: string, body: unknown, ifMatch: string | null, answer: Answer<Row, T>): Promise<T>;
  remove(id: string, ifMatch: string | null): Promise<void>;
  /** The same, for one request: it is told which rows of the log it writes. */
  telling(wrote: Wrote): Resource<Row>;
}

/** RFC 7643 §3.1, in JSON. None of it can hold a character that JSON escapes but the quotes of the tag. */
export function metaJson(type: ResourceType, row: ResourceRow, base: string): string {
  const created = instantOf(row.created_at);
  const lastModified = row.modified_at === row.created_at ? created : instantOf(row.modified_at);
  const location = `${base}${type.endpoint}/${row.id}`;
  const version = JSON.stringify(versionTag(row.version));
  return `{"resourceType":"${type.name}","created":"${created}","lastModified":"${lastModified}","location":"${location}","version":${version}}`;
}

/** What is kept of a resource, as the inside of an object that more members follow. */
export function keptJson(resource: string): string {
  return resource === '{}' ? '' : `${resource.slice(1, -1)},`;
}
