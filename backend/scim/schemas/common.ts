import { type Attribute, complex, instant, reference, text } from './attribute.ts';

/** The attributes of every resource (RFC 7643 §3.1). They belong to no schema and stand in none. */
export const commonAttributes: readonly Attribute[] = [
  reference('schemas', 'The schemas of the resource.', ['uri'], { multiValued: true, required: true, returned: 'always' }),
  text('id', 'Our identifier of the resource.', {
    required: true,
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
  }),
  text('externalId', 'The client’s identifier of the resource.', { caseExact: true, maxLength: 500 }),
  complex(
    'meta',
    'About the resource itself.',
    [
      text('resourceType', 'The name of the resource type.', { caseExact: true, mutability: 'readOnly' }),
      instant('created', 'When the resource came to be.', { mutability: 'readOnly' }),
      instant('lastModified', 'When it last changed.', { mutability: 'readOnly' }),
      reference('location', 'Where it is.', ['uri'], { mutability: 'readOnly' }),
      text('version', 'Its version, as in the ETag header.', { caseExact: true, mutability: 'readOnly' }),
    ],
    { mutability: 'readOnly' },
  ),
];
