import type { TeamFacts, UserFacts } from '../../../../contract/subjects.ts';
import type { Connection, Role } from '../../../../ownership/actions.ts';
import { ask, Refused } from './ask.ts';
import { refresh } from './live.ts';
import { toast } from './toasts.ts';

export type TeamAccess = TeamFacts['access'];
export interface TeamForm {
  name: string;
  description: string;
  access: TeamAccess;
}
export interface PersonForm {
  givenName: string;
  familyName: string;
  email: string;
}

/** Does it, reads the lists again and says so at the bottom left; a refusal is said there in the words of the API.
 *  Gives what the act gave, or null where it was refused. */
async function perform<T>(done: string, act: () => Promise<T>): Promise<T | null> {
  try {
    const result = await act();
    await refresh();
    toast('done', done);
    return result;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await refresh();
    toast('error', error.message);
    return null;
  }
}

const succeeded = async (result: Promise<unknown>): Promise<boolean> => (await result) !== null;

export function inviteUser(person: PersonForm, via: 'direct' | 'salesforce'): Promise<boolean> {
  return succeeded(perform(`Invitation sent to ${person.email}`, () => ask<UserFacts>('POST', '/users', { ...person, via })));
}

export function editUser(user: UserFacts, changed: Partial<PersonForm>): Promise<boolean> {
  return succeeded(perform('User saved', () => ask<UserFacts>('PATCH', `/users/${user.id}`, changed)));
}

export function changeRole(user: UserFacts, role: Role): Promise<boolean> {
  return succeeded(perform(`${user.displayName} is now ${role}`, () => ask<UserFacts>('PUT', `/users/${user.id}/role`, { role })));
}

export function deactivateUser(user: UserFacts): Promise<boolean> {
  return succeeded(perform(`${user.displayName} was deactivated`, () => ask<UserFacts>('POST', `/users/${user.id}/deactivate`, {})));
}

export function reactivateUser(user: UserFacts): Promise<boolean> {
  return succeeded(perform(`${user.displayName} was reactivated`, () => ask<UserFacts>('POST', `/users/${user.id}/reactivate`, {})));
}

export function deleteUser(user: UserFacts): Promise<boolean> {
  return succeeded(perform(`${user.displayName} was deleted`, () => deleted(`/users/${user.id}`)));
}

/** The new team, or null where it was refused. */
export function createTeam(form: TeamForm): Promise<TeamFacts | null> {
  return perform(`Team ${form.name.trim()} was created`, () => ask<TeamFacts>('POST', '/teams', form));
}

/** Sends only what differs, as Spekit's API keeps the rest. */
export function editTeam(team: TeamFacts, form: Partial<TeamForm>): Promise<boolean> {
  const changed: Partial<TeamForm> = {};
  if (form.name !== undefined && form.name.trim() !== team.name) changed.name = form.name.trim();
  if (form.description !== undefined && form.description !== team.description) changed.description = form.description;
  if (form.access !== undefined && JSON.stringify(form.access) !== JSON.stringify(team.access)) changed.access = form.access;
  return succeeded(perform('Team saved', () => ask<TeamFacts>('PATCH', `/teams/${team.id}`, changed)));
}

export function deleteTeam(team: TeamFacts): Promise<boolean> {
  return succeeded(perform(`Team ${team.name} was deleted`, () => deleted(`/teams/${team.id}`)));
}

/** Adds them one by one and stops at the first refusal. `role` other than Viewer, which everybody has, is set for each as well. */
export function addToTeam(team: { id: string; name: string }, users: readonly UserFacts[], role: Role): Promise<boolean> {
  const many = users.length === 1 ? (users[0]?.displayName ?? '') : `${users.length} users`;
  return succeeded(
    perform(`Added ${many} to ${team.name}`, async () => {
      for (const user of users) {
        await ask<TeamFacts>('POST', `/teams/${team.id}/members`, { userId: user.id });
        if (role !== 'Viewer' && role !== user.role) await ask<UserFacts>('PUT', `/users/${user.id}/role`, { role });
      }
      return true;
    }),
  );
}

export function removeFromTeam(team: { id: string; name: string }, user: UserFacts): Promise<boolean> {
  return succeeded(perform(`${user.displayName} was removed from ${team.name}`, () => deleted(`/teams/${team.id}/members/${user.id}`)));
}

export function setConnection(state: Exclude<Connection, 'staging'>): Promise<boolean> {
  const done = state === 'connected' ? 'SSO/SCIM is connected' : 'SSO/SCIM is no longer connected';
  return succeeded(perform(done, () => ask<object>('POST', '/account/connection', { state })));
}

/** Reads everything again at once, as *manual sync* does. */
export async function syncNow(): Promise<void> {
  await refresh();
  toast('done', 'Users and teams are up to date');
}

async function deleted(path: string): Promise<true> {
  await ask<unknown>('DELETE', path);
  return true;
}
