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
