import { complex, reference, type Schema, text } from './attribute.ts';

/** RFC 7643 §4.2. A pushed group is a team in Spekit; its members are users, never groups. */
export const groupSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  name: 'Group',
  description: 'Group',
  attributes: [
    text('displayName', 'The name of the group, and of its team in Spekit.', { required: true, uniqueness: 'server', maxLength: 500 }),
    complex(
      'members',
      'The members of the group.',
      [
        text('value', 'The id of the user.', { caseExact: true, mutability: 'immutable', required: true }),
        reference('$ref', 'Where the user is.', ['User'], { mutability: 'immutable' }),
        text('type', 'Always User: Spekit’s teams do not nest.', { mutability: 'immutable', canonicalValues: ['User'] }),
        text('display', 'The user’s name.', { mutability: 'readOnly' }),
      ],
      { multiValued: true },
    ),
  ],
};

export const membersAttribute = groupSchema.attributes[1];
