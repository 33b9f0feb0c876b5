/** What a column of Spekit's export of users may be; `inactive` says the contrary of `active`. */
export const userFields = [
  'email',
  'userName',
  'firstName',
  'lastName',
  'displayName',
  'source',
  'role',
  'active',
  'inactive',
  'teams',
  'salesforceId',
  'federationId',
] as const;
/** Of its export of teams. */
export const teamFields = ['name', 'description'] as const;

export type UserField = (typeof userFields)[number];
export type TeamField = (typeof teamFields)[number];
