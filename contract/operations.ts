import type { z } from 'zod';
import * as api from './api.ts';
import { changesPage } from './changes.ts';
import type { ApiOperation } from './operation.ts';
import { packAnswer, pagePackSchema } from './page-pack.ts';
import { paths } from './paths.ts';
import { teamFacts, userFacts } from './subjects.ts';
import { whyAnswer, whyQuery } from './why.ts';

/** Every request of the hints API. The companion's routes and the OpenAPI document are made of this table. */
export const operations = {
  status: {
    ...paths.status,
    summary: 'How the account stands: connection, counts, last sync, last refusal',
    answer: api.statusAnswer,
    success: 200,
    tagged: true,
  },
  lookup: {
    ...paths.lookup,
    summary: 'Who owns these users and teams, and how fresh they are',
    body: api.lookupRequest,
    answer: api.lookupAnswer,
    success: 200,
  },
  changes: {
    ...paths.changes,
    summary: 'What has happened after a sequence number, or the newest of it',
    query: api.changesQuery,
    answer: changesPage,
    success: 200,
    tagged: true,
  },
  search: {
    ...paths.search,
    summary: 'Users and teams by a part of their name or email',
    query: api.searchQuery,
    answer: api.searchAnswer,
    success: 200,
  },
  why: {
    ...paths.why,
    summary: 'Why somebody is not in a team, and what to do about it',
    query: whyQuery,
    answer: whyAnswer,
    success: 200,
  },
  getPages: {
    ...paths.getPages,
    summary: 'The page pack: newer declarations of pages than the extension was built with',
    answer: packAnswer,
    success: 200,
    tagged: true,
  },
  setPages: {
    ...paths.setPages,
    summary: 'Give every extension that asks this companion a page pack, instead of the one before',
    body: pagePackSchema,
    answer: packAnswer,
    success: 200,
  },
  removePages: { ...paths.removePages, summary: 'Take the page pack away', answer: null, success: 204 },
  setConnection: {
    ...paths.setConnection,
    summary: 'Finish the staging, or take the connection away and keep everything as Spekit’s own',
    body: api.connectionRequest,
    answer: api.accountAnswer,
    success: 200,
    guarded: true,
  },
  listUsers: {
    ...paths.listUsers,
    summary: 'All users, by name',
    query: api.listQuery,
    answer: api.userList,
    success: 200,
  },
  getUser: { ...paths.getUser, summary: 'One user', answer: userFacts, success: 200 },
  inviteUser: {
    ...paths.inviteUser,
    summary: 'Invite a user outside the identity provider',
    body: api.inviteRequest,
    answer: userFacts,
    success: 201,
    guarded: true,
  },
  editUser: {
    ...paths.editUser,
    summary: 'Edit the profile of a user of Spekit’s own',
    body: api.editUserRequest,
    answer: userFacts,
    success: 200,
    guarded: true,
  },
  changeRole: {
    ...paths.changeRole,
    summary: 'Change a user’s role',
    body: api.changeRoleRequest,
    answer: userFacts,
    success: 200,
    guarded: true,
  },
  deactivateUser: {
    ...paths.deactivateUser,
    summary: 'Deactivate a user of Spekit’s own',
    answer: userFacts,
    success: 200,
    guarded: true,
  },
  reactivateUser: {
    ...paths.reactivateUser,
    summary: 'Reactivate a user of Spekit’s own',
    answer: userFacts,
    success: 200,
    guarded: true,
  },
  deleteUser: {
    ...paths.deleteUser,
    summary: 'Delete a user of Spekit’s own',
    answer: null,
    success: 204,
    guarded: true,
  },
  listTeams: {
    ...paths.listTeams,
    summary: 'All teams, by name',
    query: api.listQuery,
    answer: api.teamList,
    success: 200,
  },
  getTeam: { ...paths.getTeam, summary: 'One team', answer: teamFacts, success: 200 },
  createTeam: {
    ...paths.createTeam,
    summary: 'Create a team of Spekit’s own',
    body: api.createTeamRequest,
    answer: teamFacts,
    success: 201,
    guarded: true,
  },
  editTeam: {
    ...paths.editTeam,
    summary: 'Edit description and access of any team, and the name of Spekit’s own',
    body: api.editTeamRequest,
    answer: teamFacts,
    success: 200,
    guarded: true,
  },
  deleteTeam: {
    ...paths.deleteTeam,
    summary: 'Delete a team of Spekit’s own',
    answer: null,
    success: 204,
    guarded: true,
  },
  releaseTeam: {
    ...paths.releaseTeam,
    summary: 'Say that Okta pushes the team no longer: it becomes Spekit’s own',
    answer: teamFacts,
    success: 200,
  },
  listMembers: {
    ...paths.listMembers,
    summary: 'The members of a team, by name',
    answer: api.memberList,
    success: 200,
  },
  addMember: {
    ...paths.addMember,
    summary: 'Add a user to a team of Spekit’s own',
    body: api.addMemberRequest,
    answer: teamFacts,
    success: 200,
    guarded: true,
  },
  removeMember: {
    ...paths.removeMember,
    summary: 'Take a user out of a team of Spekit’s own',
    answer: teamFacts,
    success: 200,
    guarded: true,
  },
} as const satisfies Record<string, ApiOperation>;

export type OperationId = keyof typeof operations;
type Operations = typeof operations;

/** What an operation is given, parsed: `params` are the parts of the path that vary. */
export interface OperationInput<Id extends OperationId> {
  params: Record<string, string>;
  query: Operations[Id] extends { query: infer Query extends z.ZodType } ? z.output<Query> : undefined;
  body: Operations[Id] extends { body: infer Body extends z.ZodType } ? z.output<Body> : undefined;
}

/** What it answers; undefined where that is the status alone. */
export type OperationAnswer<Id extends OperationId> = Operations[Id]['answer'] extends z.ZodType
  ? z.input<Operations[Id]['answer']>
  : undefined;
