import { randomUUID } from 'node:crypto';
import { oktaId } from './ids.ts';
import { JobLane } from './jobs.ts';
import { Conversation, type ScimClient } from './scim/client.ts';
import type { ScimFailure } from './scim/failures.ts';
import { createGroup, deleteGroup, type Member, pushGroupNow, renameGroup, updateGroup } from './scim/groups.ts';
import { deactivateUser, provisionUser, updateUser } from './scim/users.ts';
import { type App, type Assignment, fullName, type Group, type OrgState, type Person, type PushMapping } from './state.ts';

/** What a push sends of a group that the app has already. */
export type Push = 'rename' | 'update' | 'now';
const rank: Record<Push, number> = { rename: 0, update: 1, now: 2 };

interface Surroundings {
  state: OrgState;
  client: ScimClient;
  /** Milliseconds between two calls of a job. */
  gap: () => number;
  /** Something that the pages show has changed. */
  changed: () => void;
}

/** Carries what the admin did to the apps, and writes into the org's state what came of it. */
export class Provisioning {
  readonly #around: Surroundings;
  readonly #lanes = new Map<string, JobLane>();
  readonly #pushes = new Map<string, Push>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  async idle(): Promise<void> {
    for (const lane of this.#lanes.values()) await lane.idle();
  }

  close(): void {
    for (const lane of this.#lanes.values()) lane.close();
  }

  /** Creates or links the person in the app; then the groups that the person is in are pushed, since they have a member more. */
  assign(app: App, assignment: Assignment, person: Person): void {
    assignment.state = 'provisioning';
    assignment.error = null;
    if (!app.toApp.create) return;
    const work = async (): Promise<void> => {
      if (!app.assignments.includes(assignment)) return;
      const calls = this.#calls(app);
      assignment.scimId = calls === null ? randomUUID() : await provisionUser(calls, person, app.flavour);
      assignment.state = 'provisioned';
      assignment.at = now();
      for (const mapping of app.mappings) {
        if (mapping.status === 'Active' && this.#group(mapping)?.memberIds.includes(person.id)) this.push(app, mapping, 'update');
      }
    };
    this.#add(app, work, (failure) => {
      assignment.state = 'failed';
      assignment.error = `Automatic provisioning of user ${fullName(person)} to app ${app.label} failed: ${failure.message}`;
      assignment.at = now();
      this.#task(assignment.error);
    });
  }

