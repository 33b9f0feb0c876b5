// mocks/okta/ is a stand-in for an Okta org: its state, its admin console's pages, and a SCIM client that really calls the companion.
// What may enter: what a real org does, as recordings and documents tell it. No rule of Spekit's: what Spekit refuses, the companion answers.
// `scim/` speaks the protocol, `console/` is the browser side, `site.ts` serves both.
import { oktaId } from './ids.ts';
import { Provisioning } from './provisioning.ts';
import { ScimClient } from './scim/client.ts';
import type { App, Assignment, ConsoleView, Group, OrgState, Person, PushMapping, PushRule } from './state.ts';

export interface OrgOptions {
  companionUrl: string;
  scimToken: string;
  /** Milliseconds between two SCIM calls of one job; Okta's own are about 245, so that a push takes some 740. */
  delayMs: number;
  state: OrgState;
}

/** A request of the console that cannot be done; its message is shown to the admin. */
export class NotPossible extends Error {}

/** The org as its admins use it. Each method is an act in the console; what the apps are told follows by itself. */
export class OktaOrg {
  readonly state: OrgState;
  delayMs: number;
  readonly #client: ScimClient;
  readonly #provisioning: Provisioning;
  readonly #listeners = new Set<() => void>();
  #version = Date.now();

  constructor(options: OrgOptions) {
    this.state = options.state;
    this.delayMs = options.delayMs;
    this.#client = new ScimClient({ baseUrl: `${options.companionUrl.replace(/\/+$/, '')}/scim/v2`, token: options.scimToken });
    this.#provisioning = new Provisioning({
      state: this.state,
      client: this.#client,
      gap: () => this.delayMs,
      changed: () => this.#changed(),
    });
    this.#resume();
  }

  get version(): number {
    return this.#version;
  }

  view(): ConsoleView {
    return { ...this.state, version: this.#version, scimBaseUrl: this.#client.baseUrl.href.replace(/\/$/, '') };
  }

  /** Calls back after each change of the state. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Settles when all that was done has reached the apps or failed for good. */
  idle(): Promise<void> {
    return this.#provisioning.idle();
  }

  close(): void {
    this.#provisioning.close();
    this.#client.close();
  }

  // People

  assign(appId: string, personId: string): void {
    const app = this.app(appId);
    const person = this.person(personId);
    if (person.status !== 'Active') throw new NotPossible(`${person.email} is deactivated. Activate the person first.`);
    if (app.assignments.some((one) => one.personId === personId)) throw new NotPossible(`${person.email} is assigned already.`);
    const assignment: Assignment = { personId, scimId: null, state: 'provisioning', error: null, at: new Date().toISOString() };
    app.assignments.push(assignment);
    this.#provisioning.assign(app, assignment, person);
    this.#changed();
  }

  unassign(appId: string, personId: string): void {
    const app = this.app(appId);
    const assignment = found(
      app.assignments.find((one) => one.personId === personId),
      'That person is not assigned.',
    );
    app.assignments = app.assignments.filter((one) => one !== assignment);
    this.#provisioning.deactivate(app, assignment.scimId, this.person(personId));
    this.#changed();
  }

  /** *Provision User*: tries again what failed. */
  provisionAgain(appId: string, personId: string): void {
    const app = this.app(appId);
    const assignment = found(
      app.assignments.find((one) => one.personId === personId),
      'That person is not assigned.',
    );
    this.#provisioning.assign(app, assignment, this.person(personId));
  }

  /** Takes all the person's applications away, as Okta does; activating does not give them back. */
  deactivatePerson(personId: string): void {
    const person = this.person(personId);
    person.status = 'Deactivated';
    for (const app of this.state.apps) {
      if (app.assignments.some((one) => one.personId === personId)) this.unassign(app.id, personId);
    }
    this.#changed();
  }

  activatePerson(personId: string): void {
    this.person(personId).status = 'Active';
    this.#changed();
  }

  editPerson(personId: string, profile: Pick<Person, 'firstName' | 'lastName' | 'email' | 'title' | 'department'>): void {
    const person = this.person(personId);
    if (this.state.people.some((one) => one !== person && one.email.toLowerCase() === profile.email.toLowerCase())) {
      throw new NotPossible('An object with this field already exists in the current organization.');
    }
    Object.assign(person, profile);
    for (const app of this.state.apps) {
      const assignment = app.assignments.find((one) => one.personId === personId);
      if (assignment !== undefined) this.#provisioning.update(app, assignment, person);
    }
    this.#changed();
  }

  // Groups

  createGroup(name: string, description: string): Group {
    this.#mustBeFree(name);
    const at = new Date().toISOString();
    const group: Group = { id: oktaId('00g'), name, description, memberIds: [], created: at, updated: at };
    this.state.groups.push(group);
    this.#pushByRules(group);
    this.#changed();
    return group;
  }

  editGroup(groupId: string, name: string, description: string): void {
    const group = this.group(groupId);
    const renamed = group.name !== name;
    if (renamed) this.#mustBeFree(name);
    group.name = name;
    group.description = description;
    group.updated = new Date().toISOString();
    if (renamed) {
      for (const { app, mapping } of this.#pushed(groupId)) if (app.renameAppGroups) this.#provisioning.push(app, mapping, 'rename');
      this.#pushByRules(group);
    }
    this.#changed();
  }

  /** The push mappings go with the group. The apps are told nothing: their groups stay. */
  deleteGroup(groupId: string): void {
    const group = this.group(groupId);
    this.state.groups = this.state.groups.filter((one) => one !== group);
    for (const app of this.state.apps) app.mappings = app.mappings.filter((mapping) => mapping.groupId !== groupId);
    this.#changed();
  }

  addMembers(groupId: string, personIds: string[]): void {
    const group = this.group(groupId);
    for (const id of personIds) this.person(id);
    group.memberIds = [...new Set([...group.memberIds, ...personIds])];
    this.#membersChanged(group);
  }

  removeMember(groupId: string, personId: string): void {
    const group = this.group(groupId);
    group.memberIds = group.memberIds.filter((id) => id !== personId);
    this.#membersChanged(group);
  }

  // Push groups

  pushGroup(appId: string, groupId: string, memberships: boolean, ruleId: string | null = null): PushMapping {
    const app = this.app(appId);
    const group = this.group(groupId);
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
    this.#provisioning.push(app, mapping, 'update');
    this.#changed();
    return mapping;
  }

  pushNow(appId: string, mappingId: string): void {
    this.#provisioning.push(this.app(appId), this.mapping(appId, mappingId), 'now');
  }

  retryAllGroups(appId: string): void {
    const app = this.app(appId);
    for (const mapping of app.mappings) if (mapping.status === 'Error') this.#provisioning.push(app, mapping, 'update');
  }

  deactivatePush(appId: string, mappingId: string): void {
    this.mapping(appId, mappingId).status = 'Inactive';
    this.#changed();
  }

  activatePush(appId: string, mappingId: string): void {
    const mapping = this.mapping(appId, mappingId);
    mapping.status = 'Active';
    this.#provisioning.push(this.app(appId), mapping, 'update');
  }

  unlink(appId: string, mappingId: string, deleteTarget: boolean): void {
    const app = this.app(appId);
    const mapping = this.mapping(appId, mappingId);
    if (deleteTarget && mapping.scimId !== null) this.#provisioning.removeTarget(app, mapping);
    else app.mappings = app.mappings.filter((one) => one !== mapping);
    this.#changed();
  }

  createRule(appId: string, rule: Omit<PushRule, 'id'>): void {
    this.app(appId).rules.push({ ...rule, id: oktaId('gPr') });
    for (const group of this.state.groups) this.#pushByRules(group);
    this.#changed();
  }

  deleteRule(appId: string, ruleId: string, deleteTargets: boolean): void {
    const app = this.app(appId);
    app.rules = app.rules.filter((rule) => rule.id !== ruleId);
    for (const mapping of app.mappings.filter((one) => one.ruleId === ruleId)) this.unlink(appId, mapping.id, deleteTargets);
    this.#changed();
  }

  // Apps

  changeApp(appId: string, change: Partial<Pick<App, 'renameAppGroups' | 'flavour' | 'status' | 'toApp' | 'label'>>): void {
    Object.assign(this.app(appId), change);
    this.#changed();
  }

  /** *Test Connector Configuration*. Throws what the companion answered. */
  async testConnector(): Promise<void> {
    await this.#client.send('GET', '/Users?startIndex=1&count=2', 'Error authenticating');
  }

  dismissTask(taskId: string): void {
    this.state.tasks = this.state.tasks.filter((task) => task.id !== taskId);
    this.#changed();
  }

  app(id: string): App {
    return found(
      this.state.apps.find((app) => app.id === id),
      'There is no such app.',
    );
  }

  person(id: string): Person {
    return found(
      this.state.people.find((person) => person.id === id),
      'There is no such person.',
    );
  }

  group(id: string): Group {
    return found(
      this.state.groups.find((group) => group.id === id),
      'There is no such group.',
    );
  }

  mapping(appId: string, id: string): PushMapping {
    return found(
      this.app(appId).mappings.find((mapping) => mapping.id === id),
      'That group is not pushed any more.',
    );
  }

  #pushed(groupId: string): { app: App; mapping: PushMapping }[] {
    return this.state.apps.flatMap((app) =>
      app.mappings.filter((one) => one.groupId === groupId && one.status !== 'Inactive').map((mapping) => ({ app, mapping })),
    );
  }

  #membersChanged(group: Group): void {
    group.updated = new Date().toISOString();
    for (const { app, mapping } of this.#pushed(group.id)) this.#provisioning.push(app, mapping, 'update');
    this.#changed();
  }

  #mustBeFree(name: string): void {
    if (this.state.groups.some((group) => group.name === name)) {
      throw new NotPossible('An object with this field already exists in the current organization.');
    }
  }

  #pushByRules(group: Group): void {
    for (const app of this.state.apps) {
      const rule = app.rules.find((one) => matches(one, group.name));
      if (rule !== undefined && !app.mappings.some((one) => one.groupId === group.id)) this.pushGroup(app.id, group.id, true, rule.id);
    }
  }

  /** After a restart: what was under way is begun again. */
  #resume(): void {
    for (const app of this.state.apps) {
      for (const assignment of app.assignments) {
        if (assignment.state === 'provisioning') this.#provisioning.assign(app, assignment, this.person(assignment.personId));
      }
      for (const mapping of app.mappings) if (mapping.pushing) this.#provisioning.push(app, mapping, 'update');
    }
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function matches(rule: PushRule, name: string): boolean {
  const text = name.toLowerCase();
  const value = rule.value.toLowerCase();
  if (rule.operator === 'STARTS_WITH') return text.startsWith(value);
  return rule.operator === 'ENDS_WITH' ? text.endsWith(value) : text.includes(value);
}

function found<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new NotPossible(otherwise);
  return value;
}
