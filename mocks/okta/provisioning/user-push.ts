import { randomUUID } from 'node:crypto';
import { oktaId } from '../ids.ts';
import { deactivateUser, provisionUser, updateUser } from '../scim/users.ts';
import { type App, type Assignment, fullName, type OrgState, type Person, sends } from '../state.ts';
import type { GroupPush } from './group-push.ts';
import type { Lanes } from './lanes.ts';

const notCreated =
  'User was assigned this application before Provisioning was enabled and not provisioned in the downstream application. Click Provision User.';

/** What the apps are told of people. */
export class UserPush {
  readonly #state: OrgState;
  readonly #lanes: Lanes;
  readonly #groups: GroupPush;

  constructor(state: OrgState, lanes: Lanes, groups: GroupPush) {
    this.#state = state;
    this.#lanes = lanes;
    this.#groups = groups;
  }

  /** Creates or links the person in the app; then the groups that the person is in are pushed, since they have a member more. */
  assign(app: App, assignment: Assignment, person: Person): void {
    if (!app.toApp.create || app.provisioning === 'none') {
      Object.assign(assignment, { state: 'failed', error: notCreated, at: now() });
      return;
    }
    assignment.state = 'provisioning';
    assignment.error = null;
    this.#lanes.add(
      app,
      async (calls) => {
        if (!sends(app) || !app.assignments.includes(assignment)) return;
        assignment.scimId = calls === null ? randomUUID() : await provisionUser(calls, person, app.flavour);
        assignment.state = 'provisioned';
        assignment.at = now();
        this.#groups.pushGroupsOf(app, person);
      },
      (failure) => {
        assignment.state = 'failed';
        assignment.error = `Automatic provisioning of user ${fullName(person)} to app ${app.label} failed: ${failure.message}`;
        assignment.at = now();
        this.#task(assignment.error);
      },
    );
  }

  /** Sends the profile as it is when the turn comes; a person who is still to be provisioned is by then. */
  update(app: App, assignment: Assignment, person: Person): void {
    if (!app.toApp.update) return;
    this.#lanes.add(
      app,
      async (calls) => {
        const id = assignment.scimId;
        if (id === null || !sends(app)) return;
        if (calls !== null) await updateUser(calls, id, person);
        assignment.error = null;
        assignment.at = now();
      },
      (failure) => {
        const reason = failure.status === 404 ? `${failure.doing}: No user returned for user ${assignment.scimId}` : failure.message;
        assignment.error = `Automatic profile push of user ${fullName(person)} to app ${app.label} failed: ${reason}`;
        this.#task(assignment.error);
      },
    );
  }

  /** @param scimId Null for a person who never got there: nothing is sent. */
  deactivate(app: App, scimId: string | null, person: Person): void {
    if (scimId === null || !app.toApp.deactivate) return;
    this.#lanes.add(
      app,
      async (calls) => {
        if (calls !== null && sends(app)) await deactivateUser(calls, scimId, person, app.flavour);
      },
      (failure) => {
        this.#task(`Automatic deprovisioning of user ${fullName(person)} from app ${app.label} failed: ${failure.message}`);
      },
    );
  }

  #task(text: string): void {
    this.#state.tasks.unshift({ id: oktaId('tsk'), at: now(), text });
  }
}

const now = (): string => new Date().toISOString();
