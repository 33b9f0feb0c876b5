import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Directory } from '../../directory/act.ts';
import { nobody } from '../../exchanges/record.ts';
import { baseOf, send } from '../answer.ts';
import { settleError } from '../answer-error.ts';
import { errorBody, ScimError } from '../errors.ts';
import { pathParts } from './references.ts';
import { type BulkOperation, readBulk } from './request.ts';
import { type Outcome, runBulk } from './run.ts';
import type { Target } from './targets.ts';

const responseUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse';

/** Many requests in one (RFC 7644 §3.7). The answer is 200 whatever became of them; each has its own status. */
export function registerBulk(app: FastifyInstance, directory: Directory, targets: readonly Target[]): void {
  app.post('/Bulk', async (request, reply) => {
    const bulk = readBulk(request.body);
    const parts = bulk.operations.map((one) =>
      one instanceof ScimError ? null : (request.takenDown?.part(one.method, one.path, one.data) ?? null),
    );
    const wroteBy = (index: number) => parts[index]?.wrote ?? nobody;
    const outcomes = await runBulk(targets, bulk, wroteBy);
    const Operations: object[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      const operation = bulk.operations[index];
      if (outcome === null || operation === undefined) continue;
      const answer = await told(directory.telling(wroteBy(index)), operation, outcome, baseOf(request), request.log);
      parts[index]?.answered(Number(answer.status), answer);
      Operations.push(answer);
    }
    return send(reply, { schemas: [responseUrn], Operations });
  });
}

/** What the answer says of one operation. */
type Told = Readonly<Record<string, unknown>> & { status: string };

/** An operation that could not even be read has nothing but its error. */
async function told(
  directory: Directory,
  operation: BulkOperation | ScimError,
  outcome: Outcome,
  base: string,
  log: FastifyBaseLogger,
): Promise<Told> {
  if (operation instanceof ScimError) return failed({}, operation);
  const { method, bulkId, path, data } = operation;
  const named = { method, ...(bulkId !== null && { bulkId }) };
  const [endpoint, id] = pathParts(path);
  if ('error' in outcome) {
    const error = await settleError(directory, outcome.error, { method, path, id: id ?? null, body: data }, log);
    return failed(id === undefined || id.startsWith('bulkId:') ? named : { location: `${base}/${endpoint}/${id}`, ...named }, error);
  }
  const location = `${base}/${endpoint}/${outcome.id}`;
  return { location, ...named, ...(outcome.version !== null && { version: outcome.version }), status: String(outcome.status) };
}

function failed(named: object, { status, scimType, message }: ScimError): Told {
  return { ...named, status: String(status), response: errorBody(status, scimType, message) };
}
