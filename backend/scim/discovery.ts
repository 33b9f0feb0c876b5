import { mostOperations } from './bulk/request.ts';
import { defaultCount, mostCount } from './list-query.ts';
import type { Attribute, Schema } from './schemas/attribute.ts';
import { type ResourceType, resourceTypes } from './schemas/resource-types.ts';

/** RFC 7643 §5: what we can. `bodyLimit` is in bytes. A cursor never expires, so no `cursorTimeout` is told (RFC 9865 §4). */
export function serviceProviderConfig(base: string, bodyLimit: number): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: true, maxOperations: mostOperations, maxPayloadSize: bodyLimit },
    filter: { supported: true, maxResults: mostCount },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    pagination: { cursor: true, index: true, defaultPaginationMethod: 'index', defaultPageSize: defaultCount, maxPageSize: mostCount },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'The SCIM token of the companion, as "Authorization: Bearer …"',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

/** RFC 7643 §6. */
export function resourceTypeBody(type: ResourceType, base: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: type.name,
    name: type.name,
    endpoint: type.endpoint,
    description: type.description,
    schema: type.schema.id,
    schemaExtensions: type.extensions.map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${type.name}` },
  };
}

/** Every schema of ours, each once. */
export const schemas: readonly Schema[] = resourceTypes.flatMap((type) => [type.schema, ...type.extensions]);

/** RFC 7643 §7, from the definition that also validates. */
export function schemaBody(schema: Schema, base: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: schema.attributes.map(attributeBody),
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${schema.id}` },
  };
}

function attributeBody({ maxLength: _, subAttributes, ...attribute }: Attribute): object {
  return subAttributes === undefined ? attribute : { ...attribute, subAttributes: subAttributes.map(attributeBody) };
}
