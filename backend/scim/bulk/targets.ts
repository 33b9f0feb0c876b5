import { say } from '../../../locales/companion.ts';
import type { Wrote } from '../../exchanges/taken-down.ts';
import { ScimError } from '../errors.ts';
import type { Resource, ResourceRow } from '../resource.ts';
import { versionTag } from '../version.ts';
import { pathParts } from './references.ts';
import type { BulkOperation } from './request.ts';

/** What an operation left: the id and version of its resource; null for one that was deleted. */
export interface Done {
  status: number;
  id: string;
  version: string | null;
}

/** One resource type as bulk operations see it. */
export interface Target {
  /** Without its slash, as in a path. */
  endpoint: string;
  carryOut(operation: BulkOperation, id: string | undefined, wrote: Wrote): Promise<Done>;
}

export function target<Row extends ResourceRow>(resource: Resource<Row>): Target {
  const done = (status: number) => async (_: unknown, row: Row) => ({ status, id: row.id, version: versionTag(row.version) });
  return {
    endpoint: resource.type.endpoint.slice(1),
    async carryOut({ method, data, version }, id, wrote) {
      const telling = resource.telling(wrote);
      if (method === 'POST') {
        if (id !== undefined) throw badPath();
        return telling.create(data, done(201));
      }
      if (id === undefined) throw badPath();
      if (method === 'PUT') return telling.replace(id, data, version, done(200));
      if (method === 'PATCH') return telling.patch(id, data, version, done(200));
      await telling.remove(id, version);
      return { status: 204, id, version: null };
    },
  };
}

/** Throws ScimError for a path that is none of a resource. */
export function targetOf(targets: readonly Target[], path: string): { target: Target; id: string | undefined } {
  const [endpoint, id, more] = pathParts(path);
  const found = targets.find((one) => one.endpoint === endpoint);
  if (found === undefined || more) throw badPath();
  return { target: found, id };
}

function badPath(): ScimError {
  return new ScimError(400, 'invalidSyntax', say('bulk.bad-path'));
}
