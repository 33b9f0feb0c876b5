import type { App, Assignment, ConsoleView, Person } from '../../state.ts';
import { findPeople } from './people.ts';

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
