import { z } from 'zod';
import { type NamedTeams, roleOf, sourceOf, teamsOf, truthOf } from './cell-values.ts';
import type { ExportedUser, FieldsOfRow } from './row.ts';

const address = z.email();
const noTeams: NamedTeams = { names: [], role: null };

/** A user of a row. What is wrong is in the row's `faults`, and the user is not to be taken then. Empty cells have what Spekit would give:
 *  somebody with a Salesforce id came from Salesforce, and everybody is an active Viewer. */
export function userOf(row: FieldsOfRow): ExportedUser {
  const email = row.text('email', 320);
  if (email === '') row.faults.push({ field: 'email', code: 'no-email' });
  else if (email.length <= 320 && !address.safeParse(email).success) row.faults.push({ field: 'email', code: 'bad-email' });
  const userName = row.text('userName', 320);
  const firstName = row.text('firstName', 200);
  const lastName = row.text('lastName', 200);
  const salesforceId = row.text('salesforceId', 200);
  if (salesforceId !== '' && !/^[a-z0-9]{15}(?:[a-z0-9]{3})?$/i.test(salesforceId)) {
    row.faults.push({ field: 'salesforceId', code: 'bad-salesforce-id' });
  }
  const federationId = row.text('federationId', 320);
  const teams = row.meaning('teams', teamsOf, noTeams, 'bad-teams');
  if (teams.names.length > 500 || teams.names.some((name) => name.length > 200)) {
    row.faults.push({ field: 'teams', code: 'too-many-teams' });
  }
  const inactive = row.meaning('inactive', truthOf, false, 'bad-status');
  return {
    email,
    ...(userName !== '' && { userName }),
    firstName,
    lastName,
    displayName: row.text('displayName', 400) || `${firstName} ${lastName}`.trim(),
    source: row.meaning('source', sourceOf, salesforceId === '' ? 'direct' : 'salesforce', 'bad-source'),
    role: row.meaning('role', roleOf, teams.role ?? 'Viewer', 'bad-role'),
    active: row.meaning('active', truthOf, true, 'bad-status') && !inactive,
    teams: teams.names,
    ...(salesforceId !== '' && { salesforceId }),
    ...(federationId !== '' && { federationId }),
  };
}
