// admin/ is what an admin does in the console, a file a subject: each function is one act on the org; what the apps are told follows from it.
// What may enter: acts that the real console offers. They throw NotPossible in the words that the admin reads.
import { found, NotPossible, type OktaOrg } from '../org.ts';
import type { Assignment, Person } from '../state.ts';

/** Assigns the app to the person, which provisions the person there. */
export function assign(org: OktaOrg, appId: string, personId: string, groupId?: string): void {
  const app = org.app(appId);
  const person = org.person(personId);
  if (person.status !== 'Active') throw new NotPossible(`${person.email} is ${person.status.toLowerCase()}. Activate the person first.`);
  if (app.assignments.some((one) => one.personId === personId)) throw new NotPossible(`${person.email} is assigned already.`);
  const assignment: Assignment = {
    personId,
    scimId: null,
    state: 'provisioning',
    error: null,
    at: new Date().toISOString(),
    ...(groupId !== undefined && { groupId }),
  };
  app.assignments.push(assignment);
  org.userPush.assign(app, assignment, person);
  org.changed();
}

/** Takes the app away, which deactivates the person there. */
export function unassign(org: OktaOrg, appId: string, personId: string): void {
  const app = org.app(appId);
  const assignment = assignmentOf(org, appId, personId);
  app.assignments = app.assignments.filter((one) => one !== assignment);
  org.userPush.deactivate(app, assignment.scimId, org.person(personId));
  org.changed();
}

/** *Provision User*: tries again what failed. */
export function provisionAgain(org: OktaOrg, appId: string, personId: string): void {
  org.userPush.assign(org.app(appId), assignmentOf(org, appId, personId), org.person(personId));
}

/** Takes all the person's applications away, as Okta does; activating does not give them back. */
export function deactivatePerson(org: OktaOrg, personId: string): void {
  const person = org.person(personId);
  person.status = 'Deactivated';
  for (const app of org.state.apps) {
    if (app.assignments.some((one) => one.personId === personId)) unassign(org, app.id, personId);
  }
  org.changed();
}

/** Keeps the person from signing in. The applications stay, and are told nothing; *Unsuspend* is `activatePerson`. */
export function suspendPerson(org: OktaOrg, personId: string): void {
  const person = org.person(personId);
  if (person.status !== 'Active') throw new NotPossible(`${person.email} is ${person.status.toLowerCase()}.`);
  person.status = 'Suspended';
  org.changed();
}

/** Only who is deactivated can be deleted. The apps are told nothing: they were, of the deactivation. */
export function deletePerson(org: OktaOrg, personId: string): void {
  const person = org.person(personId);
  if (person.status !== 'Deactivated') throw new NotPossible(`${person.email} has to be deactivated first.`);
  org.state.people = org.state.people.filter((one) => one !== person);
  for (const group of org.state.groups) group.memberIds = group.memberIds.filter((id) => id !== personId);
  org.changed();
}

export function activatePerson(org: OktaOrg, personId: string): void {
  org.person(personId).status = 'Active';
  org.changed();
}

export type Profile = Pick<Person, 'firstName' | 'lastName' | 'email' | 'title' | 'department'>;

/** Changes the profile and pushes it to every app of the person. */
export function editPerson(org: OktaOrg, personId: string, profile: Profile): void {
  const person = org.person(personId);
  if (org.state.people.some((one) => one !== person && one.email.toLowerCase() === profile.email.toLowerCase())) {
    throw new NotPossible('An object with this field already exists in the current organization.');
  }
  Object.assign(person, profile);
  for (const app of org.state.apps) {
    const assignment = app.assignments.find((one) => one.personId === personId);
    if (assignment !== undefined) org.userPush.update(app, assignment, person);
  }
  org.changed();
}

function assignmentOf(org: OktaOrg, appId: string, personId: string): Assignment {
  return found(
    org.app(appId).assignments.find((one) => one.personId === personId),
    'That person is not assigned.',
  );
}
