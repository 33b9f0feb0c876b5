import { oktaId } from '../ids.ts';
import { NotPossible, type OktaOrg } from '../org.ts';
import type { App, Group, PushMapping } from '../state.ts';
import { membersAssigned, unassignGroup } from './group-assignments.ts';
import { pushByRules } from './push-groups.ts';

export function createGroup(org: OktaOrg, name: string, description: string): Group {
  mustBeFree(org, name);
  const at = new Date().toISOString();
  const group: Group = { id: oktaId('00g'), name, description, memberIds: [], created: at, updated: at };
  org.state.groups.push(group);
  pushByRules(org, group);
  org.changed();
  return group;
}

/** A new name goes to the apps whose Group Push Settings say so. */
export function editGroup(org: OktaOrg, groupId: string, name: string, description: string): void {
  const group = org.group(groupId);
  const renamed = group.name !== name;
  if (renamed) mustBeFree(org, name);
  group.name = name;
  group.description = description;
  group.updated = new Date().toISOString();
  if (renamed) {
    for (const { app, mapping } of pushed(org, groupId)) if (app.renameAppGroups) org.groupPush.push(app, mapping, 'rename');
    pushByRules(org, group);
  }
  org.changed();
}

/** The push mappings go with the group. The apps are told nothing: their groups stay. */
export function deleteGroup(org: OktaOrg, groupId: string): void {
  const group = org.group(groupId);
  org.state.groups = org.state.groups.filter((one) => one !== group);
  for (const app of org.state.apps) {
    app.mappings = app.mappings.filter((mapping) => mapping.groupId !== groupId);
    if (app.assignedGroups?.includes(groupId)) unassignGroup(org, app.id, groupId);
  }
  org.changed();
}

export function addMembers(org: OktaOrg, groupId: string, personIds: string[]): void {
  const group = org.group(groupId);
  for (const id of personIds) org.person(id);
  group.memberIds = [...new Set([...group.memberIds, ...personIds])];
  membersChanged(org, group);
}

export function removeMember(org: OktaOrg, groupId: string, personId: string): void {
  const group = org.group(groupId);
  group.memberIds = group.memberIds.filter((id) => id !== personId);
  membersChanged(org, group);
}

function membersChanged(org: OktaOrg, group: Group): void {
  group.updated = new Date().toISOString();
  membersAssigned(org, group);
  for (const { app, mapping } of pushed(org, group.id)) org.groupPush.push(app, mapping, 'update');
  org.changed();
}

function pushed(org: OktaOrg, groupId: string): { app: App; mapping: PushMapping }[] {
  return org.state.apps.flatMap((app) =>
    app.mappings.filter((one) => one.groupId === groupId && one.status !== 'Inactive').map((mapping) => ({ app, mapping })),
  );
}

function mustBeFree(org: OktaOrg, name: string): void {
  if (org.state.groups.some((group) => group.name === name)) {
    throw new NotPossible('An object with this field already exists in the current organization.');
  }
}
