import { complex, flag, type Schema, text } from './attribute.ts';

const readOnly = { mutability: 'readOnly' } as const;

/** What Spekit adds to a user. Shown, never taken: the sync runs one way. */
export const spekitUserSchema: Schema = {
  id: 'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:User',
  name: 'SpekitUser',
  description: 'What Spekit keeps of a user for itself',
  attributes: [
    text('role', 'The role in Spekit; Viewer until an Account Admin changes it.', {
      ...readOnly,
      caseExact: true,
      canonicalValues: ['Viewer', 'Expert', 'Team Admin', 'Account Admin'],
    }),
    flag('pending', 'Invited, never logged in.', readOnly),
  ],
};

/** What Spekit adds to a team. */
export const spekitGroupSchema: Schema = {
  id: 'urn:sourcemark:params:scim:schemas:extension:spekit:2.0:Group',
  name: 'SpekitGroup',
  description: 'What Spekit keeps of a team for itself',
  attributes: [
    text('description', 'The team’s description, edited in Spekit.', readOnly),
    complex(
      'access',
      'The team’s access settings, edited in Spekit.',
      [flag('allTopics', 'Can access all Topics.', readOnly), flag('speksWithoutTopic', 'Can access all Speks without a Topic.', readOnly)],
      readOnly,
    ),
  ],
};
