import { oktaId } from '../ids.ts';
import { NotPossible, type OktaOrg } from '../org.ts';
import type { Group, PushMapping, PushRule } from '../state.ts';

/** Begins to push a group to an app. @param memberships *Push group memberships immediately*. */
export function pushGroup(org: OktaOrg, appId: string, groupId: string, memberships: boolean, ruleId: string | null = null): PushMapping {
  const app = org.app(appId);
  const group = org.group(groupId);
  if (app.mappings.some((one) => one.groupId === groupId)) throw new NotPossible(`${group.name} is pushed to ${app.label} already.`);
  const mapping: PushMapping = {
    id: oktaId('gPm'),
    groupId,
    appGroupName: group.name,
    scimId: null,
    status: 'Active',
    pushing: true,
    memberships,
    action: 'Create Group',
    ruleId,
    sent: [],
    lastPush: null,
    error: null,
    failedAt: null,
  };
  app.mappings.push(mapping);
  org.groupPush.push(app, mapping, 'update');
  org.changed();
  return mapping;
}

export function pushNow(org: OktaOrg, appId: string, mappingId: string): void {
  org.groupPush.push(org.app(appId), org.mapping(appId, mappingId), 'now');
}

export function retryAllGroups(org: OktaOrg, appId: string): void {
  const app = org.app(appId);
  for (const mapping of app.mappings) if (mapping.status === 'Error') org.groupPush.push(app, mapping, 'update');
}

/** Stops pushing; the app is told nothing. */
export function deactivatePush(org: OktaOrg, appId: string, mappingId: string): void {
  org.mapping(appId, mappingId).status = 'Inactive';
  org.changed();
}

export function activatePush(org: OktaOrg, appId: string, mappingId: string): void {
  const mapping = org.mapping(appId, mappingId);
  mapping.status = 'Active';
  org.groupPush.push(org.app(appId), mapping, 'update');
}

/** @param deleteTarget *Delete the group in the target app*; otherwise the app is told nothing. */
export function unlink(org: OktaOrg, appId: string, mappingId: string, deleteTarget: boolean): void {
  const app = org.app(appId);
  const mapping = org.mapping(appId, mappingId);
  if (deleteTarget && mapping.scimId !== null) org.groupPush.removeTarget(app, mapping);
  else app.mappings = app.mappings.filter((one) => one !== mapping);
  org.changed();
}

/** *Bulk Edit*: the same for each of the groups. */
export function changeMany(
  org: OktaOrg,
  appId: string,
  mappingIds: readonly string[],
  change: 'activate' | 'deactivate' | 'unlink',
  deleteTarget: boolean,
): void {
  for (const id of mappingIds) {
    if (change === 'unlink') unlink(org, appId, id, deleteTarget);
    else if (change === 'activate') activatePush(org, appId, id);
    else deactivatePush(org, appId, id);
  }
}

export function createRule(org: OktaOrg, appId: string, rule: Omit<PushRule, 'id'>): void {
  org.app(appId).rules.push({ ...rule, id: oktaId('gPr') });
  for (const group of org.state.groups) pushByRules(org, group);
  org.changed();
}

export function deleteRule(org: OktaOrg, appId: string, ruleId: string, deleteTargets: boolean): void {
  const app = org.app(appId);
  app.rules = app.rules.filter((rule) => rule.id !== ruleId);
  for (const mapping of app.mappings.filter((one) => one.ruleId === ruleId)) unlink(org, appId, mapping.id, deleteTargets);
  org.changed();
}

/** Pushes the group to each app that has a rule for it. */
export function pushByRules(org: OktaOrg, group: Group): void {
  for (const app of org.state.apps) {
    const rule = ruleFor(app.rules, group);
    if (rule !== undefined && !app.mappings.some((one) => one.groupId === group.id)) pushGroup(org, app.id, group.id, true, rule.id);
  }
}

/** The first rule that takes in the group; case does not count. */
export function ruleFor(rules: PushRule[], { name, description }: Pick<Group, 'name' | 'description'>): PushRule | undefined {
  return rules.find((rule) => fits(rule, name) && (rule.description === undefined || fits(rule.description, description)));
}

function fits({ operator, value }: Pick<PushRule, 'operator' | 'value'>, text: string): boolean {
  const [whole, part] = [text.toLowerCase(), value.toLowerCase()];
  if (operator === 'STARTS_WITH') return whole.startsWith(part);
  return operator === 'ENDS_WITH' ? whole.endsWith(part) : whole.includes(part);
}
