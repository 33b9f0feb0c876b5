// mocks/okta/ is a stand-in for an Okta org: its state, its admin console's pages, and a SCIM client that really calls the companion.
// What may enter: what a real org does, as recordings and documents tell it. No rule of Spekit's: what Spekit refuses, the companion answers.
// `admin/` is what an admin does, `provisioning/` what the apps are then told, `scim/` speaks the protocol, `console/` is the browser side.
import { GroupPush } from './provisioning/group-push.ts';
import { Lanes } from './provisioning/lanes.ts';
import { UserPush } from './provisioning/user-push.ts';
import { ScimClient } from './scim/client.ts';
import type { App, ConsoleView, Group, OrgState, Person, PushMapping } from './state.ts';

export interface OrgOptions {
  companionUrl: string;
  scimToken: string;
  /** Milliseconds between two SCIM calls of one job; Okta's own are about 245, so that a push takes some 740. */
  delayMs: number;
  state: OrgState;
}

/** A request of the console that cannot be done; its message is shown to the admin. */
export class NotPossible extends Error {}

/** The org: its state, and what carries changes of it to the apps. What an admin can do stands in `admin/`. */
export class OktaOrg {
  readonly state: OrgState;
  delayMs: number;
  readonly client: ScimClient;
  readonly groupPush: GroupPush;
  readonly userPush: UserPush;
  readonly #lanes: Lanes;
  readonly #listeners = new Set<() => void>();
  #version = Date.now();

  constructor(options: OrgOptions) {
    this.state = options.state;
    this.delayMs = options.delayMs;
    this.client = new ScimClient({ baseUrl: `${options.companionUrl.replace(/\/+$/, '')}/scim/v2`, token: options.scimToken });
    this.#lanes = new Lanes({ client: this.client, gap: () => this.delayMs, changed: () => this.changed() });
    this.groupPush = new GroupPush(this.state, this.#lanes);
    this.userPush = new UserPush(this.state, this.#lanes, this.groupPush);
    this.#resume();
  }

  get version(): number {
    return this.#version;
  }

  view(): ConsoleView {
    return { ...this.state, version: this.#version, scimBaseUrl: this.client.baseUrl.href.replace(/\/$/, '') };
  }

  /** Calls back after each change of the state. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** To be called after each change of the state. */
  changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  /** Settles when all that was done has reached the apps or failed for good. */
  idle(): Promise<void> {
    return this.#lanes.idle();
  }

  close(): void {
    this.#lanes.close();
    this.client.close();
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

  /** After a restart: what was under way is begun again. */
  #resume(): void {
    for (const app of this.state.apps) {
      for (const assignment of app.assignments) {
        if (assignment.state === 'provisioning') this.userPush.assign(app, assignment, this.person(assignment.personId));
      }
      for (const mapping of app.mappings) if (mapping.pushing) this.groupPush.push(app, mapping, 'update');
    }
  }
}

/** Throws NotPossible in the given words where there is nothing. */
export function found<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new NotPossible(otherwise);
  return value;
}
