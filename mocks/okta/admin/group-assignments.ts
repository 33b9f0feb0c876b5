import { NotPossible, type OktaOrg } from '../org.ts';
import type { App, Group } from '../state.ts';
import { assign, unassign } from './people.ts';

/** *Assign to Groups*: the app is assigned to each member who does not have it yet. */
export function assignGroup(org: OktaOrg, appId: string, groupId: string): void {
  const app = org.app(appId);
  const group = org.group(groupId);
  const groups = app.assignedGroups ?? [];
  if (groups.includes(groupId)) throw new NotPossible(`${group.name} is assigned already.`);
  app.assignedGroups = [...groups, groupId];
  follow(org, app, group);
  org.changed();
}

/** Takes the app away from everybody who has it by this group and by no other. */
export function unassignGroup(org: OktaOrg, appId: string, groupId: string): void {
  const app = org.app(appId);
  app.assignedGroups = (app.assignedGroups ?? []).filter((id) => id !== groupId);
  for (const { personId } of app.assignments.filter((one) => one.groupId === groupId)) reassign(org, app, personId);
  org.changed();
}

/** *Convert Assignments*: those who have the app in person have it by the first group that assigns it to them. Who is in none keeps it as it is. */
export function convertAssignments(org: OktaOrg, appId: string, personIds: readonly string[]): void {
  const app = org.app(appId);
  for (const assignment of app.assignments.filter(({ personId, groupId }) => groupId === undefined && personIds.includes(personId))) {
    const by = app.assignedGroups?.find((id) => org.group(id).memberIds.includes(assignment.personId));
    if (by !== undefined) assignment.groupId = by;
  }
  org.changed();
}

/** The members of a group changed: so do the assignments that it gives. */
export function membersAssigned(org: OktaOrg, group: Group): void {
  for (const app of org.state.apps.filter((one) => one.assignedGroups?.includes(group.id))) {
    follow(org, app, group);
    for (const { personId } of app.assignments.filter((one) => one.groupId === group.id && !group.memberIds.includes(one.personId)))
      reassign(org, app, personId);
  }
}

function follow(org: OktaOrg, app: App, group: Group): void {
  for (const id of group.memberIds)
    if (org.person(id).status === 'Active' && !app.assignments.some(({ personId }) => personId === id)) assign(org, app.id, id, group.id);
}

/** By another group that assigns the app and has the person, or no longer. */
function reassign(org: OktaOrg, app: App, personId: string): void {
  const assignment = app.assignments.find((one) => one.personId === personId);
  const other = app.assignedGroups?.find((id) => org.group(id).memberIds.includes(personId));
  if (assignment !== undefined && other !== undefined) assignment.groupId = other;
  else unassign(org, app.id, personId);
}
