import { z } from 'zod';
import { NotPossible, type OktaOrg } from './org.ts';
import { ScimFailure } from './scim/failures.ts';

const id = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(255);

/** An act of the console's pages: its input, checked, and what it does. */
function act<T extends z.ZodType>(input: T, run: (org: OktaOrg, input: z.output<T>) => unknown) {
  return async (org: OktaOrg, body: unknown): Promise<unknown> => {
    const parsed = input.safeParse(body);
    if (!parsed.success) throw new NotPossible(z.prettifyError(parsed.error));
    return (await run(org, parsed.data)) ?? {};
  };
}

const person = z.object({ personId: id });
const group = z.object({ groupId: id });
const appAndPerson = z.object({ appId: id, personId: id });
const appAndMapping = z.object({ appId: id, mappingId: id });

/** Everything that `POST /api/playground/<act>` takes, by name. */
export const acts = {
  assign: act(appAndPerson, (org, { appId, personId }) => org.assign(appId, personId)),
  unassign: act(appAndPerson, (org, { appId, personId }) => org.unassign(appId, personId)),
  'provision-user': act(appAndPerson, (org, { appId, personId }) => org.provisionAgain(appId, personId)),
  'deactivate-person': act(person, (org, { personId }) => org.deactivatePerson(personId)),
  'activate-person': act(person, (org, { personId }) => org.activatePerson(personId)),
  'edit-person': act(
    z.object({ personId: id, firstName: name, lastName: name, email: z.email(), title: z.string(), department: z.string() }),
    (org, { personId, ...profile }) => org.editPerson(personId, profile),
  ),
  'create-group': act(z.object({ name, description: z.string().max(1024) }), (org, input) =>
    org.createGroup(input.name, input.description),
  ),
  'edit-group': act(z.object({ groupId: id, name, description: z.string().max(1024) }), (org, input) =>
    org.editGroup(input.groupId, input.name, input.description),
  ),
  'delete-group': act(group, (org, { groupId }) => org.deleteGroup(groupId)),
  'add-members': act(z.object({ groupId: id, personIds: z.array(id).min(1) }), (org, input) =>
    org.addMembers(input.groupId, input.personIds),
  ),
  'remove-member': act(z.object({ groupId: id, personId: id }), (org, input) => org.removeMember(input.groupId, input.personId)),
  'push-group': act(z.object({ appId: id, groupId: id, memberships: z.boolean() }), (org, input) =>
    org.pushGroup(input.appId, input.groupId, input.memberships),
  ),
  'push-now': act(appAndMapping, (org, { appId, mappingId }) => org.pushNow(appId, mappingId)),
  'retry-all-groups': act(z.object({ appId: id }), (org, { appId }) => org.retryAllGroups(appId)),
  'deactivate-push': act(appAndMapping, (org, { appId, mappingId }) => org.deactivatePush(appId, mappingId)),
  'activate-push': act(appAndMapping, (org, { appId, mappingId }) => org.activatePush(appId, mappingId)),
  unlink: act(z.object({ appId: id, mappingId: id, deleteTarget: z.boolean() }), (org, input) =>
    org.unlink(input.appId, input.mappingId, input.deleteTarget),
  ),
  'create-rule': act(
    z.object({ appId: id, name, operator: z.enum(['STARTS_WITH', 'ENDS_WITH', 'CONTAINS']), value: name }),
    (org, { appId, ...rule }) => org.createRule(appId, rule),
  ),
  'delete-rule': act(z.object({ appId: id, ruleId: id, deleteTargets: z.boolean() }), (org, input) =>
    org.deleteRule(input.appId, input.ruleId, input.deleteTargets),
  ),
  'change-app': act(
    z.object({
      appId: id,
      change: z.union([
        z.object({ renameAppGroups: z.boolean() }),
        z.object({ flavour: z.enum(['put', 'patch']) }),
        z.object({ status: z.enum(['Active', 'Inactive']) }),
        z.object({ label: name }),
        z.object({ toApp: z.object({ create: z.boolean(), update: z.boolean(), deactivate: z.boolean() }) }),
      ]),
    }),
    (org, { appId, change }) => org.changeApp(appId, change),
  ),
  'dismiss-task': act(z.object({ taskId: id }), (org, { taskId }) => org.dismissTask(taskId)),
  'test-connector': act(z.object({}), async (org) => {
    try {
      await org.testConnector();
      return { ok: true, text: 'Connector configured successfully' };
    } catch (error) {
      if (error instanceof ScimFailure) return { ok: false, text: error.message };
      throw error;
    }
  }),
} as const;

export type ActName = keyof typeof acts;

export function isAct(text: string): text is ActName {
  return Object.hasOwn(acts, text);
}
