import type { z } from 'zod';
import * as api from './api.ts';
import { changesPage } from './changes.ts';
import type { ApiOperation } from './operation.ts';
import { teamFacts, userFacts } from './subjects.ts';

/** Every request of the hints API. The companion's routes and the OpenAPI document are made of this table. */
export const operations = {
  status: {
    method: 'GET',
    path: '/status',
    summary: 'How the account stands: connection, counts, last sync, last refusal',
    answer: api.statusAnswer,
    success: 200,
    tagged: true,
  },
  lookup: {
    method: 'POST',
    path: '/lookup',
    summary: 'Who owns these users and teams, and how fresh they are',
    body: api.lookupRequest,
    answer: api.lookupAnswer,
    success: 200,
  },
  changes: {
    method: 'GET',
    path: '/changes',
    summary: 'What has happened after a sequence number, or the newest of it',
    query: api.changesQuery,
    answer: changesPage,
    success: 200,
    tagged: true,
  },
  search: {
    method: 'GET',
    path: '/search',
    summary: 'Users and teams by a part of their name or email',
    query: api.searchQuery,
    answer: api.searchAnswer,
    success: 200,
  },
  setConnection: {
    method: 'POST',
    path: '/account/connection',
    summary: 'Finish the staging, or take the connection away and keep everything as Spekit’s own',
    body: api.connectionRequest,
    answer: api.accountAnswer,
    success: 200,
    guarded: true,
  },
  listUsers: {
    method: 'GET',
    path: '/spekit/users',
    summary: 'All users, by name',
    query: api.listQuery,
    answer: api.userList,
    success: 200,
  },
  getUser: { method: 'GET', path: '/spekit/users/{id}', summary: 'One user', answer: userFacts, success: 200 },
  inviteUser: {
    method: 'POST',
    path: '/spekit/users',
    summary: 'Invite a user outside the identity provider',
    body: api.inviteRequest,
    answer: userFacts,
    success: 201,
    guarded: true,
  },
  editUser: {
    method: 'PATCH',
    path: '/spekit/users/{id}',
    summary: 'Edit the profile of a user of Spekit’s own',
    body: api.editUserRequest,
    answer: userFacts,
    success: 200,
    guarded: true,
  },
  changeRole: {
    method: 'PUT',
    path: '/spekit/users/{id}/role',
    summary: 'Change a user’s role',
    body: api.changeRoleRequest,
    answer: userFacts,
    success: 200,
    guarded: true,
  },
  deactivateUser: {
    method: 'POST',
    path: '/spekit/users/{id}/deactivate',
    summary: 'Deactivate a user of Spekit’s own',
    answer: userFacts,
    success: 200,
    guarded: true,
  },
  reactivateUser: {
    method: 'POST',
    path: '/spekit/users/{id}/reactivate',
    summary: 'Reactivate a user of Spekit’s own',
    answer: userFacts,
    success: 200,
    guarded: true,
  },
  deleteUser: {
    method: 'DELETE',
    path: '/spekit/users/{id}',
    summary: 'Delete a user of Spekit’s own',
    answer: null,
    success: 204,
    guarded: true,
  },
  listTeams: {
    method: 'GET',
    path: '/spekit/teams',
    summary: 'All teams, by name',
    query: api.listQuery,
    answer: api.teamList,
    success: 200,
  },
  getTeam: { method: 'GET', path: '/spekit/teams/{id}', summary: 'One team', answer: teamFacts, success: 200 },
  createTeam: {
    method: 'POST',
    path: '/spekit/teams',
    summary: 'Create a team of Spekit’s own',
    body: api.createTeamRequest,
    answer: teamFacts,
    success: 201,
    guarded: true,
  },
  editTeam: {
    method: 'PATCH',
    path: '/spekit/teams/{id}',
    summary: 'Edit description and access of any team, and the name of Spekit’s own',
    body: api.editTeamRequest,
    answer: teamFacts,
    success: 200,
    guarded: true,
  },
  deleteTeam: {
    method: 'DELETE',
    path: '/spekit/teams/{id}',
    summary: 'Delete a team of Spekit’s own',
    answer: null,
    success: 204,
    guarded: true,
  },
  releaseTeam: {
    method: 'POST',
    path: '/spekit/teams/{id}/release',
    summary: 'Say that Okta pushes the team no longer: it becomes Spekit’s own',
    answer: teamFacts,
    success: 200,
  },
  listMembers: {
    method: 'GET',
    path: '/spekit/teams/{id}/members',
    summary: 'The members of a team, by name',
    answer: api.memberList,
    success: 200,
  },
  addMember: {
    method: 'POST',
    path: '/spekit/teams/{id}/members',
    summary: 'Add a user to a team of Spekit’s own',
    body: api.addMemberRequest,
    answer: teamFacts,
    success: 200,
    guarded: true,
  },
  removeMember: {
    method: 'DELETE',
    path: '/spekit/teams/{id}/members/{userId}',
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
