import { randomUUID } from 'node:crypto';
import type { Conversation } from '../scim/client.ts';
import { createGroup, deleteGroup, type Member, pushGroupNow, renameGroup, updateGroup } from '../scim/groups.ts';
import { type App, type Group, type OrgState, type Person, type PushMapping, sends } from '../state.ts';
import type { Lanes } from './lanes.ts';

/** What a push sends of a group that the app has already. */
export type Push = 'rename' | 'update' | 'now';
const rank: Record<Push, number> = { rename: 0, update: 1, now: 2 };

/** What the apps are told of groups. */
export class GroupPush {
  readonly #state: OrgState;
  readonly #lanes: Lanes;
  readonly #waiting = new Map<string, Push>();

  constructor(state: OrgState, lanes: Lanes) {
    this.#state = state;
    this.#lanes = lanes;
  }

  /** Pushes a group. Asked again before it began, it is still one push, of the wider kind. For an inactive app it waits. */
  push(app: App, mapping: PushMapping, what: Push): void {
    mapping.pushing = true;
    if (!sends(app)) return;
    const waiting = this.#waiting.get(mapping.id);
    this.#waiting.set(mapping.id, waiting !== undefined && rank[waiting] > rank[what] ? waiting : what);
    if (waiting !== undefined) return;
    let begun: Push | undefined;
    const work = async (calls: Conversation | null): Promise<void> => {
      begun ??= this.#waiting.get(mapping.id) ?? what;
      this.#waiting.delete(mapping.id);
      const group = this.#group(mapping);
      if (!sends(app) || group === undefined || !app.mappings.includes(mapping)) return;
      await this.#send(app, mapping, group, begun, calls);
    };
    this.#lanes.add(app, work, (failure) => {
      const name = this.#nameFor(app, mapping);
      const missing = failure.status === 404;
      this.#failed(
        mapping,
        missing
          ? `Linked group is missing in ${app.label}. Change the linked group to resume pushing group memberships.`
          : `Unable to update Group Push mapping target App group ${name}: ${failure.message}`,
      );
    });
  }

  /** Pushes the active groups that the person is in. */
  pushGroupsOf(app: App, person: Person): void {
    for (const mapping of app.mappings) {
      if (mapping.status === 'Active' && this.#group(mapping)?.memberIds.includes(person.id)) this.push(app, mapping, 'update');
    }
  }

  /** Deletes the group in the app; the mapping goes once that succeeded, or the app has it no more. */
  removeTarget(app: App, mapping: PushMapping): void {
    const forget = (): void => {
      app.mappings = app.mappings.filter((other) => other !== mapping);
    };
    mapping.pushing = true;
    const work = async (calls: Conversation | null): Promise<void> => {
      if (calls !== null && mapping.scimId !== null) await deleteGroup(calls, { id: mapping.scimId, name: mapping.appGroupName });
      forget();
    };
    this.#lanes.add(app, work, (failure) => {
      if (failure.status === 404) forget();
      else this.#failed(mapping, `Unable to delete Group Push mapping target App group ${mapping.appGroupName}: ${failure.message}`);
    });
  }

  async #send(app: App, mapping: PushMapping, group: Group, what: Push, calls: Conversation | null): Promise<void> {
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
    mapping.pushing = this.#waiting.has(mapping.id);
    mapping.error = null;
    mapping.failedAt = null;
    mapping.lastPush = now();
  }

  #failed(mapping: PushMapping, error: string): void {
    mapping.pushing = this.#waiting.has(mapping.id);
    mapping.status = 'Error';
    mapping.failedAt = now();
    mapping.error = error;
  }

  #nameFor(app: App, mapping: PushMapping): string {
    const followsOkta = app.renameAppGroups || mapping.scimId === null;
    return (followsOkta ? this.#group(mapping)?.name : undefined) ?? mapping.appGroupName;
  }

  /** Only those go along who are in the group, active, and provisioned in the app. */
  #members(app: App, group: Group): Member[] {
    return group.memberIds.flatMap((personId) => {
      const person = this.#state.people.find((one) => one.id === personId);
      const assignment = app.assignments.find((one) => one.personId === personId);
      if (person?.status !== 'Active' || assignment?.scimId == null) return [];
      return [{ value: assignment.scimId, display: person.email }];
    });
  }

  #group(mapping: PushMapping): Group | undefined {
    return this.#state.groups.find((group) => group.id === mapping.groupId);
  }
}

const now = (): string => new Date().toISOString();
