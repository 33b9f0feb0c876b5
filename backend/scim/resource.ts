import type { Reads } from '../store/access.ts';
import type { ResourceType } from './schemas/resource-types.ts';

/** How resources of one type are found, shown and changed. The routes are the same for all of them. */
export interface Resource<Row extends { id: string; version: number }> {
  type: ResourceType;
  find(reads: Reads, id: string): Promise<Row>;
  /** The resource as the client is to see it. `base` is where the client reached us, up to `/scim/v2`. */
  show(reads: Reads, row: Row, base: string): Promise<object>;
  create(body: unknown): Promise<Row>;
  replace(id: string, body: unknown, ifMatch: string | null): Promise<Row>;
  patch(id: string, body: unknown, ifMatch: string | null): Promise<Row>;
  remove(id: string, ifMatch: string | null): Promise<void>;
}

/** RFC 7643 §3.1. */
export function metaOf(
  type: ResourceType,
  row: { id: string; version: number; created_at: number; modified_at: number },
  base: string,
): object {
  return {
    resourceType: type.name,
    created: new Date(row.created_at).toISOString(),
    lastModified: new Date(row.modified_at).toISOString(),
    location: `${base}${type.endpoint}/${row.id}`,
    version: `W/"${row.version}"`,
  };
}
