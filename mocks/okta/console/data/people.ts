import type { App, ConsoleView, Group, Person } from '../../state.ts';
import { fullName } from '../../state.ts';

export const personStatuses = ['Everyone', 'Active', 'Suspended', 'Deactivated'] as const;
export type PersonStatus = (typeof personStatuses)[number];

const has = (text: string, search: string): boolean => text.toLowerCase().includes(search.trim().toLowerCase());
const matches = (person: Person, search: string): boolean => has(`${fullName(person)} ${person.email}`, search);
const byName = (a: Person, b: Person): number => fullName(a).localeCompare(fullName(b)) || a.email.localeCompare(b.email);

/** The people of a search, by name. */
export function findPeople(view: ConsoleView, search: string, status: PersonStatus): Person[] {
  return view.people.filter((one) => (status === 'Everyone' || one.status === status) && matches(one, search)).sort(byName);
}

export function membersOf(view: ConsoleView, group: Group, search = ''): Person[] {
  const ids = new Set(group.memberIds);
  return view.people.filter((one) => ids.has(one.id) && matches(one, search)).sort(byName);
}

/** Active people, each with whether the group has them. */
export function candidatesFor(view: ConsoleView, group: Group, search: string): { person: Person; member: boolean }[] {
  return findPeople(view, search, 'Active').map((person) => ({ person, member: group.memberIds.includes(person.id) }));
}

export function groupsOf(view: ConsoleView, person: Person): Group[] {
  return view.groups.filter((one) => one.memberIds.includes(person.id)).sort((a, b) => a.name.localeCompare(b.name));
}

export function findGroups(view: ConsoleView, search: string): Group[] {
  return view.groups.filter((one) => has(one.name, search)).sort((a, b) => a.name.localeCompare(b.name));
}

/** Groups that the person could be added to, for a search of at least one letter. */
export function groupsToAdd(view: ConsoleView, person: Person, search: string): Group[] {
  return search.trim() === '' ? [] : findGroups(view, search).filter((one) => !one.memberIds.includes(person.id));
}

export function appsOf(view: ConsoleView, person: Person): App[] {
  return view.apps.filter((app) => app.assignments.some((one) => one.personId === person.id));
}
