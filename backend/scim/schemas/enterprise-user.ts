import { complex, reference, type Schema, text } from './attribute.ts';

/** RFC 7643 §4.3. Okta sends it once `department` and the like are mapped. */
export const enterpriseUserSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  attributes: [
    text('employeeNumber', 'Number given by the employer.'),
    text('costCenter', 'Cost center.'),
    text('organization', 'Organization.'),
    text('division', 'Division.'),
    text('department', 'Department.'),
    complex('manager', 'The user’s manager.', [
      text('value', 'The id of the manager.', { caseExact: true }),
      reference('$ref', 'Where the manager is.', ['User']),
      text('displayName', 'The manager’s name.', { mutability: 'readOnly' }),
    ]),
  ],
};
