import type { Reads } from '../store/access.ts';
import type { UserRow } from '../store/rows.ts';
import type { Projection } from './projection.ts';
import type { ResourceType } from './schemas/resource-types.ts';
import { versionTag } from './version.ts';

export type ResourceRow = Pick<UserRow, 'id' | 'version' | 'created_at' | 'modified_at'>;

/** How resources of one type are found, shown and changed. The routes are the same for all of them. */
export interface Resource<Row extends ResourceRow> {
  type: ResourceType;
  find(reads: Reads, id: string): Promise<Row>;
  /** The whole resource as clients see it; what the projection does not want need not be looked up.
   *  `base` is where the client reached us, up to `/scim/v2`. */
  show(reads: Reads, row: Row, base: string, projection: Projection): Promise<Record<string, unknown>>;
  create(body: unknown): Promise<Row>;
  replace(id: string, body: unknown, ifMatch: string | null): Promise<Row>;
  patch(id: string, body: unknown, ifMatch: string | null): Promise<Row>;
  remove(id: string, ifMatch: string | null): Promise<void>;
}

/** RFC 7643 §3.1. */
export function metaOf(type: ResourceType, row: ResourceRow, base: string): object {
  return {
    resourceType: type.name,
    created: new Date(row.created_at).toISOString(),
    lastModified: new Date(row.modified_at).toISOString(),
    location: `${base}${type.endpoint}/${row.id}`,
    version: versionTag(row.version),
  };
}
