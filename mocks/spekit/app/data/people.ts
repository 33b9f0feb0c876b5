import type { TeamFacts, UserFacts } from '../../../../contract/subjects.ts';
import type { Role } from '../../../../ownership/actions.ts';

export const statuses = ['Active', 'Pending', 'Deactivated'] as const;
export type Status = (typeof statuses)[number];

export interface UserFilter {
  text: string;
  /** '' = any, here and below. */
  status: Status | '';
  role: Role | '';
  teamId: string;
  sso: 'yes' | 'no' | '';
}

export const anyUser: UserFilter = { text: '', status: '', role: '', teamId: '', sso: '' };

export function statusOf(user: UserFacts): Status {
  if (!user.active) return 'Deactivated';
  return user.pending ? 'Pending' : 'Active';
}

export function fromIdp(subject: { owner: UserFacts['owner'] }): boolean {
  return subject.owner === 'idp';
}

export function filterUsers(users: readonly UserFacts[], filter: UserFilter): UserFacts[] {
  const text = filter.text.trim().toLowerCase();
  return users.filter(
    (user) =>
      (text === '' || `${user.displayName}\n${user.email ?? ''}\n${user.userName}`.toLowerCase().includes(text)) &&
      (filter.status === '' || statusOf(user) === filter.status) &&
      (filter.role === '' || user.role === filter.role) &&
      (filter.teamId === '' || user.teams.some(({ id }) => id === filter.teamId)) &&
      (filter.sso === '' || fromIdp(user) === (filter.sso === 'yes')),
  );
}

export function filterTeams(teams: readonly TeamFacts[], text: string): TeamFacts[] {
  const wanted = text.trim().toLowerCase();
  return teams.filter((team) => `${team.name}\n${team.description}`.toLowerCase().includes(wanted));
}

export function membersOf(users: readonly UserFacts[], teamId: string): UserFacts[] {
  return users.filter((user) => user.teams.some(({ id }) => id === teamId));
}

/** First and last name, as the user page has them in two fields; the API tells the display name only. */
export function namesOf(user: UserFacts): { givenName: string; familyName: string } {
  const [givenName = '', ...rest] = user.displayName.trim().split(/\s+/);
  return { givenName, familyName: rest.join(' ') };
}

export function initialsOf(user: UserFacts): string {
  const { givenName, familyName } = namesOf(user);
  return `${givenName.charAt(0)}${familyName.charAt(0)}`.toUpperCase() || '?';
}

export function accessWords({ access }: TeamFacts): string {
  const parts = [access.allTopics ? 'All Topics' : '', access.speksWithoutTopic ? 'Speks without a Topic' : ''];
  return parts.filter((part) => part !== '').join(', ') || 'No Topics yet';
}

export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
