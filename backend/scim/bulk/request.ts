import { say } from '../../../locales/companion.ts';
import { checkSchemas } from '../check-resource.ts';
import { ScimError } from '../errors.ts';
import { isObject, ownProperty } from '../value.ts';

// `bulk/` knows RFC 7644 §3.7: many requests in one, which may name what others of them create.

export const bulkUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
/** `/ServiceProviderConfig` tells it. */
export const mostOperations = 1000;

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type BulkMethod = (typeof methods)[number];

/** One request of a bulk. What is wrong with it alone is told in its place of the answer. */
export interface BulkOperation {
  method: BulkMethod;
  /** `/Users`, `/Groups/2819c223`, or `/Users/bulkId:qwerty`. */
  path: string;
  bulkId: string | null;
  /** What `If-Match` would say. */
  version: string | null;
  data: unknown;
}

export interface BulkRequest {
  /** An operation, or what is wrong with it. */
  operations: (BulkOperation | ScimError)[];
  /** After so many errors no more is begun; null: however many there are. */
  failOnErrors: number | null;
}

/** Throws ScimError for a body that is no bulk request as a whole: `invalidSyntax`, `invalidValue`, 413 for too many operations. */
export function readBulk(body: unknown): BulkRequest {
  if (!isObject(body)) throw new ScimError(400, 'invalidSyntax', say('scim.body-not-an-object'));
  checkSchemas(bulkUrn, body);
  const list = ownProperty(body, 'Operations');
  if (!Array.isArray(list) || list.length === 0) throw new ScimError(400, 'invalidSyntax', say('patch.no-operations'));
  if (list.length > mostOperations) throw new ScimError(413, null, say('bulk.too-many', { most: mostOperations }));
  const operations = list.map(readOperation);
  refuseTwice(operations);
  return { operations, failOnErrors: readLimit(ownProperty(body, 'failOnErrors')) };
}

function readOperation(entry: unknown): BulkOperation | ScimError {
  if (!isObject(entry)) return new ScimError(400, 'invalidSyntax', say('patch.not-an-operation'));
  const named = ownProperty(entry, 'method');
  const method = methods.find((one) => typeof named === 'string' && one === named.toUpperCase());
  if (method === undefined) return new ScimError(400, 'invalidSyntax', say('bulk.bad-method', { methods: methods.join(', ') }));
  const path = ownProperty(entry, 'path');
  if (typeof path !== 'string') return new ScimError(400, 'invalidSyntax', say('scim.missing', { at: 'path' }));
  const [bulkId, version] = [ownProperty(entry, 'bulkId'), ownProperty(entry, 'version')];
  if (method === 'POST' && (typeof bulkId !== 'string' || bulkId === '')) {
    return new ScimError(400, 'invalidSyntax', say('bulk.no-bulk-id'));
  }
  return {
    method,
    path,
    bulkId: typeof bulkId === 'string' ? bulkId : null,
    version: typeof version === 'string' && version !== '' ? version : null,
    data: ownProperty(entry, 'data'),
  };
}

/** Two of one name could not be told apart, and neither could what is said about them. */
function refuseTwice(operations: readonly (BulkOperation | ScimError)[]): void {
  const seen = new Set<string>();
  for (const operation of operations) {
    if (operation instanceof ScimError || operation.method !== 'POST' || operation.bulkId === null) continue;
    if (seen.has(operation.bulkId)) {
      throw new ScimError(400, 'invalidValue', say('bulk.twice', { id: operation.bulkId.slice(0, 100) }));
    }
    seen.add(operation.bulkId);
  }
}

function readLimit(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value === 0 ? null : value;
  throw new ScimError(400, 'invalidValue', say('scim.wrong-type', { at: 'failOnErrors', type: 'integer' }));
}
