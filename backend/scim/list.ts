const urn = '["urn:ietf:params:scim:api:messages:2.0:ListResponse"]';

/** How a list goes on: by index from `startIndex`, or after the page by a cursor, null at the end (RFC 9865 §2). */
export type Paging = { startIndex: number } | { nextCursor: string | null };

/** RFC 7644 §3.4.2, of resources in JSON. `Resources` is there also when empty: Okta takes a list without it for a failure. */
export function listJson(resources: readonly string[], total: number, paging: Paging): string {
  const place =
    'startIndex' in paging
      ? `"startIndex":${paging.startIndex},`
      : paging.nextCursor === null
        ? ''
        : `"nextCursor":${JSON.stringify(paging.nextCursor)},`;
  return `{"schemas":${urn},"totalResults":${total},${place}"itemsPerPage":${resources.length},"Resources":[${resources.join(',')}]}`;
}
