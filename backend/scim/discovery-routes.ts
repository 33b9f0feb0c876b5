import type { FastifyInstance, FastifyRequest } from 'fastify';
import { say } from '../../locales/companion.ts';
import { baseOf, send } from './answer.ts';
import { resourceTypeBody, schemaBody, schemas, serviceProviderConfig } from './discovery.ts';
import { ScimError } from './errors.ts';
import { listJson } from './list.ts';
import { sameUrn } from './schemas/resolve.ts';
import { resourceTypes } from './schemas/resource-types.ts';
import { isObject, ownProperty } from './value.ts';

type One = { Params: { id: string } };

/** What the service can, and what its resources are made of (RFC 7644 §4). */
export function registerDiscovery(app: FastifyInstance, bodyLimit: number): void {
  app.get('/ServiceProviderConfig', (request, reply) => {
    send(reply, serviceProviderConfig(baseOf(request), bodyLimit));
  });
  app.get('/ResourceTypes', (request, reply) => {
    refuseFilter(request);
    const bodies = resourceTypes.map((type) => resourceTypeBody(type, baseOf(request)));
    send(reply, listOf(bodies));
  });
  app.get<One>('/ResourceTypes/:id', (request, reply) => {
    const type = resourceTypes.find((one) => one.name === request.params.id);
    if (type === undefined) throw new ScimError(404, null, say('scim.no-resource-type', { id: request.params.id }));
    send(reply, resourceTypeBody(type, baseOf(request)));
  });
  app.get('/Schemas', (request, reply) => {
    refuseFilter(request);
    const bodies = schemas.map((schema) => schemaBody(schema, baseOf(request)));
    send(reply, listOf(bodies));
  });
  app.get<One>('/Schemas/:id', (request, reply) => {
    const schema = schemas.find((one) => sameUrn(one.id, request.params.id));
    if (schema === undefined) throw new ScimError(404, null, say('scim.no-schema', { id: request.params.id }));
    send(reply, schemaBody(schema, baseOf(request)));
  });
}

/** A filter on what describes the service would be taken for an answer: RFC 7644 §4 has it refused. */
function refuseFilter(request: FastifyRequest): void {
  if (isObject(request.query) && ownProperty(request.query, 'filter') !== undefined) {
    throw new ScimError(403, null, say('scim.no-filter-here'));
  }
}

function listOf(bodies: readonly object[]): string {
  const resources = bodies.map((body) => JSON.stringify(body));
  return listJson(resources, resources.length, { startIndex: 1 });
}