  update(app: App, assignment: Assignment, person: Person): void {
    const id = assignment.scimId;
    if (id === null || !app.toApp.update) return;
    const work = async (): Promise<void> => {
      const calls = this.#calls(app);
      if (calls !== null) await updateUser(calls, id, person);
      assignment.error = null;
      assignment.at = now();
    };
    this.#add(app, work, (failure) => {
      const reason = failure.status === 404 ? `${failure.doing}: No user returned for user ${id}` : failure.message;
      assignment.error = `Automatic profile push of user ${fullName(person)} to app ${app.label} failed: ${reason}`;
      this.#task(assignment.error);
    });
  }

  deactivate(app: App, scimId: string | null, person: Person): void {
    if (scimId === null || !app.toApp.deactivate) return;
    const work = async (): Promise<void> => {
      const calls = this.#calls(app);
      if (calls !== null) await deactivateUser(calls, scimId, person, app.flavour);
    };
    this.#add(app, work, (failure) => {
      this.#task(`Automatic deprovisioning of user ${fullName(person)} from app ${app.label} failed: ${failure.message}`);
    });
  }

  /** Pushes a group. Asked again before it began, it is still one push, of the wider kind. */
  push(app: App, mapping: PushMapping, what: Push): void {
    mapping.pushing = true;
    const waiting = this.#pushes.get(mapping.id);
    this.#pushes.set(mapping.id, waiting !== undefined && rank[waiting] > rank[what] ? waiting : what);
    if (waiting !== undefined) return;
    let begun: Push | undefined;
    const work = async (): Promise<void> => {
      begun ??= this.#pushes.get(mapping.id) ?? what;
      this.#pushes.delete(mapping.id);
      const group = this.#group(mapping);
      if (group === undefined || !app.mappings.includes(mapping)) return;
      await this.#pushGroup(app, mapping, group, begun);
    };
    this.#add(app, work, (failure) => {
      const name = this.#nameFor(app, mapping);
      mapping.pushing = this.#pushes.has(mapping.id);
      mapping.status = 'Error';
      mapping.failedAt = now();
      mapping.error =
        failure.status === 404
          ? `Linked group is missing in ${app.label}. Change the linked group to resume pushing group memberships.`
          : `Unable to update Group Push mapping target App group ${name}: ${failure.message}`;
    });
  }

  /** Deletes the group in the app; the mapping goes once that succeeded. */
  removeTarget(app: App, mapping: PushMapping): void {
    const forget = (): void => {
      app.mappings = app.mappings.filter((other) => other !== mapping);
    };
    mapping.pushing = true;
    const work = async (): Promise<void> => {
      const calls = this.#calls(app);
      if (calls !== null && mapping.scimId !== null) await deleteGroup(calls, { id: mapping.scimId, name: mapping.appGroupName });
      forget();
    };
    this.#add(app, work, (failure) => {
      if (failure.status === 404) {
        forget();
        return;
      }
      mapping.pushing = false;
      mapping.status = 'Error';
      mapping.failedAt = now();
      mapping.error = `Unable to delete Group Push mapping target App group ${mapping.appGroupName}: ${failure.message}`;
    });
  }

  async #pushGroup(app: App, mapping: PushMapping, group: Group, what: Push): Promise<void> {
    const calls = this.#calls(app);
    const members = mapping.memberships || mapping.scimId !== null ? this.#members(app, group) : [];
    const name = this.#nameFor(app, mapping);
    if (calls === null) mapping.scimId ??= randomUUID();
    else if (mapping.scimId === null) {
      const made = await createGroup(calls, name, members, app.flavour);
      mapping.scimId = made.id;
      mapping.action = made.linked ? 'Link Group' : 'Create Group';
    } else {
      const target = { id: mapping.scimId, name };
      if (what === 'now') await pushGroupNow(calls, target, members, app.flavour);
      else if (what === 'rename') await renameGroup(calls, target, members, app.flavour);
      else await updateGroup(calls, target, members, mapping.sent, app.flavour);
    }
    const membersWent = what !== 'rename' || app.flavour === 'put';
    if (membersWent) mapping.sent = members.map((member) => member.value);
    mapping.appGroupName = name;
    mapping.status = mapping.status === 'Inactive' ? 'Inactive' : 'Active';
    mapping.pushing = this.#pushes.has(mapping.id);
    mapping.error = null;
    mapping.failedAt = null;
    mapping.lastPush = now();
  }

  #nameFor(app: App, mapping: PushMapping): string {
    const followsOkta = app.renameAppGroups || mapping.scimId === null;
    return (followsOkta ? this.#group(mapping)?.name : undefined) ?? mapping.appGroupName;
  }

  /** Only those go along who are in the group, active, and provisioned in the app. */
  #members(app: App, group: Group): Member[] {
    return group.memberIds.flatMap((personId) => {
      const person = this.#around.state.people.find((one) => one.id === personId);
      const assignment = app.assignments.find((one) => one.personId === personId);
      if (person?.status !== 'Active' || assignment?.scimId == null) return [];
      return [{ value: assignment.scimId, display: person.email }];
    });
  }

  #group(mapping: PushMapping): Group | undefined {
    return this.#around.state.groups.find((group) => group.id === mapping.groupId);
  }

  #calls(app: App): Conversation | null {
    return app.connector === 'scim' ? new Conversation(this.#around.client, this.#around.gap()) : null;
  }

  #add(app: App, work: () => Promise<void>, gaveUp: (failure: ScimFailure) => void): void {
    let lane = this.#lanes.get(app.id);
    if (lane === undefined) {
      lane = new JobLane();
      this.#lanes.set(app.id, lane);
    }
    const { changed } = this.#around;
    lane.add(
      async () => {
        if (app.status === 'Active') await work();
        changed();
      },
      (failure) => {
        gaveUp(failure);
        changed();
      },
    );
    changed();
  }

  #task(text: string): void {
    this.#around.state.tasks.unshift({ id: oktaId('tsk'), at: now(), text });
  }
}

const now = (): string => new Date().toISOString();
