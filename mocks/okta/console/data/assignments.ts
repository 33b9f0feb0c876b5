import type { App, Assignment, ConsoleView, Group, Person } from '../../state.ts';
import { findGroups, findPeople } from './people.ts';

/** Who is assigned to the app, by name. */
export function assignedPeople(view: ConsoleView, app: App, search: string): { person: Person; assignment: Assignment }[] {
  return findPeople(view, search, 'Everyone').flatMap((person) => {
    const assignment = app.assignments.find((one) => one.personId === person.id);
    return assignment === undefined ? [] : [{ person, assignment }];
  });
}

/** Active people, each with whether the app is assigned to them. */
export function assignable(view: ConsoleView, app: App, search: string): { person: Person; assigned: boolean }[] {
  return findPeople(view, search, 'Active').map((person) => ({
    person,
    assigned: app.assignments.some((one) => one.personId === person.id),
  }));
}

/** Who has the app in person and could have it by a group. */
export function convertible(view: ConsoleView, app: App): Person[] {
  const groups = (app.assignedGroups ?? []).flatMap((id) => view.groups.find((group) => group.id === id) ?? []);
  return assignedPeople(view, app, '').flatMap(({ person, assignment }) =>
    assignment.groupId === undefined && groups.some(({ memberIds }) => memberIds.includes(person.id)) ? [person] : [],
  );
}

/** The lists at the left of the Assignments tab. */
export const assignmentFilters = ['People', 'Groups'] as const;
export type AssignmentFilter = (typeof assignmentFilters)[number];

/** The groups that assign the app, by their priority. */
export function assignedGroups(view: ConsoleView, app: App, search: string): Group[] {
  const found = new Map(findGroups(view, search).map((group) => [group.id, group]));
  return (app.assignedGroups ?? []).flatMap((id) => found.get(id) ?? []);
}

/** All groups, each with whether it assigns the app. */
export function assignableGroups(view: ConsoleView, app: App, search: string): { group: Group; assigned: boolean }[] {
  return findGroups(view, search).map((group) => ({ group, assigned: app.assignedGroups?.includes(group.id) === true }));
}
