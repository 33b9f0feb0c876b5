import * as api from './api.ts';
import type { ApiOperation } from './operation.ts';
import { paths } from './paths.ts';
import { teamFacts, userFacts } from './subjects.ts';

/** What an admin sees and does on Spekit's side. */
export const spekitOperations = {
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
