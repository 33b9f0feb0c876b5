import { z } from 'zod';
import { changeApp, dismissTask, refreshAppGroups, testConnector } from './admin/apps.ts';
import { assignGroup, convertAssignments, unassignGroup } from './admin/group-assignments.ts';
import { addMembers, createGroup, deleteGroup, editGroup, removeMember } from './admin/groups.ts';
import {
  activatePerson,
  assign,
  deactivatePerson,
  deletePerson,
  editPerson,
  provisionAgain,
  suspendPerson,
  unassign,
} from './admin/people.ts';
import {
  activatePush,
  changeMany,
  createRule,
  deactivatePush,
  deleteRule,
  pushGroup,
  pushNow,
  retryAllGroups,
  unlink,
} from './admin/push-groups.ts';
import { NotPossible, type OktaOrg } from './org.ts';

const id = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(255);

/** An act of the console's pages: its input, and what it does. */
interface Act<T extends z.ZodType> {
  input: T;
  run: (org: OktaOrg, input: z.output<T>) => unknown;
}

const act = <T extends z.ZodType>(input: T, run: Act<T>['run']): Act<T> => ({ input, run });

const operator = z.enum(['STARTS_WITH', 'ENDS_WITH', 'CONTAINS']);
const person = z.object({ personId: id });
const group = z.object({ groupId: id });
const appAndPerson = z.object({ appId: id, personId: id });
const appAndGroup = z.object({ appId: id, groupId: id });
const appAndMapping = z.object({ appId: id, mappingId: id });

/** Everything that `POST /api/playground/<act>` takes, by name. */
export const acts = {
  assign: act(appAndPerson, (org, { appId, personId }) => assign(org, appId, personId)),
  unassign: act(appAndPerson, (org, { appId, personId }) => unassign(org, appId, personId)),
  'provision-user': act(appAndPerson, (org, { appId, personId }) => provisionAgain(org, appId, personId)),
  'assign-group': act(appAndGroup, (org, { appId, groupId }) => assignGroup(org, appId, groupId)),
  'unassign-group': act(appAndGroup, (org, { appId, groupId }) => unassignGroup(org, appId, groupId)),
  'convert-assignments': act(z.object({ appId: id, personIds: z.array(id).min(1) }), (org, { appId, personIds }) =>
    convertAssignments(org, appId, personIds),
  ),
  'deactivate-person': act(person, (org, { personId }) => deactivatePerson(org, personId)),
  'suspend-person': act(person, (org, { personId }) => suspendPerson(org, personId)),
  'delete-person': act(person, (org, { personId }) => deletePerson(org, personId)),
  'activate-person': act(person, (org, { personId }) => activatePerson(org, personId)),
  'edit-person': act(
    z.object({ personId: id, firstName: name, lastName: name, email: z.email(), title: z.string(), department: z.string() }),
    (org, { personId, ...profile }) => editPerson(org, personId, profile),
  ),
  'create-group': act(z.object({ name, description: z.string().max(1024) }), (org, input) =>
    createGroup(org, input.name, input.description),
  ),
  'edit-group': act(z.object({ groupId: id, name, description: z.string().max(1024) }), (org, input) =>
    editGroup(org, input.groupId, input.name, input.description),
  ),
  'delete-group': act(group, (org, { groupId }) => deleteGroup(org, groupId)),
  'add-members': act(z.object({ groupId: id, personIds: z.array(id).min(1) }), (org, input) =>
    addMembers(org, input.groupId, input.personIds),
  ),
  'remove-member': act(z.object({ groupId: id, personId: id }), (org, input) => removeMember(org, input.groupId, input.personId)),
  'push-group': act(z.object({ appId: id, groupId: id, memberships: z.boolean() }), (org, input) =>
    pushGroup(org, input.appId, input.groupId, input.memberships),
  ),
  'push-now': act(appAndMapping, (org, { appId, mappingId }) => pushNow(org, appId, mappingId)),
  'retry-all-groups': act(z.object({ appId: id }), (org, { appId }) => retryAllGroups(org, appId)),
  'deactivate-push': act(appAndMapping, (org, { appId, mappingId }) => deactivatePush(org, appId, mappingId)),
  'activate-push': act(appAndMapping, (org, { appId, mappingId }) => activatePush(org, appId, mappingId)),
  unlink: act(z.object({ appId: id, mappingId: id, deleteTarget: z.boolean() }), (org, input) =>
    unlink(org, input.appId, input.mappingId, input.deleteTarget),
  ),
  'change-many-pushes': act(
    z.object({
      appId: id,
      mappingIds: z.array(id).min(1),
      change: z.enum(['activate', 'deactivate', 'unlink']),
      deleteTarget: z.boolean(),
    }),
    (org, input) => changeMany(org, input.appId, input.mappingIds, input.change, input.deleteTarget),
  ),
  'create-rule': act(
    z
      .object({ appId: id, name, operator, value: z.string().max(255), description: z.object({ operator, value: name }).optional() })
      .refine(({ value, description }) => value !== '' || description !== undefined, 'Enter a value.'),
    (org, { appId, ...rule }) => createRule(org, appId, rule),
  ),
  'delete-rule': act(z.object({ appId: id, ruleId: id, deleteTargets: z.boolean() }), (org, input) =>
    deleteRule(org, input.appId, input.ruleId, input.deleteTargets),
  ),
  'change-app': act(
    z.object({
      appId: id,
      change: z.union([
        z.object({ renameAppGroups: z.boolean() }),
        z.object({ flavour: z.enum(['put', 'patch']) }),
        z.object({ status: z.enum(['Active', 'Inactive']) }),
        z.object({ label: name, provisioning: z.enum(['scim', 'none']) }),
        z.object({ label: name }),
        z.object({ toApp: z.object({ create: z.boolean(), update: z.boolean(), deactivate: z.boolean() }) }),
      ]),
    }),
    (org, { appId, change }) => changeApp(org, appId, change),
  ),
  'refresh-app-groups': act(z.object({ appId: id }), (org, { appId }) => refreshAppGroups(org, appId)),
  'dismiss-task': act(z.object({ taskId: id }), (org, { taskId }) => dismissTask(org, taskId)),
  'test-connector': act(z.object({}), testConnector),
} as const;

export type ActName = keyof typeof acts;
/** What the page sends for an act. */
export type ActInput<N extends ActName> = z.input<(typeof acts)[N]['input']>;

export function isAct(text: string): text is ActName {
  return Object.hasOwn(acts, text);
}

/** Does an act that a page asked for. Throws NotPossible, in words for the admin, for input of another shape and for what the org refuses. */
export async function perform(org: OktaOrg, name: ActName, body: unknown): Promise<unknown> {
  const chosen: { input: z.ZodType; run: (org: OktaOrg, input: never) => unknown } = acts[name];
  const parsed = chosen.input.safeParse(body);
  if (!parsed.success) throw new NotPossible(z.prettifyError(parsed.error));
  return (await chosen.run(org, parsed.data as never)) ?? {};
}
